#include "extractors/claims/clause.h"

#include <string_view>

namespace newsfacts {
namespace {

using C = WordClass;

}  // namespace

bool is_verb(const Lexed& text, std::uint32_t at) {
  const Word& word = text.word(at);
  if (word.is_finite()) return true;
  if (text.token(at).shape != Token::Shape::kLower) return false;
  if (word.has_form(VerbForm::kPast)) return true;
  const std::string_view form = text.text(at);
  return form.size() > 4 && form.ends_with("ed");
}

bool divides(const Lexed& text, std::uint32_t at) {
  switch (text.sign(at)) {
    case Sign::kSemicolon:
    case Sign::kDash:
    case Sign::kColon:
    case Sign::kComma: return text.mention_at(at) < 0;
    case Sign::kNone: break;
    default: return false;
  }
  const Word& word = text.word(at);
  if (word.is(C::kConjunction)) return true;
  if (word.is(C::kSubordinator) && !word.is(C::kPreposition)) return true;
  return word.is(C::kRelative) && !word.is(C::kThat);
}

Run between_dividers(const Lexed& text, Run unit, Run value) {
  Run clause = value;
  while (clause.begin > unit.begin && !divides(text, clause.begin - 1)) --clause.begin;
  while (clause.end < unit.end && !divides(text, clause.end)) ++clause.end;
  while (clause.end > value.end && text.sign(clause.end - 1) == Sign::kStop) --clause.end;
  return clause;
}

Run clause_around(const Lexed& text, Run unit, Run value) {
  Run clause = value;
  bool verb = false;
  const auto widen_left = [&] {
    std::uint32_t begin = clause.begin;
    while (begin > unit.begin && !divides(text, begin - 1)) verb |= is_verb(text, --begin);
    clause.begin = begin;
  };
  const auto widen_right = [&] {
    std::uint32_t end = clause.end;
    while (end < unit.end && !divides(text, end)) verb |= is_verb(text, end++);
    clause.end = end;
  };
  widen_left();
  widen_right();
  // "six rifles, 12 magazines and 300 rounds": over the dividers to the verb, leftwards first.
  while (!verb && clause.begin > unit.begin) {
    --clause.begin;
    widen_left();
  }
  while (!verb && clause.end < unit.end) {
    ++clause.end;
    widen_right();
  }
  while (clause.end > value.end && text.sign(clause.end - 1) == Sign::kStop) --clause.end;
  while (clause.begin < value.begin && text.sign(clause.begin) != Sign::kNone &&
         text.mention_at(clause.begin) < 0)
    ++clause.begin;
  return clause;
}

}  // namespace newsfacts
