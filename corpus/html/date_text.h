// Dates as pages write them, in attributes and in text: ISO 8601, RFC 822, "March 14, 2026", "14.
// März 2026", "14/03/26", "2026年3月14日".  Only dates to the day; the zone is kept as printed, so
// the day is the one the page shows.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/day.h"

namespace newsfacts::html {

struct DateText {
  Day day;
  std::string time;     // what follows the day in ISO 8601, "T08:30:00Z"; may be empty
  bool certain = true;  // false for "03/04/2026", which is read by the custom of the language
  std::size_t begin = 0, end = 0;  // where it stands in the text

  std::string iso() const { return newsfacts::iso(day) + time; }
};

// Which of "03/04/2026" is the day.
enum class DateOrder { kDayFirst, kMonthFirst };
DateOrder order_of(std::string_view language);  // "en-US", "de"

// The value of an attribute: a date, with a time or without; or seconds since 1970.
std::optional<DateText> date_in_value(std::string_view value, DateOrder order);

// All that stand in a text, in order.
std::vector<DateText> dates_in(std::string_view text, DateOrder order);

}  // namespace newsfacts::html
