// How a user names a thing of the store, and which row that is.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/key.h"
#include "db/database.h"

namespace newsfacts {

std::optional<std::int64_t> document_of(const Database& database, const Key& key);
std::optional<std::int64_t> story_of(const Database& database, std::int64_t document);

// By name ("merger/ledger-deal.txt"), by row number ("12"), or by key or the beginning of one
// (8 hexadecimal digits at the least).  Throws std::invalid_argument when it is nobody's, or
// several's: "3 documents are called a.txt: 5 (The Northgate Post), 9 (...), ...".
std::int64_t document_named(const Database& database, std::string_view name);

// By row number, or by words of its title or of a document's name.  Throws as above.
std::int64_t story_named(const Database& database, std::string_view name);

}  // namespace newsfacts
