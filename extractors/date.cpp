#include "extractors/extractor.h"

namespace newsfacts {

std::optional<Reading> read_date(const Fields& fields) {
  const auto year = fields.number("year");
  if (!year) return std::nullopt;
  const int y = static_cast<int>(*year);
  const unsigned month = fields.number("month").value_or(1);
  const auto first = day_of(y, month, fields.number("day").value_or(1));
  if (!first) return std::nullopt;
  TimeValue time;
  time.value = iso(*first).substr(0, fields.has("day") ? 10 : 7);
  time.days = {*first, first};
  time.grain = fields.has("day") ? Grain::kDay : Grain::kMonth;
  return Reading{Kind::kDate, std::move(time)};
}

}  // namespace newsfacts
