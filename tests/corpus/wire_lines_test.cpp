// Lines that we did not write: articles from outside, and what is broken.

#include <gtest/gtest.h>

#include <array>
#include <ostream>

#include "tests/corpus/wire_line.h"

namespace newsfacts {
namespace {

using namespace std::string_view_literals;

struct Outside {
  const char* name;
  std::string_view line;
  std::array<std::string_view, 7> metadata;  // id, source, url, title, author, published, language
  std::string_view raw;
};
void PrintTo(const Outside& c, std::ostream* out) {
  *out << c.name;
}

class FromOutside : public testing::TestWithParam<Outside> {};

TEST_P(FromOutside, ALineIsAnArticle) {
  const Document document = read(GetParam().line);
  EXPECT_FALSE(document.rejected) << document.rejected->reason;
  const auto& [id, source, url, title, author, published, published_from, language, modified,
               section, agency, tags] = document.metadata;
  EXPECT_EQ(modified + section + agency, "");
  EXPECT_TRUE(tags.empty());
  EXPECT_EQ(published_from, PublishedFrom::kGiven);
  EXPECT_EQ((std::array<std::string_view, 7>{id, source, url, title, author, published, language}),
            GetParam().metadata);
  EXPECT_EQ(document.raw(), GetParam().raw);
  EXPECT_EQ(document.text(), "");
}

INSTANTIATE_TEST_SUITE_P(
    Lines, FromOutside,
    testing::Values(
        Outside{"all_fields",
                R"({"id":"a","text":"Words.","source":"The Courier","url":"https://x.example/",)"
                R"("title":"T","author":"Jane Roe","published":"2026-03-14","language":"en"})",
                {"a", "The Courier", "https://x.example/", "T", "Jane Roe", "2026-03-14", "en"},
                "Words."},
        Outside{"text_alone", R"({"text":"Words."})", {"in.jsonl:1"}, "Words."},
        Outside{
            "nulls", R"({"id":null,"text":"W","source":null,"title":null})", {"in.jsonl:1"}, "W"},
        Outside{"number_as_id", R"({"id":17,"text":"W"})", {"17"}, "W"},
        Outside{"large_number_as_id",
                R"({"id":18446744073709551615,"text":"W"})",
                {"18446744073709551615"},
                "W"},
        Outside{"publisher", R"({"id":"a","text":"W","publisher":"P"})", {"a", "P"}, "W"},
        Outside{"outlet", R"({"id":"a","text":"W","source":"","outlet":"O"})", {"a", "O"}, "W"},
        Outside{"source_with_a_name",
                R"({"id":"a","text":"W","source":{"id":null,"name":"N"}})",
                {"a", "N"},
                "W"},
        Outside{"several_authors",
                R"({"id":"a","text":"W","author":["J. Roe",{"name":"K. Poe"}]})",
                {"a", "", "", "", "J. Roe, K. Poe"},
                "W"},
        Outside{"day_without_dashes",
                R"({"id":"a","text":"W","date":"20260314"})",
                {"a", "", "", "", "", "2026-03-14"},
                "W"},
        Outside{"day_as_a_number",
                R"({"id":"a","text":"W","date":20260314})",
                {"a", "", "", "", "", "2026-03-14"},
                "W"},
        Outside{"day_with_a_time",
                R"({"id":"a","text":"W","published":"2026-03-14T08:30:00Z"})",
                {"a", "", "", "", "", "2026-03-14T08:30:00Z"},
                "W"},
        Outside{"no_day_at_all", R"({"id":"a","text":"W","published":"last Friday"})", {"a"}, "W"},
        Outside{"title_on_two_lines",
                R"({"id":"a","text":"W","title":" One\n two\u00a0"})",
                {"a", "", "", "One two"},
                "W"},
        Outside{"fields_of_another_type",
                R"({"id":"a","text":"W","title":true,"author":[[]]})",
                {"a"},
                "W"},
        Outside{"unknown_fields",
                R"({"x":[{"y":[1,2.5,true]}],"id":"a","text":"W","z":{}})",
                {"a"},
                "W"},
        Outside{"escapes",
                R"({"id":"a","text":"\u201cA\u201d \ud83d\ude00 \"b\"\\\/\n"})",
                {"a"},
                "\u201CA\u201D \U0001F600 \"b\"\\/\n"},
        Outside{"nul", R"({"id":"a","text":"x\u0000y"})", {"a"}, "x\0y"sv},
        Outside{"half_a_pair_at_the_end", R"({"id":"a","text":"cut \ud83d"})", {"a"}, "cut \uFFFD"},
        Outside{"half_a_pair_within",
                R"({"id":"a","text":"\\ud83d \ud83dx\ude00\ud83d\ude00"})",
                {"a"},
                "\\ud83d \uFFFDx\uFFFD\U0001F600"}),
    [](const auto& test) { return test.param.name; });

struct Broken {
  const char* name;
  std::string line;
  std::string_view reason;
};
void PrintTo(const Broken& c, std::ostream* out) {
  *out << c.name;
}

class BrokenLine : public testing::TestWithParam<Broken> {};

TEST_P(BrokenLine, IsRejectedWithItsReasonAndPlace) {
  const Document document = read(GetParam().line, "a.jsonl:3");
  ASSERT_TRUE(document.rejected);
  EXPECT_EQ(document.rejected->stage, "read");
  EXPECT_EQ(document.rejected->reason, GetParam().reason);
  EXPECT_EQ(document.rejected->place, "a.jsonl:3");
  EXPECT_FALSE(document.id().empty());
  EXPECT_EQ(read(written(document)).rejected, document.rejected);
}

