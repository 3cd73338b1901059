#include "db/table.h"

#include <gtest/gtest.h>

namespace newsfacts {
namespace {

using Type = Statement::Type;

Cell text(std::string words) {
  return {Type::kText, std::move(words)};
}
Cell number(std::string digits) {
  return {Type::kInteger, std::move(digits)};
}
const Cell kNone;

struct Line {
  std::vector<Cell> cells;
  std::string csv, json;
};
void PrintTo(const Line& line, std::ostream* out) {
  *out << line.json;
}

class LineOf : public testing::TestWithParam<Line> {};

TEST_P(LineOf, Cells) {
  const Line& line = GetParam();
  const std::vector<std::string> columns = {"a", "b"};
  std::string csv, json;
  append_csv_line(line.cells, &csv);
  append_json_line(columns, line.cells, &json);
  EXPECT_EQ(csv, line.csv + "\n");
  EXPECT_EQ(json, line.json + "\n");
}

INSTANTIATE_TEST_SUITE_P(Values, LineOf,
                         testing::Values(  //
                             Line{{text("Post"), number("9")}, "Post,9", R"({"a":"Post","b":9})"},
                             Line{{kNone, text("")}, ",", R"({"a":null,"b":""})"},
                             Line{{text("nine, or ten"), text("he said \"no\"")},
                                  R"("nine, or ten","he said ""no""")",
                                  R"({"a":"nine, or ten","b":"he said \"no\""})"},
                             Line{{text("two\nlines"), text("a\tb\x01")},
                                  "\"two\nlines\",a\tb\x01",
                                  R"({"a":"two\nlines","b":"a\u0009b\u0001"})"},
                             Line{{text("caf\u00e9 \\"), {Type::kReal, "0.5"}},
                                  "caf\u00e9 \\,0.5",
                                  R"({"a":"café \\","b":0.5})"},
                             Line{{{Type::kReal, "Inf"}, {Type::kBlob, "00ff"}},
                                  "Inf,00ff",
                                  R"({"a":"Inf","b":"00ff"})"}));

struct Width {
  const char* text;
  std::size_t places;
};
void PrintTo(const Width& width, std::ostream* out) {
  *out << width.text;
}

class DisplayWidth : public testing::TestWithParam<Width> {};
TEST_P(DisplayWidth, IsThatOfATerminal) {
  EXPECT_EQ(display_width(GetParam().text), GetParam().places);
}
INSTANTIATE_TEST_SUITE_P(Texts, DisplayWidth,
                         testing::Values(Width{"", 0}, Width{"ferry", 5}, Width{"café", 4},
                                         Width{"cafe\u0301", 4}, Width{"東京", 4},
                                         Width{"two\nlines", 9}));

std::string table(std::vector<std::string> columns, std::vector<std::vector<Cell>> rows,
                  std::size_t width) {
  const Layout layout(columns, rows, width);
  std::string out;
  layout.append_head(&out);
  for (const auto& row : rows) layout.append_row(row, &out);
  return out;
}

TEST(Layout, SetsNumbersToTheRightAndWordsToTheLeft) {
  EXPECT_EQ(table({"source", "dead"}, {{text("Post"), number("9")}, {kNone, number("31")}}, 0),
            "source  dead\n"
            "------  ----\n"
            "Post       9\n"
            "          31\n");
}

TEST(Layout, CutsTheWidestColumnsFirst) {
  EXPECT_EQ(table({"source", "words", "n"},
                  {{text("Post"), text("a long way to say nothing at all"), number("1")}}, 24),
            "source  words          n\n"
            "------  -------------  -\n"
            "Post    a long way t…  1\n");
}

TEST(Layout, CutsBetweenLettersAndCountsWideOnes) {
  EXPECT_EQ(table({"words"}, {{text("東京東京東京")}, {text("one\ntwo")}}, 9),
            "words\n"
            "---------\n"
            "東京東京…\n"
            "one two\n");
}

TEST(Layout, KeepsColumnsReadableWhereTheyCannotFit) {
  EXPECT_EQ(table({"a", "b"}, {{text("aaaaaaaaaaaa"), text("bbbbbbbbbbbb")}}, 3),
            "a         b\n"
            "--------  --------\n"
            "aaaaaaa…  bbbbbbb…\n");
}

}  // namespace
}  // namespace newsfacts
