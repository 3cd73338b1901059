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

  // Read once; figures and names are there after facts_of() alone, for few prints come so near to
  // another that they are asked for.
  const Print& of(DocumentId document);
  const Print& facts_of(DocumentId document);
  Terms terms(DocumentId document);

  // Where so many are known that it pays to read again those that are asked for once more: forgets
  // all of them, and what of() returned is gone.
  void trim();

 private:
  struct Known {
    Print print;
    bool with_facts = false;
  };
  Known& known(DocumentId document);
  Print read(DocumentId document);
  void read_facts(DocumentId document, Print& print);
  Statement fingerprint_, document_, boilerplate_, quoted_, mentions_;
  std::unordered_map<DocumentId, Known> known_;
};

}  // namespace newsfacts