std::string repeated(std::string_view part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

// A line of our own for "One two" with one more field.
std::string own(std::string_view field) {
  return R"({"id":"a","raw":"One  two","text":"One two","alignment":[[3,5,3,4]],)" +
         std::string(field) + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BrokenLine,
    testing::Values(
        Broken{"empty", "", "broken JSON: the line is empty"},
        Broken{"cut_off", R"({"id":"a","text":"Wor)", "broken JSON: a string is not closed"},
        Broken{"no_brace", R"({"id":"a","text":"W")", "broken JSON"},
        Broken{"comma_too_many", R"({"id":"a",,"text":"W"})", "broken JSON"},
        Broken{"two_objects", R"({"text":"a"} {"text":"b"})", "broken JSON"},
        Broken{"a_list", R"(["text"])", "the line is not a JSON object"},
        Broken{"a_word", "text", "broken JSON"},
        Broken{"depth_bomb", repeated("[", 100000), "broken JSON"},
        Broken{"closed_depth_bomb",
               R"({"text":"W","x":)" + repeated("[", 100000) + repeated("]", 100000) + "}",
               "broken JSON: nested too deeply"},
        Broken{"no_utf8", "{\"text\":\"caf\xE9\"}", "invalid UTF-8 at byte 12"},
        Broken{"raw_control_character", "{\"text\":\"a\tb\"}",
               "broken JSON: a string holds a control character"},
        Broken{"unknown_escape", R"({"text":"\q"})",
               "broken JSON: a string holds an unknown escape"},
        Broken{"no_text", R"({"id":"a","about":"W"})", "there is no \"text\""},
        Broken{"text_is_null", R"({"id":"a","text":null})", "there is no \"text\""},
        Broken{"text_is_a_number", R"({"id":"a","text":1})", "\"text\" is not a string"},
        Broken{"id_is_a_list", R"({"id":[],"text":"W"})",
               "\"id\" is neither a string nor a number"},
        Broken{"text_without_alignment", R"({"id":"a","raw":"a  b","text":"a b"})",
               "\"text\" is not \"raw\", and there is no \"alignment\""},
        Broken{"alignment_of_another",
               R"({"id":"a","raw":"a  b","text":"a b","alignment":[[0,1,0,0]]})",
               "\"alignment\" does not fit the text"},
        Broken{"alignment_out_of_bounds",
               R"({"id":"a","raw":"a","text":"a","alignment":[[0,9,0,9]]})",
               "\"alignment\"[0] does not fit the text"},
        Broken{"sentence_out_of_bounds", own(R"("sentences":[[0,3,"body",0],[4,8,"body",0]])"),
               "\"sentences\"[1] does not fit the text"},
        Broken{"sentence_backwards", own(R"("sentences":[[3,0,"body",0]])"),
               "\"sentences\"[0] does not fit the text"},
        Broken{"sentences_overlap", own(R"("sentences":[[0,4,"body",0],[3,7,"body",0]])"),
               "\"sentences\"[1] begins before the one before it ends"},
        Broken{"unknown_role", own(R"("sentences":[[0,3,"poem",0]])"),
               "\"sentences\"[0] holds an unknown word"},
        Broken{"mention_without_start", own(R"("mentions":[{"kind":"url"}])"),
               "\"mentions\"[0] has no \"start\" and \"end\""},
        Broken{"mention_of_fractions", own(R"("mentions":[{"start":0.5,"end":2,"kind":"url"}])"),
               "\"mentions\"[0] holds no whole number"},
        Broken{
            "no_number",
            own(R"("mentions":[{"start":0,"end":3,"kind":"number","low":"one","relation":"="}])"),
            "\"mentions\"[0].low is no decimal number"},
        Broken{
            "no_day",
            own(R"("mentions":[{"start":0,"end":3,"kind":"date","value":"X","first":"2026-02-31"}])"),
            "\"mentions\"[0].first is no day"},
        Broken{"date_without_value", own(R"("mentions":[{"start":0,"end":3,"kind":"date"}])"),
               "\"mentions\"[0] has not the value of its kind"},
        Broken{
            "range_of_one_end",
            own(R"("mentions":[{"start":0,"end":3,"kind":"number","low":"1","relation":"range"}])"),
            "\"mentions\"[0] has not the value of its kind"},
        Broken{"rejected_for_nothing", own(R"("rejected":{"stage":"normalize"})"),
               "\"rejected\" has no \"stage\" or no \"reason\""},
        Broken{
            "converts_nothing",
            own(R"("mentions":[{"start":0,"end":3,"kind":"money","low":"1","relation":"=","converts":1}])"),
            "\"mentions\"[0] points at what is not there"},
        Broken{"claim_of_no_value", own(R"("claims":[{"start":0,"end":3,"value":0}])"),
               "\"claims\"[0] points at what is not there"},
        Broken{"bytes_that_do_not_fit", R"({"id":"a","raw":"ab","raw_bytes":[[0,233]]})",
               "\"raw_bytes\"[0] does not fit \"raw\""},
        Broken{"negative_byte_place", R"({"id":"a","raw":"\ufffd","raw_bytes":[[-1,233]]})",
               "\"raw_bytes\"[0] does not fit \"raw\""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace newsfacts
