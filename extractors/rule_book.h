// A RuleBook is every rule page, compiled together with the readers of their fields.
//
// How a document is read:
//   1. The tokens are scanned once, for everybody (Document::tokens()).
//   2. All rules together are one automaton (automaton.h).  It starts at each token and dies,
//      at most of them, within a letter or two; where it does not, it tells every rule that
//      matches and how far.
//   3. Of a rule's matches the longest stands that cuts no word in two.  Where that one cuts a
//      number in two, none does.
//   4. Of finds that overlap, the longest is read first, and of equal ones that with the
//      longer match; then the page that stands first in the registry; then the rule that
//      stands first on its page.
//   5. To read a find is to see what its fields captured (captures.h) and to ask its page's
//      reader.  Where that refuses, the next has its turn.
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

// One rule at one place, before it is weighed against its rivals.
struct RuleMatch {
  std::size_t rule = 0;  // by precedence: as the pages stand, and the rules on them
  Span match, find;      // the find is the {span} within the match, where the rule marks one
  friend auto operator<=>(const RuleMatch&, const RuleMatch&) = default;
};

// Immutable to its users, and safe to share between threads.
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

  // What steps 1 to 3 come to, ascending by where the match begins: for the tests, which reach
  // it in the plain way.
  std::vector<RuleMatch> matches(const Document& document) const;

  // What the fields of a match captured, as "name=words" each: for the tests.
  std::vector<std::string> fields(const Document& document, const RuleMatch& match) const;

  // The pages as they were read, with every rule's pattern and examples.
  const std::vector<RuleFile>& files() const;

 private:
  class Search;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
