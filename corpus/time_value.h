// A TimeValue is a date, time, duration or set as TIMEX3 (ISO-TimeML, ISO 24617-1) writes
// it, with the days it stands for and how it was resolved.
//
//     "27 April 2026"     value 2026-04-27   first = last = 2026-04-27   explicit
//     "last September"    value 2025-09      2025-09-01 .. 2025-09-30    published, anchor 2026-04-27
//     "the coming weeks"  value FUTURE_REF   open                        published
//     "three weeks"       value P3W          -                           explicit
//     "twice a week"      value P1W          -                           explicit, freq 2X
//     "8 a.m. EST"        value 2026-04-27T08:00  of that day            published, zone -05:00
//     "Tuesday", and no date anywhere: value "XXXX-WXX-2", unresolved.  It is never guessed.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/day.h"
#include "corpus/words.h"

namespace newsfacts {

enum class Grain : std::uint8_t {
  kNone, kSecond, kMinute, kHour, kDayPart, kDay, kWeekend, kWeek,
  kMonth, kQuarter, kSeason, kHalf, kYear, kDecade, kCentury,
};
inline constexpr std::array<std::string_view, 15> kGrainWords = {
    "none", "second", "minute", "hour", "daypart", "day", "weekend", "week",
    "month", "quarter", "season", "half", "year", "decade", "century"};

// What a value was reckoned from.
enum class TimeBasis : std::uint8_t {
  kExplicit,    // the words say it all
  kPublished,   // the publication date of the document
  kContext,     // another date of the text
  kUnresolved,  // nothing to reckon from: the value keeps its X
};
inline constexpr std::array<std::string_view, 4> kTimeBasisWords = {"explicit", "published",
                                                                    "context", "unresolved"};

// Which side of the date a statement reaches: "until 2032" ends there.  Of a duration, how exactly
// it is told: "more than 100 years" are at least as many.
enum class Bound : std::uint8_t {
  kNone, kFrom, kUntil, kBefore, kAfter, kAtLeast, kAtMost, kAbout,
};
inline constexpr std::array<std::string_view, 8> kBoundWords = {
    "", "from", "until", "before", "after", "at least", "at most", "about"};

// What a set says of the occasions it comes round on: each, or every second one.
enum class Quant : std::uint8_t { kNone, kEvery, kEach, kEveryOther };
inline constexpr std::array<std::string_view, 4> kQuantWords = {"", "EVERY", "EACH",
                                                                "EVERY OTHER"};

struct TimeValue {
  std::string value;  // TIMEX3
  Interval days;      // what it covers; unknown for durations, sets and the unresolved
  Grain grain = Grain::kNone;
  TimeBasis basis = TimeBasis::kExplicit;
  Bound bound = Bound::kNone;
  std::optional<Day> anchor;  // the day it was reckoned from, unless explicit
  Quant quant = Quant::kNone;
  std::string freq = {};  // of sets, as TIMEX3 has it: "2X" for "twice"
  std::string zone = {};  // of times: the offset from UTC that the words name, "-05:00"

  friend bool operator==(const TimeValue&, const TimeValue&) = default;
};

}  // namespace newsfacts
