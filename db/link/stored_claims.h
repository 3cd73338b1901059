// The claims of a document as the store has them, with their values made whole again.

#pragma once

#include <vector>

#include "db/database.h"
#include "db/link/differences.h"
#include "db/link/echo.h"
#include "db/link/profile.h"

namespace newsfacts {

class StoredClaims {
 public:
  explicit StoredClaims(const Database& database);

  // In the order of the text.
  std::vector<StoredClaim> of(DocumentId document);

 private:
  void survey(DocumentId document, std::vector<StoredClaim>* claims);

  Statement claims_, mentions_, text_, sentences_;
  std::vector<Span> figures_, places_;  // scratch of of()
};

}  // namespace newsfacts
