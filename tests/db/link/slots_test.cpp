#include "db/link/slots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace newsfacts {
namespace {

// "14 @ count:person|die explosion port": a claim as the store has it.
struct Written {
  Value value;
  Kind kind = Kind::kNumber;
  std::string words, slot;
};

Written written(std::string_view text) {
  const std::size_t at = text.find(" @ ");
  Written claim{
      {}, Kind::kNumber, std::string(text.substr(0, at)), std::string(text.substr(at + 3))};
  if (claim.slot.starts_with("date")) {
    TimeValue time;
    time.value = claim.words;
    time.grain = Grain::kYear;
    const int year = std::stoi(claim.words);
    time.days = {day_of(year, 1, 1), day_of(year, 12, 31)};
    if (claim.slot.starts_with("date:until")) time.bound = Bound::kUntil;
    claim.kind = Kind::kDate;
    claim.value = time;
  } else if (claim.slot.starts_with("time")) {  // "2026-03-14T06:40"
    TimeValue time;
    time.value = claim.words;
    time.grain = claim.words.ends_with(":00") ? Grain::kHour : Grain::kMinute;
    time.days = {parse_day(claim.words), parse_day(claim.words)};
    claim.kind = Kind::kTime;
    claim.value = time;
  } else {
    Amount amount;
    amount.low = amount.high = Decimal::parse(claim.words);
    if (claim.slot.starts_with("money")) {
      claim.kind = Kind::kMoney;
      amount.unit = Symbol("USD");
      amount.currency_basis = CurrencyBasis::kExplicit;
    }
    claim.value = amount;
  }
  return claim;
}

std::vector<SlotClaim> views(const std::vector<Written>& claims) {
  std::vector<SlotClaim> list;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(i);
    list.push_back({claims[i].slot,
                    "",
                    claims[i].kind,
                    &claims[i].value,
                    claims[i].words,
                    {},
                    {10 * at, 10 * at + 9}});
  }
  return list;
}

std::vector<Written> all(const std::vector<std::string_view>& texts) {
  std::vector<Written> claims;
  for (const std::string_view text : texts) claims.push_back(written(text));
  return claims;
}

// "0 1 = 2": claims 0 and 1 of a are claim 2 of b.
std::vector<std::string> pairs(const std::vector<Written>& a, const std::vector<Written>& b) {
  std::vector<std::string> lines;
  for (const SlotPair& pair : align(views(a), views(b))) {
    std::string line;
    for (std::uint32_t at : pair.a) line += std::to_string(at) + " ";
    line += "=";
    for (std::uint32_t at : pair.b) line += " " + std::to_string(at);
    lines.push_back(line);
  }
  return lines;
}

struct AlignCase {
  std::string_view what;
  std::vector<std::string_view> a, b;
  std::vector<std::string> expected;
};

void PrintTo(const AlignCase& c, std::ostream* out) {
  *out << c.what;
}

class SlotsTest : public testing::TestWithParam<AlignCase> {};

