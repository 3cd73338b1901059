#include "db/link/passages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "corpus/token.h"

namespace newsfacts {

void PrintTo(const SharedRun& run, std::ostream* out) {
  *out << run.a << "/" << run.b << " " << run.length << " words";
}

namespace {

std::vector<WordAt> words(const std::string& text) {
  return words_of(tokenize(text));
}

// A word for each letter; two texts that share no letter share no word.
std::vector<WordAt> text_of(std::string_view letters) {
  std::string text;
  for (const char letter : letters) text += std::string(2, letter) + (letter < 'a' ? ", " : " ");
  return words(text);
}

struct Case {
  std::string a, b;
  std::vector<SharedRun> runs;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.a << " | " << c.b;
}

class SharedWords : public testing::TestWithParam<Case> {};

TEST_P(SharedWords, OfTwelveInARow) {
  const std::vector<WordAt> a = text_of(GetParam().a), b = text_of(GetParam().b);
  EXPECT_EQ(passages(a, anchors(a), b, anchors(b)), GetParam().runs);
}

INSTANTIATE_TEST_SUITE_P(
    , SharedWords,
    testing::Values(
        Case{"abcdefghijkl", "abcdefghijkl", {{0, 0, 12}}},
        Case{"abcdefghijkl", "ABCDEFGHIJKL", {{0, 0, 12}}},  // case and commas do not count
        Case{"uvabcdefghijklmw", "xyzabcdefghijklmu", {{2, 3, 13}}},
        Case{"abcdefghijk", "abcdefghijk", {}},              // eleven
        Case{"abcdefghijklm", "abcdefxghijklm", {}},         // a word between
        Case{"abcdefghijklvnopqrstuwxyz123", "nopqrstuwxyz123zabcdefghijkl", {{0, 16, 12}, {13, 0, 15}}},
        Case{"abcdefghijklmabcdefghijkl", "abcdefghijklm", {{0, 0, 13}, {13, 0, 12}}},
        Case{"", "abcdefghijkl", {}}));

// By comparing every word with every word.
std::vector<SharedRun> slowly(const std::string& a, const std::string& b) {
  std::vector<SharedRun> runs, apart;
  for (std::uint32_t i = 0; i < a.size(); ++i)
    for (std::uint32_t k = 0; k < b.size(); ++k) {
      if (i > 0 && k > 0 && a[i - 1] == b[k - 1]) continue;
      std::uint32_t length = 0;
      while (i + length < a.size() && k + length < b.size() && a[i + length] == b[k + length])
        ++length;
      if (length >= kPassageWords) runs.push_back({i, k, length});
    }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const SharedRun& x, const SharedRun& y) { return x.length > y.length; });
  for (const SharedRun& run : runs)
    if (std::none_of(apart.begin(), apart.end(), [&](const SharedRun& other) {
          return run.a < other.a + other.length && other.a < run.a + run.length;
        }))
      apart.push_back(run);
  std::sort(apart.begin(), apart.end());
  return apart;
}

TEST(SharedWordsSlowly, AreAllThereAre) {
  std::mt19937 random(3);
  std::size_t found = 0;
  for (int round = 0; round < 200; ++round) {
    std::string a, b;
    for (int i = 0; i < 200; ++i) a += static_cast<char>('a' + random() % 26);
    while (b.size() < 200)
      if (random() % 3 == 0)
        b += a.substr(random() % 180, random() % 30);
      else
        b += static_cast<char>('a' + random() % 26);
    const std::vector<WordAt> one = text_of(a), other = text_of(b);
    const std::vector<SharedRun> expected = slowly(a, b);
    ASSERT_EQ(passages(one, anchors(one), other, anchors(other)), expected) << a << " | " << b;
    found += expected.size();
  }
  EXPECT_GT(found, 400U);
}

struct Labeled {
  std::string_view what;
  std::vector<Span> quoted, boilerplate;
  PassageLabel label;
};
void PrintTo(const Labeled& c, std::ostream* out) {
  *out << c.what;
}

class Labels : public testing::TestWithParam<Labeled> {};

TEST_P(Labels, OfAPassageAtBytes100To200) {
  const auto& [what, quoted, boilerplate, label] = GetParam();
  const Setting one = {quoted, boilerplate}, none;
  EXPECT_EQ(label_of({100, 200}, one, {0, 100}, none), label);
  EXPECT_EQ(label_of({0, 100}, none, {100, 200}, one), label);
}

INSTANTIATE_TEST_SUITE_P(
    , Labels,
    testing::Values(Labeled{"in the text of both", {}, {}, PassageLabel::kWire},
                    Labeled{"somebody's words", {{90, 210}}, {}, PassageLabel::kQuote},
                    Labeled{"cut in two by: he said", {{90, 140}, {150, 210}}, {}, PassageLabel::kQuote},
                    Labeled{"a few words of it quoted", {{110, 130}}, {}, PassageLabel::kWire},
                    Labeled{"a footer", {}, {{100, 220}}, PassageLabel::kBoilerplate},
                    Labeled{"a slogan in a footer", {{100, 200}}, {{80, 220}}, PassageLabel::kBoilerplate}));

}  // namespace
}  // namespace newsfacts
