// The book finds what the plain search finds: every rule by RE2, at every token.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "checkout.h"
#include "corpus/normalize.h"
#include "corpus/readers/inputs.h"
#include "corpus/segment.h"
#include "extractors/automaton.h"
#include "extractors/extract.h"
#include "extractors/pattern.h"
#include "tests/extractors/plain_search.h"

namespace newsfacts {
namespace {

Document document_of(const std::string& text) {
  Document document({}, text);
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, same);
  return document;
}

std::string shown(const RuleBook& book, const Document& document, const RuleMatch& match) {
  std::vector<std::string> names;
  for (const RuleFile& file : book.files())
    for (const Rule& rule : file.rules) names.push_back(rule.name);
  return names[match.rule] + " [" + std::string(document.at(match.match)) + "] marks [" +
         std::string(document.at(match.find)) + "]";
}

// Says the first difference, or nothing.
std::string difference(const RuleBook& book, const PlainSearch& plain, const Document& document) {
  std::vector<RuleMatch> ours = book.matches(document);
  std::sort(ours.begin(), ours.end());
  const std::vector<RuleMatch> theirs = plain.matches(document);
  const auto [a, b] = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end());
  if (b != theirs.end() && (a == ours.end() || *b < *a))
    return "missed: " + shown(book, document, *b);
  if (a != ours.end()) return "found without reason: " + shown(book, document, *a);
  for (const RuleMatch& match : ours) {
    const auto fields = book.fields(document, match), expected = plain.fields(document, match);
    if (fields != expected)
      return "other fields: " + shown(book, document, match) + " " +
             testing::PrintToString(fields) + " instead of " + testing::PrintToString(expected);
  }
  return "";
}

struct Engine : testing::Test {
  static const RuleBook& book() {
    static const Extraction extraction;
    return extraction.book();
  }
  static const PlainSearch& plain() {
    static const PlainSearch search(book().files());
    return search;
  }
};

TEST_F(Engine, FindsInTheSamplesWhatThePlainSearchFinds) {
  Inputs inputs({NEWSFACTS_SAMPLES}, {});
  Segmenter segmenter;
  while (auto document = inputs.next()) {
    normalize(*document);
    segmenter.segment(*document);
    EXPECT_EQ(difference(book(), plain(), *document), "") << document->id();
  }
}

TEST_F(Engine, FindsInTheExamplesWhatThePlainSearchFinds) {
  for (const RuleFile& file : book().files())
    for (const Rule& rule : file.rules)
      for (const RuleExample& example : rule.examples) {
        const Document document = document_of(example.text);
        EXPECT_EQ(difference(book(), plain(), document), "") << example.text;
      }
}

// The words of all examples, put together at random: what no example shows.
TEST_F(Engine, FindsInRandomTextWhatThePlainSearchFinds) {
  std::vector<std::string> words = {" ", " ", "-", ",", ".", "’", "é", "\n", "1", "20", "00"};
  for (const RuleFile& file : book().files())
    for (const Rule& rule : file.rules)
      for (const RuleExample& example : rule.examples)
        for (const Token& token : tokenize(example.text)) {
          words.push_back(example.text.substr(token.span.begin, token.span.size()));
          if (token.space_before) words.back().insert(0, " ");
        }
  std::mt19937 random(1);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += words[random() % words.size()];
    const Document document = document_of(text);
    ASSERT_EQ(difference(book(), plain(), document), "") << text;
  }
}

struct PatternCase {
  const char* pattern;
  const char* text;
};

void PrintTo(const PatternCase& test, std::ostream* out) {
  *out << test.pattern;
}

class Patterns : public testing::TestWithParam<PatternCase> {};

