// Figures in digits and words, read into exact decimals.

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "corpus/mention.h"
#include "extractors/amount_context.h"
#include "extractors/amount_reading.h"
#include "extractors/extract.h"

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
                    NumeralCase{"3½", "3.5", -1}, NumeralCase{"7/8", "0.875", -3},
                    NumeralCase{"2/3", "0.666666666667", -12}, NumeralCase{"¾", "0.75", -2}));

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
                    NumeralCase{"one-tenth of 1", "0.1", -1}, NumeralCase{"a quarter", "0.25", -2},
                    NumeralCase{"three-quarters", "0.75", -2},
                    NumeralCase{"two and three quarters", "2.75", -2},
                    // No decimal is exact: rounded to twelve places.
                    NumeralCase{"two thirds", "0.666666666667", -12},
                    NumeralCase{"a third", "0.333333333333", -12},
                    NumeralCase{"one and two-thirds million", "1666666.666667", -6}));

class NumeralIsRefused : public testing::TestWithParam<std::string_view> {};

TEST_P(NumeralIsRefused, WhereTheWordsDoNotAddUp) {
  EXPECT_FALSE(read_numeral(GetParam()).has_value());
}

INSTANTIATE_TEST_SUITE_P(Words, NumeralIsRefused,
                         testing::Values("", "a", "nineteen ninety-nine", "twenty twelve",
                                         "one two three", "three million four million",
                                         "seventy-five people", "thirds third", "and"));
INSTANTIATE_TEST_SUITE_P(Digits, NumeralIsRefused,
                         testing::Values("1,2345", "1250,000", "1,", "1/0", "3/2", "1.2.3",
                                         "1,25,00", "12345678901234567890", "9/9"));

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

// The amounts of a whole text, settled.
Document read(std::string_view text, std::string_view url = "") {
  static const Extraction kExtraction;
  Metadata metadata;
  metadata.url = url;
  Document document(metadata, std::string(text));
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(std::string(text), same);
  kExtraction.extract(document);
  std::vector<bool> others;
  for (const Mention& mention : document.mentions) others.push_back(!is_amount(mention.kind));
  remove_mentions(&document, others);
  return document;
}

std::string values_of(const Document& document) {
  std::string values;
  for (const Mention& mention : document.mentions) {
    if (!values.empty()) values += "; ";
    values += to_string(mention.value);
    if (!mention.amount()->role.empty())
      values.append(" (").append(mention.amount()->role.str()).append(")");
  }
  return values;
}

struct TextCase {
  std::string_view text, values;
  std::string_view url = "";
};

void PrintTo(const TextCase& c, std::ostream* out) {
  *out << '"' << c.text << '"';
}

class AmountInText : public testing::TestWithParam<TextCase> {};

TEST_P(AmountInText, IsReadWithWhatStandsAroundIt) {
  EXPECT_EQ(values_of(read(GetParam().text, GetParam().url)), GetParam().values);
}

INSTANTIATE_TEST_SUITE_P(Relations, AmountInText,
                         testing::Values(TextCase{"no more than $500 each", "<= 500 USD per item"},
                                         TextCase{"$500 or more", ">= 500 USD"},
                                         TextCase{"around 40 percent or so", "~ 40 percent"},
                                         TextCase{"as many as 30 boats", "<= 30 boat"},
                                         TextCase{"more than 50 to 60 boats", "50..60 boat"},
                                         TextCase{"an estimated $13.5 billion",
                                                  "~ 13500000000 USD"}));

INSTANTIATE_TEST_SUITE_P(
    Roles, AmountInText,
    testing::Values(TextCase{"profit rose to $3 a share", "3 USD per share (rise-to)"},
                    TextCase{"output fell by about 4 percent", "~ 4 percent (fall-by)"},
                    TextCase{"a total of 40 boats", "40 boat (total)"},
                    TextCase{"up to 40 boats", "<= 40 boat"},
                    TextCase{"60 cents a gallon", "0.6 USD per gallon"}));

