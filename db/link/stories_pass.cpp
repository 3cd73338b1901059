#include "db/link/passes.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "corpus/key.h"
#include "db/link/profile.h"
#include "db/link/stories.h"

namespace newsfacts {
namespace {

constexpr Pass kStories = {"story", "story_edge", "story", {9, 8}, 1};

class StoryAffinity : public Affinity {
 public:
  explicit StoryAffinity(const Database& database)
      : outlines_(database),
        copies_(
            database.prepare("SELECT other.document FROM link JOIN link AS other USING (origin) "
                             "WHERE link.document = ?")) {}

  std::vector<std::uint32_t> terms(DocumentId document) override {
    std::vector<std::uint32_t> terms;
    for (const std::uint64_t term : index_terms(outlines_.of(document)))
      terms.push_back(static_cast<std::uint32_t>(term >> 32U));
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
  }
  std::optional<std::uint32_t> edge(DocumentId a, DocumentId b) override {
    return story_edge(outlines_.of(a), outlines_.of(b));
  }
  bool akin(DocumentId a, DocumentId b) override {
    return newsfacts::akin(outlines_.of(a), outlines_.of(b));
  }
  // A reprint tells the story of its origin, though it came weeks later.
  std::vector<DocumentId> bound_to(DocumentId document) override {
    std::vector<DocumentId> all;
    copies_.bind(1, document);
    while (copies_.step()) all.push_back(copies_.integer(0));
    copies_.reset();
    return all;
  }

 private:
  Outlines outlines_;
  Statement copies_;
};

class Stories {
 public:
  explicit Stories(const Database& database)
      : story_(database.prepare("SELECT story FROM link WHERE document = ?")),
        members_(database.prepare("SELECT document FROM link WHERE story = ?")),
        set_story_(database.prepare("UPDATE link SET story = ?2 WHERE document = ?1")),
        retell_(database.prepare("INSERT OR IGNORE INTO retold VALUES (?)")),
        leave_(database.prepare("UPDATE link SET story = NULL WHERE story = ?")),
        forget_{database.prepare("DELETE FROM difference WHERE slot IN "
                                 "(SELECT id FROM slot WHERE story = ?)"),
                database.prepare("DELETE FROM slot_claim WHERE slot IN "
                                 "(SELECT id FROM slot WHERE story = ?)"),
                database.prepare("DELETE FROM slot WHERE story = ?"),
                database.prepare("DELETE FROM story WHERE id = ?")},
        add_(database.prepare("INSERT INTO story(id, key, title) "
                              "SELECT id, ?2, coalesce(title, name) FROM document WHERE id = ?1")),
        key_(database.prepare("SELECT key FROM document WHERE id = ?")) {}

  // `changed` are documents that would have the story told anew even if its members stayed.
  void write(const std::vector<Group>& groups, const std::unordered_set<DocumentId>& changed) {
    std::vector<const Group*> told_anew;
    for (const Group& group : groups)
      if (!stands(group, changed)) told_anew.push_back(&group);
    for (const Group* group : told_anew)
      for (const DocumentId document : *group) {
        retell_.bind(1, document).run();
        if (const DocumentId story = story_of(document)) dissolve(story);
      }
    for (const Group* group : told_anew)
      if (group->size() > 1) add(*group);
  }

  void add(const Group& group) {
    key_.bind(1, group[0]);
    key_.step();
    const std::string of_first = "story " + key_of_bytes(key_.blob(0)).hex();
    key_.reset();
    const auto key = Key::of({of_first}).bytes();
    add_.bind(1, group[0]).bind_blob(2, key).run();
    for (const DocumentId document : group) set_story_.bind(1, document).bind(2, group[0]).run();
  }

  void dissolve(DocumentId story) {
    leave_.bind(1, story).run();
    for (Statement& statement : forget_) statement.bind(1, story).run();
  }

  DocumentId story_of(DocumentId document) {
    story_.bind(1, document);
    const DocumentId story = story_.step() ? story_.integer(0) : 0;
    story_.reset();
    return story;
  }

 private:
  bool stands(const Group& group, const std::unordered_set<DocumentId>& changed) {
    for (const DocumentId document : group)
      if (changed.contains(document)) return false;
    if (group.size() == 1) return story_of(group[0]) == 0;
    members_.bind(1, group[0]);
    std::vector<DocumentId> members, same = group;
    while (members_.step()) members.push_back(members_.integer(0));
    members_.reset();
    std::sort(members.begin(), members.end());
    std::sort(same.begin(), same.end());
    return members == same;
  }

  Statement story_, members_, set_story_, retell_, leave_;
  std::array<Statement, 4> forget_;
  Statement add_, key_;
};

}  // namespace

void link_stories(Database& database) {
  PassProgress progress(database, "stories");
  for (;;) {
    Transaction transaction(database);
    const std::vector<DocumentId> fresh = progress.next();
    Statement read = database.prepare("SELECT document FROM moved WHERE document <= ?");
    read.bind(1, progress.done());
    const std::vector<DocumentId> moved = rows(std::move(read));
    if (fresh.empty() && moved.empty()) break;
    StoryAffinity outlines(database);
    const auto groups = regroup(database, kStories, outlines, {fresh, {}, {}, moved});
    std::unordered_set<DocumentId> changed(fresh.begin(), fresh.end());
    changed.insert(moved.begin(), moved.end());
    Stories(database).write(groups, changed);
    if (!fresh.empty()) progress.reach(fresh.back());
    database.prepare("DELETE FROM moved WHERE document <= ?").bind(1, progress.done()).run();
    transaction.commit();
  }
}

Group end_stories(const Database& database, const Group& gone) {
  Stories stories(database);
  Statement members = database.prepare("SELECT document FROM link WHERE story = ?");
  Group left;
  for (const DocumentId document : gone) {
    const DocumentId story = stories.story_of(document);
    if (story == 0) continue;
    members.bind(1, story);
    while (members.step()) left.push_back(members.integer(0));
    members.reset();
    stories.dissolve(story);
  }
  std::erase_if(left, [&](DocumentId document) {
    return std::binary_search(gone.begin(), gone.end(), document);
  });
  return left;
}

void unlink_stories(const Database& database, const Group& gone, const Group& left) {
  StoryAffinity outlines(database);
  Group moved = rows(database.prepare("SELECT document FROM moved"));
  moved.insert(moved.end(), left.begin(), left.end());
  std::erase_if(moved, [&](DocumentId document) {
    return std::binary_search(gone.begin(), gone.end(), document);
  });
  const auto groups = regroup(database, kStories, outlines, {{}, gone, {}, moved});
  Stories(database).write(groups, {moved.begin(), moved.end()});
  database.execute("DELETE FROM moved");
}

void make_story(Database& database, const Group& documents) {
  Stories stories(database);
  Statement own = database.prepare(
      "INSERT INTO link(document, origin) VALUES (?1, ?1) "
      "ON CONFLICT(document) DO UPDATE SET origin = ?1");
  for (const DocumentId document : documents) {
    if (const DocumentId story = stories.story_of(document)) stories.dissolve(story);
    own.bind(1, document).run();
  }
  stories.add(documents);
}

}  // namespace newsfacts
