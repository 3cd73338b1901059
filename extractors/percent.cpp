#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"

namespace newsfacts {

std::optional<Reading> read_percent(const Fields& fields) {
  auto amount = read_amount(fields);
  if (!amount) return std::nullopt;
  std::string_view unit = fields["unit"];
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
