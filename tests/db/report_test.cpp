// The HTML report: what hostile articles, titles and sources smuggle in is text and nothing else.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "db/html.h"
#include "db/report_page.h"

namespace newsfacts {
namespace {

struct Case {
  std::string text, escaped;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.text;
}

class Html : public testing::TestWithParam<Case> {};

TEST_P(Html, OfText) {
  EXPECT_EQ(html(GetParam().text), GetParam().escaped);
}

INSTANTIATE_TEST_SUITE_P(
    , Html,
    testing::Values(Case{"plain", "plain"}, Case{"Calder & Voss", "Calder &amp; Voss"},
                    Case{"<script>", "&lt;script&gt;"}, Case{"\" onload='x'", "&quot; onload=&#39;x&#39;"},
                    Case{"&lt;", "&amp;lt;"}, Case{std::string("a\0b", 3), "a\uFFFDb"},
                    Case{"a\x1b[31m", "a\uFFFD[31m"}, Case{"\u0085\u009f", "\uFFFD\uFFFD"},
                    Case{"\u00a0\u00e9", "\u00a0\u00e9"}, Case{"tab\tline\n", "tab\tline\n"}));

// Each in a title, a source, a name, a value, a sentence, a reason, a text.
const std::vector<std::string> kPayloads = {
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//evil.example>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=q>",
    "<!-- --><script>alert(1)</script>",
    "<math><mtext><script>alert(1)</script>",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<link rel=stylesheet href=//evil.example>",
    "<object data=//evil.example>",
    "<details open ontoggle=alert(1)>",
    "]]><script>alert(1)</script>",
    "<plaintext>",
};

ReportPage page_with(const std::string& words) {
  ReportPage page;
  page.made_by = words;
  page.report.title = words;
  for (std::int64_t row : {1, 2})
    page.report.documents.push_back({row, words, words + std::to_string(row), words, words, row});
  Finding finding;
  finding.verdict = Verdict::kConflict;
  finding.what = words + "|" + words;
  for (const std::size_t document : {0U, 1U}) {
    Evidence evidence;
    evidence.document = document;
    evidence.value = evidence.before = evidence.words = evidence.after = words;
    evidence.said_by = evidence.rule = words;
    evidence.extent = {1.0 + static_cast<double>(document), 2.0 + static_cast<double>(document)};
    finding.evidence.push_back(evidence);
  }
  finding.pairings.push_back({0, 1, Verdict::kConflict, words, words, 1});
  page.report.findings.push_back(finding);
  for (int i = 0; i < 2; ++i)
    page.articles.push_back({words + "\n" + words, {{{0, 5}, words, words, words}, {{3, 9}, words, words, words}}});
  return page;
}

std::size_t count(const std::string& text, std::string_view of) {
  std::size_t found = 0;
  for (auto at = text.find(of); at != text.npos; at = text.find(of, at + 1)) ++found;
  return found;
}

// The page has the same tags whatever the words are: none of them came from these.
TEST(ReportHtml, HasNoTagThatAnArticleBroughtIn) {
  const std::string plain = report_html(page_with("plain words"), {});
  for (const std::string& payload : kPayloads) {
    const std::string hostile = report_html(page_with(payload), {});
    EXPECT_EQ(count(hostile, "<script"), 0U) << payload;
    for (const std::string_view tag : {"<style", "<meta", "<a ", "<svg", "<td", "<input", "<span"})
      EXPECT_EQ(count(hostile, tag), count(plain, tag)) << tag << " of " << payload;
    EXPECT_EQ(count(hostile, "<"), count(plain, "<")) << payload;
    EXPECT_EQ(count(hostile, "\""), count(plain, "\"")) << payload;
  }
}

TEST(ReportHtml, LetsNothingRunAndNothingBeFetched) {
  const std::string page = report_html(page_with("x"), {});
  EXPECT_NE(page.find("default-src 'none'; style-src 'nonce-"), page.npos);
  EXPECT_EQ(page.find("http://"), page.npos);
  EXPECT_EQ(page.find("https://"), page.npos);
  EXPECT_EQ(page.find(" style="), page.npos);
}

TEST(ReportHtml, ShowsOneVerdictAlone) {
  EXPECT_NE(report_html(page_with("x"), Verdict::kConflict).find("id=\"f0\""), std::string::npos);
  EXPECT_EQ(report_html(page_with("x"), Verdict::kAgree).find("id=\"f0\""), std::string::npos);
}

TEST(ReportHtml, CutsTheTextWhereFactsOverlap) {
  ReportPage page = page_with("0123456789");
  const std::string html = report_html(page, {});
  EXPECT_NE(html.find(">012</span>"), std::string::npos);
  EXPECT_NE(html.find(">34</span>"), std::string::npos);
  EXPECT_NE(html.find(">5678</span>9"), std::string::npos);
}

TEST(ReportCsv, QuotesWhatHoldsACommaAQuoteOrALine) {
  const std::string csv = report_csv(page_with("a \"b\", c").report, {});
  EXPECT_NE(csv.find("\"a \"\"b\"\", c\""), std::string::npos) << csv;
}

}  // namespace
}  // namespace newsfacts
