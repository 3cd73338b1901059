#include "db/link/passages.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/token.h"

namespace newsfacts {

void PrintTo(const SharedRun& run, std::ostream* out) {
  *out << run.a << "/" << run.b << " " << run.length << " words";
}

namespace {

std::vector<Word> words(const std::string& text) {
  return words_of(tokenize(text));
}

struct Case {
  std::string a, b;
  std::vector<SharedRun> runs;  // of three words and more
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.a << " | " << c.b;
}

class SharedRuns : public testing::TestWithParam<Case> {};

TEST_P(SharedRuns, OfThreeWords) {
  const auto& [a, b, runs] = GetParam();
  EXPECT_EQ(shared_runs(words(a), words(b), 3), runs);
}

INSTANTIATE_TEST_SUITE_P(
    , SharedRuns,
    testing::Values(
        Case{"the reef was dark", "the reef was dark", {{0, 0, 4}}},
        Case{"he said the reef was dark and left", "Dark? The Reef, was dark!", {{2, 1, 4}}},
        Case{"the reef was", "the reef is", {}},
        Case{"a b c x d e f", "d e f y a b c", {{0, 4, 3}, {4, 0, 3}}},
        Case{"a b c a b c d", "a b c d", {{0, 0, 3}, {3, 0, 4}}},  // the longer is found as well
        Case{"a b c d", "a b c x a b c d", {{0, 4, 4}}},
        Case{"a b", "a b", {}},
        Case{"", "a b c", {}}));

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
