// Counts, ranks, parts, ages and measures in running text: what is read, where its span ends, and
// what has only the look of one.

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

#include "corpus/mention.h"
#include "corpus/unit.h"
#include "extractors/amount_context.h"
#include "extractors/extract.h"
#include "extractors/rows.h"

namespace newsfacts {
namespace {

Document read(std::string_view text) {
  static const Extraction kExtraction;
  Metadata metadata;
  Document document(metadata, std::string(text));
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(std::string(text), same);
  kExtraction.extract(document);
  return document;
}

// "[14] number 14 person; [first] ordinal 1"
std::string amounts_of(std::string_view text) {
  std::string found;
  const Document document = read(text);
  for (const Mention& mention : document.mentions) {
    if (!mention.amount()) continue;
    if (!found.empty()) found += "; ";
    found.append("[").append(document.at(mention.span)).append("] ");
    found.append(word_in(kKindWords, mention.kind)).append(" ").append(to_string(mention.value));
    if (!mention.amount()->role.empty())
      found.append(" (").append(mention.amount()->role.str()).append(")");
  }
  return found;
}

struct Reading {
  std::string_view text, amounts;
};

void PrintTo(const Reading& reading, std::ostream* out) {
  *out << '"' << reading.text << '"';
}

class InText : public testing::TestWithParam<Reading> {};

TEST_P(InText, Reads) {
  EXPECT_EQ(amounts_of(GetParam().text), GetParam().amounts);
}

INSTANTIATE_TEST_SUITE_P(
    SpansTakeInWhatBendsTheFigure, InText,
    testing::Values(Reading{"more than 50 boats", "[more than 50] number >= 50 boat"},
                    Reading{"only about 20 percent",
                            "[only about 20 percent] percent ~ 20 percent"},
                    Reading{"just 12 boats sank", "[just 12] number 12 boat"},
                    Reading{"at least 300 miles off", "[at least 300 miles] quantity >= 300 mile"},
                    Reading{"between 10 and 20 boats", "[between 10 and 20] number 10..20 boat"},
                    Reading{"its 40-plus boats", "[40-plus] number >= 40 boat"}));

INSTANTIATE_TEST_SUITE_P(
    SpansLeaveOut, InText,
    testing::Values(
        // Money keeps the bare sum; "or more" stays outside of all.
        Reading{"more than $50", "[$50] money >= 50 USD"},
        Reading{"50 or more boats", "[50] number >= 50 boat"},
        // What a thing is reckoned by, as with money; a speed is one unit.
        Reading{"321,000 barrels a day", "[321,000 barrels] quantity 321000 barrel per day"},
        Reading{"60 miles an hour", "[60 miles an hour] quantity 60 mile per hour"},
        // The line above is a headline.
        Reading{"The race is over\n50 boats came home", "[50] number 50 boat"},
        // Never into a neighbour.
        Reading{"5 or more than 6 boats", "[5] number >= 5; [more than 6] number >= 6 boat"}));

INSTANTIATE_TEST_SUITE_P(
    Fractions, InText,
    testing::Values(Reading{"two-thirds of voters", "[two-thirds] number 0.666666666667 voter"},
                    Reading{"a two-thirds majority", "[two-thirds] number 0.666666666667"},
                    Reading{"three quarters of the harbour", "[three quarters] number 0.75"},
                    Reading{"the bond rose 7/8 to 102 22/32",
                            "[7/8] number 0.875 (rise-by); [102 22/32] number 102.6875 (rise-to)"},
                    Reading{"a third man came", "[third] ordinal 3"},
                    Reading{"the twenty-fifth boat", "[twenty-fifth] ordinal 25"},
                    Reading{"a third of the boats", "[a third] number 0.333333333333 boat"}));

INSTANTIATE_TEST_SUITE_P(
    Results, InText,
    testing::Values(Reading{"Lyme won 3-1 at home", "[3] number 3 (score); [1] number 1 (score)"},
                    Reading{"a 230-215 vote", "[230] number 230 (score); [215] number 215 (score)"},
                    Reading{"the index rose 4 to 124",
                            "[4] number 4 (rise-by); [124] number 124 (rise-to)"},
                    Reading{"20-30 boats", "[20-30] number 20..30 boat"}));

INSTANTIATE_TEST_SUITE_P(
    Ages, InText,
    testing::Values(Reading{"a 62-year-old judge", "[62-year-old] age 62 year"},
                    Reading{"Ana Reyes, 41, a mason", "[41] age 41 year"},
                    Reading{"the mason Otto Reyes Jr., 41.", "[41] age 41 year"},
                    Reading{"She was 77.", "[77] age 77 year"},
                    Reading{"at the age of 65", "[65] age 65 year"},
                    Reading{"women aged 18 to 25", "[18 to 25] age 18..25 year"},
                    Reading{"a man in his mid-60s", "[60s] age 60..69 year"},
                    Reading{"a bridge more than 500 years old",
                            "[more than 500 years old] age >= 500 year"},
                    // A list, and a count.
                    Reading{"Last week, 41 boats", "[41] number 41 boat"},
                    Reading{"in Lyme, 15,000 people", "[15,000] number 15000 person"}));

INSTANTIATE_TEST_SUITE_P(
    Measures, InText,
    testing::Values(Reading{"five foot nine", "[five foot nine] quantity 69 inch"},
                    Reading{"winds of 60 mph", "[60 mph] quantity 60 mile per hour"},
                    Reading{"a 40 MW turbine", "[40 MW] quantity 40 megawatt"},
                    Reading{"minus 40 degrees Celsius",
                            "[minus 40 degrees Celsius] quantity -40 degree Celsius"},
                    Reading{"1.2m homes", "[1.2m] number 1200000 home"},
                    Reading{"a 7.5mm barrel", "[7.5mm] quantity 7.5 millimetre"},
                    Reading{"the AB-173m probe", ""},
                    Reading{"lows of 12 degrees below zero",
                            "[12 degrees below zero] quantity -12 degree"},
                    Reading{"a few miles away", "[a few miles] quantity vague 2..9 mile"}));

// Each of these looks like a number and counts nothing.
INSTANTIATE_TEST_SUITE_P(
    FalseFriends, InText,
    testing::Values(Reading{"COP27, GPT-3, an AK-47 and the N64", ""},   // names with a digit
                    Reading{"No. 7 and Flight 93", ""},                  // labels
                    Reading{"call 555-0134 or 1-800-555-0134", ""},      // telephones
                    Reading{"Oslo newsroom +47 555 14 018", ""},         //
                    Reading{"the desk (852) 5555 6441", ""},             //
                    Reading{"Quito bureau 593 555-8100", ""},            //
                    Reading{"H.R. 4114, Salem, OR 97301", ""},           // a bill, a place
                    Reading{"in seat 14F of flat 23C", ""},              // names
                    Reading{"Python 3.11.2", ""},                        // a version
                    Reading{"see https://example.org/a/12", ""},         // an address
                    Reading{"on 9/11", ""},                              // a date
                    Reading{"no one came, and this one left", ""},       // pronouns
                    Reading{"they helped one another", ""},              //
                    Reading{"it is one of the biggest", ""},             // says of what kind it is
                    Reading{"he scored high, as test scores show", ""},  // marks, not twenties
                    Reading{"for four straight years", ""}));            // time

INSTANTIATE_TEST_SUITE_P(FalseRanks, InText,
                         testing::Values(Reading{"at First Boston", ""},      // a firm
                                         Reading{"on 42nd Street", ""},       // a street
                                         Reading{"the 82nd Airborne", ""},    // a unit
                                         Reading{"calm at first", ""},        // in the beginning
                                         Reading{"when she first came", ""},  // for the first time
                                         Reading{"its first year", ""},       // time
                                         Reading{"a fraction of a second", ""},     //
                                         Reading{"by the 28th of next month", ""},  // a day
                                         Reading{"the 6th National Congress", "[6th] ordinal 6"},
                                         Reading{"the first time she came", "[first] ordinal 1"}));

// The words of the vocabulary and the rows of the unit table: neither without the other.
TEST(UnitWords, EachIsAUnitAndEachUnitHasAWord) {
  std::set<std::string_view> named;
  for (const Row& row : rows_of("units")) {
    const std::string_view name = row[1].substr(0, row[1].find('/'));
    EXPECT_FALSE(units_named(name).empty()) << row[0] << " is \"" << name << "\"";
    named.insert(name);
  }
  for (const Unit& unit : all_units()) EXPECT_TRUE(named.contains(unit.name)) << unit.name;
}

TEST(SpanConventions, AreStatedOnceForEachKindOfAmount) {
  for (std::size_t i = 0; i < kKindWords.size(); ++i) {
    const Kind kind = static_cast<Kind>(i);
    const auto stated = std::count_if(kSpanConventions.begin(), kSpanConventions.end(),
                                      [&](const KindSpan& row) { return row.kind == kind; });
    EXPECT_EQ(stated, is_amount(kind) ? 1 : 0) << kKindWords[i];
  }
}

}  // namespace
}  // namespace newsfacts
