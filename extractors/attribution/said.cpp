#include "extractors/attribution/said.h"

#include <algorithm>

#include "extractors/attribution/bounds.h"
#include "extractors/attribution/clauses.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kReach = 18;     // tokens from a cue to what is said
constexpr std::uint32_t kFarReach = 36;  // to a quotation behind a comma

std::optional<Said> said(const QuotedText& quoted, Run run, std::string_view rule, bool sure) {
  const Run content = without_stop(quoted, run);
  if (content.empty()) return std::nullopt;
  return Said{content, rule, sure};
}

// What is announced, criticized, denied: to the clause's end.  "Optimism that prices will
// fall" says that prices will fall.
std::optional<Said> object(const QuotedText& quoted, Run run, Place place) {
  const Lexed& text = quoted.text();
  for (std::uint32_t t = run.begin + 1; t + 2 < std::min(run.end, run.begin + 6); ++t) {
    const Word& word = text.word(t);
    if (word.is(C::kThat) && text.word(t - 1).has_form(VerbForm::kNoun))
      return said(quoted, {t + 1, run.end}, "object-that", true);
    if (text.sign(t) != Sign::kNone || word.is(C::kFinite, C::kPreposition)) break;
  }
  return said(quoted, object_of(quoted, run, place), "object", false);
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

// Where a clause begins behind "in an interview": at a pronoun with its verb. UINT32_MAX: nowhere.
std::uint32_t clause_behind(const QuotedText& quoted, std::uint32_t from, std::uint32_t end) {
  const Lexed& text = quoted.text();
  for (std::uint32_t t = from + 2; t + 2 < std::min(end, from + kReach); ++t) {
    if (!quoted.outside(t) || (text.sign(t) != Sign::kNone && text.sign(t) != Sign::kHyphen &&
                               text.sign(t) != Sign::kApostrophe))
      break;
    const Word& word = text.word(t);
    if (word.is(C::kRelative, C::kWh, C::kFinite)) break;
    const bool subject = (word.is(C::kPronoun) && !word.is(C::kOblique)) || is_there(text, t);
    if (!subject || text.word(t - 1).is(C::kPreposition)) continue;
    const Word& next = text.word(t + 1);
    if (next.is(C::kFinite) || is_contraction(text, t + 1) || next.has_form(VerbForm::kPast))
      return t;
  }
  return UINT32_MAX;
}

// The quotation behind "said on Monday, in all earnest, ": UINT32_MAX when there is none.
std::uint32_t quote_behind(const QuotedText& quoted, std::uint32_t from, std::uint32_t end) {
  const Lexed& text = quoted.text();
  if (from >= end ||
      !(text.sign(from) == Sign::kComma ||
        text.word(from).is(C::kPreposition, C::kTime, C::kAdverb) || is_date(text, from)))
    return UINT32_MAX;
  for (std::uint32_t t = from; t < std::min(end, from + kFarReach); ++t) {
    if (!quoted.outside(t))
      return t > from && (text.sign(t - 1) == Sign::kComma || text.sign(t - 1) == Sign::kColon) &&
                     quoted.quotes()[static_cast<std::size_t>(quoted.at(t))].inside.size() > 3
                 ? t
                 : UINT32_MAX;
    const Sign sign = text.sign(t);
    if (sign == Sign::kStop && text.name_at(t) == nullptr) return UINT32_MAX;
    if (text.word(t).is(C::kThat) ||
        (text.word(t).takes(Frame::kQuote) && text.word(t).is_reporting_verb() &&
         !text.word(t).takes(Frame::kNoun)))
      return UINT32_MAX;
  }
  return UINT32_MAX;
}

// What may begin the clause behind "said" though no noun phrase does: "more than ten", "first-time
// offenders", "despite the rain, he".
bool begins_clause(const QuotedText& quoted, std::uint32_t at, std::uint32_t end) {
  const Lexed& text = quoted.text();
  const Word& word = text.word(at);
  const std::string_view form = text.text(at);
  if (form == "so" || word.is(C::kFinite, C::kConjunction) || text.sign(at) != Sign::kNone)
    return false;
  if (word.is(C::kAdverb) && !word.is(C::kTime)) return at + 3 < end;
  if (form == "despite" || form == "unlike") return true;
  return false;
}

// What stands behind "critical of", "eager to", "called for".
std::optional<Said> led(const QuotedText& quoted, Run run, const Cue& cue, Place place) {
  const Lexed& text = quoted.text();
  if (run.size() < 1 || (quoted.outside(run.begin) && text.sign(run.begin) != Sign::kNone))
    return std::nullopt;
  const Word& word = text.word(run.begin);
  if (!cue.led && word.is(C::kThat))
    return said(quoted, clause_of(quoted, {run.begin + 1, run.end}, place), "that", true);
  if (word.is(C::kWh) || (!cue.led && word.is(C::kTo)))
    return said(quoted, clause_of(quoted, run, place), cue.led ? "led" : "infinitive", false);
  if (!cue.led || word.is(C::kTime, C::kConjunction, C::kSubordinator)) return std::nullopt;
  auto found = object(quoted, run, place);
  if (found) found->rule = "led";
  return found;
}

}  // namespace

