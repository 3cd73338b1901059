// The values everything else is made of: decimals, days, spans, keys, symbols, words.

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "corpus/day.h"
#include "corpus/decimal.h"
#include "corpus/key.h"
#include "corpus/mention.h"
#include "corpus/symbol.h"

namespace newsfacts {
namespace {

// --- decimal ---------------------------------------------------------------------------------

struct Printed {
  const char* name;
  std::string_view text;
  std::optional<Decimal> value;
  std::string_view plain;
};
void PrintTo(const Printed& c, std::ostream* out) {
  *out << c.text;
}

class ADecimal : public testing::TestWithParam<Printed> {};

TEST_P(ADecimal, IsReadExactlyAndShownInPlainDigits) {
  const auto read = Decimal::parse(GetParam().text);
  ASSERT_EQ(read.has_value(), GetParam().value.has_value());
  if (!read) return;
  EXPECT_EQ(read->digits(), GetParam().value->digits());
  EXPECT_EQ(read->exponent(), GetParam().value->exponent());
  EXPECT_EQ(read->str(), GetParam().plain);
}

INSTANTIATE_TEST_SUITE_P(
    Printed, ADecimal,
    testing::Values(Printed{"whole", "1250", Decimal(1250, 0), "1250"},
                    Printed{"cents", "1250000.50", Decimal(125000050, -2), "1250000.5"},
                    Printed{"negative", "-3", Decimal(-3, 0), "-3"},
                    Printed{"below_one", "0.075", Decimal(75, -3), "0.075"},
                    Printed{"point_first", ".5", Decimal(5, -1), "0.5"},
                    Printed{"zero", "0.00", Decimal(0, -2), "0"},
                    Printed{"power", "4.2e9", Decimal(42, 8), "4200000000"},
                    Printed{"negative_power", "5E-3", Decimal(5, -3), "0.005"},
                    Printed{"eighteen_digits", "999999999999999999", Decimal(999999999999999999, 0),
                            "999999999999999999"},
                    Printed{"nineteen_digits", "1000000000000000000", std::nullopt, ""},
                    Printed{"nothing", "", std::nullopt, ""},
                    Printed{"sign_alone", "-", std::nullopt, ""},
                    Printed{"point_alone", ".", std::nullopt, ""},
                    Printed{"two_points", "1.2.3", std::nullopt, ""},
                    Printed{"separators", "1,250", std::nullopt, ""},
                    Printed{"trailing_word", "5m", std::nullopt, ""},
                    Printed{"power_beyond_reason", "1e99999", std::nullopt, ""}),
    [](const auto& test) { return test.param.name; });

TEST(Decimals, AreEqualByValueWhateverTheirPrecision) {
  EXPECT_EQ(Decimal(42, 8), Decimal(4200000000, 0));
  EXPECT_EQ(Decimal(0, 5), Decimal(0, -5));
  EXPECT_LT(Decimal(42, 8), Decimal(4200000001, 0));
  EXPECT_LT(Decimal(-42, 8), Decimal(-1, 0));
  EXPECT_LT(Decimal(-2, 3), Decimal(-1999, 0));
  EXPECT_GT(Decimal(1, 40), Decimal(999999999999999999, 0));
  EXPECT_GT(Decimal(1, -40), Decimal(0, 0));
}

TEST(Decimals, ReckonExactlyOrNotAtAll) {
  EXPECT_EQ(Decimal(42, -1).times(Decimal(1, 9)), Decimal(42, 8));
  EXPECT_EQ(Decimal(1, -1).plus(Decimal(2, -1)), Decimal(3, -1));  // 0.1 + 0.2
  EXPECT_EQ(Decimal(5, 9).plus(Decimal(-5, 9)), Decimal(0, 0));
  EXPECT_EQ(Decimal(999999999999999999, 0).times(Decimal(3, 0)), std::nullopt);
  EXPECT_EQ(Decimal(1, 40).plus(Decimal(1, 0)), std::nullopt);
  EXPECT_EQ(Decimal(7, 0).scaled(6), Decimal(7000000, 0));
}

TEST(Decimals, RoundHalfAwayFromZero) {
  EXPECT_EQ(Decimal(25, -1).rounded_to(0).digits(), 3);
  EXPECT_EQ(Decimal(-25, -1).rounded_to(0).digits(), -3);
  EXPECT_EQ(Decimal(249, -2).rounded_to(0).digits(), 2);
  EXPECT_EQ(Decimal(7, 3).rounded_to(0), Decimal(7, 3));
  EXPECT_EQ(Decimal(7, 0).rounded_to(40), Decimal(0, 40));
}

TEST(Decimals, KeepTheOrderOfTheirValues) {
  std::mt19937_64 random(10);
  for (int round = 0; round < 5000; ++round) {
    const auto any = [&] {
      return Decimal(static_cast<std::int64_t>(random() % 2000000) - 1000000,
                     static_cast<int>(random() % 7) - 3);
    };
    const Decimal a = any(), b = any();
    const double x = a.approximate(), y = b.approximate();
    const bool apart = std::abs(x - y) > 1e-6;  // doubles cannot tell what is closer
    ASSERT_TRUE(!apart || (a < b) == (x < y)) << a.str() << " " << b.str();
    ASSERT_EQ(Decimal::parse(a.str()), a);
  }
}

// --- days ------------------------------------------------------------------------------------

struct Written {
  const char* name;
  std::string_view text, day;
};
void PrintTo(const Written& c, std::ostream* out) {
  *out << c.text;
}

class ADay : public testing::TestWithParam<Written> {};

TEST_P(ADay, IsReadInItsIsoForms) {
  const auto day = parse_day(GetParam().text);
  EXPECT_EQ(day ? iso(*day) : "", GetParam().day);
}

INSTANTIATE_TEST_SUITE_P(
    Written, ADay,
    testing::Values(
        Written{"dashed", "2026-04-27", "2026-04-27"}, Written{"compact", "20260427", "2026-04-27"},
        Written{"with_a_time", "2026-04-27T08:30:00Z", "2026-04-27"},
        Written{"compact_with_a_time", "20260427T0830", "2026-04-27"},
        Written{"with_a_space", "2026-04-27 08:30", "2026-04-27"},
        Written{"leap_day", "2024-02-29", "2024-02-29"}, Written{"no_leap_day", "2026-02-29", ""},
        Written{"no_such_month", "2026-13-01", ""}, Written{"year_zero", "0000-01-01", ""},
        Written{"too_short", "2026-04", ""}, Written{"nothing", "", ""},
        Written{"words", "27 April 2026", ""}, Written{"more_digits", "202604271", ""},
        Written{"minus_within", "2026--4-27", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Days, OfEveryYearAreReadAsTheyAreWritten) {
  for (Day day = *day_of(1, 1, 1); day < *day_of(9999, 12, 31); day += std::chrono::days(97))
    ASSERT_EQ(parse_day(iso(day)), day);
}

TEST(Intervals, CoverWhatLiesWithin) {
  const auto day = [](std::string_view text) { return parse_day(text); };
  const Interval april{day("2026-04-01"), day("2026-04-30")};
  const Interval one{day("2026-04-27"), day("2026-04-27")};
  const Interval since{day("2026-04-10"), std::nullopt};
  const Interval unknown;
  EXPECT_TRUE(april.covers(one) && april.covers(april) && since.covers(one));
  EXPECT_FALSE(one.covers(april) || april.covers(since) || since.covers(april));
  EXPECT_FALSE(april.covers(unknown) || unknown.covers(april));
  EXPECT_TRUE(april.overlaps(one) && april.overlaps(since) && since.overlaps(one));
  EXPECT_FALSE(Interval({day("2026-05-01"), std::nullopt}).overlaps(april));
}

// --- keys, symbols, words --------------------------------------------------------------------

TEST(Keys, TellFieldsApartByTheirLengths) {
  EXPECT_NE(Key::of({"ab", "c"}), Key::of({"a", "bc"}));
  EXPECT_NE(Key::of({"", "a"}), Key::of({"a", ""}));
  EXPECT_NE(Key::of({}), Key::of({""}));
  EXPECT_EQ(Key::of({"ab", "c"}), Key::of({"ab", "c"}));
}

TEST(Keys, AreWrittenInDigitsThatSortAsTheyDo) {
  const Key small{1, 0xFFFFFFFFFFFFFFFF}, large{2, 0};
  EXPECT_EQ(small.hex(), "0000000000000001ffffffffffffffff");
  EXPECT_LT(small, large);
  EXPECT_LT(small.hex(), large.hex());
  EXPECT_LT(small.bytes(), large.bytes());
  EXPECT_EQ(Key::from_hex(small.hex()), small);
  for (const std::string_view broken :
       {"", "1", "0000000000000001fffffffffffffffg", "0000000000000001ffffffffffffffff0"})
    EXPECT_EQ(Key::from_hex(broken), std::nullopt);
}

// Stored keys must be found again by later builds and on other machines.
TEST(Keys, AreTheSameInEveryBuild) {
  EXPECT_EQ(Key::of({"id", "text"}).hex(), "71cddb8564a05ee80f17fb8290b3c9c4");
}

TEST(Symbols, OfOneSpellingAreOneFromAnyThread) {
  std::vector<Symbol> made(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < made.size(); ++i)
    threads.emplace_back([&, i] {
      for (int k = 0; k < 500; ++k) Symbol("word" + std::to_string(k));
      made[i] = Symbol("share");
    });
  for (std::thread& thread : threads) thread.join();
  for (const Symbol symbol : made) EXPECT_EQ(symbol, made[0]);
  EXPECT_EQ(made[0].str(), "share");
  EXPECT_NE(made[0], Symbol("Share"));
  EXPECT_LT(Symbol("abc"), Symbol("abd"));
  EXPECT_EQ(Symbol(""), Symbol());
  EXPECT_TRUE(Symbol("").empty());
}

TEST(Words, GoBothWaysThroughTheirTable) {
  for (std::size_t i = 0; i < kKindWords.size(); ++i) {
    const auto kind = static_cast<Kind>(i);
    EXPECT_EQ(found_in<Kind>(kKindWords, word_in(kKindWords, kind)), kind);
  }
  EXPECT_EQ(found_in<Kind>(kKindWords, "poem"), std::nullopt);
  EXPECT_EQ(word_in(kKindWords, Kind::kUrl), "url");
}

struct Shown {
  const char* name;
  Value value;
  std::string_view text;
};
void PrintTo(const Shown& c, std::ostream* out) {
  *out << c.name;
}

class AValue : public testing::TestWithParam<Shown> {};

TEST_P(AValue, IsOneLineOfText) {
  EXPECT_EQ(to_string(GetParam().value), GetParam().text);
}

Amount amount(std::optional<Decimal> low, std::optional<Decimal> high, Relation relation,
              std::string_view unit, std::string_view per = "") {
  Amount amount;
  amount.low = low;
  amount.high = high;
  amount.relation = relation;
  amount.unit = Symbol(unit);
  amount.per = Symbol(per);
  return amount;
}

INSTANTIATE_TEST_SUITE_P(
    Values, AValue,
    testing::Values(
        Shown{"none", std::monostate(), ""}, Shown{"name", Name{"Sam Altman"}, "Sam Altman"},
        Shown{"sum", amount(Decimal(1, 9), Decimal(1, 9), Relation::kEqual, "USD"),
              "1000000000 USD"},
        Shown{"at_least", amount(Decimal(50, 0), {}, Relation::kAtLeast, "people"), ">= 50 people"},
        Shown{"at_most", amount({}, Decimal(50, 0), Relation::kAtMost, ""), "<= 50"},
        Shown{"about", amount(Decimal(3, 0), Decimal(3, 0), Relation::kAbout, "percent"),
              "~ 3 percent"},
        Shown{"range", amount(Decimal(3, 6), Decimal(4, 6), Relation::kRange, "USD"),
              "3000000..4000000 USD"},
        Shown{"vague", amount(Decimal(2, 11), Decimal(999, 9), Relation::kVague, "JPY"),
              "vague 200000000000..999000000000 JPY"},
        Shown{"per_unit",
              amount(Decimal(12, -2), Decimal(12, -2), Relation::kEqual, "USD", "share"),
              "0.12 USD per share"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace newsfacts
