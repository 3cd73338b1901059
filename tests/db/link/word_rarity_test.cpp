#include "db/link/word_rarity.h"

#include <gtest/gtest.h>

#include <string>

namespace newsfacts {
namespace {

struct Word {
  std::string word;
  Rarity rarity;
};
void PrintTo(const Word& word, std::ostream* out) {
  *out << word.word;
}

class WordRarity : public testing::TestWithParam<Word> {};

TEST_P(WordRarity, IsKnownBeforehand) {
  EXPECT_EQ(stem_of(GetParam().word).rarity, GetParam().rarity);
}

INSTANTIATE_TEST_SUITE_P(
    , WordRarity,
    testing::Values(
        // they hold sentences together, or report, or belong to the calendar
        Word{"the", Rarity::kEmpty}, Word{"The", Rarity::kEmpty}, Word{"said", Rarity::kEmpty},
        Word{"Tuesday", Rarity::kEmpty}, Word{"march", Rarity::kEmpty}, Word{"x", Rarity::kEmpty},
        // everyday words, in all their forms
        Word{"accident", Rarity::kEveryday}, Word{"accidents", Rarity::kEveryday},
        Word{"accept", Rarity::kEveryday}, Word{"accepted", Rarity::kEveryday},
        Word{"ACCEPTING", Rarity::kEveryday},
        // all others
        Word{"sawmill", Rarity::kRare}, Word{"Ostervik", Rarity::kRare},
        Word{"Zürich", Rarity::kRare},
        Word{"Donaudampfschifffahrtsgesellschaftskapitän", Rarity::kRare},
        // figures, but for round ones
        Word{"23", Rarity::kRare}, Word{"1966", Rarity::kRare}, Word{"5", Rarity::kEmpty},
        Word{"200", Rarity::kEmpty}, Word{"G20", Rarity::kRare}, Word{"", Rarity::kEmpty}));

TEST(WordStem, IsOneForTheFormsOfAWord) {
  const auto same = [](std::string_view a, std::string_view b) {
    return stem_of(a).hash == stem_of(b).hash;
  };
  EXPECT_TRUE(same("pirate", "Pirates"));
  EXPECT_TRUE(same("charity", "charities"));
  EXPECT_TRUE(same("capsized", "capsizing"));
  EXPECT_TRUE(same("crash", "crashes"));
  EXPECT_TRUE(same("buy", "bought"));
  EXPECT_FALSE(same("glass", "glas"));
  EXPECT_FALSE(same("pirate", "private"));
}

}  // namespace
}  // namespace newsfacts
