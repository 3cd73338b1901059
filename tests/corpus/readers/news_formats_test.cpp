// NITF, NewsML-G2, Reuters-21578, Markdown and Word.

#include <gtest/gtest.h>

#include "tests/corpus/readers/packing.h"
#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

struct Article {
  const char* name;
  std::string file, bytes, told, title, author, published;
};
void PrintTo(const Article& article, std::ostream* out) {
  *out << article.name;
}

class NewsFormat : public testing::TestWithParam<Article> {};

TEST_P(NewsFormat, IsReadWithWhatItSaysOfItself) {
  const auto documents = read_bytes(GetParam().file, GetParam().bytes);
  ASSERT_EQ(told(documents), GetParam().told);
  EXPECT_EQ(documents[0].metadata.title, GetParam().title);
  EXPECT_EQ(documents[0].metadata.author, GetParam().author);
  EXPECT_EQ(documents[0].metadata.published, GetParam().published);
}

INSTANTIATE_TEST_SUITE_P(
    Files, NewsFormat,
    testing::Values(
        Article{
            "nitf", "a.xml",
            "<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf><head><title>No</title>"
            "<docdata><date.issue norm='20260314T083000Z'/></docdata></head><body><body.head>"
            "<hedline><hl1>Fire in <em>town</em></hl1></hedline><byline>By Jane Roe</byline>"
            "</body.head><body.content><p>One &amp; two.</p><p>Three.</p></body.content></body>"
            "</nitf>",
            "a.xml: One & two.\n\nThree.", "Fire in town", "Jane Roe", "2026-03-14T08:30:00Z"},
        Article{
            "newsml_g2", "a.xml",
            "<newsMessage xmlns='n'><itemSet><newsItem guid='1' xml:lang='en'><itemMeta>"
            "<versionCreated>2026-03-14T08:30:00+01:00</versionCreated></itemMeta><contentMeta>"
            "<headline>Fire</headline><by>Jane Roe</by></contentMeta><contentSet><inlineXML><html>"
            "<head><title>No</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML>"
            "</contentSet></newsItem><newsItem><contentSet><inlineData>Three.</inlineData>"
            "</contentSet></newsItem></itemSet></newsMessage>",
            "a.xml:1: One.\n\nTwo. | a.xml:2: Three.", "Fire", "Jane Roe",
            "2026-03-14T08:30:00+01:00"},
        Article{
            "rcv1", "1.xml",
            "<newsitem itemid='1' date='1996-08-20' xml:lang='en'><title>T</title><headline>Fire"
            "</headline><byline>Jane Roe</byline><text><p>One.</p><p>Two.</p></text></newsitem>",
            "1.xml: One.\n\nTwo.", "Fire", "Jane Roe", "1996-08-20"},
        Article{
            "reuters_sgml", "r.sgm",
            "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">\n"
            "<DATE>14-MAR-1987 08:30:01.79</DATE>\n<TEXT>&#2;\n<TITLE>FIRE &lt;FIR></TITLE>\n"
            "<AUTHOR>By Jane Roe</AUTHOR>\n<DATELINE>    HARBOUR, March 14 - </DATELINE>"
            "<BODY>One and\ntwo.\n    Three.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
            "<REUTERS NEWID=\"2\">\n<TEXT TYPE=\"BRIEF\">\n<TITLE>TWO</TITLE>\n</TEXT>\n"
            "</REUTERS>\n<REUTERS>\ncut",
            "r.sgm:1: HARBOUR, March 14 - One and\ntwo.\n    Three.\n Reuter\n\n | r.sgm:2: TWO | "
            "r.sgm:3! cut off: the story does not end",
            "FIRE <FIR>", "By Jane Roe", "1987-03-14T08:30:01"},
        Article{
            "markdown", "a.md",
            "---\ntitle: \"Fire: two\"\nauthor: Jane Roe\ndate: 2026-03-14\n---\n# Fire #\n\n"
            "**Two** men paid [$5 million](https://a.example/x_y) on _Friday_.\n\n* One\n"
            "* file_name\n\n> Quoted.\n\n![p](p.jpg)\n---\n[x]: https://a.example/\n2 * 3\n",
            "a.md: Fire\n\n\nTwo men paid $5 million on Friday.\n\n* One\n* file_name\n\nQuoted.\n"
            "\n\n2 * 3\n",
            "Fire: two", "Jane Roe", "2026-03-14"},
        Article{"markdown_without_header", "a.md", "# Fire\nOne.\n", "a.md: Fire\n\nOne.\n", "Fire",
                "", ""},
        Article{
            "word", "a.docx",
            docx("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>One</w:t></w:r><w:r>"
                 "<w:t xml:space='preserve'> &amp; two.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p>"
                 "<w:r><w:t>Three</w:t><w:tab/><w:t>four</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                 "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"),
            "a.docx: One & two.\n\nThree\tfour", "T", "Jane Roe", "2026-03-14T08:30:00Z"}),
    [](const auto& test) { return test.param.name; });

struct Hostile {
  const char* name;
  std::string file, bytes, told;
};
void PrintTo(const Hostile& hostile, std::ostream* out) {
  *out << hostile.name;
}

class HostileNews : public testing::TestWithParam<Hostile> {};

TEST_P(HostileNews, IsReported) {
  EXPECT_EQ(told(read_bytes(GetParam().file, GetParam().bytes)), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Files, HostileNews,
    testing::Values(
        Hostile{"xml_of_another_kind", "a.xml", "<svg/>",
                "a.xml! XML that is no feed: its root is <svg>"},
        Hostile{"nitf_cut_off", "a.xml", "<nitf><body><body.content><p>One.</p>",
                "a.xml! broken XML at byte 36: Start-end tags mismatch"},
        Hostile{"a_word_file_without_words", "a.docx",
                zip({{"[Content_Types].xml", ""}, {"word/x.xml", ""}}),
                "a.docx! no word/document.xml in it"},
        Hostile{"a_word_file_that_is_broken", "a.docx", docx("<w:p>"),
                "a.docx! word/document.xml: broken XML at byte 39: Start-end tags mismatch"}),
    [](const auto& test) { return test.param.name; });

TEST(WordFile, CutAnywhereIsReported) {
  const std::string whole = docx("<w:p><w:r><w:t>One</w:t></w:r></w:p>");
  for (std::size_t size = 1; size < whole.size(); ++size)
    EXPECT_TRUE(any_rejected(read_bytes("a.docx", whole.substr(0, size)))) << size;
}

TEST(FoundFiles, ThatAreNoArticlesArePassedOver) {
  const auto reader = open_reader(
      InputFile::of(zip({{"t.csv", "a,b\n1,2\n"}, {"x.xml", "<svg/>"}, {"README.md", "About."}}),
                    {.name = "n.zip"}),
      {});
  EXPECT_FALSE(reader->next());
  EXPECT_EQ(reader->passed_over(), 3u);
}

}  // namespace
}  // namespace newsfacts
