// Which names are one, by their parts and by how many documents use them; and whom a name that
// many bear stands for in each document.

#include "db/link/entities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace newsfacts {
namespace {

NameUse use(std::string name, std::string key, std::string mark, std::int64_t documents,
            bool many = false) {
  return {std::move(name), {std::move(key), std::move(mark), many}, documents};
}

struct Alike {
  std::string_view title;
  std::vector<NameUse> names;
  std::vector<std::string> merges;  // "name > whole", in the order of the names
};
void PrintTo(const Alike& row, std::ostream* out) { *out << row.title; }

std::vector<std::string> shown(const std::vector<NameUse>& names, std::vector<Merge> merges) {
  std::ranges::sort(merges, {}, &Merge::name);
  std::vector<std::string> all;
  for (const Merge& merge : merges)
    all.push_back(names[merge.name].name + " > " + names[merge.into].name);
  return all;
}

class NamesAlike : public testing::TestWithParam<Alike> {};

TEST_P(NamesAlike, AreMergedIntoTheBestKnown) {
  const Alike& row = GetParam();
  EXPECT_EQ(shown(row.names, merged(row.names, alike(row.names), {})), row.merges);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NamesAlike,
    testing::Values(
        Alike{"a mark can be left out",
              {use("Acme", "acme", "", 9), use("Acme Corp.", "acme", "corporation", 2)},
              {"Acme Corp. > Acme"}},
        Alike{"it goes by what most documents say",
              {use("Acme", "acme", "", 1), use("Acme Corp.", "acme", "corporation", 2)},
              {"Acme > Acme Corp."}},
        Alike{"spellings of one mark are one",
              {use("Acme Corp.", "acme", "corporation", 3),
               use("Acme Corporation", "acme", "corporation", 1)},
              {"Acme Corporation > Acme Corp."}},
        Alike{"two marks are two things, and what has none is neither",
              {use("George Bush", "george bush", "", 50),
               use("George W. Bush", "george bush", "w", 30),
               use("George H. W. Bush", "george bush", "h w", 20)},
              {}},
        Alike{"unless hardly anybody means the other",
              {use("George Bush", "george bush", "", 50),
               use("George W. Bush", "george bush", "w", 30),
               use("George H. W. Bush", "george bush", "h w", 3)},
              {"George W. Bush > George Bush"}},
        Alike{"nine times as many are not enough",
              {use("Acme", "acme", "", 50), use("Acme Corp.", "acme", "corporation", 27),
               use("Acme Ltd.", "acme", "limited", 3)},
              {}},
        Alike{"who is one of many may be any of them",
              {use("John Smith", "john smith", "", 4, true),
               use("John Q. Smith", "john smith", "q", 4)},
              {}},
        Alike{"a name of nothing but signs is like no other",
              {use("...", "", "", 1), use("!", "", "", 1)},
              {}}),
    [](const auto& row) { return "row" + std::to_string(row.index); });

TEST(Acronym, GoesWithTheOneNameItIsWrittenOutAs) {
  const std::vector<NameUse> names = {use("EAC", "eac", "", 5),
                                      use("East African Community", "east african community", "", 9),
                                      use("Electric Auto Club", "electric auto club", "", 1)};
  const std::vector<std::size_t> one = {1}, two = {1, 2}, none;
  EXPECT_EQ(written_out(names, 0, one).size(), 1U);
  EXPECT_TRUE(written_out(names, 0, two).empty()) << "9 documents are not ten times 1";
  EXPECT_TRUE(written_out(names, 0, none).empty());
}

TEST(Acronym, IsShortAndAllCapitals) {
  for (const char* name : {"EAC", "U.S.", "AT&T", "IBM"}) EXPECT_TRUE(is_acronym(name)) << name;
  for (const char* name : {"A", "Acme", "EAc", "NORTHGATES", "G7", ""})
    EXPECT_FALSE(is_acronym(name)) << name;
}

TEST(Merges, ReachAcrossAndStopWhereTwoAreKeptApart) {
  const std::vector<NameUse> names = {use("Acme", "a", "", 9), use("Acme Corp.", "b", "", 5),
                                      use("ACME", "c", "", 3)};
  const std::vector<Likeness> chain = {{0, 1, "x"}, {1, 2, "y"}};
  EXPECT_EQ(shown(names, merged(names, chain, {})),
            (std::vector<std::string>{"Acme Corp. > Acme", "ACME > Acme"}));
  const std::vector<std::pair<std::size_t, std::size_t>> apart = {{2, 0}};
  EXPECT_EQ(shown(names, merged(names, chain, apart)),
            (std::vector<std::string>{"Acme Corp. > Acme"}));
}

TEST(Merges, DoNotDependOnTheOrderOfTheNames) {
  std::vector<NameUse> names;
  for (int i = 0; i < 12; ++i)
    names.push_back(use("N" + std::to_string(i), "k" + std::to_string(i / 3),
                        i % 3 == 0 ? "" : "m", i % 4));
  auto expected = shown(names, merged(names, alike(names), {}));
  std::ranges::sort(expected);
  ASSERT_FALSE(expected.empty());
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::ranges::shuffle(names, random);
    auto found = shown(names, merged(names, alike(names), {}));
    std::ranges::sort(found);
    EXPECT_EQ(found, expected);
  }
}

Tie tie(std::string what) { return {what, "by " + what}; }

TEST(Bearers, AreOneWhereSomethingTiesTheirDocuments) {
  const std::vector<std::vector<Tie>> documents = {
      {tie("story 1"), tie("Acme")},  // 0
      {tie("Bolt")},                  // 1: nobody's
      {tie("story 2"), tie("Acme")},  // 2: with 0, by Acme
      {tie("story 2")},               // 3: with 2, and so with 0
      {}};                            // 4
  const std::vector<Bearer> meant = bearers(documents);
  std::vector<std::size_t> first;
  std::vector<std::string> reasons;
  for (const Bearer& bearer : meant) {
    first.push_back(bearer.document);
    reasons.push_back(bearer.reason);
  }
  EXPECT_EQ(first, (std::vector<std::size_t>{0, 1, 0, 0, 4}));
  EXPECT_EQ(reasons,
            (std::vector<std::string>{"by Acme", "nothing ties it to another article", "by story 2",
                                      "by story 2", "nothing ties it to another article"}));
}

}  // namespace
}  // namespace newsfacts
