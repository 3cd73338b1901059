#include "db/link/corrections.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/key.h"
#include "corpus/token.h"

namespace newsfacts {
namespace {

// Every number is a figure: of money where a dollar sign stands before it, a count elsewhere.
std::vector<Figure> figures(const std::string& text) {
  std::vector<Figure> all;
  for (const Token& token : tokenize(text))
    if (token.shape == Token::Shape::kNumber) {
      const bool money = token.span.begin > 0 && text[token.span.begin - 1] == '$';
      all.push_back({static_cast<std::int64_t>(all.size()), token.span,
                     money ? Kind::kMoney : Kind::kNumber, token.hash, 0});
    }
  return all;
}

struct Case {
  std::string before, after;
  std::vector<std::pair<std::int64_t, std::int64_t>> changed;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.before << " | " << c.after;
}

class Corrections : public testing::TestWithParam<Case> {};

TEST_P(Corrections, OfFigures) {
  const auto& [before, after, changed] = GetParam();
  const std::vector<WordAt> a = words_of(tokenize(before)), b = words_of(tokenize(after));
  EXPECT_EQ(corrections(a, figures(before), b, figures(after)), changed);
}

INSTANTIATE_TEST_SUITE_P(
    , Corrections,
    testing::Values(
        Case{"The bridge cost the town $65 in all.", "The bridge cost the town $81 in all.", {{0, 0}}},
        Case{"It took 12 men and 7 days to mend.", "It took 14 men and 7 days to mend.", {{0, 0}}},
        Case{"It took 12 men and 7 days to mend it.", "It took 14 men and 9 days to mend it.",
             {{0, 0}, {1, 1}}},
        Case{"First the mayor of the town spoke. Then 12 men came to the quay.",
             "First the mayor of the town spoke, and 3 cheered. Then 14 men came to the quay.",
             {{0, 1}}},
        Case{"Nine men and 12 boats came to the old quay.",
             "Nine men and their boats came to the old quay.", {}},                         // left out
        Case{"The bridge cost the town $65 in all.", "The bridge cost the town 81 men in all.", {}},
        Case{"Some 12 men left at noon and 14 more at dusk.",
             "Some 14 men left at noon and 12 more at dusk.", {}},  // both state both
        Case{"The bridge cost the town $65.", "The bridge cost the town $65.", {}},
        Case{"", "The bridge cost $65.", {}}));

}  // namespace
}  // namespace newsfacts
