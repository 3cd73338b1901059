// Days, times of day, spans and durations side by side: the half of compare() that knows calendars.
//
// A longer stretch covers a shorter; "before 2030" may be 2028 but hardly 2004, and "until 2030"
// agrees with what names that end, for 2018 lies within and says nothing of it; a time of day told
// in round figures may be the one told to the minute, and 8 a.m. EST is 1300 GMT.  What no calendar
// resolves ("Tuesday", "2 a.m.") is laid beside its like as far as both were said.

#pragma once

#include "corpus/comparison.h"
#include "corpus/time_value.h"

namespace newsfacts {

// `x` and `y` are the values of `a` and `b`.
Comparison compare_times(const Stated& a, const Stated& b, const TimeValue& x, const TimeValue& y);

}  // namespace newsfacts
