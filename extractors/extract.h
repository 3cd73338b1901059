// The extract stage: every rule page over one scan of the tokens, then each page's second
// look, then the names.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "corpus/document.h"

namespace newsfacts {

class RuleBook;

// Immutable once made, and safe to share between threads.
class Extraction {
 public:
  // Compiles the embedded pages; a page found in `rules` takes the place of the embedded one
  // of its name.  Throws RuleFileError.
  explicit Extraction(const std::optional<std::filesystem::path>& rules = std::nullopt);
  ~Extraction();

  // Writes `mentions`.
  void extract(Document& document) const;

  const RuleBook& book() const { return *book_; }

 private:
  std::unique_ptr<RuleBook> book_;
};

}  // namespace newsfacts
