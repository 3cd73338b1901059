// An open value: what "Tuesday", "last September" and "two weeks later" say before anybody knows
// from which day to reckon.  A reader sees the words alone and makes one; settle_times()
// (reckoning.h) closes it when all mentions of the document are there.
//
//     words                   open value               closed from
//     Tuesday                 XXXX-WXX-2  near         the publication, by the tense
//     last September          XXXX-09     last         the publication
//     April of last year      XXXX-04     this -1      the year of publication
//     three weeks ago         XXXX-WXX    spoken -3    the publication, in a narrative too
//     next year               XXXX        shift 1      the publication; in a narrative, its own date
//     two days later          XXXX-XX-XX  context 2    the date mentioned before
//     the previous Friday     XXXX-WXX-5  before       the date mentioned before
//     the quarter             XXXX-QX     discussed    the quarter under discussion
//     a year earlier          XXXX        year-before  the quarter, or year, under discussion
//     the 18th                XXXX-XX-18  near
//     Easter Monday           XXXX-XX-XX  near easter+1
//     8:30 p.m.               T20:30      shift 0
//
// With nothing to reckon from, the X form stays and says so: it is never guessed.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/time_value.h"

namespace newsfacts {

// How to close an open value.
enum class Reckon : std::uint8_t {
  kNear,        // the nearest that the tense of the sentence allows
  kLast,        // the last one over
  kThis,        // the one of this year or week, or of the year `count` years on
  kNext,        // the first to come
  kShift,       // `count` units of the grain from the day of publication, or of the story
  kSpoken,      // `count` units of the grain from the day of publication, whatever the story
  kBefore,      // the last one before the date mentioned before
  kAfter,       // the first one after it
  kContext,     // `count` units of the grain from the date mentioned before
  kUpcoming,    // the same, and where none was mentioned from the day of publication
  kDiscussed,   // the unit that is spoken of, or else the one of publication
  kYearBefore,  // a year before the quarter spoken of, or else before the year
};
inline constexpr std::array<std::string_view, 12> kReckonWords = {
    "near", "last", "this", "next", "shift", "spoken", "before", "after", "context", "upcoming",
    "discussed", "year-before"};

// `x_form` is what it reads as where nothing is known.  `holiday`: a form of holidays.h.
TimeValue open_value(std::string x_form, Grain grain, Reckon how, int count = 0,
                     std::string_view holiday = {});

// What open_value() was given, apart again.
struct OpenValue {
  std::string x_form;   // without the time of day
  std::string time;     // "T20:30", "TNI", or empty
  std::string holiday;  // "easter+1", or empty
  Reckon how = Reckon::kNear;
  int count = 0;

  bool in_week() const { return x_form.starts_with("XXXX-WXX-"); }  // a weekday, a weekend
  bool in_month() const {  // "the 18th"
    return x_form.starts_with("XXXX-XX-") && !x_form.ends_with('X');
  }
};

// nullopt where `value` is closed.
std::optional<OpenValue> opened(const TimeValue& value);

}  // namespace newsfacts
