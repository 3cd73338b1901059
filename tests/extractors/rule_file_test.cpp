#include "extractors/rule_file.h"

#include <gtest/gtest.h>

#include <fstream>

namespace newsfacts {
namespace {

// Three files stand for the folder of pages.
std::optional<std::string> source(std::string_view name) {
  if (name == "vocabulary/fruit.tsv") return "# word\tvalue\nfig\t1\nfig tree\t2\nL'orange\t3\n";
  if (name == "vocabulary/twice.tsv") return "fig\t1\nFIG\t2\n";
  if (name == "vocabulary/other.tsv") return "fig\t9\n";
  return std::nullopt;
}

RuleFile parsed(std::string_view page) {
  return parse_rules("page", page, source);
}

std::string pattern_of(const std::string& line) {
  return parsed("let name = [a-z]\nfield fruit = @fruit\nrule r\n= " + line).rules.at(0).pattern;
}

struct Fault {
  const char* page;
  const char* message;
};

void PrintTo(const Fault& fault, std::ostream* out) {
  *out << fault.page;
}

class Faults : public testing::TestWithParam<Fault> {};

TEST_P(Faults, AreToldWithTheirPlace) {
  try {
    parsed(GetParam().page);
    FAIL() << "no error";
  } catch (const RuleFileError& error) {
    EXPECT_STREQ(error.what(), GetParam().message);
  }
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(RuleFile, Faults, testing::Values(
    Fault{"rule a\n = {moth} 1",             "page.rules:1: unknown name {moth}"},
    Fault{"field x = {moth}",                "page.rules:1: unknown name {moth}"},
    Fault{"# c\n\n + a => b",                "page.rules:3: a rule must start with `rule <name>`"},
    Fault{"rule a\n = (b",                   "page.rules:1: page/a: missing )"},
    Fault{"rule a\n = [b",                   "page.rules:1: missing ]"},
    Fault{"rule a\n = {b",                   "page.rules:1: missing }"},
    Fault{"rule a\n = b*",                   "page.rules:1: page/a finds the empty word"},
    Fault{"rule a\n + a => b",               "page.rules:1: page/a has no pattern"},
    Fault{"rule a\n = b\nrule a\n = c",      "page.rules:3: rule a stands here twice"},
    Fault{"rule a\n = b\n + b",              "page.rules:3: `+` needs `=> value`"},
    Fault{"rule a\n = b\n - b => 1",         "page.rules:3: `-` has no value"},
    Fault{"rule a\n ! b",                    "page.rules:2: unknown line `!`"},
    Fault{"let a = b\nlet a = c",            "page.rules:2: `a` is defined twice"},
    Fault{"let a",                           "page.rules:1: expected `name = pattern`"},
    Fault{"field a = @moth",                 "page.rules:1: no vocabulary @moth"},
    Fault{"field a = @twice",                "vocabulary/twice.tsv:2: `FIG` stands here twice"},
    Fault{"now yesterday",                   "page.rules:1: `now` needs a day such as 2026-03-14"},
    Fault{"reach far",                       "page.rules:1: `reach` needs a number of bytes"},
    Fault{"rule r\n= a(?P<b",               "page.rules:1: missing >"},
    Fault{"field a = @fruit|@other",         "page.rules:1: `fig` reads as 1 and as 9 in one field"}));
// clang-format on

TEST(RuleFile, ExpandsNamesAndVocabularies) {
  EXPECT_EQ(pattern_of("{name}{2,3}"), "(?:[a-z]){2,3}");
  EXPECT_EQ(pattern_of("{fruit}"), "(?P<fruit>(?:fig tree|L['’]orange|fig))");
  EXPECT_EQ(pattern_of("(a|b)? (?:c)"), "(?:a|b)? (?:c)");
  EXPECT_EQ(pattern_of("\\(a\\) [(] \\p{Lu}"), "\\(a\\) [(] \\p{Lu}");
}

TEST(RuleFile, AnApostropheIsEitherOne) {
  EXPECT_EQ(pattern_of("o'clock"), "o['’]clock");
  EXPECT_EQ(pattern_of("[a']b"), "[a'’]b");
}

TEST(RuleFile, AFieldMayStandOnBothSidesOfABar) {
  EXPECT_EQ(parsed("field x = [0-9]\nrule r\n= a{x}\n= {x}b").rules.at(0).pattern,
            "(?:a(?P<x>[0-9])|(?P<x__2>[0-9])b)");
  EXPECT_EQ(field_of_group("x__2"), "x");
  EXPECT_EQ(field_of_group("x"), "x");
}

TEST(RuleFile, AHashKeepsTheNameOfTheField) {
  EXPECT_EQ(parsed("field x = a\nfield x# = b\nrule r\n= {x#}").rules.at(0).pattern, "(?P<x>b)");
}

TEST(RuleFile, CaseCountsOnlyWhereTheRuleSaysSo) {
  EXPECT_FALSE(parsed("rule r\n= a").rules.at(0).case_sensitive);
  const RuleFile file = parsed("rule r\n= (?-i)a");
  EXPECT_TRUE(file.rules.at(0).case_sensitive);
  EXPECT_EQ(file.rules.at(0).pattern, "a");
}

TEST(RuleFile, ReadsExamples) {
  using Kind = RuleExample::Kind;
  const RuleFile file = parsed(
      "now 2026-03-14\nreach 500\nrule r\n= a\n+ the [a] word => 1\n+ a => 2 ; alone\n- b\n"
      "? [a] => 3\n? c");
  EXPECT_EQ(file.now, "2026-03-14");
  EXPECT_EQ(file.reach, 500u);
  const auto& examples = file.rules.at(0).examples;
  ASSERT_EQ(examples.size(), 5u);
  EXPECT_EQ(examples[0].text, "the a word");
  EXPECT_EQ(examples[0].found, "a");
  EXPECT_EQ(examples[0].value, "1");
  EXPECT_EQ(examples[0].line, 5);
  EXPECT_FALSE(examples[0].alone);
  EXPECT_EQ(examples[1].value, "2");
  EXPECT_TRUE(examples[1].alone);
  EXPECT_EQ(examples[2].kind, Kind::kNothing);
  EXPECT_FALSE(examples[2].value);
  EXPECT_EQ(examples[3].kind, Kind::kKnownFailure);
  EXPECT_EQ(examples[3].value, "3");
  EXPECT_EQ(examples[4].kind, Kind::kKnownFailure);
  EXPECT_FALSE(examples[4].value);
}

TEST(Vocabulary, ReadsInAnyCaseAndWithAnyApostrophe) {
  const Vocabulary fruit = Vocabulary::parse("fruit", "fig\t1\nl'orange\t3\nplum\n");
  EXPECT_EQ(fruit.reading("FIG"), "1");
  EXPECT_EQ(fruit.reading("L’Orange"), "3");
  EXPECT_EQ(fruit.reading("plum"), "plum");
  EXPECT_EQ(fruit.reading("figs"), std::nullopt);
}

TEST(RuleSource, AFolderTakesThePlaceOfTheFilesInside) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "pages";
  std::filesystem::create_directories(folder);
  { std::ofstream(folder / "date.rules") << "rule only\n= only\n"; }
  const FileSource source = rule_source(folder);
  EXPECT_EQ(read_rules("date", source).rules.size(), 1u);
  EXPECT_GT(read_rules("url", source).rules.size(), 1u);
  EXPECT_THROW(read_rules("no-such-page", source), RuleFileError);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace newsfacts
