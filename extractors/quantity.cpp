#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
#include "extractors/word_table.h"

namespace newsfacts {
namespace {

// "five foot nine" in inches.
std::optional<Reading> read_height(const Fields& fields) {
  const auto feet = read_numeral(fields.words("feet")),
             inches = read_numeral(fields.words("inches"));
  if (!feet || !inches || inches->value >= Decimal(12, 0)) return std::nullopt;
  const auto over = feet->value.times(Decimal(12, 0));
  Amount amount;
  amount.low = amount.high = over ? over->plus(inches->value) : std::nullopt;
  if (!amount.low) return std::nullopt;
  amount.unit = Symbol("inch");
  return Reading{Kind::kQuantity, amount};
}

}  // namespace

std::optional<Reading> read_quantity(const Fields& fields) {
  static const WordTable kUnits("units");
  if (fields.has("feet")) return read_height(fields);
  std::optional<Amount> amount;
  if (fields.has("one")) {
    amount.emplace();
    const bool half = fields.words("one").size() > 2;  // "half a"
    amount->low = amount->high = half ? Decimal(5, -1) : Decimal(1, 0);
  } else {
    amount = read_amount(fields);
  }
  const auto unit = kUnits.find(fields.words(fields.has("one") ? "lone" : "unit"));
  if (!amount || !unit) return std::nullopt;
  const std::size_t slash = unit->find('/');
  amount->unit = Symbol(unit->substr(0, slash));
  if (slash != unit->npos) amount->per = Symbol(unit->substr(slash + 1));
  return Reading{Kind::kQuantity, *amount};
}

void settle_quantity(Document& document) {
  for (Mention& mention : document.mentions)
    if (mention.kind == Kind::kQuantity) read_surroundings(document, &mention);
}

}  // namespace newsfacts
