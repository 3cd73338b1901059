// A RuleBook is every rule page, compiled together with the readers of their fields.
//
// How a document is read:
//   1. The tokens are scanned once, for everybody (Document::tokens()).
//   2. At each token, it and the next one decide which rules can begin there: one look-up in
//      a table made from the patterns (first_token.h).  At most tokens that is none.
//   3. Where a few can, each is tried, anchored.  Where many can, one anchored RE2::Set says
//      which of them match, and those are tried.
//   4. A match that cuts a word or a number in two is refused.
//   5. Of finds that overlap, the longest is read first, and of equal ones that with the
//      longer match; then the page that stands first in the registry; then the rule that
//      stands first on its page.  Where its reader refuses, the next has its turn.
//
// A find never crosses a line break or the end of a sentence, and no match reaches further
// than its page's `reach`: the work is linear in the text, whatever the text.

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/extractor.h"
#include "extractors/rule_file.h"

namespace newsfacts {

// Immutable once made, and safe to share between threads.
class RuleBook {
 public:
  // One file for each extractor, of the same page, in the order of `extractors`.  Throws
  // RuleFileError where they do not fit together.
  RuleBook(std::span<const Extractor> extractors, std::vector<RuleFile> files);
  ~RuleBook();
  RuleBook(RuleBook&&) noexcept;
  RuleBook& operator=(RuleBook&&) noexcept;

  // The finds of all rules in reading order, none overlapping; nothing is settled yet.
  std::vector<Mention> find(const Document& document) const;

  // The pages as they were read, with every rule's pattern and examples.
  const std::vector<RuleFile>& files() const;

  // What the tables came to, for the curious and the benchmark.
  struct Size {
    std::size_t rules = 0;
    std::size_t openings = 0;  // tokens, and pairs of them, that can begin a rule
    std::size_t choices = 0;   // different lists of rules to try
    std::size_t sets = 0;      // of these, so long that a RE2::Set goes first
  };
  Size size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
