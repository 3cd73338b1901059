#include "db/insertion.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cassert>
#include <exception>
#include <optional>
#include <utility>

#include "db/database_handle.h"

namespace newsfacts {

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

}  // namespace newsfacts
