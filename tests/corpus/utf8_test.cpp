#include "corpus/utf8.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/corpus/exact_copy.h"
#include "tests/corpus/random_text.h"

namespace newsfacts {
namespace {

struct Fault {
  const char* name;
  std::string_view bytes;
  std::optional<std::size_t> at;
};
void PrintTo(const Fault& fault, std::ostream* out) {
  *out << fault.name;
}

class InvalidUtf8 : public testing::TestWithParam<Fault> {};

TEST_P(InvalidUtf8, IsFoundAtItsFirstByte) {
  const ExactCopy bytes(GetParam().bytes);
  EXPECT_EQ(invalid_utf8_at(bytes.view()), GetParam().at);
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, InvalidUtf8,
    testing::Values(
        Fault{"nothing", "", std::nullopt}, Fault{"ascii", "plain", std::nullopt},
        Fault{"two_to_four_bytes", "\u00E9\u20AC\U0001F600", std::nullopt},
        Fault{"latin_1", "caf\xE9 au lait", 3}, Fault{"lone_continuation", "ab\x80", 2},
        Fault{"cut_off_at_the_end", "price \xE2\x82", 6}, Fault{"cut_off_by_ascii", "\xE2\x82!", 0},
        Fault{"overlong_slash", "a\xC0\xAF", 1}, Fault{"overlong_three", "\xE0\x9F\xBF", 0},
        Fault{"surrogate", "x\xED\xA0\x80", 1},
        Fault{"beyond_the_last_plane", "\xF4\x90\x80\x80", 0}, Fault{"byte_ff", "ok\xFF", 2}),
    [](const auto& test) { return test.param.name; });

TEST(ValidUtf8, PutsAReplacementCharacterForEachBrokenByte) {
  EXPECT_EQ(valid_utf8("caf\xE9!"), "caf\uFFFD!");
  EXPECT_EQ(valid_utf8("\xE2\x82"), "\uFFFD\uFFFD");
  EXPECT_EQ(valid_utf8("\uFFFD stays"), "\uFFFD stays");
}

TEST(CodePoints, AreTheSameReadForwardsAndBackwards) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const std::string bytes = round % 3 == 0 ? random_bytes(random, 40) : random_text(random, 20);
    const ExactCopy copy(bytes);
    std::vector<std::size_t> starts;
    std::vector<char32_t> values;
    for (std::size_t at = 0; at < bytes.size();) {
      const CodePoint c = code_point_at(copy.view(), at);
      ASSERT_GT(c.size, 0u);
      starts.push_back(at);
      values.push_back(c.value);
      at += c.size;
    }
    EXPECT_EQ(code_point_at(copy.view(), bytes.size()).size, 0u);
    if (invalid_utf8_at(bytes)) continue;  // where bytes are broken the two may cut apart
    std::size_t at = bytes.size();
    for (std::size_t i = starts.size(); i-- > 0;) {
      const CodePoint c = code_point_before(copy.view(), at);
      at -= c.size;
      EXPECT_EQ(at, starts[i]);
      EXPECT_EQ(c.value, values[i]);
    }
    EXPECT_EQ(code_point_before(copy.view(), 0).size, 0u);
  }
}

TEST(CodePointIndex, GoesThereAndBack) {
  std::mt19937 random(2);
  for (const std::size_t pieces : {0, 1, 30, 400}) {
    const std::string text = random_text(random, pieces);
    const CodePointIndex index(text);
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size, ++number) {
      EXPECT_EQ(index.code_points(static_cast<std::uint32_t>(at)), number);
      EXPECT_EQ(index.bytes(number), at);
    }
    EXPECT_EQ(index.size(), number);
    EXPECT_EQ(index.bytes(number), text.size());
    EXPECT_EQ(index.bytes(number + 100), text.size());
    EXPECT_EQ(index.code_points(static_cast<std::uint32_t>(text.size())), number);
  }
}

TEST(Characters, AreOfTheirUnicodeCategory) {
  for (const char32_t c : std::u32string_view(U"aZ7\u00E9\u00DF\u0300\u4E2D\u00B2\u2167"))
    EXPECT_TRUE(is_word_character(c)) << std::hex << static_cast<unsigned>(c);
  for (const char32_t c : std::u32string_view(U"$.,-_'\u2019\u201C\u2014 \u00A0\n\U0001F600\uFFFD"))
    EXPECT_FALSE(is_word_character(c)) << std::hex << static_cast<unsigned>(c);
  EXPECT_TRUE(is_upper(U'\u00C9') && is_upper(U'Q') && is_upper(U'\u01C5'));
  EXPECT_FALSE(is_upper(U'\u00E9') || is_upper(U'q') || is_upper(U'7'));
  EXPECT_TRUE(is_letter(U'\u4E2D') && !is_letter(U'\u0300') && !is_letter(U'7'));
  EXPECT_TRUE(is_space(U' ') && is_space(U'\u2009') && is_space(U'\n') && is_space(U'\u3000'));
  EXPECT_FALSE(is_space(U'\u200B') || is_space(U'x'));
}

TEST(Folding, MakesSpellingsOfOneWordEqual) {
  EXPECT_EQ(folded("Prime MINISTER 3BN"), "prime minister 3bn");
  EXPECT_EQ(folded("STRASSE"), folded("Stra\u00DFe"));
  EXPECT_EQ(folded("\u00C9LYS\u00C9E"), folded("\u00E9lys\u00E9e"));
  EXPECT_EQ(folded("\u0391\u03A3"), folded("\u03B1\u03C2"));
  EXPECT_EQ(folded("\u2019"), "\u2019");
}

}  // namespace
}  // namespace newsfacts
