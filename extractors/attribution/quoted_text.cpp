#include "extractors/attribution/quoted_text.h"

#include <algorithm>

#include "extractors/attribution/clauses.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kReach = 36;  // tokens from a cue to where its quotation goes on

bool is_pause(Sign sign) {
  return sign == Sign::kComma || sign == Sign::kColon || sign == Sign::kDash;
}

// Whether a quotation behind `last` goes on with the one before the cue: behind a comma, or behind
// "but" and "and still", which say nothing of their own.
bool parts_breath(const Lexed& text, std::uint32_t from, std::uint32_t last) {
  while (last > from && text.word(last).is(C::kAdverb) && !text.word(last).is(C::kNegation)) --last;
  if (last > from && text.word(last).is(C::kConjunction)) return is_pause(text.sign(last - 1));
  return is_pause(text.sign(last));
}

}  // namespace

QuotedText::QuotedText(const Lexed& text)
    : text_(text), quotes_(quotes_in(text)), quote_at_(text.size(), -1), taken_(quotes_.size()) {
  for (std::size_t q = 0; q < quotes_.size(); ++q)
    for (std::uint32_t t = quotes_[q].marks.begin; t < quotes_[q].marks.end; ++t)
      quote_at_[t] = static_cast<std::int32_t>(q);
}

void QuotedText::take_all_in(Run run) {
  for (std::uint32_t t = run.begin; t < run.end; ++t)
    if (quote_at_[t] >= 0) take(static_cast<std::size_t>(quote_at_[t]));
}

std::optional<std::size_t> QuotedText::ending_at(Run unit, std::uint32_t edge) const {
  for (std::uint32_t t = edge; t > unit.begin && edge - t < 3; --t) {
    if (quote_at_[t - 1] >= 0) return static_cast<std::size_t>(quote_at_[t - 1]);
    const Sign sign = text_.sign(t - 1);
    if (sign != Sign::kComma && sign != Sign::kDash && sign != Sign::kHyphen &&
        sign != Sign::kStop && !text_.word(t - 1).is(C::kConjunction))
      break;
  }
  return std::nullopt;
}

std::vector<Run> QuotedText::up_to(Run unit, std::uint32_t floor, std::size_t quote) {
  const Quote& last = quotes_[quote];
  std::uint32_t begin = std::max(unit.begin, std::min(floor, last.marks.begin));
  std::uint32_t words = 0;
  for (std::uint32_t t = begin; t < last.marks.begin; ++t)
    words += text_.sign(t) == Sign::kNone && quote_at_[t] < 0;
  // "He laughed: "Never," he said": a whole quotation behind a colon.
  const Sign before = last.marks.begin > begin ? text_.sign(last.marks.begin - 1) : Sign::kNone;
  if (before == Sign::kColon || before == Sign::kOpen) words = 0;
  std::vector<Run> content;
  if (words >= 2) {
    take_all_in({begin, last.marks.end});
    while (begin < last.marks.begin && text_.sign(begin) != Sign::kNone && quote_at_[begin] < 0)
      ++begin;
    content.push_back({begin, last.marks.end});
    return content;
  }
  for (std::size_t q = quote + 1; q-- > 0 && quotes_[q].marks.begin >= begin;) {
    content.insert(content.begin(), quotes_[q].inside);
    taken_[q] = true;
  }
  return content;
}

std::optional<Run> QuotedText::going_on_after(Run unit, const Cue& cue, Run source) const {
  const std::uint32_t from = std::max(cue.words.end, source.end);
  for (std::uint32_t t = from; t < std::min(unit.end, from + kReach); ++t) {
    if (quote_at_[t] >= 0) {
      if (t > from && !parts_breath(text_, from, t - 1)) return std::nullopt;
      return Run{t, unit.end};
    }
    const Word& word = text_.word(t);
    if (word.is_reporting_verb() && word.takes(Frame::kQuote) && !word.takes(Frame::kNoun))
      return std::nullopt;
  }
  return std::nullopt;
}

void QuotedText::append(Run run, std::vector<Run>* content) {
  std::uint32_t at = run.begin;
  while (at < run.end && quote_at_[at] >= 0) {
    const auto number = static_cast<std::size_t>(quote_at_[at]);
    const Quote& quote = quotes_[number];
    taken_[number] = true;
    std::uint32_t after = quote.marks.end;
    const Sign last = text_.sign(quote.inside.end - 1);
    const bool complete = last == Sign::kComma || last == Sign::kStop;
    const bool dated = after + 1 < run.end &&
                       (is_date(text_, after) ||
                        (text_.word(after).is(C::kPreposition) && is_date(text_, after + 1)));
    const bool goes_on = after < run.end && text_.sign(after) == Sign::kNone &&
                         quote_at_[after] < 0 && !complete && !dated &&
                         !text_.word(after).is(C::kConjunction, C::kSubordinator);
    if (complete && after < run.end && text_.sign(after) == Sign::kNone && quote_at_[after] < 0) {
      content->push_back(quote.inside);
      return;
    }
    if (goes_on) {
      take_all_in({at, run.end});
      content->push_back(without_stop(*this, {at, run.end}));
      return;
    }
    content->push_back(quote.inside);
    while (after < run.end && text_.sign(after) != Sign::kNone && quote_at_[after] < 0) ++after;
    if (after == at) break;
    at = after;
  }
}

}  // namespace newsfacts
