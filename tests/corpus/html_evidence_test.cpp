// What a page says of itself that bears on its text - its kind, and descriptions of what it holds -
// and how the two readings go by it.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "corpus/html/article.h"
#include "corpus/html/evidence.h"
#include "corpus/html/page_kind.h"
#include "corpus/html/said_text.h"
#include "corpus/html/shape.h"
#include "corpus/readers/html.h"
#include "corpus/words.h"

namespace newsfacts::html {
namespace {

struct Kind {
  const char* name;
  std::string_view page;
  std::string_view kind;
};
void PrintTo(const Kind& c, std::ostream* out) {
  *out << c.name;
}
class PageKinds : public testing::TestWithParam<Kind> {};

TEST_P(PageKinds, AreToldByWhatAPageSaysOfItself) {
  EXPECT_EQ(word_in(kPageKindWords, kind_of(Page(GetParam().page, {}))), GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(
    Html, PageKinds,
    testing::Values(
        Kind{"nothing_said", "<p>One", "unknown"},
        Kind{"og_type", "<meta property=og:type content=article><p>One", "article"},
        Kind{"og_website", "<meta property=og:type content=website><p>One", "unknown"},
        Kind{"schema_type",
             R"(<script type="application/ld+json">{"@type": ["Thing", "Product"]}</script>)",
             "product"},
        Kind{"no_schema_type", R"(<script type="application/ld+json">{"name": "Product"}</script>)",
             "unknown"},
        Kind{"microdata", "<div itemscope itemtype='https://schema.org/QAPage'>One", "thread"},
        Kind{"path", "<link rel=canonical href='https://a.example/threads/a-boat.7'>", "thread"},
        Kind{"last_of_a_path", "<link rel=canonical href='https://a.example/a/on-threads'>",
             "unknown"},
        Kind{"host", "<link rel=canonical href='https://docs.a.example/a/pumps'>", "manual"},
        Kind{"name_of_a_site", "<link rel=canonical href='https://docs.example/a/pumps'>",
             "unknown"},
        Kind{"front_page", "<link rel=canonical href='https://a.example/'>", "service"},
        Kind{"body_class", "<body class='single postid-7'><p>One", "article"},
        Kind{"class_elsewhere", "<body><p class='postid-7'>One", "unknown"},
        Kind{"a_thread_that_says_article",
             "<meta property=og:type content=article>"
             "<link rel=canonical href='https://forum.a.example/t/a-boat/7'>",
             "thread"}),
    [](const auto& it) { return it.param.name; });

std::size_t held(std::string_view page, SaidText::Kind kind, std::string_view words) {
  return SaidText(Page(page, {})).of(kind).held(word_hashes(words));
}

TEST(SaidText, IsOfDescriptions) {
  constexpr std::string_view kMeta =
      "<meta name=description content='A pump that isn&#39;t loud'><p>One";
  EXPECT_EQ(held(kMeta, SaidText::kDescription, "It is a pump that isn't loud."), 4u);
  EXPECT_EQ(held(kMeta, SaidText::kDescription, "A loud pump"), 0u);
  EXPECT_EQ(held(kMeta, SaidText::kReview, "A pump that isn't loud"), 0u);
}

TEST(SaidText, IsOfJsonLd) {
  constexpr std::string_view kJson =
      R"(<script type="application/ld+json">{"@type": "Product", "name": "a small red pump",
      "description": "<p>It lifts\nwater, \"caf\u00e9\" style.</p>",
      "review": [{"reviewBody": "I like it very much"}]}</script>)";
  EXPECT_EQ(held(kJson, SaidText::kDescription, "It lifts water, caf\u00E9 style"), 3u);
  EXPECT_EQ(held(kJson, SaidText::kReview, "I like it very much"), 3u);
  EXPECT_EQ(held(kJson, SaidText::kDescription, "a small red pump"), 0u);
}

TEST(SaidText, OfABrokenScriptEnds) {
  for (const std::string_view json : {"{\"description\": \"One two three", "\"", "{\"text\":\"\\"})
    EXPECT_TRUE(
        SaidText(Page("<script type='application/ld+json'>" + std::string(json), {})).empty());
}

std::string text(std::string_view page) {
  return document_of_page(page, {.name = "a.html"}, {}).raw();
}

// A shell that scripts would fill has no article; a short notice is one.
TEST(Article, OfAShellIsEmpty) {
  EXPECT_EQ(text("<body><div id=root></div><p>You need to switch on scripts to see it.</p>"), "");
  EXPECT_NE(text("<body><h1>Ferry burns off Port Hallam</h1><article><p>A fire broke out on the "
                 "ferry Marsh Queen on Saturday, and nine people were hurt.</p></article>")
                .find("A fire broke out"),
            std::string::npos);
}

// What the first reading goes by counts in the second too: here it alone does.
TEST(Readings, TheSecondGoesByTheEvidenceOfTheFirst) {
  std::vector<float> first(evidence_kinds()), second(evidence_kinds());
  for (std::size_t kind = 0; kind < evidence_kinds(); ++kind)
    if (evidence_name(kind) == "tag:p") second[kind] = 20;
  second.back() = -10;
  const Page page(
      "<p>A fire broke out on the ferry Marsh Queen on Saturday.</p><div>Nine people were taken "
      "to hospital, the coast guard said.</div><p>It was towed in at midnight.</p>",
      {});
  EXPECT_EQ(article_of(page, {}, Weights(first, second)).text,
            "A fire broke out on the ferry Marsh Queen on Saturday.\n\n"
            "It was towed in at midnight.");
}

// "kin:10" is of four to seven blocks made alike, of fewer than three words each; "kin:0" of one.
TEST(Readings, BlocksMadeAlikeAreCountedTogether) {
  std::string cards;
  for (const char* number : {"1", "2", "3", "4"})
    cards.append("<div class='card card-").append(number).append("'>One pump</div>");
  const Page page("<section>" + cards + "<div class=note>One pump</div></section>", {});
  const Anchors anchors;
  const PageEvidence evidence(page, anchors);
  const auto has = [&](std::size_t block, std::string_view name) {
    std::vector<Evidence> list;
    evidence.first(block, &list);
    return std::any_of(list.begin(), list.end(),
                       [&](const Evidence& each) { return evidence_name(each.kind) == name; });
  };
  ASSERT_EQ(page.blocks().size(), 5u);
  for (std::size_t block = 0; block < 4; ++block) EXPECT_TRUE(has(block, "kin:10")) << block;
  EXPECT_TRUE(has(4, "kin:0"));
}

}  // namespace
}  // namespace newsfacts::html
