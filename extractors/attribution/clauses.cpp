#include "extractors/attribution/clauses.h"

#include <algorithm>
#include <string_view>

#include "extractors/attribution/sources.h"

namespace newsfacts {
namespace {

using C = WordClass;

constexpr std::uint32_t kReach = 18;           // tokens of a circumstance
constexpr std::uint32_t kClauseEvidence = 30;  // tokens within which a clause shows its verb

}  // namespace

bool is_there(const Lexed& text, std::uint32_t at) {
  return text.text(at) == "there" || text.text(at) == "There";
}

// The token after "on Tuesday", "in a statement", "in an interview with CNN".
std::uint32_t skip_circumstance(const QuotedText& quoted, Run unit, std::uint32_t at) {
  const Lexed& text = quoted.text();
  const std::uint32_t ceiling = std::min(unit.end, at + kReach);
  std::uint32_t end = at;
  while (end < ceiling && text.sign(end) == Sign::kNone && quoted.outside(end)) ++end;
  const bool circumstance =
      at < ceiling &&
      (text.word(at).is(C::kPreposition, C::kTime, C::kAdverb) || is_date(text, at));
  return circumstance ? end : at;
}

bool is_date(const Lexed& text, std::uint32_t at) {
  const std::int32_t mention = text.mention_at(at);
  return mention >= 0 && is_time(text.document().mentions[static_cast<std::size_t>(mention)].kind);
}

bool is_dash(const Lexed& text, std::uint32_t at) {
  if (text.sign(at) == Sign::kDash) return true;
  if (text.sign(at) != Sign::kHyphen || at + 1 >= text.size()) return false;
  return text.token(at).space_before == text.token(at + 1).space_before &&
         (text.token(at).space_before || text.sign(at + 1) == Sign::kHyphen);
}

// Whether a noun phrase may begin here.
bool begins_phrase(const QuotedText& quoted, std::uint32_t at) {
  const Lexed& text = quoted.text();
  if (!quoted.outside(at)) return true;
  if (text.sign(at) != Sign::kNone) return text.text(at) == "$";
  const Word& word = text.word(at);
  if (text.name_at(at)) return true;
  if (word.is(C::kDeterminer, C::kPossessive, C::kPronoun) || is_there(text, at)) return true;
  if (word.is(C::kPreposition, C::kConjunction, C::kSubordinator, C::kAuxiliary, C::kAdverb,
              C::kTime, C::kNegation))
    return false;
  return true;
}

// The apostrophe of "they'll", "he's", which hides a verb.
bool is_contraction(const Lexed& text, std::uint32_t at) {
  if (text.sign(at) != Sign::kApostrophe || at == 0 || at + 1 >= text.size()) return false;
  if (text.token(at).space_before || text.token(at + 1).space_before) return false;
  const std::string_view rest = text.text(at + 1);
  if (rest == "s") return text.word(at - 1).is(C::kPronoun, C::kWho) || is_there(text, at - 1);
  return rest == "ll" || rest == "re" || rest == "ve" || rest == "d" || rest == "m";
}

// Whether the words show a finite verb, as a clause must.
bool has_verb(const Lexed& text, Run run) {
  const std::uint32_t end = std::min(run.end, run.begin + kClauseEvidence);
  for (std::uint32_t t = run.begin; t < end; ++t) {
    const Word& word = text.word(t);
    if (word.is_finite() || is_contraction(text, t)) return true;
    if (text.sign(t) == Sign::kComma || text.sign(t) == Sign::kSemicolon) continue;
    if (t == run.begin || text.token(t).shape != Token::Shape::kLower) continue;
    if (word.has_form(VerbForm::kPast, VerbForm::kThird)) return true;
    if (word.has_form(VerbForm::kPlain) && !word.takes(Frame::kNoun)) return true;
    const std::string_view form = text.text(t);
    if (form.size() > 3 && form.ends_with("ed")) return true;
    // "he wants", "Trump likes": an -s after what can be a subject.
    if (form.size() > 3 && form.ends_with("s") && !form.ends_with("ss") &&
        (text.word(t - 1).is(C::kPronoun) || text.name_at(t - 1) ||
         text.token(t - 1).shape == Token::Shape::kCapital))
      return true;
    if (t == run.begin + 1 && text.word(run.begin).is(C::kPronoun)) return true;
  }
  return false;
}

bool shows_verb(const QuotedText& quoted, Run run) {
  for (std::uint32_t t = run.begin; t < std::min(run.end, run.begin + kClauseEvidence); ++t)
    if (!quoted.outside(t)) return true;
  return has_verb(quoted.text(), run);
}

// Without the signs that end a sentence, unless they end a quotation.
Run without_stop(const QuotedText& quoted, Run run) {
  const Lexed& text = quoted.text();
  while (run.end > run.begin && quoted.outside(run.end - 1)) {
    const Sign sign = text.sign(run.end - 1);
    if (sign != Sign::kStop && sign != Sign::kComma && sign != Sign::kSemicolon &&
        sign != Sign::kColon && sign != Sign::kDash)
      break;
    if (sign == Sign::kStop && text.name_at(run.end - 1)) break;  // Ltd.
    --run.end;
  }
  return run;
}

// The first noun phrase of the unit: a name, a pronoun, or what a determiner begins.
Run first_subject(const QuotedText& quoted, Run unit, std::uint32_t before) {
  const Lexed& text = quoted.text();
  for (std::uint32_t t = unit.begin; t < before; ++t) {
    if (!quoted.outside(t)) continue;
    const Word& word = text.word(t);
    const bool noun = text.name_at(t) || (word.is(C::kPronoun) && !word.is(C::kOblique)) ||
                      word.is(C::kDeterminer, C::kPossessive) ||
                      (text.token(t).shape == Token::Shape::kCapital && word.classes == 0);
    if (!noun) continue;
    if (t > unit.begin && text.word(t - 1).is(C::kPreposition)) {
      const Run passed = noun_phrase_after(text, quoted.of_token(), {unit.begin, before}, t);
      t = std::max(t, passed.empty() ? t : passed.end - 1);
      continue;
    }
    const Run phrase = noun_phrase_after(text, quoted.of_token(), {unit.begin, before}, t);
    // A subject is short, or it is a whole clause misread.
    return phrase.size() <= 12 ? phrase : Run{t, t + 1};
  }
  return {};
}

}  // namespace newsfacts
