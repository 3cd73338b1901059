#include "corpus/unit.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace newsfacts {
namespace {

constexpr Decimal kAbsoluteZeroCelsius(27315, -2), kAbsoluteZeroFahrenheit(45967, -2);

// One dimension after the other; the base unit is the row without a factor.
constexpr auto kUnits = std::to_array<Unit>({
    {"metre", "length"},
    {"nanometre", "length", 1, 1, -9},
    {"micrometre", "length", 1, 1, -6},
    {"millimetre", "length", 1, 1, -3},
    {"centimetre", "length", 1, 1, -2},
    {"decimetre", "length", 1, 1, -1},
    {"kilometre", "length", 1, 1, 3},
    {"inch", "length", 254, 1, -4},
    {"foot", "length", 3048, 1, -4},
    {"yard", "length", 9144, 1, -4},
    {"fathom", "length", 18288, 1, -4},
    {"furlong", "length", 201168, 1, -3},
    {"mile", "length", 1609344, 1, -3},
    {"nautical mile", "length", 1852},
    {"light second", "length", 299792458},
    {"light year", "length", 9460730472580800},
    {"pixel", "resolution"},
    {"megapixel", "resolution", 1, 1, 6},

    {"square metre", "area"},
    {"square millimetre", "area", 1, 1, -6},
    {"square centimetre", "area", 1, 1, -4},
    {"square kilometre", "area", 1, 1, 6},
    {"hectare", "area", 1, 1, 4},
    {"square inch", "area", 64516, 1, -8},
    {"square foot", "area", 9290304, 1, -8},
    {"square yard", "area", 83612736, 1, -8},
    {"square mile", "area", 2589988110336, 1, -6},
    {"acre", "area", 40468564224, 1, -7},
    {"dunam", "area", 1, 1, 3},
    {"rai", "area", 1600},

    {"cubic metre", "volume"},
    {"cubic millimetre", "volume", 1, 1, -9},
    {"cubic centimetre", "volume", 1, 1, -6},
    {"cubic kilometre", "volume", 1, 1, 9},
    {"litre", "volume", 1, 1, -3},
    {"millilitre", "volume", 1, 1, -6},
    {"centilitre", "volume", 1, 1, -5},
    {"hectolitre", "volume", 1, 1, -1},
    {"kilolitre", "volume"},
    {"megalitre", "volume", 1, 1, 3},
    {"gigalitre", "volume", 1, 1, 6},
    {"cubic inch", "volume", 16387064, 1, -12},
    {"cubic foot", "volume", 28316846592, 1, -12},
    {"cubic yard", "volume", 764554857984, 1, -12},
    {"cubic mile", "volume", 4168181825440579584, 1, -9},
    {"acre-foot", "volume", 12334818375475200, 1, -13},
    // Of the United States; then the imperial ones.
    {"fluid ounce", "volume", 295735295625, 1, -16},
    {"fluid ounce", "volume", 284130625, 1, -13},
    {"teaspoon", "volume", 492892159375, 1, -17},
    {"tablespoon", "volume", 1478676478125, 1, -17},
    {"cup", "volume", 2365882365, 1, -13},
    {"pint", "volume", 473176473, 1, -12},
    {"pint", "volume", 56826125, 1, -11},
    {"quart", "volume", 946352946, 1, -12},
    {"quart", "volume", 11365225, 1, -10},
    {"gallon", "volume", 3785411784, 1, -12},
    {"gallon", "volume", 454609, 1, -8},
    {"bushel", "volume", 3523907016688, 1, -14},
    {"barrel", "volume", 158987294928, 1, -12},  // of oil

    {"kilogram", "mass"},
    {"microgram", "mass", 1, 1, -9},
    {"milligram", "mass", 1, 1, -6},
    {"gram", "mass", 1, 1, -3},
    {"carat", "mass", 2, 1, -4},
    {"tonne", "mass", 1, 1, 3},
    {"quintal", "mass", 1, 1, 2},
    {"kilotonne", "mass", 1, 1, 6},
    {"megatonne", "mass", 1, 1, 9},
    {"gigatonne", "mass", 1, 1, 12},
    {"ounce", "mass", 28349523125, 1, -12},
    {"ounce", "mass", 311034768, 1, -10},  // of gold
    {"troy ounce", "mass", 311034768, 1, -10},
    {"pound", "mass", 45359237, 1, -8},
    {"stone", "mass", 635029318, 1, -8},
    {"hundredweight", "mass", 45359237, 1, -6},
    {"hundredweight", "mass", 5080234544, 1, -8},
    {"ton", "mass", 90718474, 1, -5},
    {"ton", "mass", 1, 1, 3},
    {"ton", "mass", 10160469088, 1, -7},
    {"long ton", "mass", 10160469088, 1, -7},

    {"kelvin", "temperature"},
    {"degree Celsius", "temperature", 1, 1, 0, kAbsoluteZeroCelsius},
    {"degree Fahrenheit", "temperature", 5, 9, 0, kAbsoluteZeroFahrenheit},
    // Either, or an angle.
    {"degree", "temperature", 1, 1, 0, kAbsoluteZeroCelsius},
    {"degree", "temperature", 5, 9, 0, kAbsoluteZeroFahrenheit},

    // "A metre a second" is a length and what it is reckoned by.
    {"knot", "speed", 463, 900},

    {"watt", "power"},
    {"kilowatt", "power", 1, 1, 3},
    {"megawatt", "power", 1, 1, 6},
    {"gigawatt", "power", 1, 1, 9},
    {"terawatt", "power", 1, 1, 12},
    {"milliwatt", "power", 1, 1, -3},
    {"horsepower", "power", 74569987158227022, 1, -14},
    {"horsepower", "power", 73549875, 1, -5},  // of a German or a Japanese car

    {"joule", "energy"},
    {"kilojoule", "energy", 1, 1, 3},
    {"megajoule", "energy", 1, 1, 6},
    {"gigajoule", "energy", 1, 1, 9},
    {"terajoule", "energy", 1, 1, 12},
    {"petajoule", "energy", 1, 1, 15},
    {"exajoule", "energy", 1, 1, 18},
    {"watt hour", "energy", 3600},
    {"kilowatt hour", "energy", 36, 1, 5},
    {"megawatt hour", "energy", 36, 1, 8},
    {"gigawatt hour", "energy", 36, 1, 11},
    {"terawatt hour", "energy", 36, 1, 14},
    {"calorie", "energy", 4184, 1, -3},
    {"calorie", "energy", 4184},  // on a menu
    {"kilocalorie", "energy", 4184},
    {"British thermal unit", "energy", 105505585262, 1, -8},

    {"byte", "data"},
    {"bit", "data", 1, 8},
    {"kilobit", "data", 1, 8, 3},
    {"megabit", "data", 1, 8, 6},
    {"gigabit", "data", 1, 8, 9},
    {"kilobyte", "data", 1, 1, 3},
    {"megabyte", "data", 1, 1, 6},
    {"gigabyte", "data", 1, 1, 9},
    {"terabyte", "data", 1, 1, 12},
    {"petabyte", "data", 1, 1, 15},

    {"hertz", "frequency"},
    {"kilohertz", "frequency", 1, 1, 3},
    {"megahertz", "frequency", 1, 1, 6},
    {"gigahertz", "frequency", 1, 1, 9},
    {"revolution per minute", "frequency", 1, 60},

    {"volt", "voltage"},
    {"kilovolt", "voltage", 1, 1, 3},
    {"ampere", "current"},
    {"pascal", "pressure"},
    {"kilopascal", "pressure", 1, 1, 3},
    {"hectopascal", "pressure", 1, 1, 2},
    {"megapascal", "pressure", 1, 1, 6},
    {"millibar", "pressure", 1, 1, 2},
    {"psi", "pressure", 44482216152605, 64516, -5},
    {"newton metre", "torque"},
    {"pound-foot", "torque", 13558179483314004, 1, -16},
    {"sievert", "radiation"},
    {"microsievert", "radiation", 1, 1, -6},
    {"millisievert", "radiation", 1, 1, -3},
    {"becquerel", "radioactivity"},
    {"curie", "radioactivity", 37, 1, 9},
    {"lumen", "light"},
    {"lux", "illuminance"},
    {"ppb", "concentration"},
    {"ppm", "concentration", 1, 1, 3},
    {"decibel", "loudness", 0},
});

// The rows of each name.
using Rows = std::unordered_map<std::string_view, std::span<const Unit>>;

const Rows& rows() {
  static const Rows kRows = [] {
    Rows made;
    for (std::size_t begin = 0, end = 0; begin < kUnits.size(); begin = end) {
      while (end < kUnits.size() && kUnits[end].name == kUnits[begin].name) ++end;
      made.emplace(kUnits[begin].name, std::span(kUnits).subspan(begin, end - begin));
    }
    return made;
  }();
  return kRows;
}

}  // namespace

