#include "extractors/claims/measure.h"

#include <string_view>

#include "corpus/unit.h"
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

std::string without_age(const Mention& mention) {
  std::string measure;
  if (const TimeValue* time = mention.time()) {
    measure = word_in(kKindWords, mention.kind);
    if (time->bound != Bound::kNone) measure.append(":").append(word_in(kBoundWords, time->bound));
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

}  // namespace

bool makes_claim(const Document& document, const Mention& mention) {
  // "now", "recently": no date is told.
  if (const TimeValue* time = mention.time())
    return mention.kind != Kind::kSet && !time->value.ends_with("_REF");
  if (!is_amount(mention.kind)) return false;
  // "The first step", "one of the largest": nothing is counted.
  const Amount& amount = *mention.amount();
  // One side of a result says nothing without the other.
  if (amount.role.str() == "score") return false;
  const bool one = amount.low == Decimal(1, 0) && amount.high == amount.low;
  if (mention.kind == Kind::kOrdinal && one) return false;
  const std::string_view rest = std::string_view(document.text()).substr(mention.span.end, 4);
  return mention.kind != Kind::kNumber || !one || rest != " of ";
}

std::string measure_of(const Lexed& text, const Mention& mention, Run value) {
  return is_age(text, mention, value) ? "age" : without_age(mention);
}

}  // namespace newsfacts
