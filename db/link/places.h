// Where a document stands among others, read from the store: by day of publication, those without
// a day last, then by key.

#pragma once

#include <compare>
#include <cstdint>

#include "corpus/key.h"
#include "db/database.h"
#include "db/link/meetings.h"

namespace newsfacts {

struct Standing {
  bool undated = true;
  std::int64_t day = 0;  // since 1970-01-01
  Key key;
  friend auto operator<=>(const Standing&, const Standing&) = default;
};

class Standings {
 public:
  explicit Standings(const Database& database);
  Standing of(DocumentId document);  // reads it each time

 private:
  Statement read_;
};

// The same in the ten bytes of an index (posting_index.h).
Place place_of(DocumentId document, const Standing& standing);

}  // namespace newsfacts
