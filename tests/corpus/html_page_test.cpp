// HTML into elements, text and blocks.

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "corpus/html/entities.h"
#include "corpus/html/page.h"
#include "corpus/html/tokenizer.h"
#include "tests/corpus/exact_copy.h"

namespace newsfacts::html {
namespace {

// Blocks as "tag|words", a line each.
std::string blocks(std::string_view bytes) {
  const Page page(bytes, {});
  std::string out;
  for (const Block& block : page.blocks())
    out.append(name_of(page.elements()[block.element].tag)).append("|").append(page.words(block)) +=
        "\n";
  return out;
}

struct Cut {
  const char* name;
  std::string_view page;
  std::string_view blocks;
};
void PrintTo(const Cut& c, std::ostream* out) {
  *out << c.name;
}
class Pages : public testing::TestWithParam<Cut> {};

TEST_P(Pages, AreCutWhereABrowserBeginsALine) {
  EXPECT_EQ(blocks(GetParam().page), GetParam().blocks);
}

INSTANTIATE_TEST_SUITE_P(
    Html, Pages,
    testing::Values(
        Cut{"paragraphs", "<p>One.</p><p>Two.</p>", "p|One.\np|Two.\n"},
        Cut{"inline_elements", "<p>One <b>bold</b>, <a href=x>a link</a>.</p>",
            "p|One bold, a link.\n"},
        Cut{"white_space", "<p>\n  One\t two\r\n</p> \n ", "p|One two\n"},
        Cut{"unclosed_paragraphs", "<p>One<p>Two<div>Three</div>", "p|One\np|Two\ndiv|Three\n"},
        Cut{"unclosed_items", "<ul><li>One<li>Two<ul><li>Inner</ul><li>Three</ul>",
            "li|One\nli|Two\nli|Inner\nli|Three\n"},
        Cut{"unclosed_cells", "<table><tr><td>1<td>2<tr><td>3</table>After",
            "td|1\ntd|2\ntd|3\n|After\n"},
        Cut{"breaks", "<p>One<br>two<br><br>Three</p>", "p|One\ntwo\np|Three\n"},
        Cut{"pre", "<pre>\na  b\n  c\n</pre>", "pre|a  b\n  c\n"},
        Cut{"script", "<p>One</p><script>if (a<b) document.write('<p>No</p>')</script><p>Two</p>",
            "p|One\np|Two\n"},
        Cut{"style_and_template", "<style>p{}</style><template><p>No</p></template><p>Yes",
            "p|Yes\n"},
        Cut{"comments", "<p>One<!-- <p>No</p> --> two<!--> three<!-- a -- b --!> four",
            "p|One two three four\n"},
        Cut{"unclosed_comment", "<p>One<!-- No <b> Two", "p|One Two\n"},
        Cut{"script_in_comment_in_script", "<script><!-- <script>x</script> --></script><p>Yes",
            "p|Yes\n"},
        Cut{"textarea", "<textarea><p>No</textarea><p>Yes", "p|Yes\n"},
        Cut{"less_than", "<p>1 < 2 and a<3 <4", "p|1 < 2 and a<3 <4\n"},
        Cut{"references", "<p>Caf&eacute; &amp;c. &copy2 &nosuch; &#8217;&#x92;&notit;",
            "p|Caf\u00E9 &c. \u00A92 &nosuch; \u2019\u2019\u00ACit;\n"},
        Cut{"attributes", "<p class=\"a>b\" title='x\"y' data=z hidden/>Yes", "p|Yes\n"},
        Cut{"broken_attribute", "<p class=\"a>One<p>Two", "p|One\np|Two\n"},
        Cut{"stray_end_tags", "</div></p><p>One</span></div> two</p>", "p|One\np|two\n"},
        Cut{"misnested", "<p><b><i>One</b> two</i> three</p>", "p|One two three\n"},
        Cut{"end_tag_within_a_cell", "<div><table><tr><td>One</div>Two</table></div>Three",
            "td|One\ntd|Two\n|Three\n"},
        Cut{"cdata", "<p>One<![CDATA[ <b>no ]]> two", "p|One two\n"},
        Cut{"only_no_break_spaces", "<p>&nbsp;</p><p>\u200B</p><p>One", "p|One\n"},
        Cut{"shadow_root", "<x-card><template shadowrootmode=open><p>Yes</template></x-card>",
            "p|Yes\n"},
        Cut{"links_side_by_side", "<p><a href=a>north</a><a href=b>south</a>", "p|north south\n"},
        Cut{"place_within_a_word", "<p>sea<a id=1></a><a href=a>side</a>", "p|seaside\n"},
        Cut{"link_within_a_word", "<p>sea<a href=a>side</a>s", "p|seasides\n"},
        Cut{"name_and_date", "<p><span>Jane Roe</span><time>May 3</time>", "p|Jane Roe May 3\n"},
        Cut{"name_and_count", "<p><span>Pumps</span><span>14</span>", "p|Pumps 14\n"},
        Cut{"nested_spans_side_by_side",
            "<p><span><span>Sold</span></span><span><span>Out</span></span>", "p|Sold Out\n"},
        Cut{"parts_of_a_word", "<p><span>Port</span><span>side</span>", "p|Portside\n"},
        Cut{"capitals_of_a_word", "<p><span>S</span><span>O</span><span>S</span>", "p|SOS\n"},
        Cut{"figures_of_a_number", "<p><span>1</span><span>4</span>", "p|14\n"},
        Cut{"bold_within_a_name", "<p><i>Mac</i><b>Book</b>", "p|MacBook\n"},
        Cut{"no_siblings", "<p><span>Mac</span><i><span>Book</span></i>", "p|MacBook\n"},
        Cut{"code_in_colours", "<pre><span>get</span><span>Name</span></pre>", "pre|getName\n"},
        Cut{"link_around_blocks", "<a href=x><div>One</div></a><p>Two", "div|One\np|Two\n"},
        Cut{"empty", "", ""}, Cut{"cut_off", "<p>One<div cla", "p|One\n"}),
    [](const auto& it) { return it.param.name; });

TEST(Page, CountsLinkText) {
  const Page page("<p>One <a href=x>two</a> <a name=y>three</a></p>", {});
  ASSERT_EQ(page.blocks().size(), 1u);
  EXPECT_EQ(page.blocks()[0].link_bytes, 4u);  // with the space before it
}

TEST(Page, KeepsWhereABlockStandsInTheBytes) {
  const std::string_view bytes = "<div><p>One</p><p>Two</p></div>";
  const Page page(bytes, {});
  ASSERT_EQ(page.blocks().size(), 2u);
  const Span at = page.blocks()[1].page;
  EXPECT_EQ(bytes.substr(at.begin, at.size()), "Two");
}

TEST(Page, ReadsWhatClassesSay) {
  const Page page("<div class='postContent js-share'><p>One", {});
  const Signs own = page.elements()[1].own;
  EXPECT_TRUE(own & bit(Sign::kPost));
  EXPECT_TRUE(own & bit(Sign::kContent));
  EXPECT_TRUE(own & bit(Sign::kShare));
  EXPECT_FALSE(own & bit(Sign::kNav));
}

TEST(Page, GivesUpAtItsLimit) {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "<b>x</b>";
  EXPECT_TRUE(Page(many, {50}).too_many_elements());
  EXPECT_FALSE(Page(many, {500}).too_many_elements());
}

std::string times(std::string_view what, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += what;
  return out;
}

struct Hostile {
  const char* name;
  std::string_view what;
  std::size_t count;
};
void PrintTo(const Hostile& c, std::ostream* out) {
  *out << c.name;
}
class HostilePages : public testing::TestWithParam<Hostile> {};

// The same page twice as long may not take much more than twice the time; a quadratic reading
// would need hours for the longer ones.
TEST_P(HostilePages, TakeLinearTime) {
  const std::string page = times(GetParam().what, GetParam().count);
  const auto begin = std::chrono::steady_clock::now();
  const Page read(page, {2'000'000});
  const auto seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  EXPECT_FALSE(read.too_many_elements());
  EXPECT_LT(seconds, 20);
}

INSTANTIATE_TEST_SUITE_P(
    Html, HostilePages,
    testing::Values(Hostile{"nested_divs", "<div>", 1'000'000},
                    Hostile{"nested_tables", "<table><tr><td>x", 300'000},
                    Hostile{"nested_links", "<a href=x><b>", 500'000},
                    Hostile{"unclosed_quotes", "<a b=\"", 1'000'000},
                    Hostile{"both_quotes", "<a b='\"><a c=\"'>", 500'000},
                    Hostile{"unclosed_comments", "<!-- ", 1'000'000},
                    Hostile{"comment_dashes", "<!-- -- ", 1'000'000},
                    Hostile{"cdata", "<![CDATA[ ", 500'000},
                    Hostile{"unclosed_titles", "<title>x", 500'000},
                    Hostile{"unclosed_textareas", "<textarea>", 500'000},
                    Hostile{"scripts_in_scripts", "<script><!--<script>", 300'000},
                    Hostile{"end_tags", "</div></p></a>", 500'000},
                    Hostile{"paragraphs", "<p><b>", 500'000}, Hostile{"items", "<li><ul>", 500'000},
                    Hostile{"less_than", "<<<< ", 1'000'000},
                    Hostile{"ampersands", "&&#&#x&a", 1'000'000},
                    Hostile{"attributes", "<a a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8", 300'000},
                    Hostile{"breaks", "x<br><br>", 500'000}, Hostile{"blocks", "x<p>", 900'000}),
    [](const auto& it) { return it.param.name; });

TEST(Tokenizer, CoversThePageWithoutAGap) {
  const std::string_view page = "a<b c='d'>e</b><!--f-->g<script>h</script>&amp;<";
  const ExactCopy copy(page);
  Tokenizer tokens(copy.view());
  std::size_t at = 0;
  for (Token token = tokens.next(); token.kind != Token::kEndOfPage; token = tokens.next()) {
    EXPECT_EQ(token.begin, at);
    EXPECT_GT(token.end, token.begin);
    at = token.end;
  }
  EXPECT_EQ(at, page.size());
}

TEST(Entities, AreReadAsInAnAttribute) {
  EXPECT_EQ(decoded("?a=1&copy=2&amp;b=&eacute;&lt"), "?a=1&copy=2&b=\u00E9<");
}

}  // namespace
}  // namespace newsfacts::html