std::optional<Said> said_of(const QuotedText& quoted, Run unit, const Cue& cue,
                            std::uint32_t ceiling) {
  auto found = led(quoted, {cue.words.end, std::min(unit.end, ceiling)}, cue, Place::kMain);
  if (found) found->rule = "nominal";
  return found;
}

std::optional<Said> said_after(const QuotedText& quoted, Run unit, const Cue& cue,
                               std::uint32_t ceiling, Place place) {
  const Lexed& text = quoted.text();
  const std::uint32_t end = std::min(unit.end, ceiling);
  std::uint32_t from = cue.words.end;
  if (cue.led || cue.type == Cue::Type::kAdjective) return led(quoted, {from, end}, cue, place);
  const std::uint32_t reach = std::min(end, from + kReach);
  bool hearer = true;  // so far, only who is spoken to
  for (std::uint32_t t = from; t < reach; ++t) {
    if (!quoted.outside(t)) {
      const Sign before = text.sign(t - 1);
      const bool led = t == from || before == Sign::kComma || before == Sign::kColon;
      if (led && cue.takes(Frame::kQuote, Frame::kThat, Frame::kPerson, Frame::kWh))
        return said(quoted, {t, end}, "quote-after", true);
      if (t == from && cue.takes(Frame::kObject))
        return said(quoted, {t, end}, "quoted-object", true);
      break;
    }
    const Sign sign = text.sign(t);
    if (sign == Sign::kColon && cue.takes(Frame::kQuote, Frame::kThat) && t + 1 < unit.end)
      return said(quoted, {t + 1, end}, "colon", true);
    if (sign == Sign::kComma && t + 1 < end && !quoted.outside(t + 1)) continue;
    hearer = hearer && !is_contraction(text, t);
    if (sign == Sign::kApostrophe || sign == Sign::kHyphen) continue;
    if (sign == Sign::kComma && t + 3 < end && text.sign(t + 2) == Sign::kComma) {
      t += 2;  // "added, though, that"
      continue;
    }
    if (sign != Sign::kNone) break;
    const Word& here = text.word(t);
    if (t + 2 < end && here.is(C::kThat) &&
        (cue.takes(Frame::kThat) || cue.takes(Frame::kPerson)) &&
        (t == from || !text.word(t - 1).is(C::kPreposition)) && !text.word(t + 1).is(C::kFinite))
      return said(quoted, clause_of(quoted, {t + 1, end}, place), "that", true);
    if (here.is(C::kWh) && cue.takes(Frame::kWh) && !here.is(C::kRelative) &&
        (t == from || cue.takes(Frame::kPerson) || is_date(text, t - 1)))
      return said(quoted, clause_of(quoted, {t, end}, place), "question", true);
    const bool late =
        t > from && (is_date(text, from) || text.word(from).is(C::kTime, C::kPreposition));
    if (here.is(C::kTo) && (t == from || late) && cue.takes(Frame::kTo) && t + 2 < end)
      return said(quoted, clause_of(quoted, {t, end}, place), "infinitive", false);
    // "told the crew to leave"
    if (here.is(C::kTo) && t > from && hearer && cue.takes(Frame::kPerson) &&
        !cue.takes(Frame::kObject) && t + 2 < end && begins_phrase(quoted, from) &&
        !text.name_at(t))
      return said(quoted, clause_of(quoted, {t, end}, place), "order", true);
    hearer = hearer && (!here.is(C::kPreposition) || text.text(t) == "of") &&
             (!here.is(C::kPronoun) || here.is(C::kOblique, C::kIt, C::kHearer));
    if (here.is(C::kFinite, C::kRelative) ||
        (here.is_reporting_verb() && (!here.takes(Frame::kNoun) || here.has_form(VerbForm::kPast))))
      break;
  }
  if (cue.takes(Frame::kQuote))
    if (const std::uint32_t begin = quote_behind(quoted, from, end); begin < end)
      return said(quoted, {begin, end}, "quote-after", true);
  while (from < end && (text.word(from).is(C::kTime) || is_date(text, from) ||
                        (text.word(from).is(C::kPreposition) && from + 1 < end &&
                         (is_date(text, from + 1) || text.word(from + 1).is(C::kTime)))))
    ++from;
  if (cue.takes(Frame::kBare) && from + 2 < end && begins_phrase(quoted, from) &&
      shows_verb(quoted, {from, end}))
    return said(quoted, clause_of(quoted, {from, end}, place), "clause", false);
  if (cue.takes(Frame::kClause) && from + 3 < end) {
    if (begins_phrase(quoted, from) ? !text.word(from).is(C::kNegation)
                                    : begins_clause(quoted, from, end))
      return said(quoted, clause_of(quoted, {from, end}, place), "clause", false);
    if (text.word(from).is(C::kPreposition))
      if (const std::uint32_t begin = clause_behind(quoted, from, end); begin < end)
        return said(quoted, clause_of(quoted, {begin, end}, place), "clause", false);
  }
  if (cue.takes(Frame::kPerson) && cue.takes(Frame::kBare))
    for (std::uint32_t t = from + 1; t < std::min(end, from + 6); ++t)
      if (text.word(t).is(C::kPronoun) && !text.word(t).is(C::kOblique))
        return said(quoted, clause_of(quoted, {t, end}, place), "clause-after-hearer", false);
  if (cue.takes(Frame::kObject) && from + 1 < end && begins_phrase(quoted, from))
    return object(quoted, {from, end}, place);
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
