// floor STORE OUT: what SQLite alone needs for the same store.
//
// Reads every row of STORE into memory, table by table, and writes it to the new file OUT with one
// prepared insert a row, in transactions of 100,000 rows, then builds the same indexes and fills
// the same FTS5 table from the same sentences.  Prints the seconds of the writing alone: the floor
// that `newsfacts ingest` is measured against.

#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

// Seconds by the clock on the wall, and of this process.
struct Seconds {
  double wall = 0, cpu = 0;

  static Seconds now() {
    const auto wall = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration<double>(wall).count(),
            static_cast<double>(std::clock()) / CLOCKS_PER_SEC};
  }
  void add_since(const Seconds& start) {
    const Seconds end = now();
    wall += end.wall - start.wall;
    cpu += end.cpu - start.cpu;
  }
};

void check(int code, sqlite3* db) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  std::fprintf(stderr, "floor: %s\n", sqlite3_errmsg(db));
  std::exit(1);
}

void execute(sqlite3* db, const std::string& sql) {
  check(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), db);
}

sqlite3_stmt* prepare(sqlite3* db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), db);
  return statement;
}

std::string text(sqlite3_stmt* row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return bytes ? bytes : "";
}

// Copies what `select` gives through `insert`; adds the seconds that the inserts took.
void copy(sqlite3* from, sqlite3* to, const std::string& select, const std::string& insert,
          Seconds* seconds) {
  constexpr std::size_t kRows = 100'000;
  sqlite3_stmt* rows = prepare(from, select);
  sqlite3_stmt* write = prepare(to, insert);
  const int columns = sqlite3_column_count(rows);
  std::vector<sqlite3_value*> held;
  for (bool more = true; more;) {
    for (held.clear(); held.size() < kRows * static_cast<std::size_t>(columns);) {
      if (!(more = sqlite3_step(rows) == SQLITE_ROW)) break;
      for (int c = 0; c < columns; ++c)
        held.push_back(sqlite3_value_dup(sqlite3_column_value(rows, c)));
    }
    const Seconds start = Seconds::now();
    execute(to, "BEGIN");
    for (std::size_t at = 0; at < held.size(); at += static_cast<std::size_t>(columns)) {
      for (int c = 0; c < columns; ++c)
        sqlite3_bind_value(write, c + 1, held[at + static_cast<std::size_t>(c)]);
      check(sqlite3_step(write), to);
      sqlite3_reset(write);
    }
    execute(to, "COMMIT");
    seconds->add_since(start);
    for (sqlite3_value* value : held) sqlite3_value_free(value);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(write);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: floor STORE OUT\n", stderr);
    return 2;
  }
  sqlite3 *from = nullptr, *to = nullptr;
  check(sqlite3_open_v2(argv[1], &from, SQLITE_OPEN_READONLY, nullptr), from);
  check(sqlite3_open(argv[2], &to), to);
  execute(to, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL");

  Seconds seconds;
  std::vector<std::string> indexes;
  std::string full_text;
  sqlite3_stmt* schema = prepare(from,
                                 "SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL AND "
                                 "name NOT LIKE 'sqlite_%' ORDER BY rowid");
  while (sqlite3_step(schema) == SQLITE_ROW) {
    const std::string type = text(schema, 0), name = text(schema, 1), sql = text(schema, 2);
    if (type == "index") indexes.push_back(sql);
    if (type != "table") continue;
    if (sql.find("VIRTUAL TABLE") != std::string::npos) {
      full_text = name;
      continue;
    }
    if (!full_text.empty() && name.rfind(full_text + "_", 0) == 0) continue;  // FTS5's own
    execute(to, sql);
    sqlite3_stmt* columns = prepare(from, "SELECT * FROM \"" + name + "\" LIMIT 0");
    std::string marks = "?";
    for (int c = 1; c < sqlite3_column_count(columns); ++c) marks += ",?";
    sqlite3_finalize(columns);
    copy(from, to, "SELECT * FROM \"" + name + "\"",
         "INSERT INTO \"" + name + "\" VALUES (" + marks + ")", &seconds);
  }
  sqlite3_finalize(schema);
  const Seconds start = Seconds::now();
  for (const std::string& index : indexes) execute(to, index);
  seconds.add_since(start);
  const double rows = seconds.wall;

  execute(to, "CREATE VIRTUAL TABLE floor_fts USING fts5(text, content='')");
  copy(from, to,
       "SELECT s.rowid, substr(d.text, s.start + 1, s.\"end\" - s.start) FROM sentence s "
       "JOIN document d ON d.rowid = s.document",
       "INSERT INTO floor_fts (rowid, text) VALUES (?, ?)", &seconds);
  std::printf("{\"seconds\": %.3f, \"rows\": %.3f, \"full_text\": %.3f, \"cpu\": %.3f}\n",
              seconds.wall, rows, seconds.wall - rows, seconds.cpu);
  sqlite3_close(from);
  sqlite3_close(to);
}
