#include "db/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "db/database_handle.h"

namespace newsfacts {

Statement::Statement(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::bind(int at, std::int64_t value) {
  handle_->check(sqlite3_bind_int64(handle_->statement, at, value));
  return *this;
}

Statement& Statement::bind(int at, double value) {
  handle_->check(sqlite3_bind_double(handle_->statement, at, value));
  return *this;
}

Statement& Statement::bind(int at, std::string_view text) {
  // A null pointer would bind NULL; an empty view may hold one.
  const char* data = text.data() ? text.data() : "";
  handle_->check(
      sqlite3_bind_text64(handle_->statement, at, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int at, std::span<const unsigned char> bytes) {
  const void* data = bytes.data() ? static_cast<const void*>(bytes.data()) : "";
  handle_->check(sqlite3_bind_blob64(handle_->statement, at, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_null(int at) {
  handle_->check(sqlite3_bind_null(handle_->statement, at));
  return *this;
}

int Statement::parameter(const char* name) const {
  return sqlite3_bind_parameter_index(handle_->statement, name);
}

int Statement::parameters() const {
  return sqlite3_bind_parameter_count(handle_->statement);
}

std::string_view Statement::parameter_name(int at) const {
  const char* name = sqlite3_bind_parameter_name(handle_->statement, at);
  return name ? name : "";
}

bool Statement::step() {
  if (!handle_->running) handle_->database->start_clock();
  handle_->running = true;
  const int code = sqlite3_step(handle_->statement);
  if (code == SQLITE_ROW) return true;
  handle_->running = false;
  if (code == SQLITE_DONE) return false;
  // The error is the database's until the statement is reset.
  try {
    handle_->database->fail(code);
  } catch (...) {
    sqlite3_reset(handle_->statement);
    throw;
  }
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(handle_->statement);
  handle_->running = false;
}

int Statement::columns() const {
  return sqlite3_column_count(handle_->statement);
}

std::string_view Statement::column_name(int at) const {
  return sqlite3_column_name(handle_->statement, at);
}

Statement::Type Statement::type(int at) const {
  switch (sqlite3_column_type(handle_->statement, at)) {
    case SQLITE_INTEGER: return Type::kInteger;
    case SQLITE_FLOAT: return Type::kReal;
    case SQLITE_TEXT: return Type::kText;
    case SQLITE_BLOB: return Type::kBlob;
    default: return Type::kNull;
  }
}

std::int64_t Statement::integer(int at) const {
  return sqlite3_column_int64(handle_->statement, at);
}

double Statement::real(int at) const {
  return sqlite3_column_double(handle_->statement, at);
}

std::string_view Statement::text(int at) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_->statement, at));
  if (!text) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_->statement, at))};
}

std::span<const unsigned char> Statement::blob(int at) const {
  const auto* bytes =
      static_cast<const unsigned char*>(sqlite3_column_blob(handle_->statement, at));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_->statement, at))};
}

Database::Database(const std::string& path, Mode mode) : handle_(std::make_unique<Handle>()) {
  handle_->path = path;
  const int flags = mode == Mode::kReadOnly    ? SQLITE_OPEN_READONLY
                    : mode == Mode::kReadWrite ? SQLITE_OPEN_READWRITE
                                               : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  // One thread at a time uses a Database: no mutexes.
  handle_->check(
      sqlite3_open_v2(path.c_str(), &handle_->database, flags | SQLITE_OPEN_NOMUTEX, nullptr));
  sqlite3_extended_result_codes(handle_->database, 1);
  sqlite3_busy_timeout(handle_->database, 10'000);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Statement Database::prepare(std::string_view sql) const {
  handle_->start_clock();
  auto statement = std::make_unique<Statement::Handle>();
  statement->database = handle_.get();
  const char* rest = nullptr;
  const int length = static_cast<int>(sql.size());
  handle_->check(
      sqlite3_prepare_v3(handle_->database, sql.data(), length, 0, &statement->statement, &rest));
  if (!statement->statement)
    throw DatabaseError(SQLITE_MISUSE, fmt::format("{}: no SQL statement", handle_->path));
  // What is left may be comments; they compile to nothing.
  Statement::Handle next;
  next.database = handle_.get();
  const int left = length - static_cast<int>(rest - sql.data());
  handle_->check(sqlite3_prepare_v3(handle_->database, rest, left, 0, &next.statement, nullptr));
  if (next.statement)
    throw DatabaseError(SQLITE_MISUSE,
                        fmt::format("{}: more than one SQL statement", handle_->path));
  return Statement(std::move(statement));
}

void Database::execute(std::string_view sql) const {
  handle_->start_clock();
  handle_->check(
      sqlite3_exec(handle_->database, std::string(sql).c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::integer(std::string_view sql) const {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(handle_->database);
}
std::int64_t Database::changes() const {
  return sqlite3_changes64(handle_->database);
}
const std::string& Database::path() const {
  return handle_->path;
}

namespace {

// A query reads tables and calls functions.  The full-text index looks for changes with
// PRAGMA data_version; no other is needed, and many write.  A virtual table that is opened declares
// its columns with a CREATE TABLE that is never run; of that, the authorizer sees an update
// of the schema, which is refused elsewhere when it is meant.
int allow_reading(void*, int action, const char* first, const char* second, const char*,
                  const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_UPDATE: return std::string_view(first) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA: return std::string_view(first) == "data_version" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      for (const std::string_view denied :
           {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"})
        if (second == denied) return SQLITE_DENY;
      return SQLITE_OK;
    default: return SQLITE_DENY;
  }
}

}  // namespace

void Database::restrict_to_reading(double seconds) {
  handle_->seconds = seconds;
  sqlite3* const database = handle_->database;
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  handle_->check(sqlite3_set_authorizer(database, allow_reading, nullptr));
  // Between two looks at the clock no function may take long: neither a string of a
  // gigabyte nor a pattern that tries everything.
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 256 << 20);
  sqlite3_limit(database, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
  sqlite3_progress_handler(
      database, 1000,
      [](void* handle) { return static_cast<Handle*>(handle)->out_of_time() ? 1 : 0; },
      handle_.get());
}

Transaction::Transaction(const Database& database) : database_(database) {
  // Immediate: another writer is waited for here, and never found in the middle.
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  // After some errors (a full disk) SQLite has rolled back by itself.
  try {
    database_.execute("ROLLBACK");
  } catch (const DatabaseError&) {
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace newsfacts
