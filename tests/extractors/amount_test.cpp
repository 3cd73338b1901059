// Figures in digits and words, read into exact decimals.

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "corpus/mention.h"
#include "extractors/amount_reading.h"

namespace newsfacts {
namespace {

struct NumeralCase {
  std::string_view words;
  std::string_view value;  // "" = refused
  int precision = 0;       // power of ten of the last digit stated
};

void PrintTo(const NumeralCase& c, std::ostream* out) {
  *out << '"' << c.words << '"';
}

class NumeralIsRead : public testing::TestWithParam<NumeralCase> {};

TEST_P(NumeralIsRead, ToItsValueAndThePrecisionStated) {
  const auto numeral = read_numeral(GetParam().words);
  ASSERT_TRUE(numeral.has_value());
  EXPECT_EQ(numeral->value.str(), GetParam().value);
  EXPECT_EQ(numeral->value.exponent(), GetParam().precision);
}

INSTANTIATE_TEST_SUITE_P(
    Digits, NumeralIsRead,
    testing::Values(NumeralCase{"14", "14"}, NumeralCase{"1,250,000", "1250000"},
                    NumeralCase{"1,250.50", "1250.5", -2}, NumeralCase{".03", "0.03", -2},
                    NumeralCase{"1,25,000", "125000"}, NumeralCase{"120 000", "120000"},
                    NumeralCase{"1.000,50", "1000.5", -2},
                    NumeralCase{"2,25 billion", "2250000000", 7}, NumeralCase{"8 1/2", "8.5", -1},
                    NumeralCase{"8-3/4", "8.75", -2}, NumeralCase{"8 13/16", "8.8125", -4},
                    NumeralCase{"3½", "3.5", -1}));

INSTANTIATE_TEST_SUITE_P(Scales, NumeralIsRead,
                         testing::Values(NumeralCase{"159 billion", "159000000000", 9},
                                         NumeralCase{"4.2bn", "4200000000", 8},
                                         NumeralCase{"50-million", "50000000", 6},
                                         NumeralCase{"5 lakh crore", "5000000000000", 12},
                                         NumeralCase{"3 hundred", "300", 2},
                                         NumeralCase{"40.2\nmillion", "40200000", 5},
                                         NumeralCase{"million", "1000000", 6}));

INSTANTIATE_TEST_SUITE_P(
    Words, NumeralIsRead,
    testing::Values(NumeralCase{"Twelve", "12"}, NumeralCase{"seventy-five", "75"},
                    NumeralCase{"seventy five thousand", "75000", 3},
                    NumeralCase{"two thousand five hundred", "2500", 2},
                    NumeralCase{"three hundred and fifty", "350"},
                    NumeralCase{"one hundred twenty-three thousand four hundred and six", "123406"},
                    NumeralCase{"a hundred million", "100000000", 8},
                    NumeralCase{"two dozen", "24"}, NumeralCase{"half a dozen", "6", -1},
                    NumeralCase{"half a billion", "500000000", 8},
                    NumeralCase{"seven point one five billion", "7150000000", 7},
                    NumeralCase{"one and a half million", "1500000", 5},
                    NumeralCase{"a billion and a half", "1500000000", 8},
                    NumeralCase{"three-quarters of a million", "750000", 4},
                    NumeralCase{"one-tenth of 1", "0.1", -1},
                    NumeralCase{"a quarter", "0.25", -2}));

class NumeralIsRefused : public testing::TestWithParam<std::string_view> {};

TEST_P(NumeralIsRefused, WhereTheWordsDoNotAddUp) {
  EXPECT_FALSE(read_numeral(GetParam()).has_value());
}

INSTANTIATE_TEST_SUITE_P(Words, NumeralIsRefused,
                         testing::Values("", "a", "nineteen ninety-nine", "twenty twelve",
                                         "one two three", "three million four million",
                                         "seventy-five people", "two thirds", "and"));
INSTANTIATE_TEST_SUITE_P(Digits, NumeralIsRefused,
                         testing::Values("1,2345", "1250,000", "1,", "1/0", "3/2", "1.2.3",
                                         "1,25,00", "12345678901234567890", "2/3"));

struct VagueCase {
  std::string_view words, value;
};

void PrintTo(const VagueCase& c, std::ostream* out) {
  *out << '"' << c.words << '"';
}

class VagueNumberIsRead : public testing::TestWithParam<VagueCase> {};

TEST_P(VagueNumberIsRead, AsTheIntervalItsWordsAllow) {
  const auto amount = read_vague(GetParam().words);
  ASSERT_TRUE(amount.has_value());
  EXPECT_EQ(to_string(*amount), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    , VagueNumberIsRead,
    testing::Values(VagueCase{"several billion", "vague 2000000000..9999999999"},
                    VagueCase{"a few hundred", "vague 200..999"},
                    VagueCase{"a couple of thousand", "vague 2000..3999"},
                    VagueCase{"dozens", "vague 24..999"},
                    VagueCase{"tens of millions", "vague 20000000..99999999"},
                    VagueCase{"hundreds of billions", "vague 200000000000..999999999999"},
                    VagueCase{"Thousands", "vague 2000..999999"},
                    VagueCase{"several hundred million", "vague 200000000..999999999"},
                    VagueCase{"multibillion", "vague 2000000000..999999999999"},
                    VagueCase{"multi-million", "vague 2000000..999999999"}));

}  // namespace
}  // namespace newsfacts
