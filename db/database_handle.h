// What a Database and a Statement hold: SQLite's own handles.  For database.cpp and insertion.cpp
// alone; nobody else knows SQLite's names.

#pragma once

#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <cstring>
#include <optional>
#include <string>

#include "db/database.h"

namespace newsfacts {

struct Database::Handle {
  using Clock = std::chrono::steady_clock;

  sqlite3* database = nullptr;
  std::string path;
  int insertions = 0;
  // Both only once reading is all that is allowed.
  std::optional<double> seconds;
  Clock::time_point stop_at;

  ~Handle() { sqlite3_close_v2(database); }

  [[noreturn]] void fail(int code) const {
    std::string what = fmt::format("{}: {}", path, sqlite3_errmsg(database));
    if ((code & 0xff) == SQLITE_INTERRUPT && seconds)
      what = fmt::format("{}: stopped after {} seconds", path, *seconds);
    const int reason = sqlite3_system_errno(database);
    const bool of_the_disk = (code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR ||
                             (code & 0xff) == SQLITE_CANTOPEN;
    if (of_the_disk && reason != 0) what += fmt::format(" ({})", std::strerror(reason));
    throw DatabaseError(code & 0xff, what);
  }
  void check(int code) const {
    if (code != SQLITE_OK) fail(code);
  }
  bool out_of_time() const { return Clock::now() > stop_at; }
  void start_clock() {
    if (!seconds) return;
    stop_at = Clock::now() +
              std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(*seconds));
  }
};

struct Statement::Handle {
  sqlite3_stmt* statement = nullptr;
  Database::Handle* database = nullptr;
  bool running = false;

  ~Handle() { sqlite3_finalize(statement); }
  void check(int code) const { database->check(code); }
};

}  // namespace newsfacts
