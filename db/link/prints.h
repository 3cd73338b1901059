// Prints, read from the store: what is compared of a document, and under what it is indexed.

#pragma once

#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "db/link/duplicates.h"
#include "db/link/meetings.h"

namespace newsfacts {

class Prints {
 public:
  explicit Prints(const Database& database);

  const Print& of(DocumentId document);  // read once
  std::vector<std::uint32_t> terms(DocumentId document);

 private:
  Print read(DocumentId document);
  Statement fingerprint_, document_, boilerplate_, quoted_, mentions_;
  std::unordered_map<DocumentId, Print> known_;
};

}  // namespace newsfacts
