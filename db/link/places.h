// The place of a document among others, read from the store (posting_index.h).

#pragma once

#include "db/database.h"
#include "db/link/meetings.h"

namespace newsfacts {

class Places {
 public:
  explicit Places(const Database& database);
  Place of(DocumentId document);

 private:
  Statement read_;
};

}  // namespace newsfacts
