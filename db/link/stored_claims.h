// The claims of a document as the store has them, with their values made whole again.

#pragma once

#include <vector>

#include "db/database.h"
#include "db/link/differences.h"
#include "db/link/profile.h"

namespace newsfacts {

class StoredClaims {
 public:
  explicit StoredClaims(const Database& database);

  // Those that have a value, in the order of the text.
  std::vector<StoredClaim> of(DocumentId document);

 private:
  Statement claims_, mentions_;
};

}  // namespace newsfacts
