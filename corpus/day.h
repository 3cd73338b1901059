// A Day is one day of the Gregorian calendar (std::chrono::sys_days: no zone, no time).
// An Interval is a run of days, both ends included: what a date of any grain
// stands for.  "2026-04" is [2026-04-01, 2026-04-30]; an end that is not known is open.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace newsfacts {

using Day = std::chrono::sys_days;

// nullopt for a day no calendar has, such as 31 February, and outside years 1-9999.
std::optional<Day> day_of(int year, unsigned month, unsigned day);

// Reads the day of "2026-04-27", "20260427" or "2026-04-27T08:30:00Z".
std::optional<Day> parse_day(std::string_view iso);

std::string iso(Day day);  // "2026-04-27"

struct Interval {
  std::optional<Day> first, last;

  bool known() const { return first || last; }
  bool covers(const Interval& other) const;    // every day of `other` lies within; both known
  bool overlaps(const Interval& other) const;  // some day may be common; open ends reach far
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace newsfacts
