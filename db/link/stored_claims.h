// The claims of a document as the store has them, with their values made whole again.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/token.h"
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
  struct Name {
    Kind kind = Kind::kOther;
    std::uint64_t word = 0;  // that tells it from others; 0 for none
  };
  void survey(DocumentId document, std::vector<StoredClaim>* claims);
  void tell_names(std::span<const Token> tokens);

  Statement claims_, mentions_, text_, sentences_;
  std::vector<Span> figures_, places_, name_places_;  // scratch of of()
  std::vector<Name> names_;
};

// As LINK aligned them, or would have: what brought two claims of the store together, and what kept
// them apart.  nullopt where there is no such claim, or both are of one document.
std::optional<SlotReasons> reasons_of(const Database& database, std::int64_t a, std::int64_t b);

}  // namespace newsfacts
