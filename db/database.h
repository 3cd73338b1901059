// A Database is one SQLite file, a Statement one prepared statement of it.  This is, with
// insertion.h for rows in bulk, the only place that knows SQLite's names.
//
// Everything that fails throws DatabaseError, whose text names the file and says what the disk
// said: "facts.db: database or disk is full (No space left on device)".

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace newsfacts {

// `code` is SQLite's primary result code: 13 (SQLITE_FULL), 10 (SQLITE_IOERR), 9
// (SQLITE_INTERRUPT: a statement took longer than it may), ...
struct DatabaseError : std::runtime_error {
  DatabaseError(int error, const std::string& what) : std::runtime_error(what), code(error) {}
  int code;
};

// Belongs to the Database that prepared it, and may not outlive it.
class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;
  ~Statement();

  // Parameters count from 1.  Text and blobs are not copied: they must live until the next
  // run() or reset(), or the last step(), is done.
  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, double value);
  Statement& bind(int at, std::string_view text);
  Statement& bind_blob(int at, std::span<const unsigned char> bytes);
  Statement& bind_null(int at);
  int parameter(const char* name) const;  // ":story" -> its number; 0 when there is none
  int parameters() const;
  std::string_view parameter_name(int at) const;  // ":story"; empty for a plain "?"

  bool step();  // true while there is a row
  void run();   // to the end, then ready for the next binding
  void reset();

  int columns() const;
  std::string_view column_name(int at) const;
  enum class Type : std::uint8_t { kNull, kInteger, kReal, kText, kBlob };
  Type type(int at) const;
  bool is_null(int at) const { return type(at) == Type::kNull; }
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

  // ":memory:" is a database of its own that lives as long as this object.  Another process
  // that writes is waited for, ten seconds at most.
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  // Exactly one statement; its SQL may end in comments and a semicolon.
  Statement prepare(std::string_view sql) const;
  void execute(std::string_view sql) const;          // several statements, no rows
  std::int64_t integer(std::string_view sql) const;  // the first column of the first row; 0 if none
  std::int64_t last_row() const;
  std::int64_t changes() const;  // rows of the last INSERT, UPDATE or DELETE
  const std::string& path() const;

  // From here on only reading is possible, whatever the SQL (authorizer), and a statement that
  // runs longer than `seconds` is interrupted.
  void restrict_to_reading(double seconds);

 private:
  friend class Statement;
  friend class Insertion;
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

// One transaction: committed by commit(), else rolled back at the end of its scope.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace newsfacts
