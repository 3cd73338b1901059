#include "db/link/removal.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "db/link/name_groups.h"
#include "db/link/passes.h"

namespace newsfacts {
namespace {

// Those to be removed, for SQL: temporary, as is all that is asked of it.
class Doomed {
 public:
  Doomed(const Database& database, const Group& documents) : database_(database) {
    database.execute("CREATE TEMP TABLE IF NOT EXISTS doomed(document INTEGER PRIMARY KEY)");
    Statement add = database.prepare("INSERT INTO temp.doomed VALUES (?)");
    for (const DocumentId document : documents) add.bind(1, document).run();
  }
  ~Doomed() {
    try {
      database_.execute("DROP TABLE temp.doomed");
    } catch (const DatabaseError&) {
      // The transaction was rolled back, and the table with it.
    }
  }
  Doomed(const Doomed&) = delete;
  Doomed& operator=(const Doomed&) = delete;

 private:
  const Database& database_;
};

// The names the documents use are looked at again, with all that is one with them or could be; names
// that nobody uses any more, and spellings, are forgotten.
void forget_names(const Database& database) {
  const std::vector<EntityId> used = rows(database.prepare(
      "SELECT DISTINCT entity FROM mention WHERE entity IS NOT NULL AND "
      "document IN (SELECT document FROM temp.doomed) ORDER BY entity"));
  NameGroups groups(database);
  std::unordered_set<EntityId> near;
  for (const EntityId entity : used)
    if (!near.contains(entity)) groups.around(entity, &near);
  Statement touch = database.prepare("INSERT OR IGNORE INTO touched VALUES (?)");
  for (const EntityId entity : near) touch.bind(1, entity).run();
  Statement forget = database.prepare("DELETE FROM alias WHERE entity = ?");
  Statement learn = database.prepare(
      "INSERT OR IGNORE INTO alias SELECT DISTINCT m.entity, m.text "
      "FROM mention m JOIN entity e ON e.id = m.entity WHERE m.entity = ? AND m.text <> e.name "
      "AND m.document NOT IN (SELECT document FROM temp.doomed)");
  for (const EntityId entity : used) {
    forget.bind(1, entity).run();
    learn.bind(1, entity).run();
  }
  database.execute("DELETE FROM namesake WHERE document IN (SELECT document FROM temp.doomed) "
                   "OR bearer IN (SELECT document FROM temp.doomed)");
}

constexpr std::string_view kForgetRows = R"(
  INSERT INTO sentences_fts(sentences_fts, rowid, text)
    SELECT 'delete', s.rowid, s.text FROM sentences s
    WHERE s.document IN (SELECT document FROM temp.doomed)
    AND s.rowid <= (SELECT done FROM progress WHERE pass = 'full text');
  DELETE FROM boilerplate WHERE sentence IN
    (SELECT id FROM sentence WHERE document IN (SELECT document FROM temp.doomed));
  DELETE FROM attribution_source WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM attribution_span WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM claim WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM attribution WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM mention WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM sentence WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM fingerprint WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM moved WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM retold WHERE document IN (SELECT document FROM temp.doomed);
  DELETE FROM document WHERE id IN (SELECT document FROM temp.doomed);
  DELETE FROM source WHERE id NOT IN (SELECT source FROM document WHERE source IS NOT NULL);
)";

// Of the entities that were looked at, for the others are as they were.
constexpr std::string_view kForgetEntities = R"(
  CREATE TEMP TABLE nobody AS
    SELECT entity FROM touched t
    WHERE NOT EXISTS (SELECT 1 FROM mention m WHERE m.entity = t.entity);
  DELETE FROM merged WHERE entity IN nobody OR whole IN nobody;
  DELETE FROM namesake WHERE entity IN nobody OR full_name IN nobody;
  DELETE FROM alias WHERE entity IN nobody;
  DELETE FROM naming WHERE entity IN nobody;
  DELETE FROM touched WHERE entity IN nobody;
  DELETE FROM entity WHERE id IN nobody;
  DROP TABLE nobody;
)";

// A row number that is free may be given to the next document: no pass may think it dealt with it.
constexpr std::string_view kStepBack = R"(
  UPDATE progress SET done = min(done, (SELECT coalesce(max(id), 0) FROM sentence))
    WHERE pass = 'full text';
  UPDATE progress SET done = min(done, (SELECT coalesce(max(id), 0) FROM document))
    WHERE pass <> 'full text';
)";

}  // namespace

void remove_documents(Store& store, std::span<const std::int64_t> documents) {
  store.finish_load();
  Database& database = store.database();
  link_duplicates(database);
  link_stories(database);
  Group gone(documents.begin(), documents.end());
  std::sort(gone.begin(), gone.end());
  gone.erase(std::unique(gone.begin(), gone.end()), gone.end());

  Transaction transaction(database);
  {
    const Doomed doomed(database, gone);
    forget_names(database);
    const Group left = end_stories(database, gone);
    unlink_duplicates(database, gone);
    unlink_stories(database, gone, left);
    database.execute(kForgetRows);
    database.execute(kForgetEntities);
    database.execute(kStepBack);
  }
  transaction.commit();
}

}  // namespace newsfacts
