// What measures what, and what it is in the SI, to the last digit.

#include "corpus/unit.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <set>
#include <string>

namespace newsfacts {
namespace {

struct Conversion {
  std::string_view value, unit, other_unit, other;  // 1 mile = 1.609344 kilometre
};

void PrintTo(const Conversion& c, std::ostream* out) {
  *out << c.value << ' ' << c.unit << " = " << c.other << ' ' << c.other_unit;
}

Rational stated(std::string_view value) {
  return Rational(Decimal::parse(value).value());
}

class Units : public testing::TestWithParam<Conversion> {};

TEST_P(Units, ConvertExactly) {
  const auto from = units_named(GetParam().unit), to = units_named(GetParam().other_unit);
  ASSERT_FALSE(from.empty() || to.empty());
  EXPECT_EQ(from.front().dimension, to.front().dimension);
  EXPECT_EQ(from_base_unit(in_base_unit(stated(GetParam().value), from.front()), to.front()),
            stated(GetParam().other));
}

INSTANTIATE_TEST_SUITE_P(
    Defined, Units,
    testing::Values(
        Conversion{"1", "inch", "centimetre", "2.54"},
        Conversion{"1", "mile", "kilometre", "1.609344"},
        Conversion{"60", "mile", "metre", "96560.64"},
        Conversion{"1", "nautical mile", "metre", "1852"}, Conversion{"5280", "foot", "mile", "1"},
        Conversion{"640", "acre", "square mile", "1"},
        Conversion{"43560", "square foot", "acre", "1"},
        Conversion{"100", "hectare", "square kilometre", "1"},
        Conversion{"1", "pound", "gram", "453.59237"}, Conversion{"14", "pound", "stone", "1"},
        Conversion{"16", "ounce", "pound", "1"}, Conversion{"2000", "pound", "ton", "1"},
        Conversion{"2240", "pound", "long ton", "1"}, Conversion{"42", "gallon", "barrel", "1"},
        Conversion{"231", "cubic inch", "gallon", "1"}, Conversion{"4", "quart", "gallon", "1"},
        Conversion{"2", "pint", "quart", "1"}, Conversion{"16", "fluid ounce", "pint", "1"},
        Conversion{"1", "cubic metre", "litre", "1000"},
        Conversion{"1", "kilowatt hour", "megajoule", "3.6"}, Conversion{"8", "bit", "byte", "1"}));

INSTANTIATE_TEST_SUITE_P(
    Temperatures, Units,
    testing::Values(Conversion{"32", "degree Fahrenheit", "degree Celsius", "0"},
                    Conversion{"212", "degree Fahrenheit", "degree Celsius", "100"},
                    Conversion{"-40", "degree Celsius", "degree Fahrenheit", "-40"},
                    Conversion{"0", "degree Celsius", "kelvin", "273.15"}));

TEST(UnitTable, EveryFactorIsExactAndRoundTrips) {
  for (const Unit& unit : all_units()) {
    if (!unit.converts()) continue;
    for (const std::string_view value : {"1", "7", "0.1", "-3.75", "123456789", "4.2e9"}) {
      const Rational base = in_base_unit(stated(value), unit);
      ASSERT_TRUE(base.known()) << unit.name << ": " << value;
      EXPECT_EQ(from_base_unit(base, unit), stated(value)) << unit.name << ": " << value;
    }
  }
}

TEST(UnitTable, EachDimensionOpensWithItsBaseUnitAndStandsTogether) {
  std::set<std::string_view> seen;
  std::string_view last;
  for (const Unit& unit : all_units()) {
    if (unit.dimension == last) continue;
    EXPECT_TRUE(seen.insert(unit.dimension).second) << unit.dimension << " stands in two places";
    last = unit.dimension;
    if (unit.converts() && unit.dimension != "speed") {
      EXPECT_EQ(in_base_unit(stated("1"), unit), stated("1")) << unit.name;
    }
  }
}

TEST(UnitTable, ANameStandsInOneRun) {
  std::map<std::string_view, std::size_t> rows;
  for (const Unit& unit : all_units()) ++rows[unit.name];
  for (const auto& [name, count] : rows) EXPECT_EQ(units_named(name).size(), count) << name;
}

TEST(Unit, OfAName) {
  EXPECT_EQ(dimension_of("knot"), "speed");
  EXPECT_EQ(dimension_of("person"), "");
  EXPECT_EQ(units_named("ton").size(), 3u) << "short, metric and long";
  EXPECT_EQ(seconds_in("day"), 86400);
  EXPECT_EQ(seconds_in("barrel"), 0);
}

TEST(Rational, ComparesWithoutMultiplying) {
  const Rational third(1, 3), nearly(Rational::Wide{333333333333333333}, Rational::Wide{1} << 60);
  EXPECT_GT(third, nearly);
  EXPECT_LT(-third, nearly);
  EXPECT_EQ(third + third + third, Rational(1, 1));
  EXPECT_EQ(third * Rational(3, 5), Rational(1, 5));
  const Rational::Wide big = Rational::Wide{1} << 120;
  EXPECT_LT(Rational(big, big + 1), Rational(big + 1, big + 2));
  EXPECT_LT(Rational(-1, big), Rational(1, big));
}

TEST(Rational, KnowsWhereItDoesNotFit) {
  const Rational big(Rational::Wide{1} << 100, 1);
  EXPECT_FALSE((big * big).known());
  EXPECT_FALSE((big * big + Rational(1, 1)).known());
  EXPECT_FALSE(Rational().inverse().known());
  EXPECT_FALSE(Rational(Decimal(1, 60)).known());
}

}  // namespace
}  // namespace newsfacts
