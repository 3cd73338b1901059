#include <algorithm>

#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
#include "extractors/word_table.h"

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// "five foot nine" in inches, "six pounds two ounces" in ounces: `parts` of the small unit make one
// of the large.
std::optional<Reading> read_compound(const Fields& fields, std::string_view large,
                                     std::string_view small, int parts, std::string_view unit) {
  const auto whole = read_numeral(fields.words(large)), rest = read_numeral(fields.words(small));
  if (!whole || !rest || rest->value >= Decimal(parts, 0)) return std::nullopt;
  const auto over = whole->value.times(Decimal(parts, 0));
  Amount amount;
  amount.low = amount.high = over ? over->plus(rest->value) : std::nullopt;
  if (!amount.low) return std::nullopt;
  amount.unit = Symbol(unit);
  return Reading{Kind::kQuantity, amount};
}

// "12 degrees below zero": the same with its sign turned.
std::optional<Amount> turned(const std::optional<Amount>& amount) {
  return amount ? scaled_by(*amount, Decimal(-1, 0)) : std::nullopt;
}

// A hyphen behind a word is no minus, and the whole is a name: "the AB-173m probe".
bool is_hyphenated(const Document& document, Span span) {
  return document.text()[span.begin] == '-' && span.begin > 0 &&
         is_word_character(code_point_before(document.text(), span.begin).value);
}

// "seat 14F", "the form 13F"
bool is_labelled(const Document& document, TokenRange figure) {
  static const WordTable kLabels("labels");
  return figure.begin > 0 &&
         kLabels.find(document.at(document.tokens()[figure.begin - 1].span)).has_value();
}

// "60 cents [a gallon]": what the sum before it is reckoned by.
bool is_rate(const Mention& before, const Mention& mention) {
  static const Symbol kSingle("quantity/single");
  return mention.rule == kSingle && is_amount(before.kind) &&
         before.span.end + 1 == mention.span.begin;
}

// "12 by 8 feet": the shorter side and the longer.
std::optional<Amount> read_sides(const Fields& fields) {
  const auto side = read_numeral(fields.words("side")),
             across = read_numeral(fields.words("across"));
  if (!side || !across) return std::nullopt;
  Amount amount;
  amount.low = std::min(side->value, across->value);
  amount.high = std::max(side->value, across->value);
  if (amount.low != amount.high) amount.relation = Relation::kRange;
  return amount;
}

// "a mile", "half an inch"
Amount read_one(std::string_view words) {
  Amount amount;
  amount.low = amount.high = words.size() > 2 ? Decimal(5, -1) : Decimal(1, 0);
  return amount;
}

// The figure without its unit.
std::optional<Amount> read_figure(const Fields& fields) {
  if (fields.has("side")) return read_sides(fields);
  auto amount = fields.has("one") ? read_one(fields.words("one")) : read_amount(fields);
  if (amount && fields.has("rest")) {  // "a mile and a half"
    const bool half = folded(fields.words("rest")) == "half";
    amount->low = amount->high = amount->low->plus(half ? Decimal(5, -1) : Decimal(25, -2));
  }
  return fields.has("below") ? turned(amount) : amount;
}

void count(const Amount& amount, const std::string& noun, Mention* mention) {
  mention->kind = Kind::kNumber;
  mention->value = amount;
  std::get<Amount>(mention->value).unit = Symbol(noun);
}

// "1.2m homes", "20 M boats" are no lengths: what is counted follows, and the m is a million.
// "3M" alone is a name.  Whether it is.
bool is_false_metre(const Document& document, Mention* mention) {
  const std::string_view words = document.at(mention->span);
  if (words.size() < 2 || (words.back() | ' ') != 'm') return false;
  const char before = words[words.size() - 2];
  if ((before < '0' || before > '9') && (before != ' ' || words.back() == 'm')) return false;
  const std::string noun = counted_noun(document, tokens_of(document, mention->span), false);
  if (noun.empty()) return words.back() == 'M';
  if (const auto millions = scaled_by(*mention->amount(), Decimal(1, 6)))
    count(*millions, noun, mention);
  return false;
}

// "two stone lions": of stone.
void count_stones(const Document& document, Mention* mention) {
  constexpr std::string_view kStone = " stone";
  if (!document.at(mention->span).ends_with(kStone)) return;
  const std::string noun = counted_noun(document, tokens_of(document, mention->span), false);
  if (noun.empty()) return;
  mention->span.end -= static_cast<std::uint32_t>(kStone.size());
  count(*mention->amount(), noun, mention);
}

// "3 RAI channels": a whole word in capitals is no unit but a name, unless all is in capitals.
void count_acronyms(const Document& document, Mention* mention) {
  if (mention->kind != Kind::kQuantity) return;
  const auto& tokens = document.tokens();
  const TokenRange figure = tokens_of(document, mention->span);
  const Token& unit = tokens[figure.end - 1];
  if (figure.size() < 2 || unit.shape != Token::Shape::kUpper ||
      folded(document.at(unit.span)) != mention->amount()->unit.str() ||
      (figure.end < tokens.size() && tokens[figure.end].shape == Token::Shape::kUpper))
    return;
  const std::string noun = counted_noun(document, figure, false);
  if (noun.empty()) return;
  mention->span.end = tokens[figure.end - 2].span.end;
  count(*mention->amount(), noun, mention);
}

// A small "c" is a cent; the thirteen of "13F" would be a frost that is printed with its sign.
std::string_view degree_of(std::string_view letter, const std::optional<Amount>& amount) {
  if (letter == "C") return "degree Celsius";
  const bool warm = amount && amount->low && *amount->low >= Decimal(20, 0);
  return letter == "F" && warm ? "degree Fahrenheit" : std::string_view();
}

// "9mm" of a barrel is no nine million barrels.
bool is_short_of_millimetres(const Fields& fields) {
  return folded(fields.words("amount")).ends_with("mm");
}

}  // namespace

std::optional<Reading> read_quantity(const Fields& fields) {
  if (fields.has("feet")) return read_compound(fields, "feet", "inches", 12, "inch");
  if (fields.has("pounds")) return read_compound(fields, "pounds", "ounces", 16, "ounce");
  auto amount = read_figure(fields);
  static const WordTable kUnits("units");
  std::string_view unit = kUnits.find(fields.words("unit")).value_or(fields["unit"]);
  if (fields.has("letter")) {
    unit = degree_of(fields.words("letter"), amount);
    if (unit.empty()) return std::nullopt;
  }
  if (!amount || (fields.has("sign") && fields["sign"] != unit)) return std::nullopt;
  if (is_short_of_millimetres(fields)) return std::nullopt;
  const std::size_t slash = unit.find('/');
  amount->unit = Symbol(unit.substr(0, slash));
  if (slash != unit.npos) amount->per = Symbol(unit.substr(slash + 1));
  return Reading{Kind::kQuantity, *amount};
}

void settle_quantity(Document& document) {
  std::vector<bool> unwanted(document.mentions.size(), false);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& mention = document.mentions[i];
    if (mention.kind != Kind::kQuantity) continue;
    static const Symbol kLetter("quantity/letter");
    const TokenRange figure = tokens_of(document, mention.span);
    unwanted[i] = is_hyphenated(document, mention.span) ||
                  (mention.rule == kLetter && is_labelled(document, figure)) ||
                  (i > 0 && is_rate(document.mentions[i - 1], mention)) ||
                  is_false_metre(document, &mention);
    count_stones(document, &mention);
    count_acronyms(document, &mention);
    read_surroundings(document, &mention);
  }
  remove_mentions(&document, unwanted);
}

}  // namespace newsfacts