// Every construct a page may use means what RE2 says it means.
TEST_P(Patterns, MeanWhatRe2Says) {
  static constexpr std::array kOne = {Extractor{
      "one", [](const Fields&) -> std::optional<Reading> { return std::nullopt; }, nullptr}};
  const auto none = [](std::string_view) { return std::nullopt; };
  const RuleBook book(kOne,
                      {parse_rules("one", std::string("rule r\n= ") + GetParam().pattern, none)});
  const PlainSearch plain(book.files());
  const Document document = document_of(GetParam().text);
  EXPECT_EQ(difference(book, plain, document), "");
  EXPECT_FALSE(book.matches(document).empty());
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Engine, Patterns, testing::Values(
    PatternCase{"may",                         "May MAY may mayor"},
    PatternCase{"(?-i)May",                    "May MAY may"},
    PatternCase{"(?-i:M)ay",                   "May MAY may mAY"},
    PatternCase{"[a-c]+",                      "abc ABC abd é"},
    PatternCase{"[^a-c]x",                     "ax dx Bx 5x éx"},
    PatternCase{"a.c",                         "abc aéc a€c a\nc"},
    PatternCase{"x?y*z+",                      "z xz xyyz yzz xx"},
    PatternCase{"(ab){2}",                     "ab abab ababab"},
    PatternCase{"[0-9]{1,3}(,[0-9]{3})*",      "1 1,000 1,000,000 1000 1,00"},
    PatternCase{"a{2,}",                       "a aa aaa"},
    PatternCase{"a{0,2}b",                     "b ab aab aaab"},
    PatternCase{"\\d\\d:\\w+\\s\\S",           "12:ab c 12:a_b é 12:é c"},
    PatternCase{"\\D\\W",                      "x! é€ 5!"},
    PatternCase{"[\\pL\\pN]+-\\p{Lu}\\PL",     "a-B! é9-É5 a-b!"},
    PatternCase{"[½¼¾]|[€£]5",                 "½ £5 €5 ¾"},
    PatternCase{"münchen|MÜNSTER|mün",         "München münster MÜN"},
    PatternCase{"μm",                          "5 µm 5 μm 5 ΜM"},
    PatternCase{"(may|march|mars|ma)( 5)?",    "may 5 march ma 5 mars 5"},
    PatternCase{"(a|ab|abc)(?P<x>b?c?d)",      "abcd acd abd"},
    PatternCase{"(?P<x>abc|ab|a)(?P<y>b?c?d)", "abcd acd abd"},
    PatternCase{"(?P<x>a|b)+c",                "abac c"},
    PatternCase{"(?P<x>[a-z]+) (?P<x>[0-9]+)|(?P<y>[a-z]+)", "ab 12 cd"},
    PatternCase{"(?P<x>a*)(?P<y>a*)b",         "aab b"},
    PatternCase{"((?P<x>a)|b)*c",              "abbc bac c"},
    PatternCase{"(a?b?)*c",                    "ababc aac c"},
    PatternCase{"to (?P<span>[0-9]+) (men)?",  "to 5 men to 50 "},
    PatternCase{"5( m)?\\b( x)?",              "5 m x 5 mx 5 x 5x"},
    PatternCase{"m\\b.a",                      "m-a m a maa"},
    PatternCase{"\\b5",                        "5 a5 é5"},
    PatternCase{"[]a]+x|[-b]+y|[c-]z",         "]ax -by -z cz"},
    PatternCase{"a\\.b\\$c\\(d",               "a.b$c(d"}));
// clang-format on

struct BadPattern {
  const char* pattern;
  const char* fault;
};

void PrintTo(const BadPattern& test, std::ostream* out) {
  *out << test.pattern;
}

class BadPatterns : public testing::TestWithParam<BadPattern> {};

TEST_P(BadPatterns, AreRefusedWithAReason) {
  try {
    PatternReader().read(GetParam().pattern, false);
    FAIL() << "no error";
  } catch (const PatternError& error) {
    EXPECT_STREQ(error.what(), GetParam().fault);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Engine, BadPatterns,
    testing::Values(BadPattern{"a)", "unexpected )"}, BadPattern{"(?:a", "missing )"},
                    BadPattern{"a|*", "unexpected *"}, BadPattern{"^a", "unexpected ^"},
                    BadPattern{"a*?", "a lazy repetition"}, BadPattern{"a{x}", "no count: {x}"},
                    BadPattern{"a{3,1}", "no count: {3,1}"},
                    BadPattern{"(?:a{40}b){40}", "repeated too often"},
                    BadPattern{"(?=a)", "a group of an unknown kind"},
                    BadPattern{"[z-a]", "a range that runs backwards"},
                    BadPattern{"\\pX", "no category \\p{X}"}, BadPattern{"\\q", "unknown \\q"},
                    BadPattern{"a\\", "ends too early"}));

TEST(PatternReader, RefusesGroupsTooDeepInEachOther) {
  std::string deep = "a";
  for (int i = 0; i < 10'000; ++i) deep = "(?:" + deep + ")";
  EXPECT_THROW(PatternReader().read(deep, false), PatternError);
}

// However small its memory, an automaton finds the same: it only forgets.
TEST(Automaton, ForgetsAndFindsTheSame) {
  PatternReader patterns;
  Program program;
  program.add(patterns.read("[0-9]+(?:,[0-9]{3})* (?:men|miles|months)", false));
  program.add(patterns.read("[a-z]+ [0-9]{1,4}", false));
  const std::string text = "may 12 1,250 miles 7 months and 12 men of june 1999";
  const auto ends = [&](std::size_t memory) {
    Automaton automaton(program, memory);
    std::string all;
    for (std::size_t begin = 0; begin < text.size(); ++begin)
      automaton.read(text, begin, text.size(), [&](std::size_t end, auto rules) {
        for (const auto rule : rules)
          all +=
              std::to_string(begin) + "-" + std::to_string(end) + ":" + std::to_string(rule) + " ";
      });
    return all;
  };
  EXPECT_EQ(ends(0), ends(Automaton::kMemory));
  EXPECT_NE(ends(0), "");
}

}  // namespace
}  // namespace newsfacts
