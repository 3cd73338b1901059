// Holidays: the day of a year that a row of vocabulary/holidays.tsv says.
//
//     12-25       25 December
//     easter-2    two days before Easter Sunday
//     11-4#4      the fourth Thursday (ISO 8601: 4) of November
//     5-1#-1      the last Monday of May
//     11-1#1+1    the day after the first Monday of November

#pragma once

#include <optional>
#include <string_view>

#include "corpus/day.h"

namespace newsfacts {

// Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature 13, 1876,
// p. 487; J. Meeus, Astronomical Algorithms, 2nd ed. 1998, ch. 8).  Years 1583-9999.
Day easter_sunday(int year);

// nullopt where `rule` is none of the forms above, or the year has no such day.
std::optional<Day> holiday_in(int year, std::string_view rule);

}  // namespace newsfacts
