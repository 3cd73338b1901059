// Do two statements about the same thing agree?  compare() lays two values side by side and
// says whether both can be true as printed, in what sense, and why, in words a reader can check.
//
//     "$1 billion"       "one billion dollars"    agree     form         the same value
//     "4.2 billion"      "4,210,000,000"          agree     approx       one rounds the other
//     "about 300"        "290"                    agree     approx       within 5 %
//     "at least 50"      "62"                     agree     approx       50 <= 62 <= 75
//     "April 2026"       "27 April"               agree     granularity  one covers the other
//     "135 km"           "84 miles"               agree     unit
//     "6 rifles"         "14 rifles"              conflict  value        57 % apart
//     "at least 50"      "at least 62"            conflict  update       the count has moved on
//     "at least 50"      "48"                     conflict  bound
//     "Friday"           "Saturday"               conflict  date
//     "£1.7m"            "$2.6m"                  agree     rate         some day's rate may make
//                                                 it so; "$30m" is unrelated, as no rate does
//
// Whether the two speak of the same thing is not asked here: that is what slots are for.
// Both values are taken as printed; the verdict and its kind do not depend on their order.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "corpus/mention.h"

namespace newsfacts {

// In what sense two values agree or conflict.
enum class Difference : std::uint8_t {
  kNone,         // unrelated
  kExact,        // the same words, or all but
  kForm,         // the same value in other words
  kApprox,       // the same to the precision the coarser one states, or within its bound
  kGranularity,  // a longer stretch of time covers a shorter
  kUnit,         // the same in another unit, or in another currency as a text converts it
  kRate,         // sums in two currencies, that the rate of some day makes one
  kValue,        // figures that differ
  kDate,         // days that differ
  kUpdate,       // lower bounds that differ: one report is older
  kBound,        // a figure or a day on the wrong side of "at least", "before"
};
inline constexpr std::array<std::string_view, 11> kDifferenceWords = {
    "",     "exact", "form", "approx", "granularity", "unit",
    "rate", "value", "date", "update", "bound"};

struct Comparison {
  enum class Verdict : std::uint8_t { kAgree, kConflict, kUnrelated };

  Verdict verdict = Verdict::kUnrelated;
  Difference kind = Difference::kNone;
  std::string reason;  // "6 <> 14 rifles: 57 % apart"; empty when unrelated

  friend bool operator==(const Comparison&, const Comparison&) = default;
};
inline constexpr std::array<std::string_view, 3> kVerdictWords = {"agree", "conflict", "unrelated"};

// One side.  `value` and what the views show must outlive the call of compare().
struct Stated {
  const Value& value;
  std::string_view words;             // as printed
  std::span<const Amount> also = {};  // the same sum in other currencies, as its own text has it
};

Comparison compare(const Stated& a, const Stated& b);

}  // namespace newsfacts
