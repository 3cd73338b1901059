// What a page's data say of its text: the words of <meta name=description> and its like, and of
// JSON-LD's "description", "text" and "reviewBody", whatever they stand in.  A block that says the
// same as a description belongs to what the page is there for; one that says the same as a review
// does not, unless the page is there for reviews.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/html/page.h"

namespace newsfacts::html {

// The runs of three words, by word_hashes(), of some texts.
class WordRuns {
 public:
  void add(const std::vector<std::uint32_t>& words);
  bool empty() const { return runs_.empty(); }
  std::size_t held(const std::vector<std::uint32_t>& words) const;  // how many of theirs

 private:
  std::unordered_set<std::uint64_t> runs_;
};

class SaidText {
 public:
  enum Kind : std::uint8_t { kDescription, kText, kReview };
  static constexpr std::size_t kKinds = 3;

  explicit SaidText(const Page& page);

  bool empty() const;
  const WordRuns& of(std::size_t kind) const { return said_[kind]; }

 private:
  void read(std::string_view json);
  std::array<WordRuns, kKinds> said_;
};

}  // namespace newsfacts::html
