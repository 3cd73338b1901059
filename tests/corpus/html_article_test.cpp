// The article of a page: which blocks, and what each is.

#include <gtest/gtest.h>

#include <string>

#include "corpus/html/article.h"
#include "corpus/normalize.h"
#include "corpus/readers/html.h"
#include "corpus/segment.h"

namespace newsfacts::html {
namespace {

constexpr std::string_view kHead =
    R"(<!doctype html><html lang="en"><head><title>Ferry burns off Port Hallam | Harbour Courier</title></head><body>
<header class="site-header"><a href="/">Harbour Courier</a>
<nav class="main-menu"><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/weather">Weather</a></li><li><a href="/jobs">Jobs</a></li></ul></nav></header>
<main><article class="post">)";
constexpr std::string_view kTail =
    R"(</article><section class="related-posts"><h3>More stories</h3><ul>
<li><a href="/a">Council votes on harbour wall</a></li><li><a href="/b">Bakery opens second shop</a></li>
<li><a href="/c">School sports day moved to Friday</a></li></ul></section>
<div class="newsletter-signup"><h3>Subscribe to our newsletter</h3><p>Get the latest in your inbox.</p></div></main>
<footer class="site-footer"><p>&copy; 2026 Harbour Courier. All rights reserved.</p>
<ul><li><a href="/privacy">Privacy policy</a></li><li><a href="/contact">Contact us</a></li></ul></footer>
<div class="cookie-banner"><p>We use cookies to improve your visit.</p><button>Accept all</button></div></body></html>)";

constexpr std::string_view kParagraphs =
    R"(<p>A fire broke out on the car deck of the ferry Marsh Queen on Saturday evening, and nine people were taken to hospital, the coast guard said.</p>
<p>The ship, with 214 people on board, was ten miles off Port Hallam when smoke was seen, according to its owner. It was towed in at midnight.</p>
<p>"We heard a bang and then the lights went out," said Jane Roe, a passenger. "The crew were calm, and so were we."</p>)";

// "role|words", a line each.
std::string parts(std::string_view body) {
  const std::string bytes = std::string(kHead) + std::string(body) + std::string(kTail);
  const Document document = document_of_page(bytes, {.name = "a.html"}, {});
  std::string out;
  for (const RawPart& part : document.parts)
    out.append(word_in(kRoleWords, part.role))
        .append("|")
        .append(document.raw(), part.raw.begin, std::min<std::size_t>(part.raw.size(), 24)) += "\n";
  return out;
}

struct Case {
  const char* name;
  std::string body;
  std::string_view parts;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}
class Articles : public testing::TestWithParam<Case> {};

TEST_P(Articles, AreTakenWithoutWhatStandsAround) {
  const std::string found = parts(GetParam().body);
  std::string_view expected = GetParam().parts;
  // The title of the page may be part of its text or not.
  std::string_view without_title = found;
  if (without_title.starts_with("heading|Ferry burns"))
    without_title.remove_prefix(without_title.find('\n') + 1);
  EXPECT_EQ(without_title, expected);
}

const std::string kArticle = "<h1>Ferry burns off Port Hallam</h1>" + std::string(kParagraphs);

INSTANTIATE_TEST_SUITE_P(
    Html, Articles,
    testing::Values(
        Case{"paragraphs", kArticle,
             "body|A fire broke out on the \nbody|The ship, with 214 peopl\nbody|\"We heard a bang "
             "and the\n"},
        Case{"heading_and_list",
             kArticle + "<h2>What is known so far</h2><ul><li>The fire began on the car deck at "
                        "about seven in the evening.</li>"
                        "<li>Nine passengers and two of the crew were treated for smoke.</li></ul>"
                        "<p>The cause is not known, and an inquiry will begin on Monday, the "
                        "ministry said.</p>",
             "body|A fire broke out on the \nbody|The ship, with 214 peopl\nbody|\"We heard a bang "
             "and the\n"
             "heading|What is known so far\nlist|The fire began on the ca\nlist|Nine passengers "
             "and two \n"
             "body|The cause is not known, \n"},
        Case{"quotation",
             kArticle + "<blockquote><p>Every ship of this class will be looked at before it sails "
                        "again, and that will be done this week.</p></blockquote>"
                        "<p>The ministry did not say how many ships that would be, or how long it "
                        "would take.</p>",
             "body|A fire broke out on the \nbody|The ship, with 214 peopl\nbody|\"We heard a bang "
             "and the\n"
             "quote|Every ship of this class\nbody|The ministry did not say\n"},
        Case{"table",
             kArticle + "<table><tr><th>Ferries of the line</th><th>Passengers</th></tr>"
                        "<tr><td><p>Marsh Queen, built 1994</p></td><td>There were 214 people "
                        "aboard</td></tr></table>"
                        "<p>The ministry did not say how many ships that would be, or how long it "
                        "would take.</p>",
             "body|A fire broke out on the \nbody|The ship, with 214 peopl\nbody|\"We heard a bang "
             "and the\n"
             "table|Ferries of the line | Pa\ntable|Marsh Queen, built 1994 \n"
             "body|The ministry did not say\n"},
        Case{
            "table_for_layout",
            "<table><tr><td><h1>Ferry burns off Port Hallam</h1>" + std::string(kParagraphs) +
                "</td><td><p>The ministry did not say how many ships that would be, or how long it "
                "would take.</p></td></tr></table>",
            "body|A fire broke out on the \nbody|The ship, with 214 peopl\nbody|\"We heard a bang "
            "and the\n"
            "body|The ministry did not say\n"},
        Case{"share_bar",
             "<h1>Ferry burns off Port Hallam</h1><div class=\"social-share\"><a "
             "href=f>Facebook</a> <a href=t>Twitter</a> <a href=e>Email</a></div>" +
                 std::string(kParagraphs),
             "body|A fire broke out on the \nbody|The ship, with 214 peopl\nbody|\"We heard a bang "
             "and the\n"}),
    [](const auto& it) { return it.param.name; });

