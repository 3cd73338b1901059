// Periods: those that an X form (open_value.h) may mean, and which of them is meant.
//
//     XXXX-WXX-2 around Saturday 2026-03-14      2026-03-03, 2026-03-10, 2026-03-17
//     "last Tuesday"                             the last that is over
//     "met Tuesday", "will meet Tuesday"         the last that has begun; the next

#pragma once

#include <string>
#include <vector>

#include "corpus/day.h"
#include "corpus/time_value.h"
#include "extractors/open_value.h"
#include "extractors/tense.h"

namespace newsfacts {

struct Period {
  std::string value;  // TIMEX3
  Interval days;
};

// Those around `now`, in order: the same one of last year, this year and next year; the weekday of
// last week, this week and next week; the day of last month, this month and next month.
std::vector<Period> periods(const OpenValue& open, Day now);

// Each comes back with a period of the list, or null where it has none that fits.

// "last September", "next Monday"; "this fall", "April of last year" (`years` of -1).
const Period* by_word(const std::vector<Period>& list, const Interval& now, Reckon how, int years);

// Of a weekday or a quarter the one that has begun is told of, unless the verb looks ahead.  A day
// or a month of the year may lie on either side, and a season of which no verb tells.
const Period* by_tense(const std::vector<Period>& list, Day day, Tense tense, bool either_side);

// In a narrative time goes on: what lies ahead is nearer than what is as far behind.
const Period* by_narrative(const std::vector<Period>& list, const Interval& now);

const Period* last_begun(const std::vector<Period>& list, Day by);

}  // namespace newsfacts
