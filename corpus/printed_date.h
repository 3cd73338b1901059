// Dates as they are printed, in a field of their own or in a text, to ISO 8601.
//
//     "2026-03-14 08:30:05 +0100"       ISO 8601               2026-03-14T08:30:05+01:00
//     "20260314T083005Z"                                       2026-03-14T08:30:05Z
//     "Sat, 14 Mar 2026 08:30:05 GMT"   RFC 5322, RFC 822      2026-03-14T08:30:05Z
//     "Sat Mar 14 08:30:05 2026"        asctime                2026-03-14T08:30:05
//     "26-FEB-1987 15:01:01.79"         Reuters                1987-02-26T15:01:01
//     "March 14th, 2026, 8:30 pm"       as people write it     2026-03-14T20:30
//     "14. März 2026", "2026年3月14日"   months.tsv             2026-03-14
//     "14/03/2026", "14.3.26"                                  2026-03-14
//     "1773478800"                      seconds since 1970     2026-03-14T09:00:00Z
//
// Only dates to the day, of the years that there are newspapers.  Day and zone are kept as printed.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/day.h"

namespace newsfacts {

struct PrintedDate {
  Day day{};
  std::string time = {};  // what follows the day in ISO 8601, "T08:30:00Z"; may be empty
  bool certain = true;    // false for "03/04/2026", which is read by the custom of the language
  std::size_t begin = 0, end = 0;  // where it stands in the text

  std::string iso() const { return newsfacts::iso(day) + time; }
};

// Which of "03/04/2026" is the day.
enum class DateOrder { kDayFirst, kMonthFirst };
DateOrder order_of(std::string_view language);  // "en-US", "de"

// Of a field that is there to hold a date: the first in it.  Seconds since 1970 are read here
// alone.
std::optional<PrintedDate> date_in_field(std::string_view field, DateOrder order);

// All that stand in a text, in order; at most 200.
std::vector<PrintedDate> dates_in(std::string_view text, DateOrder order);

// Of a field whose custom nobody knows: empty where no day is read, and where it is one of two.
std::string iso_of_printed(std::string_view field);

// The first whole day in the path of an address: "/2026/04/27/", "/2026/apr/27/", "-20260427", and
// "/27-04-2026", where it can be no other.
std::optional<Day> day_in_url(std::string_view url);

}  // namespace newsfacts
