#include "db/store.h"

#include <fmt/format.h>

#include <cassert>

#include "corpus/embedded.h"

namespace newsfacts {
namespace {

// As at the head of schema.sql.
constexpr std::int64_t kApplicationId = 0x4E465354;
constexpr std::int64_t kSchema = 1;

constexpr int kNoDatabase = 26;  // SQLITE_NOTADB

std::string_view page(std::string_view name) {
  for (const EmbeddedFile& file : embedded_db())
    if (file.name == name) return file.content;
  assert(false && "no such page");
  return {};
}

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
        database.execute(page("schema.sql"));
        database.execute(page("views.sql"));
      }
      transaction.commit();
    }
    if (is_new(database)) throw OtherSchema(fmt::format("{} is empty, not a fact store", path));
    check_schema(database);
    if (mode != Database::Mode::kReadOnly) {
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

class Store::Loader {};

Store::Store(const std::string& path, Database::Mode mode) : database_(opened(path, mode)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

void Store::finish_load() {
  database_.execute(page("indexes.sql"));
}

}  // namespace newsfacts
