// What pages say of themselves: bylines, JSON-LD as it is, and the choice among what they say.

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>

#include "corpus/html/byline.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/metadata.h"
#include "corpus/readers/html.h"

namespace newsfacts::html {
namespace {

struct Byline {
  std::string_view text;
  std::string_view names;  // apart by "; "
};
void PrintTo(const Byline& c, std::ostream* out) {
  *out << c.text;
}
class Bylines : public testing::TestWithParam<Byline> {};

TEST_P(Bylines, NameWhoWrote) {
  std::string names;
  for (const std::string& name : names_in(GetParam().text, false))
    names += (names.empty() ? "" : "; ") + name;
  EXPECT_EQ(names, GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(
    Html, Bylines,
    testing::Values(
        Byline{"By Jane Roe", "Jane Roe"}, Byline{"by Jane Roe and John Poe", "Jane Roe; John Poe"},
        Byline{"By Jane Roe, John Poe & Ann Lee | March 14, 2026", "Jane Roe; John Poe; Ann Lee"},
        Byline{"Written by: Jane Roe on March 14, 2026", "Jane Roe"},
        Byline{"Von Jana Roth", "Jana Roth"}, Byline{"By March 14, 2026", ""},
        Byline{"ByJane Roe", "Jane Roe"}, Byline{"Byron Lee", ""}, Byline{"Written by", ""},
        Byline{"March 14, 2026 | By Jane Roe", "Jane Roe"},
        Byline{"Sat, 14 March 2026 - by Jane Roe", "Jane Roe"},
        Byline{"Since the fire of 14 March 2026 by Port Hallam", ""},
        Byline{"Since 14 March 2026 by Jane Roe", ""}, Byline{"By Jane Roe 4 min read", "Jane Roe"},
        Byline{"By jroe7", "jroe7"}, Byline{"By Jane Roe Last update: Monday", "Jane Roe"},
        Byline{"By Jane Roe Leave a comment", "Jane Roe"},
        Byline{"Contributors: Jane Roe and John Poe", "Jane Roe; John Poe"},
        Byline{"Eingestellt von Jana Roth", "Jana Roth"}, Byline{"By admin", ""},
        Byline{"Nearby shops", ""}, Byline{"5 min read", ""}));

struct Script {
  const char* name;
  std::string_view script, headline, published, authors;
};
void PrintTo(const Script& c, std::ostream* out) {
  *out << c.name;
}
class JsonLdScripts : public testing::TestWithParam<Script> {};

TEST_P(JsonLdScripts, AreReadAsPagesHaveThem) {
  const JsonLd said = read_json_ld({GetParam().script});
  std::string authors;
  for (const std::string& author : said.authors) authors += (authors.empty() ? "" : "; ") + author;
  EXPECT_EQ(said.headline, GetParam().headline);
  EXPECT_EQ(said.published, GetParam().published);
  EXPECT_EQ(authors, GetParam().authors);
}

INSTANTIATE_TEST_SUITE_P(
    Html, JsonLdScripts,
    testing::Values(
        Script{
            "plain",
            R"({"@type":"NewsArticle","headline":"Fire","datePublished":"2026-03-14","author":{"@type":"Person","name":"Jane Roe"}})",
            "Fire", "2026-03-14", "Jane Roe"},
        Script{
            "list_of_authors",
            R"({"@type":["Article"],"headline":"Fire","author":[{"name":"Jane Roe"},"John Poe"]})",
            "Fire", "", "Jane Roe; John Poe"},
        Script{
            "graph",
            R"({"@graph":[{"@type":"WebPage","name":"Page","datePublished":"2026-03-13"},{"@type":"Article","headline":"Fire","author":{"@id":"#jane"}},{"@id":"#jane","@type":"Person","name":"Jane Roe"}]})",
            "Fire", "2026-03-13", "Jane Roe"},
        Script{"web_page_alone",
               R"([{"@type":"Organization","name":"Courier"},{"@type":"WebPage","name":"Page"}])",
               "Page", "", ""},
        Script{"comma_too_many", R"({"@type":"Article","headline":"Fire",})", "Fire", "", ""},
        Script{"line_end_in_a_string", "{\"@type\":\"Article\",\"headline\":\"Fire\non ferry\"}",
               "Fire on ferry", "", ""},
        Script{"comments", "<!-- x -->\n/* y */ {\"@type\":\"Article\",\"headline\":\"Fire\"}; ",
               "Fire", "", ""},
        Script{"cdata", "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Fire\"}\n//]]>", "Fire",
               "", ""},
        Script{"no_json", "alert(1)", "", "", ""},
        Script{"other_things", R"({"@type":"BreadcrumbList","name":"x"})", "", "", ""},
        Script{"wrong_types",
               R"({"@type":"Article","headline":7,"author":[[["x"]]],"datePublished":{"a":1}})", "",
               "", "x"}),
    [](const auto& it) { return it.param.name; });

TEST(JsonLdScripts, DeepOnesAreLeft) {
  const std::string deep = std::string(100'000, '[') + "1";
  EXPECT_EQ(read_json_ld({deep}).headline, "");
}

struct Says {
  const char* name;
  std::string head, body;
  std::array<std::string_view, 4> fields;  // title, author, published, its evidence
};
void PrintTo(const Says& c, std::ostream* out) {
  *out << c.name;
}
class PageMetadata : public testing::TestWithParam<Says> {};

constexpr std::string_view kText =
    "<p>A fire broke out on the car deck of the ferry Marsh Queen on Saturday evening, and nine "
    "people were taken to "
    "hospital, the coast guard said. The ship was ten miles off Port Hallam when smoke was "
    "seen.</p>";

Metadata metadata(std::string_view head, std::string_view body, std::optional<Day> modified) {
  const std::string page = "<html><head>" + std::string(head) + "</head><body>" +
                           std::string(body) + std::string(kText) + "</body></html>";
  return document_of_page(page, {.name = "a.html", .modified = modified}, {}).metadata;
}

TEST_P(PageMetadata, IsChosen) {
  const Metadata found = metadata(GetParam().head, GetParam().body, std::nullopt);
  EXPECT_EQ((std::array<std::string_view, 4>{found.title, found.author, found.published,
                                             word_in(kPublishedFromWords, found.published_from)}),
            GetParam().fields);
}

INSTANTIATE_TEST_SUITE_P(
    Html, PageMetadata,
    testing::Values(
        Says{
            "open_graph",
            R"(<meta property="og:title" content="Ferry burns off Port Hallam"><meta name="author" content="Jane Roe"><meta property="article:published_time" content="2026-03-14T08:30:00Z">)",
            "",
            {"Ferry burns off Port Hallam", "Jane Roe", "2026-03-14T08:30:00Z", "meta"}},
        Says{
            "json_ld",
            R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry burns off Port Hallam","datePublished":"2026-03-14","author":"Jane Roe"}</script>)",
            "",
            {"Ferry burns off Port Hallam", "Jane Roe", "2026-03-14", "json_ld"}},
        Says{"title_with_outlet",
             "<title>Ferry burns off Port Hallam | Harbour Courier</title>",
             "",
             {"Ferry burns off Port Hallam", "", "", "given"}},
        Says{"heading_before_what_is_for_search_engines",
             R"(<title>Ferry fire latest: all you need to know</title>)",
             "<h1>Ferry burns off Port Hallam</h1>",
             {"Ferry burns off Port Hallam", "", "", "given"}},
        Says{
            "microdata",
            "<title>Ferry burns off Port Hallam</title>",
            R"(<span itemprop="author" itemscope><span itemprop="name">Jane Roe</span></span> <meta itemprop="datePublished" content="2026-03-14">)",
            {"Ferry burns off Port Hallam", "Jane Roe", "2026-03-14", "meta"}},
        Says{
            "who_signs_before_the_house",
            R"(<meta property="og:site_name" content="Harbour Courier"><meta name="author" content="Harbour Courier Ltd">)",
            "<h1>Ferry burns off Port Hallam</h1><p>By Jane Roe</p>",
            {"Ferry burns off Port Hallam", "Jane Roe", "", "given"}},
        Says{"who_signs_before_an_address",
             R"(<meta name="author" content="courier.example">)",
             "<h1>Ferry burns off Port Hallam</h1><p>By Jane Roe</p>",
             {"Ferry burns off Port Hallam", "Jane Roe", "", "given"}},
        Says{
            "an_account_before_an_address",
            R"(<meta name="author" content="jroe"><script type="application/ld+json">{"@type":"NewsArticle","author":"courier.example"}</script>)",
            "<h1>Ferry burns off Port Hallam</h1>",
            {"Ferry burns off Port Hallam", "jroe", "", "given"}},
        Says{"not_before_a_person",
             R"(<meta name="author" content="John Poe">)",
             "<h1>Ferry burns off Port Hallam</h1><p>By Jane Roe</p>",
             {"Ferry burns off Port Hallam", "John Poe", "", "given"}},
        Says{"a_desk_where_nobody_signs",
             R"(<meta name="author" content="Redaktion">)",
             "<h1>Ferry burns off Port Hallam</h1>",
             {"Ferry burns off Port Hallam", "Redaktion", "", "given"}},
        Says{"time_element",
             "<title>Ferry burns off Port Hallam</title>",
             R"(<p>By Jane Roe</p><time datetime="2026-03-14T08:30Z">today</time>)",
             {"Ferry burns off Port Hallam", "Jane Roe", "2026-03-14T08:30Z", "time"}},
        Says{"visible_date",
             "<title>Ferry burns off Port Hallam</title>",
             R"(<div>Published March 14, 2026 | Updated March 16, 2026</div>)",
             {"Ferry burns off Port Hallam", "", "2026-03-14", "text"}},
        Says{
            "address",
            R"(<title>Ferry burns off Port Hallam</title><link rel=canonical href="https://courier.example/2026/03/14/ferry">)",
            "",
            {"Ferry burns off Port Hallam", "", "2026-03-14", "url"}},
        Says{
            "the_day_of_its_own_place",
            R"(<title>Ferry burns off Port Hallam</title><link rel=canonical href="https://courier.example/2026/03/13/ferry"><meta property="article:published_time" content="2026-03-14T02:30:00Z">)",
            "",
            {"Ferry burns off Port Hallam", "", "2026-03-13", "url"}},
        Says{"too_old",
             R"(<title>Ferry burns off Port Hallam</title><meta name="date" content="1970-01-01">)",
             "",
             {"Ferry burns off Port Hallam", "", "", "given"}}),
    [](const auto& it) { return it.param.name; });

struct Authored {
  const char* name;
  std::string_view before, behind;  // its title and its text
  std::string_view author;
};
void PrintTo(const Authored& c, std::ostream* out) {
  *out << c.name;
}
class PageAuthor : public testing::TestWithParam<Authored> {};

TEST_P(PageAuthor, IsTheArticles) {
  const std::string page = "<article><h1>Ferry burns off Port Hallam</h1>" +
                           std::string(GetParam().before) + std::string(kText) +
                           std::string(kText) + std::string(GetParam().behind);
  EXPECT_EQ(document_of_page(page, {.name = "a.html"}, {}).metadata.author, GetParam().author);
}

INSTANTIATE_TEST_SUITE_P(
    Html, PageAuthor,
    testing::Values(
        Authored{"link_to_an_authors_page", R"(<a href="/author/jroe">Jane Roe</a>)", "",
                 "Jane Roe"},
        Authored{"no_link_to_a_section",
                 R"(<a class="category" title="Read on" href="/harbour">Harbour News</a>)"
                 R"(<a href="/author/jroe">Jane Roe</a>)",
                 "", "Jane Roe"},
        Authored{
            "no_link_of_a_menu",
            R"(<p>a</p><p>b</p><p>c</p><p>d</p><ul class="menu"><li><a href="/team/">Meet Our )"
            "Crew</a></li></ul><p>e</p><p>f</p><p>g</p><p>h</p>",
            "", ""},
        Authored{
            "no_link_in_a_sentence",
            R"(<p>The pumps of the car deck had been looked over in January, says )"
            R"(<a href="/people/lee">Ann Lee</a> of the owner's office, who was on board that )"
            "evening.</p>",
            "<p>By Jane Roe</p>", "Jane Roe"},
        Authored{"no_link_to_log_in", R"(<a href="/user/login">Log In Here</a>)", "", ""},
        Authored{"by_its_class_apart_from_the_role",
                 R"(<div class="author"><b class="author-name">Jane Roe</b><i>Harbour Editor</i>)"
                 "</div>",
                 "", "Jane Roe"},
        Authored{"as_long_as_no_class_tells_them_apart",
                 R"(<div class="author"><b>Jane Roe</b> and <i>John Poe</i></div>)", "",
                 "Jane Roe; John Poe"},
        Authored{"behind_the_date", R"(<div class="byline">March 14, 2026 | Jane Roe</div>)", "",
                 "Jane Roe"},
        Authored{"no_weekday", R"(<div class="byline">Sat, 14 March 2026</div>)", "", ""},
        Authored{"a_nick_next_to_the_title", "<p>by jroe</p>", "", "jroe"},
        Authored{"no_words_that_begin_like_one", "<p>by the old ferry quay</p>", "", ""},
        Authored{"a_linked_nick_before_a_line_further_on",
                 R"(<p>Words <a href="/author/jane">Jane</a></p>)", "<p>By Ann Lee</p>", "Jane"},
        Authored{"a_person_next_to_the_title_before_a_linked_nick",
                 R"(<p><a href="/author/desk">Newsdesk</a></p><p>By Ann Lee</p>)", "", "Ann Lee"},
        Authored{"in_the_articles_own_footer", "",
                 R"(<footer>Sound: <a href="/author/jroe" rel="author">Jane Roe</a></footer>)",
                 "Jane Roe"},
        Authored{"in_what_looks_related_but_stands_by_the_title",
                 R"(<div class="latest"><span class="byline">Jane Roe</span></div>)", "",
                 "Jane Roe"},
        Authored{
            "no_commenter", "",
            R"(<p>x</p><p>y</p><div class="comments">By <a rel="author" href="/user/7">Ann Lee</a></div>)",
            ""}),
    [](const auto& it) { return it.param.name; });

struct Titled {
  const char* name;
  std::string_view head, headings;
  std::string_view title;
};
void PrintTo(const Titled& c, std::ostream* out) {
  *out << c.name;
}
class PageTitle : public testing::TestWithParam<Titled> {};

TEST_P(PageTitle, IsWhatReadersTakeForIt) {
  EXPECT_EQ(metadata(GetParam().head, GetParam().headings, std::nullopt).title, GetParam().title);
}

INSTANTIATE_TEST_SUITE_P(
    Html, PageTitle,
    testing::Values(
        Titled{"the_only_heading_whatever_is_written_for_search_engines",
               "<title>Ferries: the complete guide 2026 | Harbour Courier</title>",
               "<h1>What I learned on nine ferries</h1><h2>Ferries</h2>",
               "What I learned on nine ferries"},
        Titled{"not_a_section_that_is_borne_out", R"(<title>What is a ferry - A guide</title>)",
               "<h1>Ships that come back: all you need to know</h1><h2>What is a ferry?</h2>",
               "Ships that come back: all you need to know"},
        Titled{"of_one_word", "<title>History - Choir of Port Hallam</title>",
               "<h1>Beginnings</h1>", "Beginnings"},
        Titled{"of_several_headings_the_one_borne_out",
               "<title>Ferry burns off Port Hallam | Harbour Courier</title>",
               "<h1>Ferry burns off Port Hallam</h1><h1>What we know</h1>",
               "Ferry burns off Port Hallam"},
        Titled{"of_several_headings_none_that_says_something_else",
               R"(<meta property="og:title" content="Ferry burns off Port Hallam">)",
               "<h1>Choose your harbour</h1><h1>Newest first</h1>", "Ferry burns off Port Hallam"},
        Titled{"of_several_headings_the_last_that_says_the_like",
               R"(<meta property="og:title" content="Ferry burns off Port Hallam">)",
               "<h1>Choose your harbour</h1><h1>Ferry burns near Port Hallam</h1>",
               "Ferry burns near Port Hallam"},
        Titled{"no_outlet_at_the_end_of_the_title",
               "<title>Nine people hurt in a fire on the ferry | A courier for the harbour</title>",
               "<h1>A courier for the harbour</h1>", "Nine people hurt in a fire on the ferry"},
        Titled{"no_outlet_that_open_graph_leaves_out",
               R"(<title>Harbour Data Blog: Fire at sea</title>)"
               R"(<meta property="og:title" content="Fire at sea">)",
               "<h1>Harbour Data Blog</h1>", "Fire at sea"},
        Titled{"a_lesser_heading_where_the_first_is_the_outlet",
               "<title>Harbour Courier \u00BB Archive \u00BB Ferry burns off Port Hallam</title>",
               "<h1>Harbour Courier</h1><h2>Ferry burns off Port Hallam</h2>",
               "Ferry burns off Port Hallam"},
        Titled{"across_a_joint", "<title>Ferry fire - nine hurt | Harbour Courier</title>",
               "<h1>Harbour Courier</h1><h2>Ferry fire \u2013 nine hurt</h2>",
               "Ferry fire \u2013 nine hurt"},
        Titled{"no_label_where_the_page_says_more_in_one_voice",
               R"(<title>What divers found below the ferry quay</title>)"
               R"(<meta property="og:title" content="What divers found below the ferry quay">)",
               "<h1>Harbour Updates</h1>", "What divers found below the ferry quay"},
        Titled{"no_label_of_many_words",
               R"(<title>What divers found below the ferry quay of Port Hallam in March</title>)"
               R"(<meta property="og:title" content="What divers found below the ferry quay )"
               R"(of Port Hallam in March">)",
               "<h1>Nine weeks with those who go under water</h1>",
               "Nine weeks with those who go under water"},
        Titled{"a_short_one_that_its_class_calls_so",
               R"(<title>What divers found below the ferry quay</title>)"
               R"(<meta property="og:title" content="What divers found below the ferry quay">)",
               R"(<h1 class="headline">Under Water</h1>)", "Under Water"},
        Titled{"a_short_one_that_its_property_calls_so",
               R"(<title>What divers found below the ferry quay</title>)"
               R"(<meta property="og:title" content="What divers found below the ferry quay">)",
               R"(<h1 itemprop="headline">Under Water</h1>)", "Under Water"},
        Titled{"a_short_one_where_the_page_says_two_things",
               R"(<title>What divers found below the ferry quay</title>)"
               R"(<meta property="og:title" content="Nine things below the quay">)",
               "<h1>Under Water</h1>", "Under Water"},
        Titled{"a_short_one_where_what_the_page_says_is_cut_off",
               R"(<title>What divers found below the ferry &hellip;</title>)"
               R"(<meta property="og:title" content="What divers found below the ferry &hellip;">)",
               "<h1>Under Water</h1>", "Under Water"},
        Titled{"no_paragraph", "<title>What divers found</title>",
               "<h1>Divers of the coast guard have looked at what lies on the ground below the old "
               "ferry quay, and here you can read all that they have found there in nine weeks, "
               "from anchors to shoes</h1>",
               "What divers found"},
        Titled{"no_address_of_the_outlet", "<title>courier.example Ferry burns</title>",
               "<h1>courier.example</h1>", "courier.example Ferry burns"},
        Titled{"not_every_dot_makes_an_address", "<title>Harbour Courier</title>",
               "<h1>Quay 2.0</h1>", "Quay 2.0"},
        Titled{"a_title_before_the_empty_place_of_an_outlet",
               "<title>Ferry burns off Port Hallam |</title>", "<h2>The weather</h2>",
               "Ferry burns off Port Hallam"},
        Titled{"no_outlet_before_an_empty_place", "<title>Harbour Courier -</title>",
               "<h1>Harbour Courier</h1><h2>Ferry burns off Port Hallam</h2>",
               "Ferry burns off Port Hallam"},
        Titled{"of_several_the_only_one_before_the_article_that_is_called_so",
               "<title>Nine things to know</title>",
               R"(<nav><h1>Open the menu</h1></nav><h1 class="headline">Ferry burns</h1>)",
               "Ferry burns"},
        Titled{"of_several_none_that_nothing_calls_so", "<title>Nine things to know</title>",
               "<nav><h1>Open the menu</h1></nav><h1>Ferry burns</h1>", "Nine things to know"},
        Titled{"hidden_where_the_article_is_too", "<title>Nine things to know</title>",
               R"(<div style="display:none"><h1>Ferry burns</h1>)", "Ferry burns"},
        Titled{"none_hidden_where_the_article_is_not", "<title>Nine things to know</title>",
               R"(<div style="display:none"><h1>Ferry burns</h1></div>)", "Nine things to know"},
        Titled{"none_of_the_navigation", "<title>Fire at sea</title>",
               "<nav><h1>Open the menu</h1></nav>", "Fire at sea"},
        Titled{"without_all_that_the_outlet_adds",
               "<title>Ferry burns off Port Hallam | Region | Harbour Courier | Since 1902</title>",
               "", "Ferry burns off Port Hallam"},
        Titled{"decoded_as_often_as_it_was_encoded",
               R"(<meta property="og:title" content="Fish &amp;amp; ships">)", "", "Fish & ships"}),
    [](const auto& it) { return it.param.name; });

TEST(PageMetadata, ADateAfterTheFilesOwnIsRefused) {
  constexpr std::string_view head = R"(<meta name="date" content="2031-01-01">)";
  EXPECT_EQ(metadata(head, "", day_of(2026, 3, 20)).published, "");
  EXPECT_EQ(metadata(head, "", std::nullopt).published, "2031-01-01");
}

TEST(PageMetadata, NamesTheOutletTheAddressAndTheRest) {
  const Metadata found = metadata(
      R"(<link rel="canonical" href="https://courier.example/ferry"><meta property="og:site_name" content="Harbour Courier">)"
      R"(<meta property="article:section" content="Region"><meta name="news_keywords" content="ferry, fire"><meta property="article:modified_time" content="2026-03-15">)",
      "", std::nullopt);
  EXPECT_EQ(found.source, "Harbour Courier");
  EXPECT_EQ(found.url, "https://courier.example/ferry");
  EXPECT_EQ(found.section, "Region");
  EXPECT_EQ(found.tags, (std::vector<std::string>{"ferry", "fire"}));
  EXPECT_EQ(found.modified, "2026-03-15");
  EXPECT_EQ(found.language, "en");
}

// Elements that all may hold a date or an author, and never do, and scripts without an end.
TEST(PageMetadata, OfHostilePagesTakesItsTime) {
  for (const std::string_view what :
       {"<b class='date byline'>x", "<p class='date byline'>1.1.x by y</p>",
        "<i itemprop=author>5</i><i itemprop=name>6</i>", "<a rel=author href=/author/>by</a>",
        "<meta name=author content='5'><meta name=date content='x'>", "<time>x</time><h1></h1>",
        "<script type='application/ld+json'>{\"@graph\":[", "<h1>1</h1><h2>2</h2>"}) {
    std::string page = "<body><h1>Title of it</h1>";
    for (int i = 0; i < 100'000; ++i) page += what;
    const auto begin = std::chrono::steady_clock::now();
    document_of_page(page, {.name = "a.html"}, {});
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(seconds.count(), 20) << what;
  }
}

TEST(PageMetadata, NamesTheAgency) {
  EXPECT_EQ(agency_of("PORT HALLAM, March 14 (Reuters) - A fire broke out.", {}), "Reuters");
  EXPECT_EQ(agency_of("A fire broke out. (AFP)", {}), "Agence France-Presse");
  EXPECT_EQ(agency_of("Reuters, the agency, is in London.", {}), "");
  EXPECT_EQ(agency_of("A fire broke out.", {"Associated Press"}), "Associated Press");
}

}  // namespace
}  // namespace newsfacts::html
