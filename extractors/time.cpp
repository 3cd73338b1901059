// The reader of time.rules.

#include "corpus/utf8.h"
#include "extractors/extractor.h"
#include "extractors/reckoning.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

constexpr unsigned kNoon = 12;
constexpr int kLeapYear = 2000;

std::optional<Reading> at(const Fields& fields, const std::string& time, Grain grain) {
  if (fields.has("weekday")) {
    if (!is_upper(code_point_at(fields.words("weekday"), 0).value)) return std::nullopt;
    const std::string_view rel = fields["rel"];
    const Reckon how = rel.empty()     ? Reckon::kNear
                       : rel == "0"    ? Reckon::kThis
                       : rel[0] == '-' ? Reckon::kLast
                                       : Reckon::kNext;
    return Reading{Kind::kTime,
                   open_value("XXXX-WXX-" + std::string(fields["weekday"]) + time, grain, how)};
  }
  if (const auto month = fields.number("month")) {
    const unsigned day = *fields.number("day");
    if (!day_of(kLeapYear, *month, day)) return std::nullopt;
    const std::string form = "-" + padded(*month, 2) + "-" + padded(day, 2) + time;
    if (!fields.has("year"))
      return Reading{Kind::kTime, open_value("XXXX" + form, grain, Reckon::kNear)};
    TimeValue value;
    value.value = std::string(fields["year"]) + form;
    value.days = days_of(value.value);
    value.grain = grain;
    if (!value.days.known()) return std::nullopt;
    return Reading{Kind::kTime, std::move(value)};
  }
  const std::string_view shift = fields.has("shift") ? fields["shift"] : fields["rel"];
  const int days = shift.empty() ? 0 : std::stoi(std::string(shift));
  // The hour alone does not say that its day is known; "tonight" does.
  const bool bare = shift.empty() && grain != Grain::kDayPart;
  return Reading{Kind::kTime,
                 open_value((bare ? "" : "XXXX-XX-XX") + time, grain, Reckon::kShift, days)};
}

std::optional<Reading> on_the_clock(const Fields& fields, unsigned hour) {
  const std::string_view half = fields["ampm"];
  const std::string_view part = fields["part"];
  if (!half.empty()) {
    if (hour < 1 || hour > kNoon) return std::nullopt;
    const bool afternoon = half[0] == 'p' || half[0] == 'P';
    hour = hour % kNoon + (afternoon ? kNoon : 0);
  } else if (hour < kNoon && (part == "AF" || part == "EV" || part == "NI")) {
    hour += kNoon;
  }
  const unsigned minute = fields.number("minute").value_or(0);
  std::string time = "T" + padded(hour, 2) + ":" + padded(minute, 2);
  if (const auto second = fields.number("second")) time += ":" + padded(*second, 2);
  const Grain grain = fields.has("second")   ? Grain::kSecond
                      : fields.has("minute") ? Grain::kMinute
                                             : Grain::kHour;
  return at(fields, time, grain);
}

}  // namespace

std::optional<Reading> read_time(const Fields& fields) {
  if (fields.has("tonight")) return at(fields, "TNI", Grain::kDayPart);
  if (fields.has("noon")) {
    const bool midnight = fields["noon"].size() == std::string_view("midnight").size();
    return at(fields, midnight ? "T24:00" : "T12:00", Grain::kHour);
  }
  if (const auto hour = fields.number("hour")) return on_the_clock(fields, *hour);
  if (fields.has("oclock")) {
    const auto hour = fields.number("oclock");
    if (!hour || *hour > kNoon) return std::nullopt;
    return on_the_clock(fields, *hour);
  }
  return at(fields, "T" + std::string(fields["part"]), Grain::kDayPart);
}

}  // namespace newsfacts
