// remove: articles taken out of a store, and all that follows from them.

#include <fmt/format.h>

#include <cstdio>

#include "db/find.h"
#include "db/link/link.h"
#include "db/link/removal.h"
#include "extractors/names/name_parts.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"

namespace newsfacts {
namespace {

int remove(const std::string& db, const std::vector<std::string>& names) {
  Store store(db, Database::Mode::kReadWrite);
  std::vector<std::int64_t> documents;
  for (const std::string& name : names) documents.push_back(document_named(store.database(), name));
  const std::int64_t before = store.database().integer("SELECT count(*) FROM document");
  remove_documents(store, documents);
  link(store, names::parts_of);
  const std::int64_t left = store.database().integer("SELECT count(*) FROM document");
  fmt::print(stderr, "{} removed, {} left\n", before - left, left);
  return kOk;
}

}  // namespace

const Command kRemove = {
    "remove", "takes articles out of a store, and all that follows from them",
    "The store is then as if they had never been loaded: copies of a removed origin have another,\n"
    "stories that they held together fall apart, claims are compared without theirs. DOCUMENT is a\n"
    "name, a row number, or the beginning of a key. All of them are removed, or none.\n\n"
    "  newsfacts remove --db facts.db merger/ledger-deal.txt",
    [](CLI::App& app) {
      auto db = std::make_shared<std::string>("facts.db");
      auto names = std::make_shared<std::vector<std::string>>();
      add_store_option(app, db.get());
      app.add_option("DOCUMENT", *names, "the articles")->required();
      return std::function<int()>([db, names] { return remove(*db, *names); });
    }};

}  // namespace newsfacts
