#include "extractors/surroundings.h"

#include <algorithm>

namespace newsfacts {
namespace {

std::size_t first_token_at(const std::vector<Token>& tokens, std::uint32_t place) {
  const auto by_begin = [](const Token& token, std::uint32_t at) { return token.span.begin < at; };
  return static_cast<std::size_t>(
      std::lower_bound(tokens.begin(), tokens.end(), place, by_begin) - tokens.begin());
}

Span sentence_around(const Document& document, std::uint32_t place) {
  const auto& sentences = document.sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), place,
      [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  if (after == sentences.begin()) return {0, static_cast<std::uint32_t>(document.text().size())};
  return (after - 1)->span;
}

}  // namespace

Surroundings::Surroundings(const Document& document, Span mention)
    : document_(document),
      tokens_(document.tokens()),
      first_(first_token_at(tokens_, mention.begin)),
      behind_(first_),
      sentence_(sentence_around(document, mention.begin)) {
  while (behind_ < tokens_.size() && tokens_[behind_].span.begin < mention.end) ++behind_;
}

WordSet word_set(std::initializer_list<std::string_view> words) {
  WordSet set;
  for (const std::string_view word : words) set.insert(token_hash(word));
  return set;
}

}  // namespace newsfacts
