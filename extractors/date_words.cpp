#include "extractors/date_words.h"

#include <algorithm>
#include <array>

#include "extractors/holidays.h"

namespace newsfacts {

bool is_of_text(std::string_view rel) {
  static constexpr std::array<std::string_view, 4> kOfText = {"previous", "prior", "preceding",
                                                              "following"};
  return std::any_of(kOfText.begin(), kOfText.end(),
                     [&](std::string_view word) { return rel.ends_with(word); });
}

Reckon reckon_of(const Fields& fields) {
  const std::string_view shift = fields["rel"];
  if (shift.empty()) return Reckon::kNear;
  if (shift == "0") return Reckon::kThis;
  const bool back = shift.front() == '-';
  if (is_of_text(fields.words("rel"))) return back ? Reckon::kBefore : Reckon::kAfter;
  return back ? Reckon::kLast : Reckon::kNext;
}

std::optional<TimeValue> value_of_holiday(const Fields& fields, const std::string& time,
                                          Grain grain) {
  const std::string_view rule = fields["holiday"];
  const auto year = fields.number("year");
  if (!year) return open_value("XXXX-XX-XX" + time, grain, reckon_of(fields), 0, rule);
  const auto day = holiday_in(static_cast<int>(*year), rule);
  if (!day) return std::nullopt;
  TimeValue value;
  value.value = iso(*day) + time;
  value.days = {day, day};
  value.grain = grain;
  return value;
}

}  // namespace newsfacts