Rational Unit::factor() const {
  return Rational(numerator, denominator) * Rational(Decimal(1, power));
}

std::span<const Unit> all_units() {
  return kUnits;
}

std::span<const Unit> units_named(std::string_view name) {
  const auto found = rows().find(name);
  return found == rows().end() ? std::span<const Unit>() : found->second;
}

std::string_view dimension_of(std::string_view name) {
  const auto units = units_named(name);
  return units.empty() ? std::string_view() : units.front().dimension;
}

std::int64_t seconds_in(std::string_view time) {
  struct Row {
    std::string_view time;
    std::int64_t seconds;
  };
  static constexpr auto kTimes = std::to_array<Row>({{"second", 1},
                                                     {"minute", 60},
                                                     {"hour", 3600},
                                                     {"day", 86400},
                                                     {"week", 604800},
                                                     {"month", 2629746},
                                                     {"year", 31556952}});
  const auto found =
      std::find_if(kTimes.begin(), kTimes.end(), [&](const Row& row) { return row.time == time; });
  return found == kTimes.end() ? 0 : found->seconds;
}

Rational in_base_unit(const Rational& value, const Unit& unit) {
  return (value + Rational(unit.offset)) * unit.factor();
}

Rational from_base_unit(const Rational& value, const Unit& unit) {
  return value * unit.factor().inverse() - Rational(unit.offset);
}

}  // namespace newsfacts
