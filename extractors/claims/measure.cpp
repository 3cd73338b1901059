#include "extractors/claims/measure.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "corpus/unit.h"
#include "corpus/utf8.h"
#include "extractors/claims/word_meanings.h"

namespace newsfacts {
namespace {

using C = WordClass;

// "16-year-old", "aged 23", "John Smith, 23,": what one counts in years of life.
bool is_age(const Lexed& text, const Mention& mention, Run value) {
  const Amount* amount = mention.amount();
  if (mention.kind == Kind::kAge) return true;
  if (!amount && mention.kind != Kind::kDuration) return false;
  if (amount && amount->role.str() == "age") return true;
  const auto word = [&](std::uint32_t at) {
    return at < text.size() ? text.text(at) : std::string_view();
  };
  for (std::uint32_t at = value.begin; at < value.end; ++at)
    if (word(at) == "old" || word(at) == "aged") return true;
  std::uint32_t after = value.end;
  for (int step = 0; step < 4 && after < text.size(); ++step, ++after) {
    if (word(after) == "old") return true;
    if (word(after) != "year" && word(after) != "years" && word(after) != "-") break;
  }
  // "61 and 48 years old"
  const bool joined = word(value.end) == "and" || word(value.end) == "or";
  if (joined && mention.kind == Kind::kNumber && value.end + 1 < text.size())
    if (const std::int32_t next = text.mention_at(value.end + 1);
        next >= 0 && text.document().mentions[static_cast<std::size_t>(next)].kind == Kind::kAge)
      return true;
  if (value.begin == 0) return false;
  if (word(value.begin - 1) == "aged" || word(value.begin - 1) == "age") return true;
  if (!amount || mention.kind != Kind::kNumber || amount->relation != Relation::kEqual)
    return false;
  const double years = amount->low->approximate();
  if (value.size() > 1 || years < 1 || years > 119) return false;
  const Sign next = value.end < text.size() ? text.sign(value.end) : Sign::kStop;
  if (next != Sign::kComma && next != Sign::kStop) return false;
  // After a person and a comma; or "He was 77."
  if (text.sign(value.begin - 1) == Sign::kComma && value.begin > 1) {
    const Mention* name = text.name_at(value.begin - 2);
    return name && name->kind == Kind::kPerson;
  }
  return value.begin > 1 && text.word(value.begin - 1).is(C::kBe) && next == Sign::kStop &&
         (text.word(value.begin - 2).is(C::kHe, C::kShe) ||
          (text.name_at(value.begin - 2) && text.name_at(value.begin - 2)->kind == Kind::kPerson));
}

// "A 5.9 quake", "a magnitude of 6.1", "6.1 on the Richter scale": what a quake measures, whatever
// else stands beside the figure.
bool is_magnitude(const Lexed& text, const Mention& mention, Run value) {
  const Amount* amount = mention.amount();
  if (mention.kind != Kind::kNumber || !amount || !amount->low) return false;
  if (amount->low->exponent() >= 0 || amount->low->approximate() >= 10) return false;
  const auto tells = [&](std::uint32_t at) {
    return at < text.size() && meaning("quake_words", folded(text.text(at))) == "magnitude";
  };
  for (std::uint32_t step = 1; step <= 4; ++step)
    if ((value.begin >= step && tells(value.begin - step)) || tells(value.end + step - 1))
      return true;
  return false;
}

std::string without_age(const Mention& mention) {
  std::string measure;
  if (const TimeValue* time = mention.time()) {
    measure = word_in(kKindWords, mention.kind);
    const bool of_a_date = time->bound != Bound::kNone && mention.kind != Kind::kDuration;
    if (of_a_date) measure.append(":").append(word_in(kBoundWords, time->bound));
    return measure;
  }
  const Amount& amount = *mention.amount();
  const std::string_view unit = amount.unit.str();
  switch (mention.kind) {
    case Kind::kNumber:
      measure = "count";
      if (!unit.empty()) {
        const std::string_view person = meaning("person_nouns", unit);
        measure.append(":").append(person.empty() ? unit : person);
      }
      break;
    case Kind::kQuantity: {
      const std::string_view dimension = dimension_of(unit);
      measure.append("quantity:").append(dimension.empty() ? unit : dimension);
      break;
    }
    default: measure = word_in(kKindWords, mention.kind);
  }
  if (!amount.per.empty()) measure.append("/").append(amount.per.str());
  // A change is not a level: "fell by 20" says nothing of "fell to 20".  But "gunned down two
  // women" is no fall.
  std::string_view role = amount.role.str();
  if (mention.kind == Kind::kNumber && !unit.empty()) role = {};
  if (role.ends_with("-by"))
    measure.append(":change");
  else if (role.ends_with("from"))
    measure.append(":before");
  for (char& c : measure)
    if (c == ' ' || c == '|') c = '_';
  return measure;
}

// "Days", "months": of whatever number.
bool is_mere_unit(std::string_view words) {
  static constexpr std::string_view kUnits[] = {
      "seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"};
  const std::string word = folded(words);
  return std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
}

// A side of "$1 = 7.07 rand".
bool is_equated(const Document& document, const Mention& mention) {
  const std::string_view text = document.text();
  const std::size_t after = text.find_first_not_of(' ', mention.span.end);
  if (after != text.npos && text[after] == '=') return true;
  const std::size_t before = text.substr(0, mention.span.begin).find_last_not_of(' ');
  return before != text.npos && text[before] == '=';
}

}  // namespace

bool makes_claim(const Document& document, const Mention& mention) {
  // "now", "recently": no date is told.
  if (const TimeValue* time = mention.time())
    return mention.kind != Kind::kSet && !time->value.ends_with("_REF") &&
           !is_mere_unit(document.at(mention.span));
  if (!is_amount(mention.kind)) return false;
  // "One of the largest": nothing is counted.
  const Amount& amount = *mention.amount();
  // One side of a result says nothing without the other.
  if (amount.role.str() == "score") return false;
  // "($1 = 7.07 rand)" is a note on what the sums are worth, and no news.
  if (mention.kind == Kind::kMoney && is_equated(document, mention)) return false;
  const bool one = amount.low == Decimal(1, 0) && amount.high == amount.low;
  const std::string_view rest = std::string_view(document.text()).substr(mention.span.end, 4);
  return mention.kind != Kind::kNumber || !one || rest != " of ";
}

Run bare_number(const Lexed& text, std::uint32_t at, Run sentence) {
  const auto is_number = [&](std::uint32_t t) {
    if (text.token(t).shape != Token::Shape::kNumber) return false;
    const std::int32_t m = text.mention_at(t);
    return m < 0 || is_name(text.document().mentions[static_cast<std::size_t>(m)].kind);
  };
  // "AK-47" and "A330-200" are words.
  const bool joined = at > sentence.begin && !text.token(at).space_before &&
                      text.sign(at - 1) != Sign::kOther && text.sign(at - 1) != Sign::kOpen;
  if (joined || !is_number(at)) return {};
  Run number{at, at + 1};
  while (number.end + 1 < sentence.end && !text.token(number.end).space_before &&
         !text.token(number.end + 1).space_before && is_number(number.end + 1) &&
         (text.sign(number.end) == Sign::kComma || text.sign(number.end) == Sign::kStop))
    number.end += 2;
  return number;
}

std::string measure_of(const Lexed& text, const Mention& mention, Run value) {
  if (is_age(text, mention, value)) return "age";
  return is_magnitude(text, mention, value) ? "count:magnitude" : without_age(mention);
}

}  // namespace newsfacts
