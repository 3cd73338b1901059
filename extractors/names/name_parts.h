// How a name is taken apart to be laid beside those of other documents (corpus/name_parts.h):
// by the legal forms of firms, and by the names that many people bear.

#pragma once

#include <string_view>

#include "corpus/name_parts.h"

namespace newsfacts::names {

// Safe to call from several threads.
NameParts parts_of(Kind kind, std::string_view name);

}  // namespace newsfacts::names
