// 3/4/2026 is 4 March in one country and 3 April in another.  The document tells which, or it
// stays unresolved.  Asked in this order, and the first that answers is believed:
//
//     its weekday         "Friday, 3/4/2026" was 3 April
//     its own figures     28/02/2026 in the same text: the day goes first
//     its publication     one of the two is the day it appeared on
//     its place           a dateline of SYDNEY, a site in .uk, The Chicago Courier
//                         (vocabulary/day_order_places.tsv)
//     its spelling        "3 March 2026" all through the text: the day goes first; "March 3" and
//                         sums in bare "$" alone: the month does
//
// Two answers of one kind that contradict each other are none.

#pragma once

#include <optional>
#include <string_view>

#include "corpus/document.h"

namespace newsfacts {

enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

// Of the document as a whole, told by all but the weekday of a date.  Looks at its mentions.
DayOrder day_order(const Document& document);

// The ISO number of the weekday that `words` begin with.
std::optional<unsigned> weekday_in(std::string_view words);

// Gives the dates of date_forms.rules that may be read both ways their value.
void settle_day_order(Document& document);

}  // namespace newsfacts
