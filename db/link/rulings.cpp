#include "db/link/rulings.h"

#include <fmt/format.h>

#include <stdexcept>
#include <vector>

#include "db/link/passes.h"

namespace newsfacts {
namespace {

void look_again(Database& database, const NamePair& names) {
  database.prepare("INSERT OR IGNORE INTO touched SELECT entity FROM naming JOIN entity ON id = entity "
                   "WHERE entity.kind = ? AND name IN (?, ?)")
      .bind(1, names.kind)
      .bind(2, names.a)
      .bind(3, names.b)
      .run();
}

}  // namespace

NamePair name_pair(const Database& database, std::string_view kind, std::string_view a,
                   std::string_view b) {
  if (a == b) throw std::invalid_argument(fmt::format("\"{}\" is one name", a));
  Statement read = database.prepare(
      "SELECT a.kind FROM entity a JOIN entity b USING (kind) "
      "WHERE a.name = ?1 AND b.name = ?2 AND (?3 = '' OR kind = ?3) ORDER BY kind");
  read.bind(1, a).bind(2, b).bind(3, kind);
  std::vector<std::string> kinds;
  while (read.step()) kinds.emplace_back(read.text(0));
  if (kinds.empty()) {
    Statement known = database.prepare("SELECT count(*) FROM entity WHERE name = ?");
    for (const std::string_view name : {a, b}) {
      known.bind(1, name);
      known.step();
      if (known.integer(0) == 0)
        throw std::invalid_argument(fmt::format("no entity is called \"{}\"", name));
      known.reset();
    }
    throw std::invalid_argument(fmt::format("\"{}\" and \"{}\" are not of one kind", a, b));
  }
  if (kinds.size() > 1)
    throw std::invalid_argument(
        fmt::format("\"{}\" is a {} and a {}: say which", a, kinds[0], kinds[1]));
  const auto [low, high] = std::minmax(a, b);
  return {kinds[0], std::string(low), std::string(high)};
}

void rule_names(Store& store, const NamePair& names, bool same, std::string_view reason) {
  Database& database = store.database();
  {
    Transaction transaction(database);
    database.prepare("INSERT OR REPLACE INTO ruling VALUES (?, ?, ?, ?, ?)")
        .bind(1, names.kind)
        .bind(2, names.a)
        .bind(3, names.b)
        .bind(4, std::int64_t{same})
        .bind(5, reason)
        .run();
    look_again(database, names);
    transaction.commit();
  }
  link_touched_names(database);
}

bool forget_ruling(Store& store, const NamePair& names) {
  Database& database = store.database();
  bool was_ruled = false;
  {
    Transaction transaction(database);
    database.prepare("DELETE FROM ruling WHERE kind = ? AND a = ? AND b = ?")
        .bind(1, names.kind)
        .bind(2, names.a)
        .bind(3, names.b)
        .run();
    was_ruled = database.changes() > 0;
    look_again(database, names);
    transaction.commit();
  }
  link_touched_names(database);
  return was_ruled;
}

}  // namespace newsfacts
