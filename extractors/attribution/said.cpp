#include "extractors/attribution/said.h"

#include <algorithm>

#include "extractors/attribution/clauses.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kReach = 18;  // tokens from a cue to what is said

std::optional<Said> said(const QuotedText& quoted, Run run, std::string_view rule, bool sure) {
  const Run content = without_stop(quoted, run);
  if (content.empty()) return std::nullopt;
  return Said{content, rule, sure};
}

// What is announced, criticized, denied: to the clause's end.  "Optimism that prices will
// fall" says that prices will fall.
std::optional<Said> object(const QuotedText& quoted, Run run) {
  const Lexed& text = quoted.text();
  for (std::uint32_t t = run.begin + 1; t + 2 < std::min(run.end, run.begin + 6); ++t) {
    const Word& word = text.word(t);
    if (word.is(C::kThat) && text.word(t - 1).begins_phrase)
      return said(quoted, {t + 1, run.end}, "object-that", true);
    if (text.sign(t) != Sign::kNone || word.is(C::kFinite, C::kPreposition)) break;
  }
  std::uint32_t end = run.begin;
  while (end < run.end) {
    if (text.sign(end) == Sign::kSemicolon || text.sign(end) == Sign::kDash) break;
    if (text.sign(end) == Sign::kComma && quoted.outside(end) && end + 1 < run.end) {
      const Word& next = text.word(end + 1);
      if (next.is(C::kWho, C::kSubordinator) || next.has_form(VerbForm::kIng) ||
          text.text(end + 1).ends_with("ing") ||
          (next.is(C::kAdversative) && end + 2 < run.end &&
           !text.word(end + 2).is(C::kPreposition)))
        break;
    }
    ++end;
  }
  return said(quoted, {run.begin, end}, "object", false);
}

std::uint32_t before_comma(const Lexed& text, std::uint32_t at) {
  return at > 0 && text.sign(at - 1) == Sign::kComma ? at - 1 : at;
}

// ", but the ministry said": the comma of a joined clause with a subject of its own.
std::optional<std::uint32_t> joined_clause(const QuotedText& quoted, std::uint32_t begin) {
  const Lexed& text = quoted.text();
  for (std::uint32_t t = begin; t-- > 0 && begin - t < 8;) {
    if (!quoted.outside(t)) return std::nullopt;
    const bool joins = text.word(t).is(C::kConjunction) || text.text(t) == "while" ||
                       text.text(t) == "though" || text.text(t) == "although";
    if (t > 0 && joins && text.sign(t - 1) == Sign::kComma) return t - 1;
    if (text.sign(t) == Sign::kSemicolon) return t;
    if (text.sign(t) == Sign::kComma || text.word(t).is(C::kThat)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Said> said_after(const QuotedText& quoted, Run unit, const Cue& cue,
                               std::uint32_t ceiling) {
  const Lexed& text = quoted.text();
  const Word& word = text.word(cue.head);
  const std::uint32_t end = std::min(unit.end, ceiling);
  std::uint32_t from = cue.words.end;
  const std::uint32_t reach = std::min(end, from + kReach);
  for (std::uint32_t t = from; t < reach; ++t) {
    if (!quoted.outside(t)) {
      const Sign before = text.sign(t - 1);
      const bool led = t == from || before == Sign::kComma || before == Sign::kColon;
      if (led && word.takes(Frame::kQuote, Frame::kThat, Frame::kPerson, Frame::kWh))
        return said(quoted, {t, end}, "quote-after", true);
      if (t == from && word.takes(Frame::kObject))
        return said(quoted, {t, end}, "quoted-object", true);
      break;
    }
    const Sign sign = text.sign(t);
    if (sign == Sign::kColon && word.takes(Frame::kQuote, Frame::kThat) && t + 1 < unit.end)
      return said(quoted, {t + 1, end}, "colon", true);
    if (sign == Sign::kComma && t + 1 < end && !quoted.outside(t + 1)) continue;
    if (sign == Sign::kApostrophe || sign == Sign::kHyphen) continue;
    if (sign != Sign::kNone) break;
    const Word& here = text.word(t);
    if (t + 2 < end && here.is(C::kThat) &&
        (word.takes(Frame::kThat) || word.takes(Frame::kPerson)) &&
        (t == from || !text.word(t - 1).is(C::kPreposition)) && !text.word(t + 1).is(C::kFinite))
      return said(quoted, {t + 1, end}, "that", true);
    if (here.is(C::kWh) && word.takes(Frame::kWh) && !here.is(C::kRelative) &&
        (t == from || word.takes(Frame::kPerson) || is_date(text, t - 1)))
      return said(quoted, {t, end}, "question", true);
    if (here.is(C::kTo) && t == from && word.takes(Frame::kTo) && t + 2 < end)
      return said(quoted, {t, end}, "infinitive", false);
    if (here.is(C::kFinite, C::kRelative) || here.is_reporting_verb()) break;
  }
  while (from < end && (text.word(from).is(C::kTime) || is_date(text, from) ||
                        (text.word(from).is(C::kPreposition) && from + 1 < end &&
                         (is_date(text, from + 1) || text.word(from + 1).is(C::kTime)))))
    ++from;
  if (word.takes(Frame::kBare) && from + 2 < end && begins_phrase(quoted, from) &&
      shows_verb(quoted, {from, end}))
    return said(quoted, {from, end}, "clause", false);
  if (word.takes(Frame::kPerson) && word.takes(Frame::kBare))
    for (std::uint32_t t = from + 1; t < std::min(end, from + 6); ++t)
      if (text.word(t).is(C::kPronoun) && !text.word(t).is(C::kOblique))
        return said(quoted, {t, end}, "clause-after-hearer", false);
  if (word.takes(Frame::kObject) && from + 1 < end && begins_phrase(quoted, from))
    return object(quoted, {from, end});
  return std::nullopt;
}

std::uint32_t bound_before(const QuotedText& quoted, const std::vector<Cue>& cues, std::size_t c) {
  const Lexed& text = quoted.text();
  std::uint32_t bound = UINT32_MAX;
  const std::size_t last = std::min(cues.size(), c + 8);
  for (; c < last && bound == UINT32_MAX; ++c) {
    const Cue& cue = cues[c];
    const std::uint32_t begin = cue.words.begin;
    if (begin == 0) continue;
    const Word& before = text.word(begin - 1);
    const bool comma = text.sign(begin - 1) == Sign::kComma;
    switch (cue.type) {
      case Cue::Type::kParticiple:
        if (comma)
          bound = begin - 1;
        else if (before.is(C::kConjunction))
          bound = before_comma(text, begin - 1);
        break;
      case Cue::Type::kVerb:
        if (before.is(C::kConjunction))
          bound = before_comma(text, begin - 1);
        else if (const auto joined = joined_clause(quoted, begin))
          bound = *joined;
        break;
      case Cue::Type::kSourceAfter:
        if (comma) bound = begin - 1;
        break;
      default: break;
    }
  }
  return bound;
}

}  // namespace newsfacts
