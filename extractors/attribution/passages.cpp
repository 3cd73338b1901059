#include "extractors/attribution/passages.h"

#include <algorithm>

#include "extractors/attribution/clauses.h"
#include "extractors/attribution/sources.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kLongest = 1024;  // tokens

bool is_searched(Role role) {
  switch (role) {
    case Role::kTitle:
    case Role::kBody:
    case Role::kListItem:
    case Role::kQuote:
    case Role::kQuestion:
    case Role::kAnswer:
    case Role::kCaption: return true;
    default: return false;
  }
}

constexpr std::uint32_t kLongestSubject = 32;  // tokens

// Whether nothing that is said follows at `at`: "said of the plan", "asks as he leaves".
bool says_no_more(const QuotedText& quoted, Run next, std::uint32_t at) {
  const Lexed& text = quoted.text();
  if (at >= next.end || text.sign(at) != Sign::kNone) return true;
  const bool clause = text.word(at).is(C::kWh) && !text.word(at).is(C::kSubordinator);
  if (clause || text.word(at).is(C::kThat) || text.text(at) == "if") return false;
  return text.word(at).is(C::kPreposition, C::kSubordinator, C::kAdverb, C::kTime) ||
         is_date(text, at);
}

// "Really?" the chief engineer, who had come late, asked of nobody.
bool begins_with_cue(const QuotedText& quoted, Run next) {
  const Lexed& text = quoted.text();
  for (std::uint32_t t = next.begin; t < std::min(next.end, next.begin + kLongestSubject); ++t) {
    if (!quoted.outside(t)) return false;
    const Word& word = text.word(t);
    if (!word.takes(Frame::kQuote) || !word.is_reporting_verb() || text.name_at(t)) continue;
    if (t == next.begin) return text.token(t).shape == Token::Shape::kLower;
    if (word.has_form(VerbForm::kIng)) return false;
    std::uint32_t after = t + 1;
    if (word.takes(Frame::kPerson))
      if (const Run hearer = noun_phrase_after(text, quoted.of_token(), next, after);
          !hearer.empty())
        after = hearer.end;
    if (!says_no_more(quoted, next, after)) return false;
    return noun_phrase_before(text, quoted.of_token(), next, t).begin == next.begin;
  }
  return false;
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
    if (text.word(t).is_reporting_verb() && text.word(t).takes(Frame::kQuote)) {
      if (text.token(next.begin).shape == Token::Shape::kLower || t + 2 >= next.end ||
          (text.sign(t + 1) != Sign::kNone && (t + 2 >= next.end || quoted.outside(t + 2))))
        return true;
      break;
    }
    if (text.sign(t) != Sign::kNone) break;
  }
  // A full stop inside the mark would end the sentence, and whose the next is, is open.
  const std::uint32_t last = quoted.quotes()[static_cast<std::size_t>(quote)].inside.end - 1;
  return text.text(last) != "." && quoted.at(before.begin) >= 0 && begins_with_cue(quoted, next);
}

// "He continued:"
bool announces(const Lexed& text, Run line) {
  return text.sign(line.end - 1) == Sign::kColon;
}

// "The dam will hold." - Ida Holm
bool is_signed(const QuotedText& quoted, Run line) {
  const std::int32_t quote = quoted.at(line.begin);
  if (quote < 0) return false;
  const std::uint32_t dash = quoted.quotes()[static_cast<std::size_t>(quote)].marks.end;
  return dash + 1 < line.end && is_dash(quoted.text(), dash);
}

}  // namespace

std::vector<Passage> passages_of(const QuotedText& quoted) {
  const Lexed& text = quoted.text();
  std::vector<Passage> passages;
  const auto& sentences = text.document().sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Run run = text.sentence(s);
    if (run.empty()) continue;
    // Lines that look like headings.
    const bool speech =
        sentences[s].role == Role::kHeading && (announces(text, run) || is_signed(quoted, run));
    if (!speech && !is_searched(sentences[s].role)) continue;
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
