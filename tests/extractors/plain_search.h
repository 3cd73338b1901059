// The plain way to what a RuleBook finds: every rule by itself, by RE2, at every token.  Slow, and
// easily seen to be right: the tests and the benchmark hold the book to it.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "extractors/rule_book.h"
#include "extractors/rule_file.h"

namespace newsfacts {

class PlainSearch {
 public:
  explicit PlainSearch(const std::vector<RuleFile>& files);
  ~PlainSearch();

  // As RuleBook::matches(), but sorted.
  std::vector<RuleMatch> matches(const Document& document) const;

  // As RuleBook::fields().
  std::vector<std::string> fields(const Document& document, const RuleMatch& match) const;

 private:
  struct PlainRule;
  std::vector<PlainRule> rules_;
};

}  // namespace newsfacts
