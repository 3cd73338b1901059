#include "db/link/echo.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace newsfacts {
namespace {

// "The navy held [14] men.": the figure in brackets; other figures in braces.
WordsAround around(std::string_view marked) {
  std::string text;
  std::vector<Span> figures;
  Span place;
  for (const char c : marked) {
    const auto at = static_cast<std::uint32_t>(text.size());
    if (c == '[' || c == '{') {
      figures.push_back({at, at});
      if (c == '[') place.begin = at;
    } else if (c == ']' || c == '}') {
      figures.back().end = at;
      if (c == ']') place.end = at;
    } else {
      text += c;
    }
  }
  const Span sentence{0, static_cast<std::uint32_t>(text.size())};
  return words_around(tokenize(text), std::span(&sentence, 1), figures, std::span(&place, 1)).front();
}

struct EchoCase {
  std::string_view a, b;
  bool sentence, passage;
};

void PrintTo(const EchoCase& c, std::ostream* out) {
  *out << c.a << " / " << c.b;
}

class EchoTest : public testing::TestWithParam<EchoCase> {};

TEST_P(EchoTest, IsHeardWhereTheWordsRunAlike) {
  const WordsAround a = around(GetParam().a), b = around(GetParam().b);
  EXPECT_EQ(echo(a, b).same_sentence(), GetParam().sentence);
  EXPECT_EQ(echo(a, b).same_passage(), GetParam().passage);
  EXPECT_EQ(echo(b, a).same_passage(), GetParam().passage);
  EXPECT_EQ(echo(a, b).strength(), echo(b, a).strength());
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, EchoTest,
    testing::Values(
        EchoCase{"The navy held [14] men.", "The navy held [six] men.", true, true},
        EchoCase{"The NAVY held [14] men", "The navy held [14] men!", true, true},
        // Other figures may have changed as well, and are read in one form or another.
        EchoCase{"On {12 May} the mill sold [30] tons.", "On {2 June} the mill sold [9] tons.",
                 true, true},
        EchoCase{"The fund owns [20]% of the mill.", "The fund owns [twenty] percent of the mill.",
                 true, true},
        // Reworded further off.
        EchoCase{"The old mill at Hallam sold [30] tons of flour to a Dane.",
                 "The old mill at Hallam sold [9] tons of flour in May.", false, true},
        // What runs alike on one side alone does so in many a sentence.
        EchoCase{"The mill at Hallam sold [30] tons.",
                 "The mill at Hallam sold [30] loads to a Danish buyer.", false, false},
        // Like words are no echo where they are few,
        EchoCase{"A storm sank [two] boats.", "The gale hit [two] boats off Hallam.", false, false},
        // nor where they stand elsewhere.
        EchoCase{"The mill sold [30] tons of the {90} it had.",
                 "The mill had {90} tons and sold [30] of them.", false, false},
        EchoCase{"[30]", "[9]", true, true}));

TEST(EchoTest, IsNoneWhereNothingIsKnown) {
  EXPECT_FALSE(echo({}, around("The navy held [14] men.")).same_passage());
  EXPECT_EQ(echo({}, {}).strength(), 0);
}

TEST(EchoTest, LooksNoFurtherThanTheSentence) {
  const std::string_view text = "Rain fell. It sold 30 tons. Snow fell.";
  const Span sentences[] = {{0, 10}, {11, 27}, {28, 38}}, figure{19, 21};
  const auto found =
      words_around(tokenize(text), sentences, std::span(&figure, 1), std::span(&figure, 1));
  EXPECT_EQ(found.front().left.size(), 3u);   // sold, it, the end
  EXPECT_EQ(found.front().right.size(), 2u);  // tons, the end
}

}  // namespace
}  // namespace newsfacts
