// The extract stage: every rule page over one scan of the tokens, then each page's second
// look, then the names.  Which pages these are depends on the language of the document.

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
  // of its name.  Throws RuleFileError; extract() does where the pages of a language, which are
  // compiled when the first document of it comes, are at fault.
  explicit Extraction(const std::optional<std::filesystem::path>& rules = std::nullopt);
  ~Extraction();

  // Writes `mentions`, and the day of publication where the metadata lack it (publication.h).
  void extract(Document& document) const;

  // The pages of English, and of the language of `document`.
  const RuleBook& book() const;
  const RuleBook& book_for(const Document& document) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
