// A Database is one SQLite file, a Statement one prepared statement of it.  This is the
// only file, with database.cpp, that includes sqlite3.h or knows its names.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace newsfacts {

// What SQLite could not do: "facts.db: database or disk is full".  `code` is SQLite's primary
// result code.
struct DatabaseError : std::runtime_error {
  DatabaseError(int code, const std::string& what) : std::runtime_error(what), code(code) {}
  int code;
};

class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;
  ~Statement();

  // Parameters count from 1.  Text and blobs are not copied: they must live until the next
  // run() or step() is done.
  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, double value);
  Statement& bind(int at, std::string_view text);
  Statement& bind_blob(int at, std::span<const unsigned char> bytes);
  Statement& bind_null(int at);
  int parameter(const char* name) const;  // ":story" -> its number; 0 when there is none

  bool step();  // true while there is a row
  void run();   // to the end, then ready for the next binding
  void reset();

  int columns() const;
  std::string_view column_name(int at) const;
  bool is_null(int at) const;
  std::int64_t integer(int at) const;
  double real(int at) const;
  std::string_view text(int at) const;  // valid until the next step
  std::span<const unsigned char> blob(int at) const;

 private:
  friend class Database;
  struct Handle;
  explicit Statement(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

class Database {
 public:
  enum class Mode { kReadOnly, kReadWrite, kCreate };

  // ":memory:" is a store of its own that lives as long as the Database.
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  Statement prepare(std::string_view sql) const;
  void execute(std::string_view sql) const;  // several statements, no rows
  std::int64_t last_row() const;
  std::int64_t changes() const;

  // From here on only reading is possible, whatever the SQL (authorizer), and a statement that
  // runs longer than `seconds` is interrupted.
  void restrict_to_reading(double seconds);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

// One transaction: committed by commit(), else rolled back at the end of its scope.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace newsfacts
