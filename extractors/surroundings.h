// The Surroundings of a mention: the words before and behind it, within its sentence.
//
//     The board will meet Tuesday to vote on the plan.
//     before(2) before(1) [mention] behind(1) behind(2)
//      "will"    "meet"              "to"      "vote"

#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

// `document` must outlive it, and keep its text and its sentences.
class Surroundings {
 public:
  Surroundings(const Document& document, Span mention);

  // The token `distance` away from the mention, in the same sentence; null if none.
  const Token* before(std::size_t distance = 1) const {
    if (distance > first_) return nullptr;
    const Token& token = tokens_[first_ - distance];
    return token.span.begin >= sentence_.begin ? &token : nullptr;
  }
  const Token* behind(std::size_t distance = 1) const {
    if (behind_ + distance > tokens_.size()) return nullptr;
    const Token& token = tokens_[behind_ + distance - 1];
    return token.span.end <= sentence_.end ? &token : nullptr;
  }

  std::string_view words(const Token& token) const { return document_.at(token.span); }

  std::size_t size() const { return behind_ - first_; }  // of the mention, in tokens

 private:
  const Document& document_;
  const std::vector<Token>& tokens_;
  std::size_t first_ = 0, behind_ = 0;  // the tokens of the mention: [first_, behind_)
  Span sentence_;
};

// A small closed list of words, asked by the hash of a token.
using WordSet = std::unordered_set<std::uint64_t>;
WordSet word_set(std::initializer_list<std::string_view> words);

}  // namespace newsfacts
