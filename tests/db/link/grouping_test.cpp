#include "db/link/grouping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace newsfacts {
namespace {

using Ranks = std::vector<Rank>;

std::vector<std::uint64_t> identities(Rank documents) {
  std::vector<std::uint64_t> all(documents);
  for (Rank i = 0; i < documents; ++i) all[i] = (i + 1) * 0x9e3779b97f4a7c15ULL;
  return all;
}

const Akin kNobody = [](Rank, Rank) { return false; };

Ranks grouped(const std::vector<Edge>& edges, Rank documents, const Akin& akin = kNobody) {
  return components(standing(edges, identities(documents), akin, edges), documents);
}

TEST(Grouping, NeighborsOfNeighborsAreOneGroupWhereTheyAreAkin) {
  const std::vector<Edge> chain = {{0, 1, 500}, {1, 2, 500}};
  EXPECT_EQ(grouped(chain, 3, [](Rank, Rank) { return true; }), (Ranks{0, 0, 0}));
}

TEST(Grouping, ARoundUpStaysWithTheStoryItIsStrongestIn) {
  //   0 --- 1        3 --- 4
  //     \ /            \ /
  //      2 digest ------+        the digest is nearer to 0 and 1
  const std::vector<Edge> edges = {{0, 1, 800}, {0, 2, 500}, {1, 2, 500},
                                   {3, 4, 800}, {2, 3, 400}, {2, 4, 400}};
  EXPECT_EQ(grouped(edges, 5), (Ranks{0, 0, 0, 3, 3}));
}

TEST(Grouping, AnEdgeStandsOnlyWhenBothEndsKeepIt) {
  // 1 would keep 2, which has better company.
  const std::vector<Edge> edges = {{0, 1, 300}, {1, 2, 400}, {2, 3, 900}};
  EXPECT_EQ(grouped(edges, 4), (Ranks{0, 1, 2, 2}));
}

TEST(Grouping, ManyCopiesOfEqualStrengthAreOneGroup) {
  constexpr Rank kDocuments = 300;
  std::vector<Edge> edges;
  for (Rank a = 0; a < kDocuments; ++a)
    for (Rank b = a + 1; b < kDocuments; ++b) edges.push_back({a, b, 1000});
  EXPECT_EQ(grouped(edges, kDocuments), Ranks(kDocuments, 0));
}

TEST(Grouping, WhatStandsAroundADocumentIsTheSameInASubset) {
  // The left triangle alone, and beside another: the same edges, whatever the numbering.
  const std::vector<Edge> alone = {{0, 1, 700}, {0, 2, 600}, {1, 2, 500}};
  const std::vector<Edge> beside = {{1, 3, 700}, {1, 5, 600}, {3, 5, 500}, {0, 2, 900}};
  const auto all = identities(6);
  const std::vector<std::uint64_t> some = {all[1], all[3], all[5]};
  EXPECT_EQ(standing(alone, some, kNobody, alone).size(), 3U);
  EXPECT_EQ(standing(beside, all, kNobody, beside).size(), 4U);
}

}  // namespace
}  // namespace newsfacts
