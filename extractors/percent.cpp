#include <string>

#include "corpus/utf8.h"
#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"

namespace newsfacts {

namespace {

constexpr std::string_view kPoint = "percentage point";

std::optional<Amount> exactly(const Decimal& value) {
  Amount amount;
  amount.low = amount.high = value;
  return amount;
}

// The figure without its unit.
std::optional<Amount> read_figure(const Fields& fields) {
  if (fields.has("one"))  // "a percentage point", but "a percent" is no figure
    return fields["unit"] == kPoint ? exactly(Decimal(1, 0)) : std::nullopt;
  if (!fields.has("step")) return read_amount(fields);
  const char first = folded(fields.words("step")).front();
  return exactly(Decimal(first == 'q' ? 25 : first == 'h' ? 50 : 75, -2));
}

}  // namespace

std::optional<Reading> read_percent(const Fields& fields) {
  auto amount = read_figure(fields);
  if (!amount) return std::nullopt;
  std::string_view unit = fields.has("step") ? kPoint : fields["unit"];
  // "fell 0.7 percentage point to 7.16%" is no range.
  if (fields.has("sign") && fields["sign"] != unit) return std::nullopt;
  if (unit.ends_with("/100")) {
    unit.remove_suffix(4);
    amount = scaled_by(*amount, Decimal(1, -2));
    if (!amount) return std::nullopt;
  }
  amount->unit = Symbol(unit);
  return Reading{Kind::kPercent, *amount};
}

void settle_percent(Document& document) {
  for (Mention& mention : document.mentions)
    if (mention.kind == Kind::kPercent) read_surroundings(document, &mention);
}

}  // namespace newsfacts
