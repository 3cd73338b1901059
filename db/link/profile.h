// Profiles: what the passes know of a document, read from the store by its row number.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "db/link/duplicates.h"
#include "db/link/stories.h"

namespace newsfacts {

using DocumentId = std::int64_t;  // row number in the table `document`

// Of the 16 bytes a key is stored as; the zero key of anything else.
Key key_of_bytes(std::span<const unsigned char> bytes);

// Reads each Print once and keeps it.
class Prints {
 public:
  explicit Prints(const Database& database);
  const Print& of(DocumentId document);

 private:
  Print read(DocumentId document);
  Statement document_, mentions_;
  std::unordered_map<DocumentId, Print> known_;
};

// Reads each Outline once and keeps it.
class Outlines {
 public:
  explicit Outlines(const Database& database);
  const Outline& of(DocumentId document);

 private:
  Outline read(DocumentId document);
  Statement document_, sentences_, mentions_;
  std::unordered_map<DocumentId, Outline> known_;
};

}  // namespace newsfacts