TEST(Article, TakesAParagraphOnceThatIsPrintedTwice) {
  const std::string found =
      parts(kArticle + "<div class=\"mobile-copy\">" + std::string(kParagraphs) + "</div>");
  std::size_t times = 0;
  for (std::size_t at = found.find("The ship, with"); at != found.npos;
       at = found.find("The ship, with", at + 1))
    ++times;
  EXPECT_EQ(times, 1u);
}

TEST(Article, OfAPageWithoutWordsIsEmpty) {
  for (const std::string_view page : {"", "<html>", "<p></p>", "<script>x</script>"}) {
    const Document document = document_of_page(page, {.name = "a.html"}, {});
    EXPECT_EQ(document.raw(), "");
    EXPECT_TRUE(document.parts.empty());
    EXPECT_FALSE(document.rejected);
  }
}

TEST(Article, PartsCoverTheTextButForLineEnds) {
  const Document document =
      document_of_page(std::string(kHead) + kArticle + std::string(kTail), {.name = "a.html"}, {});
  std::uint32_t end = 0;
  for (const RawPart& part : document.parts) {
    EXPECT_EQ(document.raw().substr(end, part.raw.begin - end).find_first_not_of('\n'),
              std::string::npos);
    end = part.raw.end;
  }
  EXPECT_EQ(end, document.raw().size());
}

// The sentences of a page whose parts are those of `raw` between blank lines, with their roles.
std::string roles_of(const std::string& raw, const std::vector<Role>& roles) {
  Document document({}, raw);
  std::size_t begin = 0;
  for (const Role role : roles) {
    const std::size_t end = std::min(raw.find("\n\n", begin), raw.size());
    document.parts.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, role});
    begin = end + 2;
  }
  normalize(document);
  Segmenter().segment(document);
  std::string found;
  for (const Sentence& sentence : document.sentences)
    found.append(word_in(kRoleWords, sentence.role))
        .append("|")
        .append(document.at(sentence.span)) += "\n";
  return found;
}

// What the page marks is not guessed again from the shape of lines.
TEST(Article, PartsAreTheBlocksOfTheText) {
  EXPECT_EQ(
      roles_of("Nine dead\n\nA fire broke out.  It burned all night, said Jane Roe\n\nOne",
               {Role::kBody, Role::kHeading, Role::kListItem}),
      "body|Nine dead\nheading|A fire broke out. It burned all night, said Jane Roe\nlist|One\n");
}

// The day above the text is the page's; one among the paragraphs is of the story.
TEST(Article, DayAboveTheTextIsNoPartOfTheStory) {
  EXPECT_EQ(roles_of("Nine dead\n\n14 March 2026, 17:50\n\nA fire broke out.\n\n15 March 2026",
                     {Role::kHeading, Role::kBody, Role::kBody, Role::kBody}),
            "heading|Nine dead\nbyline|14 March 2026, 17:50\nbody|A fire broke out.\n"
            "body|15 March 2026\n");
}

TEST(Article, PageOfTooManyElementsIsRejected) {
  std::string page = "<html>";
  for (int i = 0; i < 200; ++i) page += "<p>One";
  ReadLimits limits;
  limits.page_elements = 100;
  const Document document = document_of_page(page, {.name = "a.html"}, limits);
  ASSERT_TRUE(document.rejected);
  EXPECT_EQ(document.rejected->reason,
            "page of more than 100 elements exceeds the limit (--max-page-elements)");
}

}  // namespace
}  // namespace newsfacts::html
