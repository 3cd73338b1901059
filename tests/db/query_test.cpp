#include "db/query.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/db/newsroom.h"

namespace newsfacts {

static void PrintTo(const Question& question, std::ostream* out) {
  *out << question.name;
}

namespace {

void fill(Store& store) {
  store.load(newsroom());
  store.finish_load();
  link_newsroom(store.database());
}

std::string answer(Store& store, std::string_view asked, QueryOptions options = {}) {
  std::string all;
  ask(store, asked, options, [&](std::string_view piece) { all += piece; });
  return all;
}

// ---- every page of db/queries/

class EveryQuestion : public testing::TestWithParam<Question> {};

TEST_P(EveryQuestion, HasTheColumnsAndParametersItsHeadNames) {
  const Question& question = GetParam();
  EXPECT_FALSE(question.what.empty());
  const Store store(":memory:", Database::Mode::kCreate);
  const Statement statement = store.database().prepare(question.sql);
  std::string columns;
  for (int at = 0; at < statement.columns(); ++at)
    columns.append(at ? ", " : "").append(statement.column_name(at));
  EXPECT_EQ(columns, question.columns);

  std::string params;
  for (int at = 1; at <= statement.parameters(); ++at)
    params.append(at > 1 ? ", " : "").append(statement.parameter_name(at));
  EXPECT_EQ(params.empty() ? "none" : params, question.params.substr(0, question.params.find("  ")));
}

// A case is "$ figures-of name=Marta" and the lines of CSV under it, up to an empty line.
// NEWSFACTS_ACCEPT=1 writes the file anew; review it in the diff.
TEST_P(EveryQuestion, AnswersAsExpected) {
  const std::string path = "tests/queries/" + std::string(GetParam().name) + ".expected";
  std::ifstream file(path);
  std::string expected, actual, line;
  while (std::getline(file, line)) {
    expected += line + '\n';
    if (!line.starts_with("$ ")) continue;
    std::istringstream words(line.substr(2));
    std::string name, given;
    words >> name;
    EXPECT_EQ(name, GetParam().name);
    QueryOptions options;
    options.format = RowFormat::kCsv;
    while (words >> given)
      options.parameters.push_back(
          {given.substr(0, given.find('=')), given.substr(given.find('=') + 1)});
    Store store(":memory:", Database::Mode::kCreate);
    fill(store);
    actual += (actual.empty() ? "" : "\n") + line + '\n' + answer(store, name, options);
  }
  ASSERT_NE(actual, "") << path << " has no case";
  if (std::getenv("NEWSFACTS_ACCEPT")) std::ofstream(path) << actual;
  EXPECT_EQ(actual, expected);
}

INSTANTIATE_TEST_SUITE_P(Queries, EveryQuestion,
                         testing::ValuesIn(questions().begin(), questions().end()),
                         [](const testing::TestParamInfo<Question>& page) {
                           std::string name(page.param.name);
                           for (char& c : name)
                             if (c == '-') c = '_';
                           return name;
                         });

// ---- asking

TEST(Ask, PrintsATableThatFitsTheScreen) {
  Store store(":memory:", Database::Mode::kCreate);
  fill(store);
  QueryOptions options;
  options.width = 40;
  EXPECT_EQ(answer(store,
                   "SELECT name, title, characters, alignment FROM document "
                   "WHERE name < 'd' ORDER BY name",
                   options),
            "name     title     characters  alignme…\n"
            "-------  --------  ----------  --------\n"
            "chess    Young p…          47\n"
            "courier  Fire on…         120  [[12,23…\n");
}

TEST(Ask, SaysHowManyRowsThereAre) {
  Store store(":memory:", Database::Mode::kCreate);
  fill(store);
  const auto nowhere = [](std::string_view) {};
  EXPECT_EQ(ask(store, "SELECT 1 WHERE 0", {}, nowhere), 0u);
  EXPECT_EQ(ask(store, "documents", {}, nowhere), 4u);
  EXPECT_EQ(ask(store, "SELECT value FROM json_each('[1,2,3]')", {}, nowhere), 3u);
}

TEST(Ask, PrintsEveryRowOfALongAnswer) {
  Store store(":memory:", Database::Mode::kCreate);
  const char* const sql =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i "
      "FROM n";
  for (const RowFormat format : {RowFormat::kTable, RowFormat::kCsv, RowFormat::kJson}) {
    QueryOptions options;
    options.format = format;
    const std::string all = answer(store, sql, options);
    const auto lines = std::count(all.begin(), all.end(), '\n');
    EXPECT_EQ(lines, 20000 + (format == RowFormat::kTable ? 2 : format == RowFormat::kCsv ? 1 : 0));
  }
}

struct Senseless {
  const char* asked;
  const char* message;
};
void PrintTo(const Senseless& senseless, std::ostream* out) {
  *out << senseless.asked;
}

class Refused : public testing::TestWithParam<Senseless> {};

TEST_P(Refused, WithAReason) {
  Store store(":memory:", Database::Mode::kCreate);
  QueryOptions options;
  options.parameters = {{"name", "Marta"}};
  try {
    answer(store, GetParam().asked, options);
    FAIL() << "it was answered";
  } catch (const QueryError& error) {
    EXPECT_TRUE(std::string(error.what()).starts_with(GetParam().message)) << error.what();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Asked, Refused,
    testing::Values(Senseless{"conflict",
                              "no question is called \"conflict\"; there are agreements, "},
                    Senseless{"conflicts", "it asks for no parameter :name"},
                    Senseless{"SELECT nobody FROM claim", ":memory:: no such column: nobody"},
                    Senseless{"DELETE FROM claim", ":memory:: not authorized"},
                    Senseless{"SELECT 1; DROP TABLE claim", ":memory:: "}));

}  // namespace
}  // namespace newsfacts
