#include "db/database.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "db/insertion.h"
#include "tests/db/temporary_file.h"

namespace newsfacts {
namespace {

using Mode = Database::Mode;

std::string error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const DatabaseError& error) {
    return error.what();
  }
  return "no error";
}

TEST(Database, GivesBackWhatWasBound) {
  const Database database(":memory:", Mode::kCreate);
  const std::vector<unsigned char> bytes = {0, 255, 7};
  Statement row = database.prepare("SELECT ?1, ?2, ?3, ?4, ?5");
  row.bind(1, std::int64_t{1} << 40).bind(2, .5).bind(3, "caf\u00e9").bind_blob(4, bytes);
  row.bind_null(5);
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.integer(0), std::int64_t{1} << 40);
  EXPECT_EQ(row.real(1), .5);
  EXPECT_EQ(row.text(2), "caf\u00e9");
  EXPECT_EQ(std::vector(row.blob(3).begin(), row.blob(3).end()), bytes);
  EXPECT_TRUE(row.is_null(4));
  EXPECT_FALSE(row.step());
}

TEST(Database, KeepsEmptyTextApartFromNull) {
  const Database database(":memory:", Mode::kCreate);
  Statement row = database.prepare("SELECT ?1, ?2");
  row.bind(1, std::string_view()).bind_blob(2, {});
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.type(0), Statement::Type::kText);
  EXPECT_EQ(row.type(1), Statement::Type::kBlob);
}

TEST(Database, PreparesExactlyOneStatement) {
  const Database database(":memory:", Mode::kCreate);
  EXPECT_NO_THROW(database.prepare("SELECT 1; -- and no more\n"));
  EXPECT_EQ(error_of([&] { database.prepare("SELECT 1; SELECT 2"); }),
            ":memory:: more than one SQL statement");
  EXPECT_EQ(error_of([&] { database.prepare("  -- nothing"); }), ":memory:: no SQL statement");
}

TEST(Database, NamesTheFileThatCannotBeOpened) {
  EXPECT_EQ(error_of([] { Database("/nowhere/facts.db", Mode::kCreate); }),
            "/nowhere/facts.db: unable to open database file (No such file or directory)");
}

TEST(Transaction, LeavesNothingWhenItIsNotCommitted) {
  const Database database(":memory:", Mode::kCreate);
  database.execute("CREATE TABLE t (x)");
  {
    const Transaction transaction(database);
    database.execute("INSERT INTO t VALUES (1)");
  }
  EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 0);
  {
    Transaction transaction(database);
    database.execute("INSERT INTO t VALUES (1)");
    transaction.commit();
  }
  EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 1);
}

TEST(Database, SaysThatTheFileIsFullAndKeepsWhatWasThere) {
  const TemporaryFile file("full.db");
  const Database database(file.path(), Mode::kCreate);
  database.execute("CREATE TABLE t (x); INSERT INTO t VALUES (1); PRAGMA max_page_count = 20");
  try {
    Transaction transaction(database);
    database.execute("INSERT INTO t VALUES (2), (zeroblob(200000))");
    FAIL() << "200 kB fitted into 20 pages";
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.code, 13);
    EXPECT_EQ(error.what(), file.path() + ": database or disk is full");
  }
  EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 1);
}

class Squares : public Rows {
 public:
  explicit Squares(int rows) : rows_(rows) {}
  bool next(Row& row) override {
    if (++at_ > rows_) return false;
    row.integer(at_)
        .copied_text(std::to_string(at_ * at_))
        .copied_text("of " + std::to_string(at_));
    row.null().text("").blob("x");
    return true;
  }

 private:
  int rows_, at_ = 0;
};

class Failing : public Rows {
 public:
  bool next(Row& row) override {
    if (++at_ == 3) throw std::runtime_error("no third row");
    row.integer(at_);
    return true;
  }

 private:
  int at_ = 0;
};

TEST(Insertion, PutsEveryRowInItsPlace) {
  const Database database(":memory:", Mode::kCreate);
  database.execute("CREATE TABLE t (x, square, words, none, empty, bytes)");
  Insertion insertion(database, "t", 6);
  Squares none(0), some(1000), more(3);
  insertion.run(none);
  insertion.run(some);
  insertion.run(more);
  EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 1003);
  EXPECT_EQ(database.integer(
                "SELECT count(*) FROM t WHERE square = CAST(x * x AS TEXT) AND words = 'of ' || x "
                "AND none IS NULL AND empty = '' AND bytes = x'78'"),
            1003);
}

TEST(Insertion, HandsOnWhatTheRowsThrow) {
  const Database database(":memory:", Mode::kCreate);
  database.execute("CREATE TABLE t (x)");
  Insertion insertion(database, "t(x)", 1);
  Failing rows;
  EXPECT_THROW(insertion.run(rows), std::runtime_error);
  EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 0);
}

class OnlyReading : public testing::TestWithParam<const char*> {};

TEST_P(OnlyReading, Refuses) {
  const TemporaryFile file("facts.db");
  Database database(file.path(), Mode::kCreate);
  database.execute("CREATE TABLE t (x UNIQUE); INSERT INTO t VALUES (1)");
  database.restrict_to_reading(5);
  EXPECT_THROW(database.prepare(GetParam()).run(), DatabaseError);
  EXPECT_EQ(database.integer("SELECT count(*) FROM t"), 1);
}

INSTANTIATE_TEST_SUITE_P(Sql, OnlyReading,
                         testing::Values("INSERT INTO t VALUES (2)",         //
                                         "DELETE FROM t",                    //
                                         "UPDATE t SET x = 2",               //
                                         "DROP TABLE t",                     //
                                         "CREATE TABLE u (x)",               //
                                         "CREATE TEMP TABLE u (x)",          //
                                         "ATTACH '/tmp/other.db' AS other",  //
                                         "PRAGMA user_version = 9",          //
                                         "PRAGMA journal_mode = WAL",        //
                                         "PRAGMA writable_schema = 1",       //
                                         "SELECT load_extension('/tmp/x')",  //
                                         "VACUUM INTO '/tmp/copy.db'",       //
                                         "UPDATE sqlite_master SET sql = ''", "REINDEX", "BEGIN",
                                         "ANALYZE"));

TEST(OnlyReading, AnswersWhatOnlyReads) {
  const TemporaryFile file("facts.db");
  Database(file.path(), Mode::kCreate)
      .execute(
          "CREATE TABLE t (x); INSERT INTO t VALUES (1), (2);"
          "CREATE VIRTUAL TABLE f USING fts5(x); INSERT INTO f VALUES ('a ferry')");
  Database database(file.path(), Mode::kReadOnly);
  database.restrict_to_reading(5);
  EXPECT_EQ(database.integer("SELECT sum(x) FROM t"), 3);
  EXPECT_EQ(database.integer("SELECT count(*) FROM f('ferry')"), 1);
  EXPECT_EQ(database.integer("SELECT sum(value) FROM json_each('[1, 2, 3]')"), 6);
  EXPECT_EQ(database.integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                             "WHERE i < 10) SELECT max(i) FROM n"),
            10);
}

TEST(OnlyReading, StopsAStatementThatTakesTooLong) {
  Database database(":memory:", Mode::kCreate);
  database.restrict_to_reading(.05);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(error_of([&] {
              database.integer(
                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                  "SELECT count(*) FROM n");
            }),
            ":memory:: stopped after 0.05 seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_EQ(database.integer("SELECT 1"), 1);  // the next has its own time
}

}  // namespace
}  // namespace newsfacts
