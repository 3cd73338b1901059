// TIMEX3 values (ISO-TimeML, ISO 24617-1, over ISO 8601) and the days they stand for.
//
//     2026-03-14  day        2026-W11  week         2026-W11-WE  weekend     2026-03  month
//     2026-Q1     quarter    2026-H1   half         2026-SU      season      2026     year
//     202         decade     20        century      2026-03-14T20:30, 2026-03-14TEV  time of a day
//     BC0490      490 BC, and so before each of the forms above: BC0490-SU, BC049, BC04
//
// Seasons are the meteorological ones of the northern hemisphere; the winter of a year
// begins in its December.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/day.h"
#include "corpus/time_value.h"

namespace newsfacts {

// The day, weekend, week, month, quarter, half, year, decade or century that `day` lies in.
std::string timex_of(Day day, Grain grain);

// The days a whole value of one of the forms above stands for; unknown for any other string,
// and for the days no calendar has.
Interval days_of(std::string_view timex);

// The same, and of BC years as well, on the Gregorian calendar reckoned backwards.  To reckon from:
// no TimeValue carries such days.
Interval reckoned_days_of(std::string_view timex);

// `day` moved by `count` units of `grain`; a month that is too short gives its last day.
// nullopt beyond the years 9999 BC and 9999.
std::optional<Day> moved(Day day, Grain grain, int count);

// "P3D", "PT2H", "PXY".  `count` is digits or "X".
std::string duration_of(std::string_view count, Grain unit);

unsigned iso_weekday(Day day);  // 1 is Monday

std::string padded(unsigned number, unsigned width);  // "03"

}  // namespace newsfacts
