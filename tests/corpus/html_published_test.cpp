// When a page was published: a row for each rank of the evidence, and for each exception.

#include <gtest/gtest.h>

#include <string>

#include "corpus/readers/html.h"

namespace newsfacts::html {
namespace {

constexpr std::string_view kText =
    "<p>A fire broke out on the car deck of the ferry Marsh Queen on Saturday evening, and nine "
    "people were taken to "
    "hospital, the coast guard said. The ship was ten miles off Port Hallam when smoke was "
    "seen.</p>";

// The head, what stands before and behind the text, and the day told with its evidence.
struct Dated {
  const char* name;
  std::string_view head, before, behind;
  std::string_view published, from;
};
void PrintTo(const Dated& c, std::ostream* out) {
  *out << c.name;
}
class PagePublished : public testing::TestWithParam<Dated> {};

// The text is long, so that its end is far from its beginning; no line of it is another's copy.
Metadata dated(std::string_view head, std::string_view before, std::string_view behind,
               std::string url = {}) {
  std::string page = "<html><head><title>Ferry burns off Port Hallam</title>";
  page.append(head).append("</head><body><h1>Ferry burns off Port Hallam</h1>").append(before);
  for (std::size_t i = 0; i < 15; ++i) page.append(kText.substr(0, kText.size() - 5 * i));
  page.append(behind).append("</body></html>");
  return document_of_page(page, {.name = "a.html", .url = std::move(url)}, {}).metadata;
}

TEST_P(PagePublished, IsByTheBestEvidence) {
  const Metadata found = dated(GetParam().head, GetParam().before, GetParam().behind);
  EXPECT_EQ(found.published, GetParam().published);
  EXPECT_EQ(word_in(kPublishedFromWords, found.published_from), GetParam().from);
}

INSTANTIATE_TEST_SUITE_P(
    ForMachines, PagePublished,
    testing::Values(
        Dated{"json_ld_before_meta",
              R"(<meta name="pubdate" content="2026-03-16"><script type="application/ld+json">)"
              R"({"@type":"NewsArticle","datePublished":"2026-03-14"}</script>)",
              "", "", "2026-03-14", "json_ld"},
        Dated{"not_that_of_its_video",
              R"(<meta name="pubdate" content="2026-03-14"><script type="application/ld+json">)"
              R"({"@type":"VideoObject","uploadDate":"2019-05-02"}</script>)",
              "", "", "2026-03-14", "meta"},
        Dated{"that_of_its_video_where_nothing_else_says",
              R"(<script type="application/ld+json">)"
              R"({"@type":"VideoObject","dateCreated":"2026-03-14"}</script>)",
              "", "", "2026-03-14", "json_ld"},
        Dated{"pubdate", "", R"(<time pubdate datetime="2026-03-14">Saturday</time>)", "",
              "2026-03-14", "microdata"},
        Dated{"not_the_microdata_of_others", "", "<div>14 March 2026</div>",
              R"(<div class="related"><h3>Fog</h3><time itemprop="datePublished">2 May 2019</time>)"
              R"(</div>)",
              "2026-03-14", "text"},
        Dated{"address_before_what_is_shown",
              R"(<link rel="canonical" href="https://courier.example/2026/mar/14/ferry">)",
              "<div>16 March 2026</div>", "", "2026-03-14", "url"},
        Dated{"address_before_a_later_system",
              R"(<link rel="canonical" href="https://courier.example/2026/03/14/ferry">)"
              R"(<meta name="pubdate" content="2029-06-17">)",
              "", "", "2026-03-14", "url"},
        Dated{"a_time_that_is_left_before_a_date_alone", "", "",
              "<p>Fog.</p><p>Rain.</p><p>Sun.</p><p>Wind.</p><p>Hail.</p><p>Snow.</p><p>Ice.</p>"
              "<p>Mist.</p><p>Dew.</p><p>Frost.</p><p>Sleet.</p><p>Haze.</p><div>2 May 2019</div>"
              R"(<p>Watch was kept <time datetime="2026-03-14">all night</time> by the wall.</p>)",
              "2026-03-14", "time"},
        Dated{"meta_that_say_no_more_than_date", R"(<meta name="date" content="2026-03-14">)", "",
              "", "2026-03-14", "meta"}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    MachinesGiveWay, PagePublished,
    testing::Values(
        Dated{"to_the_day_of_its_own_place",
              R"(<meta name="pubdate" content="2026-03-15T02:30:00Z">)", "<div>14 March 2026</div>",
              "", "2026-03-14", "text"},
        Dated{"to_an_earlier_day_called_publication",
              R"(<meta name="pubdate" content="2026-05-20">)",
              "<p>Updated 20 May 2026</p><p>Published 14 March 2026</p>", "", "2026-03-14", "text"},
        Dated{"to_an_earlier_day_by_the_title_where_they_tell_the_change",
              R"(<meta name="pubdate" content="2026-05-20"><meta name="lastmod" )"
              R"(content="2026-05-20">)",
              "<div>14 March 2026</div>", "", "2026-03-14", "text"},
        Dated{"not_where_they_tell_both",
              R"(<meta name="pubdate" content="2026-05-20"><meta name="lastmod" )"
              R"(content="2026-05-29">)",
              "<div>14 March 2026</div>", "", "2026-05-20", "meta"},
        Dated{"not_where_their_day_is_shown",
              R"(<meta name="pubdate" content="2026-05-20"><meta name="lastmod" )"
              R"(content="2026-05-20">)",
              "<div>14 March 2026</div><div>20 May 2026</div>", "", "2026-05-20", "meta"},
        Dated{"to_meta_that_are_shown",
              R"(<meta name="pubdate" content="2026-03-16"><script type="application/)"
              R"(ld+json">{"@type":"NewsArticle","datePublished":"2026-03-14"})"
              "</script>",
              "<div>16 March 2026</div>", "", "2026-03-16", "meta"},
        Dated{"not_of_two_meta_to_the_lesser",
              R"(<meta name="article:published_time" content="2026-03-14"><meta )"
              R"(name="pubdate" content="2026-03-16">)",
              "<div>16 March 2026</div>", "", "2026-03-14", "meta"},
        Dated{"to_what_is_marked_next_to_the_title",
              R"(<meta name="pubdate" content="2026-03-14"><meta name="lastmod" )"
              R"(content="2026-05-29">)",
              R"(<div class="dateline">20 May 2026</div>)", "", "2026-05-20", "text"},
        Dated{"not_where_that_is_the_change",
              R"(<meta name="pubdate" content="2026-03-14"><meta name="lastmod" )"
              R"(content="2026-05-20">)",
              R"(<div class="dateline">20 May 2026</div>)", "", "2026-03-14", "meta"},
        Dated{"not_to_a_later_day_that_may_be_announced",
              R"(<meta name="pubdate" content="2026-03-14"><meta name="lastmod" )"
              R"(content="2026-03-16">)",
              R"(<div class="date">20 May 2026</div>)", "", "2026-03-14", "meta"},
        Dated{"nor_where_no_change_is_told", R"(<meta name="pubdate" content="2026-03-14">)",
              R"(<div class="date">20 May 2026</div>)", "", "2026-03-14", "meta"},
        Dated{"but_to_that_of_a_time_element", R"(<meta name="pubdate" content="2026-03-14">)",
              "<time>20 May 2026</time>", "", "2026-05-20", "time"},
        Dated{"not_where_that_is_of_an_event", R"(<meta name="pubdate" content="2026-03-14">)",
              R"(<time itemprop="startDate" datetime="2026-05-20">20 May 2026</time>)", "",
              "2026-03-14", "meta"},
        Dated{"to_an_earlier_day_that_is_marked_next_to_the_title",
              R"(<meta name="pubdate" content="2026-05-20">)",
              R"(<div class="date">14 March 2026</div>)", "", "2026-03-14", "text"},
        Dated{"not_where_nothing_marks_it", R"(<meta name="pubdate" content="2026-05-20">)",
              "<div>14 March 2026</div>", "", "2026-05-20", "meta"},
        Dated{"not_where_it_is_called_so", R"(<meta name="pubdate" content="2026-03-14">)",
              R"(<div class="dateline"><time>Updated 20 May 2026</time></div>)", "", "2026-03-14",
              "meta"},
        Dated{"not_to_a_day_that_may_be_another",
              R"(<meta name="pubdate" content="2026-05-20"><meta name="lastmod" )"
              R"(content="2026-05-20">)",
              "<div>02/03/2026</div>", "", "2026-05-20", "meta"}),
    [](const auto& it) { return it.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Shown, PagePublished,
    testing::Values(
        Dated{"called_so_before_the_nearest", "",
              "<div>16 March 2026</div><div>Published on</div><div>14 March 2026</div>", "",
              "2026-03-14", "text"},
        Dated{"called_so_at_the_end", "", "<div>20 May 2026</div>",
              "<p>This article was first published on 14 March 2026.</p>", "2026-03-14", "text"},
        Dated{
            "called_so_behind_it", "", "<div>20 May 2026</div>",
            "<p>Dieser Beitrag wurde am Samstag, 14. M\u00E4rz 2026 ver\u00F6ffentlicht und liegt "
            "unter Hafen.</p>",
            "2026-03-14", "text"},
        Dated{"the_nearest", "", "<div>14 March 2026</div><div>By Jane Roe</div>10 March 2026", "",
              "2026-03-14", "text"},
        Dated{"marked_before_nearer", "",
              R"(<div>10 March 2026</div><div class="dateline">14 March 2026</div>)", "",
              "2026-03-14", "text"},
        Dated{"before_meta_that_say_no_more_than_date",
              R"(<meta name="date" content="2026-05-20">)", "<div>14 March 2026</div>", "",
              "2026-03-14", "text"},
        Dated{"in_a_container_with_the_text_whatever_its_class", "",
              R"(<div class="related"><p>Region</p><p>Harbour</p><p>Listen</p><p>Print</p>)"
              "<p>14 March 2026</p><p>Sound</p><p>Ships</p><p>Fire</p><p>Weather</p>",
              "", "2026-03-14", "text"},
        Dated{"stuck_to_its_neighbours", "",
              R"(<div>Harbour<span class="date">March 14, 2026</span>By Jane Roe</div>)", "",
              "2026-03-14", "text"},
        Dated{"next_to_the_title_before_marked_and_further_away", "",
              "<div>14 March 2026</div><p>Harbour</p><p>Region</p><p>Listen</p><p>Print</p><p>Ships"
              R"(</p><div class="date">On show until 2 May 2026</div><p>Sound</p><p>Weather</p>)"
              "<p>Tides</p><p>Fog</p><p>Quays</p>",
              "", "2026-03-14", "text"},
        Dated{"behind_the_title_before_in_front_of_it", "",
              "<p>10 March 2026</p><h2>Ferry burns off Port Hallam</h2><p>14 March 2026</p>", "",
              "2026-03-14", "text"},
        Dated{"at_the_head_of_its_line", R"(<meta name="date" content="2026-05-20">)",
              "<p>14 March 2026 - Jane Roe (for the harbour office and the coast guard)</p>", "",
              "2026-03-14", "text"},
        Dated{"not_at_the_head_of_a_sentence", R"(<meta name="date" content="2026-05-20">)",
              "<p>14 March 2026 was the day when the Marsh Queen went to sea again</p>", "",
              "2026-05-20", "meta"},
        Dated{"called_so_within_it", "",
              R"(<time datetime="2026-05-20">Published 14 March 2026</time>)", "", "2026-03-14",
              "time"},
        Dated{"for_machines_where_it_is_not_called_so", "",
              R"(<time datetime="2026-05-20">14 March 2026</time>)", "", "2026-05-20", "time"},
        Dated{"not_where_it_was_last_published", "", "<div>14 March 2026</div>",
              "<p>Last published 20 May 2026</p>", "2026-03-14", "text"},
        Dated{"said_by_its_class", "",
              R"(<time class="updated">16 March 2026</time><time class="entry-date published">)"
              R"(14 March 2026</time>)",
              "", "2026-03-14", "time"},
        Dated{"dateline", "",
              "<p>PORT HALLAM, 14 March 2026 \u2013 A fire broke out on the car "
              "deck of the ferry Marsh Queen in the evening, and nine people were taken to "
              "hospital. The ship was ten miles off Port Hallam when smoke was seen, and her "
              "owner says that the pumps of the car deck had been looked over in January.</p>",
              "<p>This page was last changed on 20 May 2026.</p>", "2026-03-14", "text"},
        Dated{"a_change_before_other_days", "",
              "<p>The ferry sails again on 2 May 2026, and until then the Marsh King will stand in "
              "for her on weekdays, as her owner has said.</p>",
              "<p>This page was last changed on 14 March 2026.</p>", "2026-03-14", "text"},
        Dated{"a_change_told_behind_it", "",
              "<p>The ferry sails again on 2 May 2026, and until then the Marsh King will stand in "
              "for her on weekdays, as her owner has said.</p>",
              "<p>Diese Seite wurde am 14. M\u00E4rz 2026 ge\u00E4ndert.</p>", "2026-03-14",
              "text"}),
    [](const auto& it) { return it.param.name; });

// A day of nothing, a change, and then the publication, each called so.
struct Labelled {
  const char* language;
  std::string_view updated, published;
};
void PrintTo(const Labelled& c, std::ostream* out) {
  *out << c.language;
}
class PageLabels : public testing::TestWithParam<Labelled> {};

TEST_P(PageLabels, TellThePublicationFromTheChange) {
  const auto line = [](std::string_view label, std::string_view day) {
    return "<p>" + std::string(label) + " " + std::string(day) + "</p>";
  };
  const std::string lines = line("", "2026-04-10") + line(GetParam().updated, "2026-05-20") +
                            "<p>Port Hallam</p>" + line(GetParam().published, "2026-03-14");
  EXPECT_EQ(dated("", lines, "").published, "2026-03-14");
  EXPECT_EQ(
      dated("", line(GetParam().updated, "2026-05-20") + line("", "2026-03-14"), "").published,
      "2026-03-14");
}

INSTANTIATE_TEST_SUITE_P(
    Of, PageLabels,
    testing::Values(
        Labelled{"en", "Updated", "Published"},
        Labelled{"de", "Ge\u00E4ndert am", "Ver\u00F6ffentlicht am"},
        Labelled{"fr", "Mis \u00E0 jour le", "Publi\u00E9 le"},
        Labelled{"hu", "Friss\u00EDtve:", "K\u00F6zz\u00E9t\u00E9ve:"},
        Labelled{"pl", "Zaktualizowano", "Dodano"},
        Labelled{"cs", "Aktualizov\u00E1no", "Vyd\u00E1no"},
        Labelled{"hr", "A\u017Eurirano", "Objavljeno"}, Labelled{"et", "Uuendatud", "Avaldatud"},
        Labelled{"lt", "Atnaujinta", "Paskelbta"}, Labelled{"id", "Diperbarui", "Diterbitkan"},
        Labelled{"uk", "\u041E\u043D\u043E\u0432\u043B\u0435\u043D\u043E",
                 "\u041E\u043F\u0443\u0431\u043B\u0456\u043A\u043E\u0432\u0430\u043D\u043E"},
        Labelled{"bg", "\u041E\u0431\u043D\u043E\u0432\u0435\u043D\u0430",
                 "\u041F\u0443\u0431\u043B\u0438\u043A\u0443\u0432\u0430\u043D\u0430"},
        Labelled{"ja", "\u66F4\u65B0\u65E5", "\u6295\u7A3F\u65E5"},
        Labelled{"zh", "\u4FEE\u6539", "\u53D1\u8868"},
        Labelled{"ko", "\uC218\uC815", "\uC785\uB825"},
        Labelled{"ar", "\u062A\u062D\u062F\u064A\u062B",
                 "\u062A\u0627\u0631\u064A\u062E \u0627\u0644\u0646\u0634\u0631"},
        Labelled{"he", "\u05E2\u05D5\u05D3\u05DB\u05DF", "\u05E4\u05D5\u05E8\u05E1\u05DD"}),
    [](const auto& it) { return it.param.language; });

INSTANTIATE_TEST_SUITE_P(
    Never, PagePublished,
    testing::Values(
        Dated{"that_of_an_event", "", R"(<p>From <time class="dtstart">14 March 2026</time></p>)",
              "", "", "given"},
        Dated{"that_of_a_comment", "", "",
              R"(<div class="comments"><p>Ann Lee</p><p>14 March 2026</p><p>So sad.</p></div>)", "",
              "given"},
        Dated{"that_of_another_article", "", "",
              R"(<p>More</p><div class="related"><p>Fog</p><p>14 March 2026</p></div>)", "",
              "given"},
        Dated{"that_of_what_is_quoted", "", "",
              R"(<p>x</p><p>y</p><blockquote>Smoke!<br>14 March 2026</blockquote>)", "", "given"},
        Dated{"the_year_of_a_copyright", "", "", "<p>Copyright 2026 Harbour Courier</p>", "",
              "given"}),
    [](const auto& it) { return it.param.name; });

TEST(PagePublished, MayBeInTheAddressItWasFetchedFrom) {
  const Metadata found = dated("", "", "", "https://courier.example/20260314/ferry");
  EXPECT_EQ(found.published, "2026-03-14");
  EXPECT_EQ(found.url, "https://courier.example/20260314/ferry");
}

}  // namespace
}  // namespace newsfacts::html
