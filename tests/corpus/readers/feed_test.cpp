#include "corpus/readers/feed.h"

#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

struct Entry {
  const char* name;
  std::string feed, text, title, url, author, published, source, language;
};
void PrintTo(const Entry& entry, std::ostream* out) {
  *out << entry.name;
}

std::string rss(const std::string& item, const std::string& channel = "") {
  return "<?xml version='1.0'?>\n<rss version='2.0'><channel>" + channel + "<item>" + item +
         "</item></channel></rss>";
}
std::string atom(const std::string& entry, const std::string& feed = "") {
  return "<feed xmlns='http://www.w3.org/2005/Atom'>" + feed + "<entry>" + entry +
         "</entry></feed>";
}

class Feed : public testing::TestWithParam<Entry> {};

TEST_P(Feed, EntryIsADocument) {
  const auto documents = read_bytes("f.rss", GetParam().feed);
  ASSERT_EQ(documents.size(), 1u) << told(documents);
  EXPECT_EQ(told(documents), "f.rss:1: " + GetParam().text);
  const Metadata& metadata = documents[0].metadata;
  EXPECT_EQ(metadata.title, GetParam().title);
  EXPECT_EQ(metadata.url, GetParam().url);
  EXPECT_EQ(metadata.author, GetParam().author);
  EXPECT_EQ(metadata.published, GetParam().published);
  EXPECT_EQ(metadata.source, GetParam().source);
  EXPECT_EQ(metadata.language, GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Rss, Feed,
    testing::Values(
        Entry{
            "whole",
            rss("<title>Fire</title><link>https://a.example/1</link><description>Short.</"
                "description>"
                "<content:encoded><![CDATA[<p>One &amp; two.</p><p>Three.</p>]]></content:encoded>"
                "<dc:creator>Jane Roe</dc:creator><pubDate>Sat, 14 Mar 2026 08:30:00 "
                "+0100</pubDate>",
                "<title>The Courier</title><link>https://a.example/</link><language>en</language>"),
            "One & two.\n\nThree.", "Fire", "https://a.example/1", "Jane Roe",
            "2026-03-14T08:30:00+01:00", "The Courier", "en"},
        Entry{"description_alone", rss("<description>&lt;b&gt;One&lt;/b&gt; two.</description>"),
              "One two.", "", "", "", "", "", ""},
        Entry{"title_alone", rss("<title>A &amp;amp; B</title>"), "A & B", "A & B", "", "", "", "",
              ""},
        Entry{"guid_as_address", rss("<title>T</title><guid>https://a.example/1</guid>"), "T", "T",
              "https://a.example/1", "", "", "", ""},
        Entry{"guid_that_is_none",
              rss("<title>T</title><guid isPermaLink='false'>https://a.example/1</guid>"), "T", "T",
              "", "", "", "", ""},
        Entry{"author_as_mail", rss("<title>T</title><author>j@a.example (Jane Roe)</author>"), "T",
              "T", "", "Jane Roe", "", "", ""},
        Entry{"author_of_the_channel", rss("<title>T</title>", "<dc:creator>Jane Roe</dc:creator>"),
              "T", "T", "", "Jane Roe", "", "", ""},
        Entry{"rdf",
              "<rdf:RDF xmlns:rdf='r'><channel rdf:about='c'><title>C</title></channel>"
              "<item rdf:about='https://a.example/1'><title>T</title>"
              "<dc:date>2026-03-14T08:30Z</dc:date></item></rdf:RDF>",
              "T", "T", "https://a.example/1", "", "2026-03-14T08:30Z", "C", ""},
        Entry{"entities_of_html_and_a_doctype",
              "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" +
                  rss("<description>One&nbsp;&x;</description>"),
              "One\u00A0&x;", "", "", "", "", "", ""}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Atom, Feed,
    testing::Values(
        Entry{"whole",
              atom("<title type='html'>A &amp;lt; B</title><link rel='self' "
                   "href='https://a.example/s'/>"
                   "<link href='https://a.example/1'/><author><name>J. Roe</name></author>"
                   "<author><name>K. Poe</name></author><published>2026-03-14T08:30:00Z</published>"
                   "<updated>2026-03-15T08:30:00Z</updated><summary>Short.</summary>"
                   "<content type='html'>&lt;p&gt;One.&lt;/p&gt;</content>",
                   "<title>The Courier</title>"),
              "One.", "A < B", "https://a.example/1", "J. Roe, K. Poe", "2026-03-14T08:30:00Z",
              "The Courier", ""},
        Entry{"xhtml",
              atom("<content type='xhtml' xml:lang='de'><div xmlns='x'><p>Eins &amp; zwei</p>"
                   "<p>Drei <b>vier</b></p></div></content>"),
              "Eins & zwei\n\nDrei vier", "", "", "", "", "", ""},
        Entry{"text_is_no_markup", atom("<content type='text'>1 &lt;b&gt; 2</content>"), "1 <b> 2",
              "", "", "", "", "", ""},
        Entry{"language", "<feed xml:lang='fr'><entry><title>T</title></entry></feed>", "T", "T",
              "", "", "", "", "fr"}),
    [](const auto& test) { return test.param.name; });

struct Broken {
  const char* name;
  std::string feed, told;
};
void PrintTo(const Broken& broken, std::ostream* out) {
  *out << broken.name;
}

class BrokenFeed : public testing::TestWithParam<Broken> {};

TEST_P(BrokenFeed, GivesWhatIsWholeAndSaysTheRest) {
  EXPECT_EQ(told(read_bytes("f.rss", GetParam().feed)), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Feeds, BrokenFeed,
    testing::Values(
        Broken{"cut_off_in_an_item",
               "<rss><channel><item><title>1</title></item><item><title>2</ti",
               "f.rss:1: 1 | f.rss! broken XML at byte 59: Start-end tags mismatch"},
        Broken{"cut_off_behind_an_item", "<rss><channel><item><title>1</title></item>",
               "f.rss:1: 1 | f.rss! broken XML at byte 42: Start-end tags mismatch"},
        Broken{"a_bare_ampersand", "<rss><item><title>R&D</title></item></rss>", "f.rss:1: R&D"},
        Broken{"no_entries", "<rss><channel/></rss>", "f.rss! no document in it"},
        Broken{"billion_laughs",
               "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><rss><item><title>&b;</title>"
               "</item></rss>",
               "f.rss:1: &b;"}),
    [](const auto& test) { return test.param.name; });

TEST(HostileFeed, CutAnywhereIsReportedOrWhole) {
  const std::string whole = "<rss><channel><item><title>One</title></item></channel></rss>";
  for (std::size_t size = 6; size + 1 < whole.size(); ++size)
    EXPECT_TRUE(any_rejected(read_bytes("f.rss", whole.substr(0, size)))) << size;
}

TEST(HostileFeed, OfAnyDepthIsReadInBoundedTime) {
  std::string deep = "<rss><item><description>";
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  const auto documents = read_bytes("f.rss", deep);
  EXPECT_TRUE(any_rejected(documents));
  std::string tags = "<rss>";
  for (int i = 0; i < 9'000'000; ++i) tags += '<';
  EXPECT_EQ(told(read_bytes("f.rss", tags)), "f.rss! XML of more than 8000000 tags and attributes");
}

}  // namespace
}  // namespace newsfacts
