#include "corpus/readers/json.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

struct File {
  const char* name;
  std::string json, told;
};
void PrintTo(const File& file, std::ostream* out) {
  *out << file.name;
}

class Json : public testing::TestWithParam<File> {};

TEST_P(Json, IsReadArticleByArticle) {
  EXPECT_EQ(told(read_bytes("a.json", GetParam().json)), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, Json,
    testing::Values(
        File{"array", R"([{"text":"One."}, {"id":"b","text":"Two."}])", "a.json:1: One. | b: Two."},
        File{"array_over_lines", "\uFEFF[\n  {\"text\":\n \"One ]}.\"},\n {\"text\":\"\\\"\"}\n]\n",
             "a.json:1: One ]}. | a.json:2: \""},
        File{"one_object_over_lines", "{\n  \"title\": \"T\",\n  \"text\": \"One.\"\n}\n",
             "a.json:1: One."},
        File{"objects_over_lines", "{\n\"text\": \"One.\"\n}\n{\n\"text\": \"Two.\"\n}\n",
             "a.json:1: One. | a.json:2: Two."},
        File{
            "a_list_in_an_object",
            "{\n\"status\": \"ok\", \"articles\": [{\"content\":\"One.\"},{\"content\":\"Two.\"}]}",
            "a.json:1.1: One. | a.json:1.2: Two."},
        File{"json_feed",
             "{\n\"version\": \"https://jsonfeed.org/version/1\",\n\"title\": \"The Courier\",\n"
             "\"items\": [{\"id\":\"x\",\"content_html\":\"<p>A &amp; b</p><p>c</p>\"}]}",
             "x: A & b\n\nc"},
        File{"lines", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n",
             "a.json:1: One. | a.json:2: Two."},
        File{"a_broken_one", R"([{"text":"One."}, {"text":}, {"text":"Three."}])",
             "a.json:1: One. | a.json:2! broken JSON | a.json:3: Three."},
        File{"what_is_no_object", R"([{"text":"One."}, 7, "x", null])",
             "a.json:1: One. | a.json:2! the line is not a JSON object | "
             "a.json:3! the line is not a JSON object | a.json:4! the line is not a JSON object"},
        File{"cut_off", R"([{"text":"One."}, {"text":"Tw)",
             "a.json:1: One. | a.json! cut off: its JSON does not end"},
        File{"cut_off_between", R"([{"text":"One."},)",
             "a.json:1: One. | a.json! cut off: its JSON does not end"},
        File{"empty_array", "[]", "a.json! no document in it"}),
    [](const auto& test) { return test.param.name; });

TEST(Json, GoesOnBehindAValueThatIsTooLong) {
  ReadOptions options;
  options.limits.document_bytes = 1000;
  EXPECT_EQ(told(read_bytes(
                "a.json", "[{\"text\":\"" + std::string(200'000, 'x') + "\"},{\"text\":\"Two.\"}]",
                options)),
            "a.json:1! value of 200011 bytes exceeds the limit of 1000 bytes "
            "(--max-document-bytes) | a.json:2: Two.");
}

TEST(Json, OfAnyDepthIsRejected) {
  const auto documents = read_bytes("a.json", "[{\"text\":" + std::string(1'000'000, '['));
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_TRUE(documents[0].rejected);
}

// --- names of fields -------------------------------------------------------------------------

struct Names {
  const char* name;
  std::string fields, json;
  std::array<std::string, 6> said;  // text, title, url, source, author, published
};
void PrintTo(const Names& names, std::ostream* out) {
  *out << names.name;
}

class FieldNamesOf : public testing::TestWithParam<Names> {};

TEST_P(FieldNamesOf, ManyMakersAreKnown) {
  ReadOptions options;
  options.fields = FieldNames::parse(GetParam().fields);
  const auto documents = read_bytes("a.jsonl", GetParam().json, options);
  ASSERT_EQ(documents.size(), 1u);
  const Metadata& m = documents[0].metadata;
  EXPECT_EQ((std::array<std::string, 6>{documents[0].raw(), m.title, m.url, m.source, m.author,
                                        m.published}),
            GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Records, FieldNamesOf,
    testing::Values(
        Names{
            "crawler",
            "",
            R"({"authors":["J. Roe","K. Poe"],"date_publish":"2026-03-14 08:30:00","language":"en",)"
            R"("maintext":"One.","description":"Short.","source_domain":"a.example","title":"T",)"
            R"("url":"https://a.example/1"})",
            {"One.", "T", "https://a.example/1", "a.example", "J. Roe, K. Poe",
             "2026-03-14T08:30:00"}},
        Names{"interface",
              "",
              R"({"source":{"id":null,"name":"The Courier"},"author":"J. Roe","title":"T",)"
              R"("url":"u","publishedAt":"2026-03-14T08:30:00Z","content":"One."})",
              {"One.", "T", "u", "The Courier", "J. Roe", "2026-03-14T08:30:00Z"}},
        Names{"in_order_of_preference",
              "",
              R"({"content":"Third.","body":"Second.","maintext":"","article_text":"First."})",
              {"First.", "", "", "", "", ""}},
        Names{"in_any_spelling",
              "",
              R"({"Full Text":"One.","HEADLINE":"T","Pub-Date":"Sat, 14 Mar 2026 08:30:00 GMT"})",
              {"One.", "T", "", "", "", "2026-03-14T08:30:00Z"}},
        Names{"seconds",
              "",
              R"({"text":"One.","timestamp":1773478800})",
              {"One.", "", "", "", "", "2026-03-14T09:00:00Z"}},
        Names{"own_names",
              "text=payload,title=meta.head.line,published=meta.day",
              R"({"text":"No.","payload":"One.","meta":{"head":{"line":"T"},"day":"2026-03-14"}})",
              {"One.", "T", "", "", "", "2026-03-14"}},
        Names{"own_names_that_are_not_there",
              "text=payload,title=meta.head",
              R"({"text":"One.","meta":3})",
              {"One.", "", "", "", "", ""}}),
    [](const auto& test) { return test.param.name; });

TEST(FieldNamesOfOnesOwn, SayWhatIsWrongWithThem) {
  for (const char* wrong : {"text", "words=body", "text=", "text=a,,"})
    EXPECT_THROW(FieldNames::parse(wrong), std::invalid_argument) << wrong;
  EXPECT_NO_THROW(FieldNames::parse("text=body , title = headline"));
}

}  // namespace
}  // namespace newsfacts
