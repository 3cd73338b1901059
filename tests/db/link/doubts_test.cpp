// Which claims that differ are not held against each other, and why.

#include "db/link/doubts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string_view>
#include <vector>

#include "corpus/token.h"
#include "db/link/differences.h"

namespace newsfacts {
namespace {

// A claim with a date: "2026-04-08 date:said|minister", printed in an article of `published` whose
// words are `article`, where its clause names `names`.
struct Told {
  std::string_view value, slot;
  Grain grain = Grain::kDay;
  std::string_view published = "";
  std::vector<std::string_view> names = {};
  std::string_view article = "";
};

struct Case {
  std::string_view what;
  Told a, b;
  std::string_view doubt;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.what;
}

struct Built {
  explicit Built(const Told& told) {
    time.value = told.value;
    const auto first = parse_day(told.value.size() == 4 ? std::string(told.value) + "-01-01"
                                                        : std::string(told.value));
    time.days = {first, first};
    time.grain = told.grain;
    value = time;
    for (const std::string_view name : told.names) names.push_back(token_hash(name));
    for (const Token& token : tokenize(told.article)) article.push_back(token.hash);
    std::sort(article.begin(), article.end());
    claim.slot = told.slot;
    claim.kind = Kind::kDate;
    claim.value = &value;
    claim.words = told.value;
    claim.published = parse_day(told.published);
    claim.names = names;
    claim.article = article;
  }
  TimeValue time;
  Value value;
  std::vector<std::uint64_t> names, article;
  SlotClaim claim;
};

class Doubting : public testing::TestWithParam<Case> {};

TEST_P(Doubting, TellsWhy) {
  const Built a(GetParam().a), b(GetParam().b);
  EXPECT_EQ(doubt(a.claim, b.claim), GetParam().doubt);
  EXPECT_EQ(doubt(b.claim, a.claim), GetParam().doubt) << "the other way round";
}

constexpr Grain kDay = Grain::kDay, kMonth = Grain::kMonth, kYear = Grain::kYear;
constexpr std::string_view kEast = "the bridge at Oxley in the east", kWest = "a pier at Dunmore";

INSTANTIATE_TEST_SUITE_P(
    Claims, Doubting,
    testing::Values(
        Case{"printed on one day, they may be held against each other",
             {"2026-04-08", "date|vote", kDay, "2026-04-09"},
             {"2026-04-07", "date|vote", kDay, "2026-04-09"},
             ""},
        Case{"the later tells of the later day",
             {"2026-04-08", "date|vote", kDay, "2026-04-08"},
             {"2026-04-09", "date|vote", kDay, "2026-04-10"},
             "each tells of its own day"},
        Case{"the later tells of the earlier day",
             {"2026-04-08", "date|vote", kDay, "2026-04-08"},
             {"2026-04-07", "date|vote", kDay, "2026-04-10"},
             ""},
        Case{"both tell of a day long gone",
             {"2026-01-08", "date|vote", kDay, "2026-04-08"},
             {"2026-01-09", "date|vote", kDay, "2026-04-10"},
             ""},
        Case{"nobody knows when they were printed",
             {"2026-04-08", "date|vote"},
             {"2026-04-09", "date|vote"},
             ""},
        Case{"a day and a year",
             {"2026-04-08", "date|budget"},
             {"2027", "date|budget", kYear},
             "a day and a year"},
        Case{"two years", {"2026", "date|budget", kYear}, {"2027", "date|budget", kYear}, ""},
        Case{"two months",
             {"2026-03-01", "date|budget", kMonth},
             {"2026-05-01", "date|budget", kMonth},
             ""},
        Case{"a thing can be said twice",
             {"2026-04-08", "date:said|minister"},
             {"2026-04-09", "date:said|minister"},
             "said on two days"},
        Case{"each names what the other never mentions",
             {"2026-04-08", "date|open", kDay, "", {"oxley"}, kEast},
             {"2026-04-09", "date|open", kDay, "", {"dunmore"}, kWest},
             "each names what the other never mentions"},
        Case{"one names what the other does too",
             {"2026-04-08", "date|open", kDay, "", {"oxley"}, kEast},
             {"2026-04-09", "date|open", kDay, "", {"dunmore"}, "a pier at Dunmore, near Oxley"},
             ""},
        Case{"one names nothing",
             {"2026-04-08", "date|open", kDay, "", {}, kEast},
             {"2026-04-09", "date|open", kDay, "", {"dunmore"}, kWest},
             ""}));

// "three | other rifles": the words beside a figure.
WordsAround beside(std::string_view left, std::string_view right) {
  WordsAround around;
  for (const Token& token : tokenize(left)) around.left.insert(around.left.begin(), token.hash);
  for (const Token& token : tokenize(right)) around.right.push_back(token.hash);
  return around;
}

TEST(DoubtTest, IsOfWhatIsLeftBesideAnotherFigure) {
  const Built told({"2026-04-08", "date|vote"});
  const auto doubted = [&](const WordsAround& a, const WordsAround& b) {
    SlotClaim x = told.claim, y = told.claim;
    x.around = &a;
    y.around = &b;
    return doubt(x, y);
  };
  const WordsAround all = beside("they seized", "rifles"), rest = beside("and", "other rifles"),
                    another = beside("another", "rifles");
  EXPECT_EQ(doubted(all, all), "");
  EXPECT_EQ(doubted(rest, all), "one counts the others alone");
  EXPECT_EQ(doubted(all, another), "one counts the others alone");
  EXPECT_EQ(doubted(rest, another), "");
}

// Counts of an article: "8 wreck tanker reef", each in a sentence of its own from number `first`.
std::vector<StoredClaim> counts(std::vector<std::string> lines, std::uint32_t first) {
  std::vector<StoredClaim> claims;
  for (const std::string& line : lines) {
    const std::size_t space = line.find(' ');
    StoredClaim claim;
    claim.row = static_cast<std::int64_t>(claims.size() + 1);
    claim.what = "count:person|" + line.substr(space + 1);
    claim.words = line.substr(0, space);
    Amount amount;
    amount.low = amount.high = Decimal::parse(claim.words);
    amount.unit = Symbol("person");
    claim.value = amount;
    claim.sentence = first + static_cast<std::uint32_t>(claims.size());
    claims.push_back(std::move(claim));
  }
  return claims;
}

struct EventCase {
  std::string_view what;
  std::vector<std::string> a, b;
  std::uint32_t first;  // sentence
  bool given;           // by hand
  int conflicts;
};
void PrintTo(const EventCase& c, std::ostream* out) {
  *out << c.what;
}

class OneEvent : public testing::TestWithParam<EventCase> {};

TEST_P(OneEvent, OrNoConflict) {
  const auto& [what, a, b, first, given, conflicts] = GetParam();
  Plan made = plan_of_all(2);
  made.given = given;
  const std::vector<StoredClaim> claims[] = {counts(a, first), counts(b, first)};
  int found = 0;
  for (const DifferenceFound& difference : confront(made, claims).differences)
    found += difference.comparison.verdict == Comparison::Verdict::kConflict;
  EXPECT_EQ(found, conflicts);
}

INSTANTIATE_TEST_SUITE_P(
    Stories, OneEvent,
    testing::Values(EventCase{"what they dispute is all they share",
                              {"31 rescue sailor tanker reef"},
                              {"44 rescue sailor tanker reef"},
                              9,
                              false,
                              0},
                    EventCase{"and it is what both begin with",
                              {"31 rescue sailor tanker reef"},
                              {"44 rescue sailor tanker reef"},
                              0,
                              false,
                              1},
                    EventCase{"and who laid them side by side knows",
                              {"31 rescue sailor tanker reef"},
                              {"44 rescue sailor tanker reef"},
                              9,
                              true,
                              1},
                    EventCase{"they agree on as much",
                              {"31 rescue sailor tanker reef", "870 flee villager harbor smoke"},
                              {"44 rescue sailor tanker reef", "870 flee villager harbor smoke"},
                              9,
                              false,
                              1}));

}  // namespace
}  // namespace newsfacts
