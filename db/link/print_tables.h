// What is kept of two documents beside that they are copies, or are not: the passages they share,
// the figures that were corrected between them.

#pragma once

#include "db/database.h"
#include "db/link/corrections.h"
#include "db/link/duplicates.h"
#include "db/link/meetings.h"

namespace newsfacts {

class PassageTable {
 public:
  explicit PassageTable(const Database& database);

  // Finds and writes them, in the place of those that are there; false when there are none.
  bool write(DocumentId a, const Print& print_of_a, DocumentId b, const Print& print_of_b);
  void forget(DocumentId a, DocumentId b);

 private:
  Statement text_, add_, forget_;
};

class CorrectionTable {
 public:
  explicit CorrectionTable(const Database& database);

  // `a` is the one of the smaller key.
  void write(DocumentId a, const Print& print_of_a, DocumentId b, const Print& print_of_b);
  void forget(DocumentId document);  // all it has a part in

 private:
  std::vector<Figure> figures(DocumentId document);
  Statement text_, figures_, add_, forget_;
};

}  // namespace newsfacts
