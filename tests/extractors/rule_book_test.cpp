#include "extractors/rule_book.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "extractors/extract.h"

namespace newsfacts {
namespace {

std::optional<std::string> no_files(std::string_view name) {
  if (name == "vocabulary/colors.tsv") return "red\tR\nlight red\tL\nd'or\tG\n";
  return std::nullopt;
}

// A reader that hands back what it was given: "x=1 y=R", and refuses where `no` took part.
std::optional<Reading> read_fields(const Fields& fields) {
  if (fields.has("no")) return std::nullopt;
  std::string all;
  for (const char* name : {"x", "y"})
    if (fields.has(name)) all.append(name).append("=").append(fields[name]).append(" ");
  return Reading{Kind::kOther, Name{all}};
}

RuleBook book_of(const std::string& page, const std::string& second = "rule none\n= zzzz") {
  static constexpr std::array kTwo = {Extractor{"one", read_fields, nullptr},
                                      Extractor{"two", read_fields, nullptr}};
  return {kTwo, {parse_rules("one", page, no_files), parse_rules("two", second, no_files)}};
}

Document document_of(const std::string& text) {
  Document document({}, text);
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, same);
  return document;
}

// What is found, each in brackets with its rule: "[a b] one/pair".
std::string found(const RuleBook& book, const Document& document) {
  std::string all;
  for (const Mention& mention : book.find(document)) {
    all.append(all.empty() ? "" : " ").append("[").append(document.at(mention.span)).append("] ");
    all.append(mention.rule.str());
  }
  return all;
}

std::string found(const RuleBook& book, const std::string& text) {
  return found(book, document_of(text));
}

std::string values(const RuleBook& book, const std::string& text) {
  std::string all;
  for (const Mention& mention : book.find(document_of(text))) all += to_string(mention.value);
  return all;
}

TEST(RuleBook, CutsNoFindOutOfALongerWordOrNumber) {
  const RuleBook book = book_of("rule n\n= [0-9]+( euro)?\nrule d\n= [0-9]{4}-[0-9]{2}");
  struct Case {
    const char* text;
    const char* found;
  };
  // clang-format off
  const Case table[] = {
      {"20 euro",      "[20 euro] one/n"},
      {"(20)",         "[20] one/n"},
      {"20.",          "[20] one/n"},
      {"€20",          ""},             // the sign belongs to its digits
      {"2013-02",      "[2013-02] one/d"},
      {"20 eurostars", "[20] one/n"},  // the shorter find stands
      {"20th",         ""},
      {"x20",          ""},
      {"20é",          ""},
      {"é20",          ""},
      {"20\u0301",     ""},            // a mark belongs to its word
      {"1,20",         ""},
      {"20,1",         ""},
      {"2013-02-12",   ""},
      {"10:20:30",     ""},
      {"1/2",          ""},
      {"3.20",         ""},
  };
  // clang-format on
  for (const auto& [text, expected] : table) EXPECT_EQ(found(book, text), expected) << text;
}

TEST(RuleBook, TheLongestFindWinsThenThePageThenTheRule) {
  const RuleBook book = book_of("rule b\n= b c\nrule a\n= a b\nrule same\n= a b",
                                "rule long\n= b c d\nrule e\n= a b");
  EXPECT_EQ(found(book, "a b"), "[a b] one/a");
  EXPECT_EQ(found(book, "a b c"), "[b c] one/b");  // of equal length: the rule that is first
  EXPECT_EQ(found(book, "a b c d"), "[b c d] two/long");
  EXPECT_EQ(found(book, "b c b c d"), "[b c] one/b [b c d] two/long");
}

TEST(RuleBook, WhereTheReaderRefusesTheNextLongestHasItsTurn) {
  const RuleBook book = book_of("field no = c\nrule long\n= a b {no}\nrule short\n= a b");
  EXPECT_EQ(found(book, "a b c"), "[a b] one/short");
  EXPECT_EQ(found(book_of("field no = c\nrule only\n= a b {no}"), "a b c"), "");
}

TEST(RuleBook, ReadsFieldsByTheVocabulary) {
  const RuleBook book = book_of(
      "field x = [0-9]\nfield y = @colors\nfield y# = [a-z]\n"
      "rule r\n= {x} {y}\n= {y#}:{x}");
  EXPECT_EQ(values(book, "5 Light Red"), "x=5 y=L ");
  EXPECT_EQ(values(book, "5 d’or"), "x=5 y=G ");
  EXPECT_EQ(values(book, "q:7"), "x=7 y=q ");
}

TEST(RuleBook, TheSpanFieldIsTheFind) {
  const RuleBook book = book_of("field span = [0-9]{4}\nrule cue\n= until {span}\n= {span} on");
  EXPECT_EQ(found(book, "until 2032"), "[2032] one/cue");
  EXPECT_EQ(found(book, "from 2032 on"), "[2032] one/cue");
}

TEST(RuleBook, CaseCountsOnlyWhereTheRuleSaysSo) {
  EXPECT_EQ(found(book_of("rule r\n= may"), "MAY may"), "[MAY] one/r [may] one/r");
  EXPECT_EQ(found(book_of("rule r\n= (?-i)May"), "MAY may May"), "[May] one/r");
}

TEST(RuleBook, NoFindCrossesALineOrASentence) {
  const RuleBook book = book_of("rule r\n= a\\s+b");
  EXPECT_EQ(found(book, "a b"), "[a b] one/r");
  EXPECT_EQ(found(book, "a\nb"), "");
  Document document = document_of("x a b");
  document.sentences = {{{0, 3}, Role::kBody, 0}, {{4, 5}, Role::kBody, 0}};
  EXPECT_EQ(found(book, document), "");
}

TEST(RuleBook, LooksNoFurtherThanThePageReaches) {
  EXPECT_EQ(found(book_of("reach 5\nrule r\n= a[ a]*"), "a a a a a"), "[a a a] one/r [a a] one/r");
}

TEST(RuleBook, ManyRulesThatBeginAlikeAreToldApart) {
  std::string page;
  for (char c = 'a'; c <= 'z'; ++c)
    page.append("rule ").append(1, c).append("\n= [0-9]+ ?[a-z]*").append(1, c).append("\n");
  const RuleBook book = book_of(page);
  EXPECT_EQ(found(book, "12 xq"), "[12 xq] one/q");
  EXPECT_EQ(found(book, "12 xa 3z"), "[12 xa] one/a [3z] one/z");
}

TEST(RuleBook, SaysWhichPageDoesNotFit) {
  static constexpr std::array kOne = {Extractor{"one", read_fields, nullptr}};
  EXPECT_THROW(RuleBook(kOne, {}), RuleFileError);
  EXPECT_THROW(RuleBook(kOne, {parse_rules("two", "rule r\n= a", no_files)}), RuleFileError);
}

const Extraction& extraction() {
  static const Extraction all;
  return all;
}

// A megabyte of anything is read in the time of a megabyte of news.
class HardText : public testing::TestWithParam<std::string> {};

TEST_P(HardText, IsReadInLinearTime) {
  std::string text;
  while (text.size() < 60'000) text += GetParam();
  const auto seconds = [&](std::size_t size) {
    Document document = document_of(text.substr(0, size));
    const auto start = std::chrono::steady_clock::now();
    extraction().extract(document);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double half = seconds(text.size() / 2), whole = seconds(text.size());
  EXPECT_LT(whole, 8 * half + .5);
}

INSTANTIATE_TEST_SUITE_P(RuleBook, HardText,
                         testing::Values("x", "1", "(", "\"", "1 ", "1,", "1.", "the ", "in 2019 ",
                                         "2019-", "$ ", "http://", "March ", "two days later ",
                                         "Tuesday ", "a year and a half ", "’", "\n", "5 p.m. "));

TEST(Extraction, IsSharedBetweenThreads) {
  const std::string text = "On 3 May 2024 they met; two days later, on Tuesday at 5 p.m., again.";
  Document first = document_of(text);
  extraction().extract(first);
  ASSERT_GE(first.mentions.size(), 2u);
  std::array<bool, 4> equal{};
  std::vector<std::thread> threads;
  for (bool& result : equal)
    threads.emplace_back([&] {
      result = true;
      for (int i = 0; i < 20; ++i) {
        Document document = document_of(text);
        extraction().extract(document);
        result = result && document.mentions == first.mentions;
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (const bool result : equal) EXPECT_TRUE(result);
}

}  // namespace
}  // namespace newsfacts
