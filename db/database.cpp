#include "db/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cassert>
#include <chrono>
#include <cstring>
#include <exception>
#include <optional>
#include <utility>

namespace newsfacts {

using Clock = std::chrono::steady_clock;

struct Database::Handle {
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
      [](void* handle) { return Clock::now() > static_cast<Handle*>(handle)->stop_at ? 1 : 0; },
      handle_.get());
}

Row& Row::copied_text(std::string_view text) {
  add({Cell::Kind::kCopy, static_cast<std::int64_t>(copies_.size()), text});
  copies_ += text;
  return *this;
}

void Row::clear() {
  cells_.clear();
  copies_.clear();
}

// The virtual table and the one cursor that is ever open on it.
struct Insertion::Source {
  struct Table : sqlite3_vtab {
    Source* source = nullptr;
  };
  struct Cursor : sqlite3_vtab_cursor {
    Source* source = nullptr;
  };

  sqlite3* database = nullptr;
  std::string name;
  std::size_t columns = 0;
  Rows* rows = nullptr;
  Row row;
  bool at_end = true;
  std::exception_ptr fault;  // what the rows threw: it may not pass through SQLite
  std::optional<Statement> statement;

  ~Source() {
    statement.reset();
    sqlite3_create_module_v2(database, name.c_str(), nullptr, nullptr, nullptr);
  }

  int advance() {
    try {
      row.clear();
      at_end = !rows->next(row);
      assert(at_end || row.cells_.size() == columns);
      return SQLITE_OK;
    } catch (...) {
      fault = std::current_exception();
      at_end = true;
      return SQLITE_ERROR;
    }
  }

  void cell(int at, sqlite3_context* result) const {
    const Row::Cell& cell = row.cells_[static_cast<std::size_t>(at)];
    switch (cell.kind) {
      case Row::Cell::Kind::kNull: break;
      case Row::Cell::Kind::kInteger: sqlite3_result_int64(result, cell.integer); break;
      case Row::Cell::Kind::kText:
        sqlite3_result_text64(result, cell.bytes.data() ? cell.bytes.data() : "", cell.bytes.size(),
                              SQLITE_STATIC, SQLITE_UTF8);
        break;
      case Row::Cell::Kind::kBlob:
        sqlite3_result_blob64(result, cell.bytes.data() ? cell.bytes.data() : "", cell.bytes.size(),
                              SQLITE_STATIC);
        break;
      case Row::Cell::Kind::kCopy:
        sqlite3_result_text64(result, row.copies_.data() + cell.integer, cell.bytes.size(),
                              SQLITE_STATIC, SQLITE_UTF8);
        break;
    }
  }

  static Source& of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor)->source; }

  static int connect(sqlite3* database, void* self, int, const char* const*, sqlite3_vtab** out,
                     char**) {
    auto& source = *static_cast<Source*>(self);
    std::string declaration = "CREATE TABLE rows (c0";
    for (std::size_t i = 1; i < source.columns; ++i) declaration += fmt::format(", c{}", i);
    if (const int code = sqlite3_declare_vtab(database, (declaration + ")").c_str())) return code;
    auto table = std::make_unique<Table>();
    table->source = &source;
    *out = table.release();
    return SQLITE_OK;
  }

  static constexpr sqlite3_module module() {
    sqlite3_module m = {};
    m.xConnect = connect;
    m.xBestIndex = [](sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; };
    m.xDisconnect = [](sqlite3_vtab* table) {
      delete static_cast<Table*>(table);
      return SQLITE_OK;
    };
    m.xDestroy = m.xDisconnect;
    m.xOpen = [](sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
      auto cursor = std::make_unique<Cursor>();
      cursor->source = static_cast<Table*>(table)->source;
      *out = cursor.release();
      return SQLITE_OK;
    };
    m.xClose = [](sqlite3_vtab_cursor* cursor) {
      delete static_cast<Cursor*>(cursor);
      return SQLITE_OK;
    };
    m.xFilter = [](sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
      return of(cursor).advance();
    };
    m.xNext = [](sqlite3_vtab_cursor* cursor) { return of(cursor).advance(); };
    m.xEof = [](sqlite3_vtab_cursor* cursor) { return of(cursor).at_end ? 1 : 0; };
    m.xColumn = [](sqlite3_vtab_cursor* cursor, sqlite3_context* result, int at) {
      of(cursor).cell(at, result);
      return SQLITE_OK;
    };
    m.xRowid = [](sqlite3_vtab_cursor*, sqlite3_int64* row) {
      *row = 0;  // never asked for: the statement reads columns alone
      return SQLITE_OK;
    };
    return m;
  }
};

Insertion::Insertion(const Database& database, std::string_view into, int columns)
    : source_(std::make_unique<Source>()) {
  static constexpr sqlite3_module kModule = Source::module();
  Database::Handle& handle = *database.handle_;
  source_->database = handle.database;
  source_->name = fmt::format("newsfacts_rows_{}", ++handle.insertions);
  source_->columns = static_cast<std::size_t>(columns);
  handle.check(sqlite3_create_module_v2(handle.database, source_->name.c_str(), &kModule,
                                        source_.get(), nullptr));
  source_->statement =
      database.prepare(fmt::format("INSERT INTO {} SELECT * FROM {}", into, source_->name));
}

Insertion::Insertion(Insertion&&) noexcept = default;
Insertion& Insertion::operator=(Insertion&&) noexcept = default;
Insertion::~Insertion() = default;

void Insertion::run(Rows& rows) {
  source_->rows = &rows;
  try {
    source_->statement->run();
  } catch (const DatabaseError&) {
    if (const std::exception_ptr fault = std::exchange(source_->fault, nullptr))
      std::rethrow_exception(fault);
    throw;
  }
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
