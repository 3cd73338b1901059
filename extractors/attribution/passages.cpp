#include "extractors/attribution/passages.h"

#include <algorithm>

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kLongest = 1024;  // tokens

bool is_searched(Role role) {
  switch (role) {
    case Role::kTitle:
    case Role::kBody:
    case Role::kListItem:
    case Role::kQuestion:
    case Role::kAnswer:
    case Role::kCaption: return true;
    default: return false;
  }
}

// Whether a quotation spans the end of the sentence, or ends there with its cue to follow:
// "Really?" he asked.
bool goes_on(const QuotedText& quoted, Run before, Run next) {
  const Lexed& text = quoted.text();
  const std::int32_t quote = quoted.at(before.end - 1);
  if (quote >= 0 && quoted.at(next.begin) == quote) return true;
  if (quote < 0 || !quoted.outside(next.begin)) return false;
  if (text.sign(next.begin) == Sign::kDash) return true;
  for (std::uint32_t t = next.begin; t < std::min(next.end, next.begin + 4); ++t) {
    if (text.word(t).is_reporting_verb() && text.word(t).takes(Frame::kQuote))
      return text.token(next.begin).shape == Token::Shape::kLower || t + 2 >= next.end ||
             text.sign(t + 1) != Sign::kNone;
    if (text.sign(t) != Sign::kNone) return false;
  }
  return false;
}

}  // namespace

std::vector<Passage> passages_of(const QuotedText& quoted) {
  const Lexed& text = quoted.text();
  std::vector<Passage> passages;
  const auto& sentences = text.document().sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Run run = text.sentence(s);
    if (run.empty()) continue;
    // A line of its own, "He continued:", may look like a heading.
    const bool announces =
        sentences[s].role == Role::kHeading && text.sign(run.end - 1) == Sign::kColon;
    if (!announces && !is_searched(sentences[s].role)) continue;
    const bool same = !passages.empty() && passages.back().paragraph == sentences[s].paragraph &&
                      passages.back().run.end == run.begin &&
                      run.end - passages.back().run.begin <= kLongest;
    if (same && goes_on(quoted, passages.back().run, run)) {
      passages.back().run.end = run.end;
      continue;
    }
    for (std::uint32_t at = run.begin; at < run.end; at += kLongest)
      passages.push_back({{at, std::min(run.end, at + kLongest)}, sentences[s].paragraph});
  }
  return passages;
}

}  // namespace newsfacts
