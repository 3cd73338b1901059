#include "corpus/token.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "corpus/utf8.h"
#include "tests/corpus/exact_copy.h"
#include "tests/corpus/random_text.h"

namespace newsfacts {
namespace {

constexpr std::array<std::string_view, 7> kShapeWords = {"lower",  "Capital", "UPPER", "miXed",
                                                         "number", "alnum",   "sign"};

// "The|Capital firm|lower .|sign": a token glued to the one before it has no space.
std::string shown(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += token.space_before ? " " : "+";
    out.append(text.substr(token.span.begin, token.span.size()))
        .append("|")
        .append(kShapeWords[static_cast<std::size_t>(token.shape)]);
  }
  return out;
}

struct Case {
  const char* name;
  std::string_view text, tokens;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

class Tokens : public testing::TestWithParam<Case> {};

TEST_P(Tokens, AreRunsOfWordCharactersOrSingleSigns) {
  const ExactCopy text(GetParam().text);
  EXPECT_EQ(shown(text.view()), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Tokens,
    testing::Values(
        Case{"nothing", "", ""}, Case{"only_space", " \n\t", ""},
        Case{"header_figure", "US$3bn rose 4.2% in Sao Paulo's",
             "US|UPPER+$|sign+3bn|alnum rose|lower 4|number+.|sign+2|number+%|sign in|lower "
             "Sao|Capital Paulo|Capital+'|sign+s|lower"},
        Case{"shapes", "A CEO eBay iPhone McCoy G7 2026",
             "A|Capital CEO|UPPER eBay|miXed iPhone|miXed McCoy|Capital G7|alnum 2026|number"},
        Case{"letters_beyond_ascii", "\u00C9lan \u00C9T\u00C9 na\u00EFve",
             "\u00C9lan|Capital \u00C9T\u00C9|UPPER na\u00EFve|lower"},
        Case{"typographic_quotes", "\u201CNo\u201D\u2014Roe\u2019s",
             "\u201C|sign+No|Capital+\u201D|sign+\u2014|sign+Roe|Capital+\u2019|sign+s|lower"},
        Case{"marks_belong_to_their_letter", "n\u0303o", "n\u0303o|lower"},
        Case{"unicode_spaces", "a\u00A0b\u2009c", "a|lower b|lower c|lower"},
        Case{"no_letter_case", "\u4E2D\u6587 \u0645", "\u4E2D\u6587|lower \u0645|lower"},
        Case{"sign_beyond_the_first_plane", "ok\U0001F600", "ok|lower+\U0001F600|sign"}),
    [](const auto& test) { return test.param.name; });

TEST(Tokens, OfOneSpellingHaveOneHashWhateverTheCase) {
  const std::string text = "Rose rose ROSE \u00C9lan \u00E9lan Stra\u00DFe STRASSE";
  const std::vector<Token> tokens = tokenize(text);
  ASSERT_EQ(tokens.size(), 7u);
  EXPECT_EQ(tokens[0].hash, tokens[1].hash);
  EXPECT_EQ(tokens[0].hash, tokens[2].hash);
  EXPECT_EQ(tokens[3].hash, tokens[4].hash);
  EXPECT_EQ(tokens[5].hash, tokens[6].hash);
  EXPECT_NE(tokens[0].hash, tokens[3].hash);
  for (const Token& token : tokens)
    EXPECT_EQ(token.hash,
              token_hash(std::string_view(text).substr(token.span.begin, token.span.size())));
}

TEST(Tokens, OfAnyTextCoverAllThatIsNoSpace) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    const std::string text = random_text(random, 1 + round % 60);
    const ExactCopy copy(text);
    std::size_t at = 0;
    for (const Token& token : tokenize(copy.view())) {
      bool space = at == 0 && token.span.begin == 0;
      ASSERT_LE(at, token.span.begin);
      while (at < token.span.begin) {
        const CodePoint c = code_point_at(text, at);
        ASSERT_TRUE(is_space(c.value)) << "byte " << at;
        space = true;
        at += c.size;
      }
      ASSERT_EQ(token.space_before, space);
      const std::string_view word = std::string_view(text).substr(at, token.span.size());
      ASSERT_FALSE(word.empty());
      ASSERT_EQ(token.hash, token_hash(word));
      bool words = true;
      std::size_t code_points = 0;
      for (std::size_t i = 0; i < word.size(); ++code_points) {
        const CodePoint c = code_point_at(word, i);
        words &= is_word_character(c.value);
        i += c.size;
      }
      ASSERT_TRUE(words || code_points == 1);
      at = token.span.end;
    }
    while (at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      ASSERT_TRUE(is_space(c.value));
      at += c.size;
    }
  }
}

TEST(Tokens, OfAMegabyteWithoutASpaceAreOne) {
  const std::string letters(1 << 20, 'A'), brackets(1 << 20, '(');
  ASSERT_EQ(tokenize(letters).size(), 1u);
  EXPECT_EQ(tokenize(letters)[0].hash, token_hash(letters));
  EXPECT_EQ(tokenize(brackets).size(), brackets.size());
}

}  // namespace
}  // namespace newsfacts