TEST_P(SlotsTest, BringsTogetherWhatMeasuresTheSame) {
  EXPECT_EQ(pairs(all(GetParam().a), all(GetParam().b)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SlotsTest,
    testing::Values(
        AlignCase{"an end is no day of something else that few words join",
                  {"2011 @ date:until|cable restore service"},
                  {"2011 @ date|cable problem start outage"},
                  {}},
        AlignCase{"an end is that day where the words say so",
                  {"2011 @ date:until|cable restore service"},
                  {"2011 @ date|restore service cable"},
                  {"0 = 0"}},
        AlignCase{"equal figures in like words",
                  {"26 @ count:person|pirate capture navy"},
                  {"26 @ count:person|pirate capture ship"},
                  {"0 = 0"}},
        AlignCase{"figures that conflict, in words that are all but the same",
                  {"6 @ count:rifle|rifle seize boat navy"},
                  {"14 @ count:rifle|rifle seize boat navy"},
                  {"0 = 0"}},
        AlignCase{"figures that conflict, in words that are only alike",
                  {"6 @ count:rifle|rifle seize boat navy"},
                  {"14 @ count:person|sailor board boat gulf"},
                  {}},
        AlignCase{"one figure with its noun and without, against another",
                  {"9 @ count|die ship port fire", "9 @ count:person|person die ship fire"},
                  {"14 @ count:person|person die ship fire"},
                  {"1 0 = 0"}},
        AlignCase{"figures that conflict, with little said but all of it shared",
                  {"900 @ count:worker|worker employ mill"},
                  {"850 @ count:worker|worker employ mill"},
                  {"0 = 0"}},
        AlignCase{"figures that conflict, with little shared of what is said",
                  {"4 @ count:game|game miss knee surgery carolina"},
                  {"2 @ count:game|game miss coach reserve chicago"},
                  {}},
        AlignCase{"what stands far off does not part what stands near",
                  {"12 @ count:person|person miss / rescue navy"},
                  {"7 @ count:person|person miss / rescue alarm island crew coast harbour mayor"},
                  {"0 = 0"}},
        AlignCase{"two dates of two things, crosswise the same measure",
                  {"2032 @ date:until|license retain property microsoft",
                   "2030 @ date:until|revenue share pay microsoft openai"},
                  {"2030 @ date:until|share revenue microsoft openai extend",
                   "2032 @ date:until|extend property license microsoft"},
                  {"0 = 1", "1 = 0"}},
        AlignCase{"the only villages of both",
                  {"7 @ count:village|village level quake coast"},
                  {"4 @ count:village|village quake coast governor island"},
                  {"0 = 0"}},
        AlignCase{
            "villages that are not the only ones",
            {"7 @ count:village|village level quake coast", "2 @ count:village|village rebuild"},
            {"4 @ count:village|village quake governor island south"},
            {}},
        AlignCase{"one side alone with two things alike: silence before a conflict",
                  {"5 @ count:boat|boat sink gulf navy", "9 @ count:boat|boat sink gulf navy"},
                  {"7 @ count:boat|boat sink gulf navy"},
                  {}},
        AlignCase{"what has found its own is no rival",
                  {"283 @ count:person|person rescue sea", "12 @ count:person|person miss sea"},
                  {"283 @ count:person|person rescue sea", "7 @ count:person|person miss sea"},
                  {"0 = 0", "1 = 1"}},
        AlignCase{"one minute, in no common word",
                  {"2026-03-14T06:40 @ time|alarm raise"},
                  {"2026-03-14T06:40 @ time|stewardess smell rubber"},
                  {"0 = 0"}},
        AlignCase{"one age, in no common word",
                  {"61 @ age|kathryn_hall person"},
                  {"61 @ age|die woman"},
                  {"0 = 0"}},
        AlignCase{"one magnitude, in no common word",
                  {"6.1 @ count:magnitude|survey put"},
                  {"6.1 @ count:magnitude|register quake richter scale"},
                  {"0 = 0"}},
        AlignCase{"two magnitudes, in no common word",
                  {"6.1 @ count:magnitude|survey put"},
                  {"5.9 @ count:magnitude|register quake richter scale"},
                  {}},
        AlignCase{"one figure of something else, in no common word",
                  {"6.1 @ count:mile|survey put"},
                  {"6.1 @ count:mile|register quake richter scale"},
                  {}},
        AlignCase{"a minute, and the hour it is told in",
                  {"2026-03-14T06:40 @ time|alarm raise"},
                  {"2026-03-14T07:00 @ time|fire catch"},
                  {"0 = 0"}},
        AlignCase{"a minute of one day, and the hour of another",
                  {"2026-03-14T06:40 @ time|alarm raise"},
                  {"2026-03-21T07:00 @ time|shop close"},
                  {}},
        AlignCase{
            "a time answers a time, and its day a date",
            {"2026-03-14T06:40 @ time|alarm raise ship fire", "2026 @ date|ship fire port burn"},
            {"2026-03-14T06:40 @ time|ship fire port burn"},
            {"0 = 0", "1 = 0"}},
        AlignCase{"a figure that is repeated is one statement",
                  {"26 @ count:person|pirate capture navy gulf",
                   "26 @ count:person|pirate capture ship gulf"},
                  {"26 @ count:person|pirate capture gulf"},
                  {"0 1 = 0"}},
        AlignCase{"a date never answers a count",
                  {"2030 @ date|turbine build coast wind"},
                  {"2030 @ count:turbine|turbine build coast wind"},
                  {}},
        AlignCase{"until is not from",
                  {"2030 @ date:until|turbine build coast wind"},
                  {"2031 @ date:from|turbine build coast wind"},
                  {}},
        AlignCase{"a part of a name",
                  {"160 @ money|offer boston_red_sox"},
                  {"160 @ money|offer red_sox"},
                  {"0 = 0"}},
        AlignCase{"a stem without its final e",
                  {"2032 @ date:until|licens"},
                  {"2032 @ date:until|license"},
                  {"0 = 0"}},
        AlignCase{"no words in common", {"26 @ count|pirate"}, {"26 @ count|school"}, {}},
        AlignCase{"no words at all", {"26 @ count|"}, {"26 @ count|"}, {}},
        AlignCase{"nothing", {}, {"26 @ count|pirate"}, {}}));

// "The navy held [14] men @ count|navy hold": the claim of a sentence.
struct Printed {
  Written claim;
  WordsAround around;
};

std::vector<Printed> printed(const std::vector<std::string_view>& texts) {
  std::vector<Printed> made;
  for (const std::string_view line : texts) {
    const std::size_t at = line.find(" @ "), open = line.find('['), close = line.find(']');
    std::string text(line.substr(0, at));
    text.erase(close, 1).erase(open, 1);
    const Span sentence{0, static_cast<std::uint32_t>(text.size())},
        figure{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
    made.push_back({written(text.substr(open, close - open - 1) + std::string(line.substr(at))),
                    words_around(tokenize(text), std::span(&sentence, 1), std::span(&figure, 1),
                                    std::span(&figure, 1))
                        .front()});
  }
  return made;
}

std::vector<std::string> echoing_pairs(const std::vector<std::string_view>& a,
                                       const std::vector<std::string_view>& b) {
  const auto x = printed(a), y = printed(b);
  const auto views_of = [](const std::vector<Printed>& sentences) {
    std::vector<SlotClaim> list;
    for (const Printed& p : sentences) {
      SlotClaim claim;
      claim.slot = p.claim.slot;
      claim.kind = p.claim.kind;
      claim.value = &p.claim.value;
      claim.words = p.claim.words;
      claim.around = &p.around;
      list.push_back(claim);
    }
    return list;
  };
  std::vector<std::string> lines;
  for (const SlotPair& pair : align(views_of(x), views_of(y)))
    lines.push_back(std::to_string(pair.a.front()) + " = " + std::to_string(pair.b.front()));
  return lines;
}

struct EchoingCase {
  std::string_view what;
  std::vector<std::string_view> a, b;
  std::vector<std::string> expected;
};

void PrintTo(const EchoingCase& c, std::ostream* out) {
  *out << c.what;
}

class EchoingSlotsTest : public testing::TestWithParam<EchoingCase> {};

TEST_P(EchoingSlotsTest, BringTogetherOneSentencePrintedTwice) {
  EXPECT_EQ(echoing_pairs(GetParam().a, GetParam().b), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, EchoingSlotsTest,
    testing::Values(
        EchoingCase{
            "two figures of like things, each in its sentence",
            {"The navy held [14] men @ count|man navy", "It freed [9] men @ count|man navy"},
            {"The navy held [6] men @ count|man navy", "It freed [14] men @ count|man navy"},
            {"0 = 0", "1 = 1"}},
        EchoingCase{
            "figures that conflict, with few terms shared, but the words next to them alike",
            {"The guard took [31] men off the burning tug @ count|man tug guard"},
            {"They took [27] men off the burning tug at dawn @ count|man tug dawn"},
            {"0 = 0"}},
        EchoingCase{"and with few shared and nothing alike",
                    {"The guard took [31] men off the burning tug @ count|man tug guard"},
                    {"At dawn, of a tug on fire, [27] men were seen @ count|man tug dawn"},
                    {}},
        EchoingCase{"a measure that was read otherwise",
                    {"The fund owns [6] of the mill @ money|fund mill"},
                    {"The fund owns [7] of the mill @ count|fund mill"},
                    {"0 = 0"}},
        EchoingCase{
            "a sentence with no terms at all", {"So [14] @ count|"}, {"So [15] @ count|"}, {}}));

TEST(SlotsTest, SaysWhy) {
  const auto a = all({"2032 @ date:until|license retain red_sox"});
  const auto b = all({"2032 @ date:until|license red_sox extend"});
  const auto found = align(views(a), views(b));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reason, "both: license, red sox; only a: retain; only b: extend");
  EXPECT_GT(found[0].score, 0.5);
  EXPECT_LE(found[0].score, 1.0);
}

TEST(SlotsTest, DoNotAgreeOnWhatOneDenies) {
  const auto said = all({"26 @ count:person|pirate capture navy"});
  const std::vector<SlotClaim> asserted = views(said);
  std::vector<SlotClaim> denied = views(said);
  denied[0].modality = Modality::kDenied;
  EXPECT_EQ(align(asserted, asserted).size(), 1u);
  EXPECT_TRUE(align(asserted, denied).empty());
  EXPECT_EQ(align(denied, denied).size(), 1u);
  EXPECT_EQ(reasons(asserted, denied, 0, 0).kept.back().words, "one of them denies it");
}

// What may be said of any two documents, tried on random ones.
class RandomSlotsTest : public testing::TestWithParam<unsigned> {
 protected:
  std::vector<Written> random_claims(std::mt19937* random) const {
    static constexpr std::string_view kTerms[] = {"license", "revenue", "share", "pay",
                                                  "boat",    "navy",    "sink",  "die",
                                                  "person",  "port",    "fire",  "school"};
    static constexpr std::string_view kMeasures[] = {"count", "count:person", "money", "date",
                                                     "date:until"};
    std::vector<Written> claims;
    const std::size_t size = (*random)() % 12;
    for (std::size_t i = 0; i < size; ++i) {
      const std::string_view measure = kMeasures[(*random)() % std::size(kMeasures)];
      std::string text =
          std::to_string(measure.starts_with("date") ? 2030 + (*random)() % 3 : (*random)() % 30);
      text += " @ " + std::string(measure) + "|";
      for (std::size_t t = 0; t < (*random)() % 7; ++t)
        text +=
            std::string(t == 0 ? "" : " ") + std::string(kTerms[(*random)() % std::size(kTerms)]);
      claims.push_back(written(text));
    }
    return claims;
  }
};

TEST_P(RandomSlotsTest, AreTheSameFromBothSidesAndUseEachClaimOnce) {
  std::mt19937 random(GetParam());
  const auto a = random_claims(&random), b = random_claims(&random);
  const auto there = align(views(a), views(b)), back = align(views(b), views(a));
  ASSERT_EQ(there.size(), back.size());
  std::vector<int> used_a(a.size()), used_b(b.size());
  for (const SlotPair& pair : there) {
    const bool mirrored = std::any_of(back.begin(), back.end(), [&](const SlotPair& other) {
      return other.a == pair.b && other.b == pair.a && other.score == pair.score;
    });
    EXPECT_TRUE(mirrored);
    for (const std::uint32_t at : pair.a) EXPECT_EQ(used_a[at]++, 0);
    for (const std::uint32_t at : pair.b) EXPECT_EQ(used_b[at]++, 0);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomSlotsTest, testing::Range(0u, 200u));

TEST(SlotsTest, BearsDocumentsOfManyClaims) {
  std::vector<Written> many;
  for (int i = 0; i < 3000; ++i)
    many.push_back(
        written(std::to_string(i % 7) + " @ count|boat navy term" + std::to_string(i % 50)));
  EXPECT_LE(align(views(many), views(many)).size(), many.size());
}

}  // namespace
}  // namespace newsfacts
