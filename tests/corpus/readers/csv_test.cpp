#include "corpus/readers/csv.h"

#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

struct Table {
  const char* name;
  std::string csv, told;
};
void PrintTo(const Table& table, std::ostream* out) {
  *out << table.name;
}

class Csv : public testing::TestWithParam<Table> {};

TEST_P(Csv, IsAnArticleARow) {
  EXPECT_EQ(told(read_bytes("a.csv", GetParam().csv)), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, Csv,
    testing::Values(
        Table{"commas", "id,title,text\n1,T,One.\n2,U,Two.\n", "1: One. | 2: Two."},
        Table{"semicolons", "title;text\nT;One, two.\n", "a.csv:2: One, two."},
        Table{"tabs", "title\ttext\nT\tOne, two; three.\n", "a.csv:2: One, two; three."},
        Table{"quotes", "title,text\nT,\"One, \"\"two\"\"\nthree.\"\nU,Four.\n",
              "a.csv:2: One, \"two\"\nthree. | a.csv:4: Four."},
        Table{"quoted_header_behind_a_mark", "\uFEFF\"title\",\"text\"\r\n\"T\",\"One.\"\r\n",
              "a.csv:2: One."},
        Table{"a_quote_in_a_word", "title,text\nT,5\" of rain\n", "a.csv:2: 5\" of rain"},
        Table{"empty_lines", "title,text\n\nT,One.\n\n", "a.csv:3: One."},
        Table{"no_end_of_line", "title,text\nT,One.", "a.csv:2: One."},
        Table{"too_few_fields", "text,title\nOne.\n", "a.csv:2: One."},
        Table{"too_many_fields", "title,text\nT,One,two.\nU,Three.\n",
              "a.csv:2! 3 fields, and the header has 2 | a.csv:3: Three."},
        Table{"an_open_quote", "title,text\nT,One.\nU,\"Two.\nV,Three.\n",
              "a.csv:2: One. | a.csv:3! a quote is not closed"},
        Table{"no_text", "a,b\n1,2\n", "a.csv! no column is the text: a, b (--fields text=NAME)"},
        Table{"header_alone", "title,text\n", "a.csv! no document in it"}),
    [](const auto& test) { return test.param.name; });

TEST(Csv, IsKnownByItsHeader) {
  EXPECT_EQ(told(read_bytes("a", "Date,Headline,Body\n2026-03-14,T,One.\n")), "a:2: One.");
  EXPECT_EQ(told(read_bytes("a", "Fire, smoke, and text\nin the city.\n")),
            "a: Fire, smoke, and text\nin the city.\n");
  ReadOptions options;
  options.fields = FieldNames::parse("text=b");
  EXPECT_EQ(told(read_bytes("a.csv", "a,b\n1,2\n", options)), "a.csv:2: 2");
}

TEST(Csv, GoesOnBehindARowThatIsTooLong) {
  ReadOptions options;
  options.limits.document_bytes = 1000;
  EXPECT_EQ(told(read_bytes("a.csv", "title,text\nT," + std::string(200'000, 'x') + "\nU,Two.\n",
                            options)),
            "a.csv:2! row of 200001 bytes exceeds the limit of 1000 bytes (--max-document-bytes) | "
            "a.csv:3: Two.");
}

}  // namespace
}  // namespace newsfacts