// A verb gives its role to the figures behind it, and parts what is no range.
INSTANTIATE_TEST_SUITE_P(
    Moves, AmountInText,
    testing::Values(
        TextCase{"Profit rose 4% to $2.5 billion from $2.4 billion.",
                 "4 percent (rise-by); 2500000000 USD (rise-to); 2400000000 USD (rise-from)"},
        TextCase{"Copper was down $1.40 at $62.15.", "1.4 USD (fall-by); 62.15 USD (fall-to)"},
        TextCase{"It earned $3 a share, up from $2 a share.",
                 "3 USD per share; 2 USD per share (from)"},
        TextCase{"Fares went up from 80 to 95 cents.", "0.8 USD (rise-from); 0.95 USD (rise-to)"},
        TextCase{"It raised its stake in the mill from 5 to 7 percent.",
                 "5 percent (rise-from); 7 percent (rise-to)"},
        TextCase{"It cut its fee by 20 cents to $4.", "0.2 USD (fall-by); 4 USD (fall-to)"},
        TextCase{"Shares fell sharply to $3, from $5 a year earlier.",
                 "3 USD (fall-to); 5 USD (fall-from)"},
        TextCase{"The stock fell $4 to $35.", "4 USD (fall-by); 35 USD (fall-to)"},
        TextCase{"The fee rose $4 to $5.", "4..5 USD (rise-by)"},
        TextCase{"The toll went from 80 to 95 cents.", "0.8 USD (from); 0.95 USD (to)"},
        TextCase{"Stocks fell 88 tonnes to 712 tonnes.", "88 tonne (fall-by); 712 tonne (fall-to)"},
        TextCase{"Its shares lost 0.70 to 23.95.", "0.7 (fall-by); 23.95 (fall-to)"},
        TextCase{"It sank under the weight of 80 million pounds ($130 million) of debt.",
                 "80000000 GBP; 130000000 USD"},
        TextCase{"Agents found 60 pounds of powder in May, and seized 5,133 pounds since.",
                 "60 pound; 5133 pound"},
        TextCase{"He weighs 200 pounds and was paid £50,000, or 300 pounds a day.",
                 "200 pound; 50000 GBP; 300 GBP per day"},
        TextCase{"It will forgo 200,000 pounds of its 500,000 pounds.", "200000 GBP; 500000 GBP"},
        TextCase{"It booked 33 million pounds of start-up costs.", "33000000 GBP"},
        TextCase{"Women make up 20 percent of it.", "20 percent"},
        TextCase{"Police rounded up 200 people.", "200 person"},
        TextCase{"The lower 48 states were dry.", "48 state"},
        TextCase{"Turnout went from 50 percent in May to 60 percent.",
                 "50 percent (from); 60 percent (to)"},
        TextCase{"The dividend went from 15c to 17c a share.",
                 "0.15 USD (from); 0.17 USD per share (to)"},
        TextCase{"The average it is moving by ranged from $96 to $98.", "96..98 USD"},
        TextCase{"It had a loss of $3 million.", "3000000 USD"},
        TextCase{"It had a gain of $3 a share.", "3 USD per share"},
        TextCase{"The stock closed with a gain of $3.", "3 USD (rise-by)"},
        TextCase{"Prices run from $10,000 to $1 million.", "10000..1000000 USD"},
        TextCase{"Sales rose 3 percent. It owes $5.", "3 percent (rise-by); 5 USD"},
        TextCase{"Output rose 3 percent, according to 5 mills.", "3 percent (rise-by); 5 mill"}));

// What stands in a bracket is reckoned by the same.
INSTANTIATE_TEST_SUITE_P(Rates, AmountInText,
                         testing::Values(TextCase{"a wage of 80 kroner ($11) an hour",
                                                  "80 DKK per hour; 11 USD per hour"},
                                         TextCase{"$2 million each year", "2000000 USD per year"},
                                         TextCase{"It cost $3 in 1985 dollars.", "3 USD"},
                                         TextCase{"Flight RM 204", ""}));

INSTANTIATE_TEST_SUITE_P(
    CountedNouns, AmountInText,
    testing::Values(TextCase{"killed 14 people in Port Hallam", "14 person"},
                    TextCase{"300 heavily armed police officers guard it", "300 officer"},
                    TextCase{"two of the three women", "2 woman; 3 woman"},
                    TextCase{"one American soldier died", "1 soldier"},
                    TextCase{"a 12-point lead", "12 point"},
                    TextCase{"three of Iraq's mosques", "3 mosque"},
                    TextCase{"killing 14 and wounding 20", "14; 20"},
                    TextCase{"40 city buses", "40 bus"}, TextCase{"two 747 jets", "2 jet"},
                    TextCase{"two Boeing 747 jets", "2 jet"},
                    TextCase{"nine AK-47 rifles", "9 rifle"}, TextCase{"nine in 2030 jets", "9"},
                    TextCase{"11 U.S. senators", "11 senator"},
                    TextCase{"one committee took it up", "1 committee"},
                    TextCase{"one news agency said so", "1 agency"},
                    TextCase{"one step back", "1 step"}, TextCase{"12 sub-indices", "12 index"},
                    TextCase{"voted to repeal the Clean Rivers Act 33 times", "33 time"},
                    TextCase{"nine new companies", "9 company"}));

