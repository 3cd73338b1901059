#include "extractors/clock.h"

#include "extractors/timex.h"

namespace newsfacts {
namespace {

constexpr unsigned kNoon = 12, kMinutes = 60;

// Whether the words place `hour` in the half of the day that begins at noon.  "Four in the
// morning" and "eleven at night" say it; a bare "five o'clock" does not, and stays where it is.
std::optional<bool> after_noon(const Fields& fields, unsigned hour) {
  if (fields.has("tonight")) return hour > 5 && hour < kNoon;
  if (const std::string_view half = fields["ampm"]; !half.empty()) {
    const bool afternoon = half[0] == 'p' || half[0] == 'P';
    // "11 to 1 p.m." begins in the other half of the day.
    const auto until = fields.number("until");
    return until && hour % kNoon > *until % kNoon ? !afternoon : afternoon;
  }
  const std::string_view part = fields["part"];
  if (part == "MO") return false;
  if (part == "AF" || part == "EV") return true;
  if (part == "NI") return hour > 5 && hour < kNoon;
  return std::nullopt;
}

}  // namespace

std::string ClockTime::text() const {
  std::string text = "T" + padded(hour, 2) + ":" + padded(minute.value_or(0), 2);
  if (second) text += ":" + padded(*second, 2);
  return text;
}

std::optional<ClockTime> clock_time(const Fields& fields) {
  const bool worded = fields.has("oclock");
  const auto number = fields.number(worded ? "oclock" : "hour");
  if (!number || *number > 24 || (worded && (*number < 1 || *number > kNoon))) return std::nullopt;
  ClockTime time;
  time.hour = *number;
  if (const auto afternoon = after_noon(fields, time.hour)) {
    const bool said = fields.has("ampm");
    if (said && (time.hour < 1 || time.hour > kNoon)) return std::nullopt;
    if (said || time.hour <= kNoon)
      time.hour = time.hour % kNoon + (*afternoon ? kNoon : 0);
  }
  time.minute = fields.number("minute");
  time.second = fields.number("second");
  if (const auto past = fields.number("past")) time.minute = *past;
  if (const auto before = fields.number("before")) {
    // "Ten to six" may be a vote, and "aged 15 to 24" often is.
    const bool quarter = fields.words("before").ends_with("quarter");
    if (*before == 0 || *before >= kMinutes || !(quarter || fields.has("minutes")))
      return std::nullopt;
    time.minute = kMinutes - *before;
    time.hour = time.hour == 0 ? 23 : time.hour - 1;
  }
  const bool exact = time.minute.value_or(0) == 0 && time.second.value_or(0) == 0;
  if (time.minute.value_or(0) >= kMinutes || time.second.value_or(0) >= kMinutes ||
      (time.hour == 24 && !exact))
    return std::nullopt;
  return time;
}

}  // namespace newsfacts
