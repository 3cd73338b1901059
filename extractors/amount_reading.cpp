#include "extractors/amount_reading.h"

#include "extractors/word_table.h"

namespace newsfacts {
namespace {

Amount between(const std::optional<Decimal>& low, const std::optional<Decimal>& high,
               Relation relation) {
  Amount amount;
  amount.low = low;
  amount.high = high;
  amount.relation = relation;
  return amount;
}

std::optional<Decimal> negative(const std::optional<Decimal>& value) {
  if (!value) return std::nullopt;
  return Decimal(-value->digits(), value->exponent());
}

bool is_year(std::string_view words) {
  return words.size() == 4 && (words.starts_with("19") || words.starts_with("20")) &&
         words.find_first_not_of("0123456789") == words.npos;
}

}  // namespace

std::optional<Amount> read_vague(std::string_view words) {
  static const WordTable kVague("vague_words"), kMagnitudes("magnitudes");
  // The longest phrase of the table that opens the words: "a couple of", "several", "multi".
  std::optional<std::string_view> bounds;
  std::size_t end = words.size();
  for (; end > 0 && !bounds; --end) bounds = kVague.find(words.substr(0, end));
  if (!bounds) return std::nullopt;
  ++end;
  std::string_view rest = words.substr(end);
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n' || rest.front() == '-')) rest.remove_prefix(1);
  if (rest.starts_with("of ")) rest.remove_prefix(3);
  if (rest.ends_with('s') && !kMagnitudes.find(rest)) rest.remove_suffix(1);  // billions

  std::optional<Decimal> unit = Decimal(1, 0);
  if (!rest.empty()) {
    const auto scale = read_numeral(rest);
    if (!scale) return std::nullopt;
    unit = scale->value;
  }
  const std::size_t dots = bounds->find("..");
  const auto from = Decimal::parse(bounds->substr(0, dots));
  const auto below = Decimal::parse(bounds->substr(dots + 2));
  if (!from || !below || !unit) return std::nullopt;
  Amount amount = between(from->times(*unit), below->times(*unit), Relation::kVague);
  if (amount.high) amount.high = amount.high->plus(Decimal(-1, 0));
  if (!amount.low || !amount.high) return std::nullopt;
  return amount;
}

std::optional<Amount> read_amount(const Fields& fields) {
  if (fields.has("vague")) return read_vague(fields.words("vague"));
  if (fields.has("low")) {
    auto low = read_numeral(fields.words("low"));
    const auto high = read_numeral(fields.words("high"));
    if (!low || !high) return std::nullopt;
    // "rose in 1996 to 6,780 billion"
    if (is_year(fields.words("low")) && (high->power > 0 || high->grouped)) return std::nullopt;
    // "$1.2 to $1.5 billion"; but "$10,000 to $1 million" needs no help.
    if (high->power > 0 && low->power == 0 && !low->grouped) {
      const Decimal reached = low->value.scaled(high->power);
      if (reached < high->value) low->value = reached;
    }
    if (low->value >= high->value) return std::nullopt;  // "59 to 41" is a result, no range
    return between(low->value, high->value, Relation::kRange);
  }
  const auto numeral = read_numeral(fields.words(fields.has("words") ? "words" : "amount"));
  if (!numeral) return std::nullopt;
  Amount amount = between(numeral->value, numeral->value, Relation::kEqual);
  if (fields.has("minus")) amount.low = amount.high = negative(amount.low);
  return amount;
}

std::optional<Amount> scaled_by(const Amount& amount, const Decimal& factor) {
  Amount scaled = amount;
  if (scaled.low) scaled.low = scaled.low->times(factor);
  if (scaled.high) scaled.high = scaled.high->times(factor);
  if (amount.low.has_value() != scaled.low.has_value() ||
      amount.high.has_value() != scaled.high.has_value())
    return std::nullopt;
  return scaled;
}

}  // namespace newsfacts
