// Reckoning: what "Tuesday", "last September" and "two weeks later" mean can only be told
// from the day the article appeared, or from another date of its text.  A reader sees the
// words alone, so it hands on an open value, and settle_times() closes it when all mentions
// are there.
//
//     words              open value           published 2026-03-14, a Saturday
//     Tuesday            XXXX-WXX-2 near      2026-03-10; "will meet Tuesday" 2026-03-17
//     last September     XXXX-09    last      2025-09
//     three weeks ago    XXXX-WXX   -3        2026-W08
//     two days later     XXXX-XX-XX context+2   two days on from the date before it
//     8:30 p.m.          T20:30     +0        2026-03-14T20:30
//
// With nothing to reckon from, the X form stays and says so: it is never guessed.

#pragma once

#include <string>
#include <string_view>

#include "corpus/document.h"

namespace newsfacts {

// How to close an open value.
enum class Reckon {
  kNear,     // the nearest that the tense of the sentence allows
  kLast,     // the last one over
  kThis,     // the one of this year, or of this week
  kNext,     // the first to come
  kShift,    // `count` units of the grain from the day of publication
  kContext,  // `count` units of the grain from the date mentioned before
};

// The open value: `x_form` is what it reads as where nothing is known.
TimeValue open_value(std::string x_form, Grain grain, Reckon how, int count = 0);

// Closes the open values, finds the bounds ("until", "since") that stand before dates, and
// removes what the words around it show to be no date: the page 1999, June Carter.
void settle_times(Document& document);

}  // namespace newsfacts
