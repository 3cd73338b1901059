#include "db/store.h"

#include <fmt/format.h>

#include "db/full_text.h"
#include "db/load.h"
#include "db/pages.h"

namespace newsfacts {
namespace {

// As at the head of schema.sql.
constexpr std::int64_t kApplicationId = 0x4E465354;
constexpr std::int64_t kSchema = 4;

constexpr int kNoDatabase = 26;  // SQLITE_NOTADB

bool is_new(const Database& database) {
  return database.integer("PRAGMA application_id") == 0 &&
         database.integer("PRAGMA user_version") == 0 &&
         database.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

void check_schema(const Database& database) {
  const std::string& path = database.path();
  const std::int64_t application = database.integer("PRAGMA application_id");
  const std::int64_t schema = database.integer("PRAGMA user_version");
  if (application != kApplicationId)
    throw OtherSchema(fmt::format("{} is a database of another program, not a fact store", path));
  if (schema != kSchema)
    throw OtherSchema(
        fmt::format("{} was made by schema {}; this newsfacts reads {}: load again into a new file",
                    path, schema, kSchema));
}

Database opened(const std::string& path, Database::Mode mode) {
  try {
    Database database(path, mode);
    if (mode == Database::Mode::kCreate && is_new(database)) {
      // Two processes may both have found the file empty; the second then finds a store.
      Transaction transaction(database);
      if (is_new(database)) {
        database.execute(page_named("schema.sql"));
        database.execute(page_named("views.sql"));
      }
      transaction.commit();
    }
    if (is_new(database)) throw OtherSchema(fmt::format("{} is empty, not a fact store", path));
    check_schema(database);
    if (mode == Database::Mode::kReadOnly) {
      database.execute("PRAGMA cache_size = -65536");  // questions go to and fro: 64 MB at most
    } else {
      // Durable against a kill at any moment; a power cut may cost the last batches.
      database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    }
    return database;
  } catch (const DatabaseError& error) {
    if (error.code != kNoDatabase) throw;
    throw OtherSchema(fmt::format("{} is no database", path));
  }
}

}  // namespace

Store::Store(const std::string& path, Database::Mode mode)
    : database_(opened(path, mode)), writes_(mode != Database::Mode::kReadOnly) {}

Store::~Store() {
  loader_.reset();  // no statement may be open
  if (!writes_) return;
  try {
    database_.execute("PRAGMA journal_mode = DELETE");
  } catch (const DatabaseError&) {
    // Somebody else still reads; the log stays, and the next who closes takes it in.
  }
}

LoadCounts Store::load(std::span<const Document> batch) {
  try {
    if (!loader_) loader_ = std::make_unique<Loader>(database_);
    return loader_->load(batch);
  } catch (...) {
    loader_.reset();
    throw;
  }
}

void Store::finish_load() {
  loader_.reset();  // it remembers rows, which may be removed before the next load
  database_.execute(page_named("indexes.sql"));
  index_full_text(database_);
}

}  // namespace newsfacts
