// The readers of age.rules, and the ages that only their surroundings tell.

#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
#include "extractors/word_table.h"

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// The oldest anybody was is 122.
bool may_be_age(const Mention& mention) {
  const Amount& amount = *mention.amount();
  return mention.kind == Kind::kNumber && amount.relation == Relation::kEqual &&
         amount.low == amount.high && amount.low->exponent() == 0 && *amount.low > Decimal(0, 0) &&
         *amount.low < Decimal(120, 0);
}

std::string_view token_at(const Document& document, std::size_t at) {
  const auto& tokens = document.tokens();
  return at < tokens.size() ? document.at(tokens[at].span) : std::string_view();
}

// "Ana Reyes, 41, a mason", "his deputy, Reyes, 41.": no list goes on from there.
bool follows_name(const Document& document, TokenRange figure) {
  const auto& tokens = document.tokens();
  if (figure.begin < 2 || token_at(document, figure.begin - 1) != ",") return false;
  const Token& name = tokens[figure.begin - 2];
  const std::string_view dot = document.at(name.span);
  const bool capital = name.is_word() && name.shape != Token::Shape::kLower;
  const bool initial = dot == "." && figure.begin > 2 && tokens[figure.begin - 3].is_word() &&
                       tokens[figure.begin - 3].shape != Token::Shape::kLower;  // "Reyes Jr."
  const std::string_view behind = token_at(document, figure.end);
  return (capital || initial) && (behind == "," || behind == "." || behind == ";");
}

// "She was 77.", "he is 41 and"
bool is_said_of_person(const Document& document, TokenRange figure) {
  if (figure.begin < 2) return false;
  const std::string verb = folded(token_at(document, figure.begin - 1));
  const std::string who = folded(token_at(document, figure.begin - 2));
  const std::string_view behind = token_at(document, figure.end);
  return (verb == "was" || verb == "is" || verb == "turned" || verb == "turns") &&
         (who == "he" || who == "she" || who == "who") &&
         (behind == "," || behind == "." || behind == ";" || behind == "and" || behind == "when");
}

}  // namespace

std::optional<Reading> read_age(const Fields& fields) {
  Amount amount;
  if (fields.has("decade")) {
    amount.low = Decimal::parse(fields["decade"]);
    amount.high = amount.low ? amount.low->plus(Decimal(9, 0)) : std::nullopt;
    amount.relation = Relation::kRange;
  } else {
    const auto read = read_amount(fields);
    if (!read) return std::nullopt;
    amount = *read;
  }
  amount.unit = Symbol(fields.has("unit") ? fields["unit"] : "year");
  return Reading{Kind::kAge, amount};
}

void settle_age(Document& document) {
  for (Mention& mention : document.mentions) {
    if (mention.kind == Kind::kAge) {
      read_surroundings(document, &mention);
    } else if (mention.amount() && may_be_age(mention)) {
      const TokenRange figure = tokens_of(document, mention.span);
      if (!follows_name(document, figure) && !is_said_of_person(document, figure)) continue;
      mention.kind = Kind::kAge;
      std::get<Amount>(mention.value).unit = Symbol("year");
    }
  }
}

}  // namespace newsfacts
