// status: what a store holds.

#include <fmt/format.h>

#include "db/store.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"

namespace newsfacts {
namespace {

struct Count {
  const char* what;
  const char* sql;
};

constexpr Count kCounts[] = {
    {"documents", "SELECT count(*) FROM document"},
    {"copies", "SELECT count(*) FROM link WHERE origin <> document"},
    {"rejected", "SELECT count(*) FROM rejected"},
    {"sources", "SELECT count(*) FROM source"},
    {"sentences", "SELECT count(*) FROM sentence"},
    {"mentions", "SELECT count(*) FROM mention"},
    {"names", "SELECT count(*) FROM entity"},
    {"attributions", "SELECT count(*) FROM attribution"},
    {"claims", "SELECT count(*) FROM claim"},
    {"stories", "SELECT count(*) FROM story"},
    {"slots", "SELECT count(*) FROM slot"},
    {"agreements", "SELECT count(*) FROM difference WHERE relation = 'agree'"},
    {"conflicts", "SELECT count(*) FROM difference WHERE relation = 'conflict'"},
    {"not yet linked", "SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM link)"},
};

int status(const std::string& db, bool hash) {
  const Store store(db, Database::Mode::kReadOnly);
  if (hash) {
    write_out(store.content_hash() + "\n");
  } else {
    for (const auto& [what, sql] : kCounts)
      write_out(fmt::format("{:<15}{:>10}\n", what, store.database().integer(sql)));
  }
  flush_out();
  return kOk;
}

}  // namespace

const Command kStatus = {
    "status", "what a store holds, in numbers; --hash: one hash of all of it",
    "Two stores have the same hash when they hold the same, however they came about.\n\n"
    "  newsfacts status --db facts.db",
    [](CLI::App& app) {
      auto db = std::make_shared<std::string>("facts.db");
      auto hash = std::make_shared<bool>(false);
      add_store_option(app, db.get());
      app.add_flag("--hash", *hash, "print the hash of the content instead");
      return std::function<int()>([db, hash] { return status(*db, *hash); });
    }};

}  // namespace newsfacts
