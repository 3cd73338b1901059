// Every example line of every rule page is one test, named for its rule and line:
//   Examples/Rule.Holds/date_day_month_year_22

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "corpus/embedded.h"
#include "extractors/extract.h"
#include "extractors/extractor.h"
#include "extractors/languages.h"
#include "extractors/rule_book.h"
#include "extractors/rule_file.h"

namespace newsfacts {
namespace {

// The page of an extractor; of a language, where that has one of its own.
struct Page {
  const Extractor* extractor;
  RuleFile file;
  std::string language;
};

const std::vector<Page>& pages() {
  static const std::vector<Page> all = [] {
    std::vector<Page> read;
    for (const Extractor& extractor : extractors())
      read.push_back({&extractor, read_rules(extractor.page, rule_source()), "en"});
    const Languages languages;
    for (std::size_t i = 0; i < languages.codes().size(); ++i) {
      const std::string& code = languages.codes()[i];
      std::vector<RuleFile> files = languages.pages(i);
      for (std::size_t k = 0; k < files.size(); ++k)
        if (files[k].rules.front().name.starts_with(code + "/"))
          read.push_back({&extractors()[k], std::move(files[k]), code});
    }
    return read;
  }();
  return all;
}

struct Case {
  const Page* page;
  const Rule* rule;
  RuleExample example;
};

// What ctest lists: the sentence and its reading, not the bytes of a Case.
void PrintTo(const Case& test, std::ostream* out) {
  *out << test.example.text << "  =>  " << test.example.value.value_or("nothing");
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const Page& page : pages())
    for (const Rule& rule : page.file.rules)
      for (const RuleExample& example : rule.examples) cases.push_back({&page, &rule, example});
  return cases;
}

Document document_of(const Page& page, const std::string& text) {
  Metadata metadata;
  metadata.published = page.file.now;
  metadata.language = page.language;
  Document document(metadata, text);
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, same);
  return document;
}

// A book of this one rule; compiled once for all its examples.
const RuleBook& book_of(const Case& test) {
  static std::map<const Rule*, RuleBook> books;
  const auto known = books.find(test.rule);
  if (known != books.end()) return known->second;
  RuleFile alone = test.page->file;
  alone.rules = {*test.rule};
  return books.emplace(test.rule, RuleBook(std::span(test.page->extractor, 1), {std::move(alone)}))
      .first->second;
}

// "[3rd of May] date 2026-05-03", for each mention.
std::string as_lines(const Document& document) {
  std::string lines;
  for (const Mention& mention : document.mentions) {
    lines.append("[").append(document.at(mention.span)).append("] ");
    lines.append(word_in(kKindWords, mention.kind)).append(" ");
    lines.append(to_string(mention.value)).append("\n");
  }
  return lines;
}

// Whether a mention is what the example says: "date 2026-05-03", or the value alone where the
// page leaves no doubt.
bool is_expected(const Document& document, const Mention& mention, const RuleExample& example) {
  const std::string kind(word_in(kKindWords, mention.kind)), value = to_string(mention.value);
  return document.at(mention.span) == example.found &&
         (value == example.value || (value.empty() ? kind : kind + " " + value) == example.value);
}

Document read_alone(const Case& test) {
  Document document = document_of(*test.page, test.example.text);
  document.mentions = book_of(test).find(document);
  if (test.page->extractor->settle) test.page->extractor->settle(document);
  return document;
}

bool holds(const Case& test, const Document& document) {
  const auto& mentions = document.mentions;
  if (!test.example.value) return mentions.empty();
  return mentions.size() == 1 && is_expected(document, mentions[0], test.example);
}

class Rules : public testing::TestWithParam<Case> {};

TEST_P(Rules, Holds) {
  const Case& test = GetParam();
  const Document document = read_alone(test);
  if (test.example.kind == RuleExample::Kind::kKnownFailure)
    EXPECT_FALSE(holds(test, document)) << "a known failure is none any more: make it a + or -";
  else
    EXPECT_TRUE(holds(test, document)) << as_lines(document);
}

// Other rules and other pages leave the find as it is.
TEST_P(Rules, HoldsAmongAllOthers) {
  static const Extraction extraction;
  const Case& test = GetParam();
  if (test.example.kind != RuleExample::Kind::kFound || test.example.alone) return;
  Document document = document_of(*test.page, test.example.text);
  extraction.extract(document);
  EXPECT_TRUE(std::any_of(
      document.mentions.begin(), document.mentions.end(),
      [&](const Mention& mention) { return is_expected(document, mention, test.example); }))
      << as_lines(document);
}

std::string test_name(const testing::TestParamInfo<Case>& test) {
  std::string name = test.param.rule->name + "_" + std::to_string(test.param.example.line);
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Examples, Rules, testing::ValuesIn(all_cases()), test_name);

TEST(RulePages, EveryRuleHasBothKindsOfExample) {
  for (const Page& page : pages())
    for (const Rule& rule : page.file.rules) {
      const auto has = [&](RuleExample::Kind kind) {
        return std::any_of(rule.examples.begin(), rule.examples.end(),
                           [&](const RuleExample& example) { return example.kind == kind; });
      };
      EXPECT_TRUE(has(RuleExample::Kind::kFound)) << rule.name << " has no + line";
      EXPECT_TRUE(has(RuleExample::Kind::kNothing)) << rule.name << " has no - line";
    }
}

// A rule that matches no text its own page shows is dead, and so is a word no pattern reads.
TEST(RulePages, EveryVocabularyIsUsedAndEveryWordOfItReads) {
  std::set<std::string> used;
  for (const Page& page : pages())
    used.insert(page.file.vocabularies.begin(), page.file.vocabularies.end());
  for (const EmbeddedFile& file : embedded_extractors()) {
    if (!file.name.ends_with(".tsv")) continue;
    const std::size_t from = file.name.rfind('/') + 1;
    const std::string name(file.name.substr(from, file.name.size() - from - 4));
    const Vocabulary vocabulary = Vocabulary::parse(file.name, file.content);
    if (!used.contains(name)) continue;  // a list of names: not a page's
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_max_mem(64 << 20);  // the longest lists fill the usual 8 MB
    const RE2 pattern("(" + vocabulary.pattern() + ")", options);
    for (const auto& [word, value] : vocabulary.entries()) {
      std::string matched;
      ASSERT_TRUE(RE2::PartialMatch(word, pattern, &matched)) << file.name << ": " << word;
      EXPECT_EQ(matched, word) << file.name;
      EXPECT_EQ(vocabulary.reading(word), value) << file.name << ": " << word;
    }
  }
}

TEST(RulePages, EveryPageIsInTheRegistry) {
  for (const EmbeddedFile& file : embedded_extractors()) {
    if (!file.name.ends_with(".rules")) continue;
    const bool used = std::any_of(pages().begin(), pages().end(), [&](const Page& page) {
      return std::any_of(page.file.uses.begin(), page.file.uses.end(),
                         [&](const std::string& name) { return name + ".rules" == file.name; });
    });
    if (used) continue;
    const std::string_view name = file.name.substr(file.name.rfind('/') + 1);
    EXPECT_TRUE(std::any_of(extractors().begin(), extractors().end(), [&](const Extractor& e) {
      return std::string(e.page) + ".rules" == name;
    })) << file.name;
  }
}

}  // namespace
}  // namespace newsfacts
