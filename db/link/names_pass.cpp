#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "db/link/bearers.h"
#include "db/link/name_groups.h"
#include "db/link/passes.h"

namespace newsfacts {
namespace {

constexpr std::int64_t kEntitiesATime = 5'000;

void read_new_names(const Database& database, const NameReader& reader) {
  Statement fresh = database.prepare(
      "SELECT id, kind, name FROM entity "
      "WHERE id > (SELECT coalesce(max(entity), 0) FROM naming) ORDER BY id");
  Statement add = database.prepare("INSERT INTO naming VALUES (?, ?, ?, ?, ?)");
  while (fresh.step()) {
    const Kind kind = found_in<Kind>(kKindWords, fresh.text(1)).value_or(Kind::kOther);
    const NameParts parts = reader(kind, fresh.text(2));
    add.bind(1, fresh.integer(0)).bind(2, fresh.text(1)).bind(3, parts.key).bind(4, parts.mark);
    add.bind(5, std::int64_t{parts.many}).run();
  }
}

}  // namespace

void link_names(Database& database, const NameReader& reader) {
  PassProgress progress(database, "names");
  for (auto fresh = progress.next(); !fresh.empty(); fresh = progress.next()) {
    Transaction transaction(database);
    read_new_names(database, reader);
    database.prepare("INSERT OR IGNORE INTO alias SELECT DISTINCT m.entity, m.text "
                     "FROM mention m JOIN entity e ON e.id = m.entity "
                     "WHERE m.document BETWEEN ? AND ? AND m.text <> e.name")
        .bind(1, fresh.front())
        .bind(2, fresh.back())
        .run();
    database.prepare("INSERT OR IGNORE INTO touched SELECT DISTINCT entity FROM mention "
                     "WHERE document BETWEEN ? AND ? AND entity IS NOT NULL")
        .bind(1, fresh.front())
        .bind(2, fresh.back())
        .run();
    progress.reach(fresh.back());
    transaction.commit();
  }
  Transaction transaction(database);
  database.execute(
      "INSERT OR IGNORE INTO touched SELECT DISTINCT m.entity "
      "FROM retold r JOIN mention m ON m.document = r.document JOIN naming n ON n.entity = m.entity "
      "WHERE n.many; DELETE FROM retold;");
  transaction.commit();
  link_touched_names(database);
}

void link_touched_names(Database& database) {
  for (;;) {
    Transaction transaction(database);
    Statement read = database.prepare("SELECT entity FROM touched ORDER BY entity LIMIT ?");
    read.bind(1, kEntitiesATime);
    const std::vector<EntityId> touched = rows(std::move(read));
    if (touched.empty()) break;
    NameGroups groups(database);
    NameBearers bearers(database);
    std::unordered_set<EntityId> seen;
    for (const EntityId entity : touched) {
      if (seen.contains(entity)) continue;
      for (const NameGroup& group : groups.around(entity, &seen)) bearers.tell_apart(group);
    }
    database.prepare("DELETE FROM touched WHERE entity <= ?").bind(1, touched.back()).run();
    transaction.commit();
  }
}

}  // namespace newsfacts
