#include "db/link/echo.h"

#include <algorithm>
#include <unordered_set>

namespace newsfacts {
namespace {

constexpr std::size_t kFewWords = 3;            // fewer run alike anywhere: "in 2019"
constexpr std::uint64_t kFigure = 1, kEnd = 2;  // no word has these hashes

// "20%" and "twenty percent" differ in form alone.
bool is_unit_of_form(std::uint64_t word) {
  static const std::unordered_set<std::uint64_t> units = {token_hash("percent"), token_hash("per"),
                                                          token_hash("cent")};
  return units.contains(word);
}

// How many words run alike, and whether to the end.
struct Side {
  std::size_t words = 0;
  bool whole = false;
};

Side alike(const std::vector<std::uint64_t>& x, const std::vector<std::uint64_t>& y) {
  Side side;
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
    if (x[i] != y[i]) return side;
    if (x[i] == kEnd) break;
    if (x[i] != kFigure) ++side.words;
  }
  side.whole = true;
  return side;
}

class Surveyor {
 public:
  Surveyor(std::span<const Token> tokens, std::span<const Span> figures) : tokens_(tokens) {
    std::size_t figure = 0;
    for (const Token& token : tokens_) {
      while (figure < figures.size() && figures[figure].end <= token.span.begin) ++figure;
      const bool covered = figure < figures.size() && figures[figure].contains(token.span);
      const bool number =
          token.shape == Token::Shape::kNumber || token.shape == Token::Shape::kAlnum;
      if (covered || number)
        words_.push_back(kFigure);
      else
        words_.push_back(token.is_word() && !is_unit_of_form(token.hash) ? token.hash : 0);
    }
  }

  WordsAround of(Span sentence, Span place) const {
    const auto at = [&](std::uint32_t offset) {
      return std::partition_point(
                 tokens_.begin(), tokens_.end(),
                 [offset](const Token& token) { return token.span.begin < offset; }) -
             tokens_.begin();
    };
    WordsAround found;
    for (auto t = at(place.begin); t-- > at(sentence.begin);)
      if (!add(t, &found.left)) return right_of(at(place.end), at(sentence.end), std::move(found));
    found.left.push_back(kEnd);
    return right_of(at(place.end), at(sentence.end), std::move(found));
  }

 private:
  WordsAround right_of(std::ptrdiff_t begin, std::ptrdiff_t end, WordsAround found) const {
    for (auto t = begin; t < end; ++t)
      if (!add(t, &found.right)) return found;
    found.right.push_back(kEnd);
    return found;
  }

  // Whether there is room for more.
  bool add(std::ptrdiff_t token, std::vector<std::uint64_t>* words) const {
    const std::uint64_t word = words_[static_cast<std::size_t>(token)];
    if (word == 0 || (word == kFigure && !words->empty() && words->back() == kFigure)) return true;
    words->push_back(word);
    return words->size() < kEchoReach;
  }

  std::span<const Token> tokens_;
  std::vector<std::uint64_t> words_;  // by token; 0 for what is none
};

}  // namespace

std::vector<WordsAround> words_around(std::span<const Token> tokens,
                                      std::span<const Span> sentences,
                                      std::span<const Span> figures, std::span<const Span> places) {
  const Surveyor surveyor(tokens, figures);
  std::vector<WordsAround> all;
  all.reserve(places.size());
  std::size_t sentence = 0;
  for (const Span place : places) {
    while (sentence < sentences.size() && sentences[sentence].end <= place.begin) ++sentence;
    const bool inside = sentence < sentences.size() && sentences[sentence].contains(place);
    all.push_back(inside ? surveyor.of(sentences[sentence], place) : WordsAround());
  }
  return all;
}

Echo echo(const WordsAround& x, const WordsAround& y) {
  if (x.left.empty() || y.left.empty()) return {};
  const Side left = alike(x.left, y.left), right = alike(x.right, y.right);
  return {left.words + right.words, left.whole, right.whole, std::min(left.words, right.words)};
}

double Echo::strength() const {
  const double all = 2 * kEchoReach;
  if (same_sentence()) return 1;
  if (words < kFewWords) return 0;
  const double whole = (left ? 0.3 : 0) + (right ? 0.3 : 0);
  return std::min(1.0, whole + static_cast<double>(words) / all);
}

}  // namespace newsfacts
