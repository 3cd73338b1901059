// What two statements about the same thing are to each other: one row a pair, as printed.

#include "corpus/comparison.h"

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

namespace newsfacts {
namespace {

Amount amount(std::string_view low, std::string_view high, Relation relation,
              std::string_view unit = "", CurrencyBasis basis = CurrencyBasis::kNone) {
  Amount amount;
  if (!low.empty()) amount.low = Decimal::parse(low);
  if (!high.empty()) amount.high = Decimal::parse(high);
  amount.relation = relation;
  amount.unit = Symbol(unit);
  amount.currency_basis = basis;
  return amount;
}

Amount equal(std::string_view value, std::string_view unit = "") {
  return amount(value, value, Relation::kEqual, unit);
}
Amount about(std::string_view value, std::string_view unit = "") {
  return amount(value, value, Relation::kAbout, unit);
}
Amount at_least(std::string_view value, std::string_view unit = "") {
  return amount(value, "", Relation::kAtLeast, unit);
}
Amount at_most(std::string_view value, std::string_view unit = "") {
  return amount("", value, Relation::kAtMost, unit);
}
Amount range(std::string_view low, std::string_view high, std::string_view unit = "") {
  return amount(low, high, Relation::kRange, unit);
}
Amount vague(std::string_view low, std::string_view high, std::string_view unit = "") {
  return amount(low, high, Relation::kVague, unit);
}
Amount sum(std::string_view value, std::string_view currency) {
  return amount(value, value, Relation::kEqual, currency, CurrencyBasis::kExplicit);
}
Amount per(Amount amount, std::string_view per) {
  amount.per = Symbol(per);
  return amount;
}

TimeValue days(std::string_view value, std::string_view first, std::string_view last,
               Bound bound = Bound::kNone) {
  TimeValue time;
  time.value = value;
  time.days = {parse_day(first), parse_day(last)};
  time.bound = bound;
  return time;
}
TimeValue at(std::string_view value, std::string_view iso, std::string_view zone) {
  TimeValue time = days(value, iso, iso);
  time.zone = zone;
  return time;
}
TimeValue often(std::string_view value, std::string_view freq) {
  TimeValue time;
  time.value = value;
  time.freq = freq;
  return time;
}
TimeValue day(std::string_view iso) {
  return days(iso, iso, iso);
}
TimeValue duration(std::string_view value, Bound bound = Bound::kNone) {
  TimeValue time;
  time.value = value;
  time.bound = bound;
  return time;
}

struct Pair {
  Value a;
  std::string_view a_words;
  Value b;
  std::string_view b_words;
  std::string_view verdict;      // "agree exact", "conflict value", "unrelated"
  std::string_view reason = {};  // checked where it is given
};

void PrintTo(const Pair& pair, std::ostream* out) {
  *out << pair.a_words << " | " << pair.b_words;
}

std::string said(const Comparison& comparison) {
  std::string text(word_in(kVerdictWords, comparison.verdict));
  if (comparison.kind != Difference::kNone)
    text.append(" ").append(word_in(kDifferenceWords, comparison.kind));
  return text;
}

class Comparing : public testing::TestWithParam<Pair> {};

TEST_P(Comparing, TellsAgreementFromConflictInEitherOrder) {
  const Pair& pair = GetParam();
  const Comparison forth = compare({pair.a, pair.a_words}, {pair.b, pair.b_words});
  const Comparison back = compare({pair.b, pair.b_words}, {pair.a, pair.a_words});
  EXPECT_EQ(said(forth), pair.verdict);
  EXPECT_EQ(said(back), pair.verdict);
  EXPECT_EQ(forth.reason.empty(), forth.verdict == Comparison::Verdict::kUnrelated);
  if (!pair.reason.empty()) {
    EXPECT_EQ(forth.reason, pair.reason);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Counts, Comparing,
    testing::Values(Pair{equal("4"), "Four", equal("4"), "four", "agree exact", "\"Four\" in both"},
                    Pair{equal("8"), "eight", equal("8"), "8", "agree form", "\"eight\" = \"8\""},
                    Pair{equal("6", "rifle"), "6", equal("14", "rifle"), "14", "conflict value",
                         "6 <> 14 rifles: 57 % apart"},
                    Pair{equal("14", "sailor"), "14", equal("14", "person"), "14", "agree exact"},
                    Pair{equal("14", "person"), "14", equal("15", "person"), "15", "conflict value",
                         "14 <> 15 people: 7 % apart"},
                    Pair{equal("42e8"), "4.2 billion", equal("4210000000"), "4,210,000,000",
                         "agree approx", "4.2 billion rounds 4,210,000,000"},
                    Pair{equal("42e8"), "4.2 billion", equal("4260000000"), "4,260,000,000",
                         "conflict value"},
                    Pair{equal("300"), "300", equal("298"), "298", "conflict value"},
                    Pair{equal("0"), "no", equal("1"), "one", "conflict value"}));

INSTANTIATE_TEST_SUITE_P(
    RoughFigures, Comparing,
    testing::Values(
        Pair{about("300"), "about 300", equal("290"), "290", "agree approx"},
        Pair{about("300"), "about 300", equal("250"), "250", "conflict value"},
        Pair{about("42e8"), "about 4.2 billion", equal("4160000000"), "4,160,000,000",
             "agree approx"},
        Pair{about("1e6"), "about a million", equal("1400000"), "1,400,000", "agree approx"},
        Pair{about("300"), "about 300", about("312"), "some 312", "agree approx"},
        Pair{vague("24", "999"), "dozens", equal("30"), "30", "agree approx"},
        Pair{vague("24", "999"), "dozens", equal("12"), "12", "conflict value",
             "dozens <> 12: no figure fits both"},
        Pair{range("3e6", "4e6"), "3-4 million", equal("35e5"), "3.5 million", "agree approx"},
        Pair{range("3e6", "4e6"), "3-4 million", range("3e6", "4e6"), "three to four million",
             "agree form"},
        Pair{vague("200", "999"), "hundreds", vague("24", "999"), "dozens", "agree approx"}));

INSTANTIATE_TEST_SUITE_P(
    Bounds, Comparing,
    testing::Values(
        Pair{at_least("50"), "at least 50", equal("50"), "50", "agree approx"},
        Pair{at_least("50"), "at least 50", equal("75"), "75", "agree approx",
             "75 is within \"at least 50\""},
        Pair{at_least("50"), "at least 50", equal("76"), "76", "conflict update",
             "76 is far above \"at least 50\""},
        Pair{at_least("50"), "at least 50", equal("48"), "48", "conflict bound",
             "48 is less than 50"},
        Pair{at_least("50"), "at least 50", about("49"), "about 49", "agree approx"},
        Pair{at_least("50"), "at least 50", at_least("62"), "more than 62", "conflict update"},
        Pair{at_least("50"), "at least 50", at_least("50"), "more than 50", "agree form"},
        Pair{at_most("8"), "up to 8", equal("7"), "7", "agree approx"},
        Pair{at_most("8"), "up to 8", equal("9"), "9", "conflict bound"},
        Pair{at_most("8"), "up to 8", equal("2"), "2", "unrelated"},
        Pair{at_least("5"), "at least 5", at_most("4"), "at most 4", "conflict bound"},
        Pair{at_least("5"), "at least 5", at_most("6"), "at most 6", "agree approx"}));

INSTANTIATE_TEST_SUITE_P(
    Units, Comparing,
    testing::Values(
        Pair{equal("135", "kilometre"), "135 km", equal("84", "mile"), "84 miles", "agree unit"},
        Pair{equal("135", "kilometre"), "135 km", equal("95", "mile"), "95 miles", "conflict value",
             "135 km <> 95 miles: 12 % apart"},
        Pair{equal("200", "pound"), "200 pounds", equal("91", "kilogram"), "91 kg", "agree unit"},
        Pair{equal("1000", "tonne"), "1,000 tonnes", equal("1e6", "kilogram"), "a million kilos",
             "agree unit"},
        Pair{equal("21", "degree Celsius"), "21 °C", equal("70", "degree Fahrenheit"), "70 °F",
             "agree unit"},
        Pair{equal("21", "degree Celsius"), "21 °C", equal("75", "degree Fahrenheit"), "75 °F",
             "conflict value"},
        Pair{per(equal("100", "kilometre"), "hour"), "100 km/h", per(equal("62", "mile"), "hour"),
             "62 mph", "agree unit"},
        Pair{equal("60", "mile"), "60 miles", equal("97", "kilometre"), "97 km", "agree unit"},
        Pair{equal("60", "mile"), "60 miles", equal("110", "kilometre"), "110 km", "conflict value",
             "60 miles <> 110 km: 12 % apart"},
        Pair{about("60", "mile"), "about 60 miles", equal("100", "kilometre"), "100 km",
             "agree unit"},
        Pair{per(equal("20", "knot"), ""), "20 knots", per(equal("23", "mile"), "hour"), "23 mph",
             "agree unit"},
        Pair{per(equal("30", "mile"), "gallon"), "30 mpg", per(equal("30", "mile"), "hour"),
             "30 mph", "unrelated"},
        // A ton is whatever makes the two agree: short, metric or long.
        Pair{equal("500", "ton"), "500 tons", equal("454", "tonne"), "454 tonnes", "agree unit"},
        Pair{equal("500", "ton"), "500 tons", equal("500", "tonne"), "500 tonnes", "agree unit"},
        Pair{equal("500", "ton"), "500 tons", equal("600", "tonne"), "600 tonnes",
             "conflict value"},
        Pair{equal("100", "kilometre"), "100 km", equal("100", "kilogram"), "100 kg", "unrelated"},
        Pair{equal("100", "kilometre"), "100 km", equal("100", "person"), "100", "unrelated"},
        Pair{equal("20", "percent"), "20%", equal("20", "percent"), "20 percent", "agree form"},
        Pair{equal("20", "percent"), "20%", equal("20", "percentage point"), "20 points",
             "unrelated"}));

INSTANTIATE_TEST_SUITE_P(
    Sums, Comparing,
    testing::Values(
        Pair{sum("1e9", "USD"), "$1 billion", sum("1000000000", "USD"), "$1,000,000,000",
             "agree form"},
        Pair{sum("180e6", "USD"), "$180 million", sum("200e6", "USD"), "$200 million",
             "conflict value", "$180 million <> $200 million: 10 % apart"},
        // Some day's rate may make one sum of the other, or none does, or none is known.
        Pair{sum("17e5", "GBP"), "£1.7m", sum("26e5", "USD"), "$2.6m", "agree rate",
             "\"£1.7m\" may be \"$2.6m\" by the rate of some day"},
        Pair{sum("17e5", "GBP"), "£1.7m", sum("30e6", "USD"), "$30m", "unrelated"},
        Pair{sum("2e9", "JPY"), "2bn yen", sum("17e6", "USD"), "$17m", "agree rate"},
        Pair{sum("17e5", "GBP"), "£1.7m", sum("26e5", "PLN"), "2.6m zloty", "unrelated"},
        Pair{sum("5", "USD"), "$5", equal("5", "person"), "5", "unrelated"},
        Pair{per(sum("3", "USD"), "share"), "$3", sum("3", "USD"), "$3", "unrelated"}));

INSTANTIATE_TEST_SUITE_P(
    Days, Comparing,
    testing::Values(
        Pair{day("2026-04-27"), "Monday", day("2026-04-27"), "27 April", "agree form"},
        Pair{day("2026-04-27"), "Monday", days("2026-04", "2026-04-01", "2026-04-30"), "this month",
             "agree granularity", "2026-04 covers 2026-04-27"},
        Pair{day("2026-04-27"), "Monday", day("2026-04-28"), "Tuesday", "conflict date",
             "2026-04-27 <> 2026-04-28"},
        Pair{days("2032", "2032-01-01", "2032-12-31"), "2032",
             days("2030", "2030-01-01", "2030-12-31"), "2030", "conflict date"},
        Pair{days("2026-04-27T02:00", "2026-04-27", "2026-04-27"), "2 a.m.",
             days("2026-04-27T02:30", "2026-04-27", "2026-04-27"), "2:30 a.m.", "conflict date"},
        // One moment on the clocks of two zones.
        Pair{at("2026-04-27T20:10", "2026-04-27", "-05:00"), "8:10 p.m. EST",
             at("2026-04-28T01:10", "2026-04-28", "+00:00"), "0110 GMT", "agree form"},
        Pair{at("2026-04-27T20:10", "2026-04-27", "-05:00"), "8:10 p.m. EST",
             at("2026-04-27T20:10", "2026-04-27", "+00:00"), "2010 GMT", "conflict date"},
        // How often in a week.
        Pair{often("P1W", "2X"), "twice a week", often("P1W", "2X"), "two times a week",
             "agree form"},
        Pair{often("P1W", "2X"), "twice a week", often("P1W", "3X"), "three times a week",
             "conflict value"},
        Pair{often("P1W", "2X"), "twice a week", often("P1W", ""), "every week", "unrelated"},
        // Round figures of the clock.
        Pair{days("2026-04-27T07:00", "2026-04-27", "2026-04-27"), "7 a.m.",
             days("2026-04-27T06:40", "2026-04-27", "2026-04-27"), "6:40 a.m.", "agree approx"},
        Pair{days("2026-04-27T09:30", "2026-04-27", "2026-04-27"), "half past nine",
             days("2026-04-27T09:27", "2026-04-27", "2026-04-27"), "9:27", "agree approx"},
        Pair{days("2026-04-27T09:27", "2026-04-27", "2026-04-27"), "9:27",
             days("2026-04-27T09:24", "2026-04-27", "2026-04-27"), "9:24", "conflict date"},
        Pair{days("2026-04-27T07:00", "2026-04-27", "2026-04-27", Bound::kBefore), "before 7",
             days("2026-04-27T06:25", "2026-04-27", "2026-04-27"), "6:25", "agree granularity"},
        Pair{days("2026-04-27T07:00", "2026-04-27", "2026-04-27", Bound::kBefore), "before 7",
             days("2026-04-27T07:25", "2026-04-27", "2026-04-27"), "7:25", "conflict bound"},
        // Nothing tells the day, in the same words.
        Pair{duration("PRESENT_REF"), "today", duration("PRESENT_REF"), "today", "agree exact"},
        Pair{duration("PRESENT_REF"), "today", duration("PRESENT_REF"), "now", "unrelated"},
        Pair{days("2026-04-27TNI", "2026-04-27", "2026-04-27"), "Monday night",
             days("2026-04-27", "2026-04-27", "2026-04-27"), "Monday", "agree granularity"},
        Pair{days("2030", "2030-01-01", "2030-12-31", Bound::kBefore), "before 2030",
             days("2028", "2028-01-01", "2028-12-31"), "2028", "agree granularity",
             "2028 is before 2030"},
        Pair{days("2030", "2030-01-01", "2030-12-31", Bound::kBefore), "before 2030",
             days("2031", "2031-01-01", "2031-12-31"), "2031", "conflict bound",
             "2031 is not before 2030"},
        // In the morning of the day, before what comes in the evening.
        Pair{days("2026-04-27", "2026-04-27", "2026-04-27", Bound::kBefore), "before today's vote",
             day("2026-04-27"), "Monday", "unrelated"},
        Pair{days("2026-04-27", "2026-04-27", "2026-04-27", Bound::kAfter), "after today's vote",
             day("2026-04-27"), "Monday", "unrelated"},
        Pair{days("2032", "2032-01-01", "2032-12-31", Bound::kFrom), "from 2032",
             days("2032", "2032-01-01", "2032-12-31", Bound::kUntil), "until 2032", "unrelated"},
        // What lies within says nothing of the end.
        Pair{days("2029", "2029-01-01", "2029-12-31", Bound::kUntil), "until 2029",
             days("2018", "2018-01-01", "2018-12-31"), "2018", "unrelated"},
        Pair{days("2017", "2017-01-01", "2017-12-31", Bound::kFrom), "from 2017", day("2026-03-14"),
             "Saturday", "unrelated"},
        Pair{days("2029", "2029-01-01", "2029-12-31", Bound::kUntil), "until 2029",
             days("2029", "2029-01-01", "2029-12-31"), "2029", "agree granularity",
             "2029 is until 2029"},
        Pair{days("2029", "2029-01-01", "2029-12-31", Bound::kUntil), "until 2029",
             days("2031", "2031-01-01", "2031-12-31"), "2031", "conflict date"},
        Pair{days("2030", "2030-01-01", "2030-12-31", Bound::kBefore), "before 2030",
             days("2004", "2004-01-01", "2004-12-31"), "2004", "unrelated"},
        // Of one story: the Tuesday that one of them names without a date.
        Pair{days("XXXX-WXX-2", "", ""), "Tuesday", day("2026-04-28"), "28 April",
             "agree granularity"},
        Pair{days("XXXX-WXX-2", "", ""), "Tuesday", day("2026-04-29"), "Wednesday", "unrelated"},
        Pair{days("PAST_REF", "", ""), "recently", day("2026-04-28"), "Tuesday", "unrelated"}));

INSTANTIATE_TEST_SUITE_P(
    Durations, Comparing,
    testing::Values(
        Pair{duration("P8Y"), "8 years", duration("P8Y"), "eight-year", "agree form"},
        Pair{duration("P1Y"), "a year", duration("P12M"), "12 months", "agree form"},
        Pair{duration("P3M"), "three months", duration("P90D"), "90 days", "agree approx"},
        Pair{duration("PT90M"), "90 minutes", duration("PT1H30M"), "an hour and a half",
             "agree form"},
        Pair{duration("P3W"), "three weeks", duration("P4W"), "four weeks", "conflict value"},
        // Told as a bound, or about: as figures are.
        Pair{duration("P100Y", Bound::kAtLeast), "more than 100 years", duration("P120Y"),
             "120 years", "agree approx"},
        Pair{duration("P100Y", Bound::kAtLeast), "more than 100 years", duration("P90Y"),
             "90 years", "conflict bound"},
        Pair{duration("P100Y", Bound::kAtLeast), "more than 100 years",
             duration("P120Y", Bound::kAtLeast), "over 120 years", "conflict update"},
        Pair{duration("P2Y", Bound::kAtMost), "up to two years", duration("P18M"), "18 months",
             "agree approx"},
        Pair{duration("P2Y", Bound::kAbout), "nearly two years", duration("P20M"), "20 months",
             "agree approx"},
        Pair{duration("P2Y", Bound::kAbout), "nearly two years", duration("P14Y"), "14 years",
             "conflict value"},
        Pair{duration("PXD"), "days", duration("P3D"), "three days", "unrelated"},
        Pair{duration("P3D"), "three days", equal("3", "person"), "three", "unrelated"}));

TEST(ComparingConversions, MeetsInTheCurrencyThatATextConvertsTo) {
  const Value pounds = sum("17e5", "GBP"), dollars = sum("26e5", "USD");
  const std::vector<Amount> right{sum("26e5", "USD")}, wrong{sum("31e5", "USD")};
  EXPECT_EQ(said(compare({pounds, "£1.7m", right}, {dollars, "$2.6m"})), "agree unit");
  EXPECT_EQ(said(compare({dollars, "$2.6m"}, {pounds, "£1.7m", right})), "agree unit");
  EXPECT_EQ(said(compare({pounds, "£1.7m", wrong}, {dollars, "$2.6m"})), "conflict value");
}

TEST(ComparingConversions, SaysNothingOfValuesWithoutFigures) {
  Amount empty;
  const Value nothing = empty, three = equal("3");
  EXPECT_EQ(said(compare({nothing, ""}, {three, "3"})), "unrelated");
  EXPECT_EQ(said(compare({Value(), ""}, {three, "3"})), "unrelated");
}

}  // namespace
}  // namespace newsfacts
