// Units of measure: what each measures, and what it is in units of the SI, exactly.
//
//     "60 miles"  60 x 1609344 x 10^-3 m       "97 km"  97 x 10^3 m
//     "99 °F"     (99 + 459.67) x 5/9 K        "37 °C"  37 + 273.15 K
//
// Sources: the SI Brochure (9th ed., 2019); the international yard and pound of 1959; NIST
// Special Publication 811, appendix B, where it marks a factor as exact.  A unit whose factor is
// measured and not defined is not converted.
//
// A name that stands for several units has a row for each: a "ton" is 2,000 pounds, a tonne or
// 2,240 pounds, by who speaks.  The first row is the reading where one must be chosen.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "corpus/decimal.h"
#include "corpus/rational.h"

namespace newsfacts {

struct Unit {
  std::string_view name;       // as vocabulary/units.tsv has it
  std::string_view dimension;  // "length"; "metre" in all of them, or its like, is the base unit
  // The base units in one of it: numerator / denominator x 10^power; numerator 0 = not converted.
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
  int power = 0;
  Decimal offset = {};  // added before the factor: degrees

  bool converts() const { return numerator != 0; }
  Rational factor() const;
};

// Every unit, those of one name in a row.
std::span<const Unit> all_units();

// The units that `name` stands for; none for what is no unit of measure.
std::span<const Unit> units_named(std::string_view name);

// "length" of "mile"; empty for what is no unit of measure.
std::string_view dimension_of(std::string_view name);

// Seconds in the time something is reckoned by, 3600 in "hour"; 0 for what is no time.  A year
// is the mean Gregorian one, a month a twelfth of it.
std::int64_t seconds_in(std::string_view time);

// `value` of `unit` in the base unit of its dimension, and back.
Rational in_base_unit(const Rational& value, const Unit& unit);
Rational from_base_unit(const Rational& value, const Unit& unit);

}  // namespace newsfacts