// A bare sign takes the dollar that the document names, or that of where it was published.
INSTANTIATE_TEST_SUITE_P(
    Currencies, AmountInText,
    testing::Values(TextCase{"$5 million", "5000000 USD"},
                    TextCase{"NZ$5 million, then $2 million", "5000000 NZD; 2000000 NZD"},
                    TextCase{"A$5 and NZ$5, then $2", "5 AUD; 5 NZD; 2 USD"},
                    TextCase{"A$10 million ($7.5 million)", "10000000 AUD; 7500000 USD"},
                    TextCase{"$5 million", "5000000 AUD", "https://news.example.com.au/a"},
                    TextCase{"Rs 500", "500 PKR", "https://news.example.pk"},
                    TextCase{"$500", "500 USD", "https://news.example.pk"},
                    TextCase{"two pounds of sugar and £2", "2 pound; 2 GBP"},
                    TextCase{"a 44-pound (20-kg) drum", "44 pound; 20 kilogram"},
                    TextCase{"20 kg (44 pounds)", "20 kilogram; 44 pound"},
                    TextCase{"44 pounds ($70)", "44 GBP; 70 USD"},
                    TextCase{"two million pounds of debt", "2000000 GBP"}));

TEST(Conversion, PointsAtTheSumItConverts) {
  const Document document =
      read("It paid 3% in 2019: $1 billion (approximately 159 billion yen), or 50 euros.");
  ASSERT_EQ(values_of(document), "3 percent; 1000000000 USD; ~ 159000000000 JPY; 50 EUR");
  EXPECT_EQ(document.mentions[1].amount()->converts, -1);
  EXPECT_EQ(document.mentions[2].amount()->converts, 1);
  EXPECT_EQ(document.mentions[3].amount()->converts, -1);
}

struct ConversionCase {
  std::string_view text;
  std::vector<int> converts;  // of each amount
};

void PrintTo(const ConversionCase& c, std::ostream* out) {
  *out << '"' << c.text << '"';
}

class Conversions : public testing::TestWithParam<ConversionCase> {};

TEST_P(Conversions, PointAtTheSumTheyConvert) {
  std::vector<int> converts;
  for (const Mention& mention : read(GetParam().text).mentions)
    converts.push_back(mention.amount()->converts);
  EXPECT_EQ(converts, GetParam().converts);
}

INSTANTIATE_TEST_SUITE_P(
    , Conversions,
    testing::Values(
        ConversionCase{"It paid two million euros, or $2.6 million.", {-1, 0}},
        ConversionCase{"It paid £1 billion ($1.3 billion; 1.2 billion euros).", {-1, 0, 0}},
        ConversionCase{"It paid $4 million and 3 million euros.", {-1, -1}},
        // A rate converts no sum but its own.
        ConversionCase{"It paid 5 billion yen ($1 = 110 yen).", {-1, -1, 1}},
        ConversionCase{"It paid 40 million francs. ($ = 5.7 French francs)", {-1, -1, 1}}));

TEST(RemovingMentions, KeepsConversionsPointingWhereTheyDid) {
  Document document = read("20 boats cost $1 billion (159 billion yen).");
  ASSERT_EQ(document.mentions.size(), 3u);
  ASSERT_EQ(document.mentions[2].amount()->converts, 1);
  remove_mentions(&document, {true, false, false});
  EXPECT_EQ(document.mentions[1].amount()->converts, 0);
  remove_mentions(&document, {true, false});
  EXPECT_EQ(document.mentions[0].amount()->converts, -1);
}

TEST(AmountInText, SurvivesWhatIsNoText) {
  std::string digits(100'000, '9'), words, signs(100'000, '$');
  while (words.size() < 100'000) words += "one hundred and ";
  for (const std::string& text : {digits, words, signs}) read(text);
}

}  // namespace
}  // namespace newsfacts
