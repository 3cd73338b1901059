#include "extractors/attribution/bounds.h"

#include <string_view>

#include "extractors/attribution/clauses.h"

namespace newsfacts {
namespace {

using C = WordClass;

bool begins_main_clause(const Lexed& text, std::uint32_t at) {
  const Word& word = text.word(at);
  if (word.is(C::kOblique)) return false;
  return word.is(C::kPronoun, C::kDeterminer, C::kPossessive) || text.name_at(at) ||
         is_there(text, at) || text.token(at).shape == Token::Shape::kCapital;
}

bool is_ing(const Lexed& text, std::uint32_t at) {
  if (text.word(at).has_form(VerbForm::kIng)) return true;
  const std::string_view form = text.text(at);
  return form.size() > 5 && form.ends_with("ing") && text.token(at).shape == Token::Shape::kLower;
}

bool contrasts(std::string_view word) {
  return word == "although" || word == "though" || word == "while";
}

// A preposition behind a name that does not belong to it: "endorsed Hall in May".
bool leads_away(const Lexed& text, std::uint32_t at) {
  if (!text.word(at).is(C::kPreposition) || text.word(at).is(C::kTo)) return false;
  const std::string_view word = text.text(at);
  return word != "of" && word != "for" && word != "as" && word != "with" && word != "about";
}

}  // namespace

Run clause_of(const QuotedText& quoted, Run run, Place place) {
  const Lexed& text = quoted.text();
  for (std::uint32_t t = run.begin + 1; t + 1 < run.end; ++t) {
    if (!quoted.outside(t)) continue;
    // A comma may stand inside the closing mark.
    const bool inside = !quoted.outside(t - 1) && t >= 2 && text.sign(t - 2) == Sign::kComma;
    if (text.sign(t) != Sign::kComma && !inside) continue;
    const std::uint32_t next = text.sign(t) == Sign::kComma ? t + 1 : t;
    if (next >= run.end) break;
    const Word& word = text.word(next);
    const bool ends =
        (place == Place::kSubordinate && begins_main_clause(text, next)) ||
        (place == Place::kRelative && (word.is_finite() || word.has_form(VerbForm::kPast))) ||
        contrasts(text.text(next)) || is_ing(text, next) ||
        (word.is(C::kConjunction) && next + 1 < run.end && text.word(next + 1).is(C::kPronoun) &&
         begins_main_clause(text, next + 1));
    if (ends) return {run.begin, t};
  }
  return run;
}

Run object_of(const QuotedText& quoted, Run run, Place place) {
  const Lexed& text = quoted.text();
  const bool pronoun = text.word(run.begin).is(C::kOblique, C::kIt);
  const Mention* name = text.name_at(run.begin);
  std::uint32_t end = run.begin;
  for (; end < run.end; ++end) {
    if (text.sign(end) == Sign::kSemicolon || is_dash(text, end)) break;
    if (!quoted.outside(end)) continue;
    if (text.sign(end) == Sign::kComma && end + 1 < run.end) {
      const Word& next = text.word(end + 1);
      if (next.is(C::kWho, C::kSubordinator) || is_ing(text, end + 1) ||
          (next.is(C::kAdversative) && end + 2 < run.end &&
           !text.word(end + 2).is(C::kPreposition)) ||
          (place != Place::kMain && begins_main_clause(text, end + 1)))
        break;
    }
    const bool alone = (pronoun && end == run.begin + 1) ||
                       (name && end > run.begin && text.name_at(end - 1) == name);
    if (alone && leads_away(text, end)) break;
  }
  return {run.begin, end};
}

}  // namespace newsfacts
