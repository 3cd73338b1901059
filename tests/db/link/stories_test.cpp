#include "db/link/stories.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace newsfacts {
namespace {

struct Article {
  std::string published;
  std::string title;
  std::vector<std::string> organizations, people, places;
  std::vector<std::string> days;     // "2026-03-14"
  std::vector<std::string> amounts;  // of money
  std::string text = "";
};

Outline outline_of(const Article& article) {
  Outliner outliner(Key::of({article.title, article.published}), parse_day(article.published));
  for (const auto& name : article.organizations) outliner.name(Kind::kOrganization, name);
  for (const auto& name : article.people) outliner.name(Kind::kPerson, name);
  for (const auto& name : article.places) outliner.name(Kind::kPlace, name);
  for (const auto& day : article.days) outliner.days(day, day, true);
  for (const auto& amount : article.amounts) outliner.figure(Kind::kMoney, amount);
  outliner.words(article.title);
  outliner.words(article.text);
  return std::move(outliner).outline();
}

const Article kFerry = {"2026-03-14",
                        "Ferry Aurelia runs aground off Port Hallam",
                        {"Hallam Lines"},
                        {"Ines Maro"},
                        {"Port Hallam"},
                        {"2026-03-13"},
                        {}};

struct Pair {
  std::string what;
  Article a, b;
  bool one_story;
};
void PrintTo(const Pair& pair, std::ostream* out) {
  *out << pair.what;
}

class StoryEdge : public testing::TestWithParam<Pair> {};

TEST_P(StoryEdge, JoinsTwoArticles) {
  const Outline a = outline_of(GetParam().a), b = outline_of(GetParam().b);
  EXPECT_EQ(story_edge(a, b).has_value(), GetParam().one_story) << story_edge(a, b).value_or(0);
  EXPECT_EQ(story_edge(a, b), story_edge(b, a));
}

INSTANTIATE_TEST_SUITE_P(
    , StoryEdge,
    testing::Values(
        Pair{"the same event, told by two outlets",
             kFerry,
             {"2026-03-15",
              "Passengers rescued from grounded ferry Aurelia",
              {"Hallam Lines"},
              {"Tom Reyl"},
              {"Port Hallam"},
              {"2026-03-13"},
              {}},
             true},
        Pair{"one company, in different months",
             {"2026-01-20",
              "Orvane profit rises on chip sales",
              {"Orvane"},
              {"Lea Quist"},
              {"Malden"},
              {},
              {"4200000000 EUR"}},
             {"2026-04-21",
              "Orvane profit falls as chip sales slow",
              {"Orvane"},
              {"Lea Quist"},
              {"Malden"},
              {},
              {"3900000000 EUR"}},
             false},
        Pair{"one company, two events of one week",
             {"2026-01-20",
              "Orvane profit rises on chip sales",
              {"Orvane"},
              {"Lea Quist"},
              {"Malden"},
              {},
              {"4200000000 EUR"}},
             {"2026-01-22",
              "Regulator fines Orvane over waste water in Tessin",
              {"Orvane", "River Authority"},
              {"Jon Abbel"},
              {"Tessin"},
              {},
              {"750000 EUR"}},
             false},
        Pair{"two accidents in one harbor town share the place alone",
             kFerry,
             {"2026-03-14",
              "Warehouse fire closes market street",
              {"Fire Brigade"},
              {"Olaf Brandt"},
              {"Port Hallam"},
              {},
              {}},
             false},
        Pair{"without a date, where nearly all agrees",
             {"", kFerry.title, kFerry.organizations, kFerry.people, kFerry.places, {}, {}},
             kFerry,
             true},
        Pair{"without a date, where the company and the town agree",
             {"",
              "Osvik yard lays keel of new ferry",
              {"Hallam Lines", "Osvik Shipyard"},
              {"Pia Lund", "Karl Omdal"},
              {"Port Hallam", "Osvik"},
              {},
              {"48000000 EUR"}},
             kFerry,
             false},
        Pair{"nothing to go by",
             {"", "", {}, {}, {}, {}, {}},
             {"", "", {}, {}, {}, {}, {}},
             false}));

TEST(Story, ArticlesOfOneEventMeetInTheIndex) {
  const auto a = index_terms(outline_of(kFerry));
  const auto b = index_terms(outline_of({"2026-03-15",
                                         "Passengers rescued from ferry Aurelia",
                                         {"Hallam Lines"},
                                         {"Tom Reyl"},
                                         {"Port Hallam"},
                                         {},
                                         {}}));
  EXPECT_TRUE(std::any_of(a.begin(), a.end(), [&](std::uint64_t term) {
    return std::binary_search(b.begin(), b.end(), term);
  }));
}

TEST(Story, WhatTwoHaveInCommonIsToldInWords) {
  const Outline a = outline_of(kFerry);
  const Outline b = outline_of({"2026-03-15",
                                "Ferry Aurelia leaks oil, say Hallam Lines and Tom Reyl",
                                {"Hallam Lines"},
                                {"Tom Reyl"},
                                {},
                                {},
                                {}});
  const std::string common = common_ground(a, b, 6);
  EXPECT_EQ(common, common_ground(b, a, 6));
  for (const char* words : {"Hallam Lines", "Aurelia", "Ferry"})
    EXPECT_NE(common.find(words), std::string::npos) << common;
  for (const char* words : {"Reyl", "aground", "Hallam,"})
    EXPECT_EQ(common.find(words), std::string::npos) << common;
  EXPECT_EQ(common_ground(a, outline_of({"", "Roof for Brekke school", {}, {}, {}, {}, {}}), 6),
            "");
}

TEST(Story, AnOutlineDoesNotDependOnTheOrderOfItsTerms) {
  Outliner one(Key{}, {}), other(Key{}, {});
  for (int i = 0; i < 100; ++i) one.name(Kind::kPerson, "Person " + std::to_string(i));
  for (int i = 99; i >= 0; --i) other.name(Kind::kPerson, "Person " + std::to_string(i));
  const Outline a = std::move(one).outline(), b = std::move(other).outline();
  EXPECT_EQ(a.terms, b.terms);
  EXPECT_EQ(a.terms.size(), kOutlineTerms);
}

TEST(Story, RoundFiguresTellNothing) {
  Outliner outliner(Key{}, {});
  outliner.figure(Kind::kMoney, "1000000000 USD");
  outliner.figure(Kind::kNumber, "5");
  outliner.figure(Kind::kMoney, "1250000 USD");
  EXPECT_EQ(std::move(outliner).outline().terms.size(), 1U);
}

}  // namespace
}  // namespace newsfacts
