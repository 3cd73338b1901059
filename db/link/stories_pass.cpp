#include "db/link/passes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "corpus/key.h"
#include "db/link/coherence.h"
#include "db/link/profile.h"
#include "db/link/sorted_sets.h"
#include "db/link/stories.h"

namespace newsfacts {
namespace {

constexpr Pass kStories = {"story", "story_edge", "cluster", {9, 8}, 1};

class StoryAffinity : public Affinity {
 public:
  StoryAffinity(const Database& database, Outlines& outlines)
      : outlines_(outlines),
        copies_(
            database.prepare("SELECT other.document FROM link JOIN link AS other USING (origin) "
                             "WHERE link.document = ?")) {}

  Terms terms(DocumentId document) override {
    std::vector<std::uint32_t> terms;
    for (const std::uint64_t term : index_terms(outlines_.of(document)))
      terms.push_back(static_cast<std::uint32_t>(term >> 32U));
    sort_distinct(terms);
    return terms_of(terms);
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
  Outlines& outlines_;
  Statement copies_;
};

// Documents of one event, in the order of their group, and why they are apart from others of it.
struct Told {
  Group documents;
  std::string apart;
};

// What hangs together, told apart.  A copy goes where its origin goes.
class Telling {
 public:
  Telling(const Database& database, Outlines& outlines)
      : outlines_(outlines),
        origin_(database.prepare("SELECT origin FROM link WHERE document = ?")) {}

  std::vector<Told> told(const Group& group) {
    if (group.size() == 1) return {{group, ""}};
    std::unordered_map<DocumentId, std::size_t> place;
    std::vector<const Outline*> origins;
    std::vector<std::size_t> origin_of;
    for (const DocumentId document : group) {
      const auto [at, added] = place.try_emplace(origin(document), origins.size());
      if (added) origins.push_back(&outlines_.of(at->first));
      origin_of.push_back(at->second);
    }
    const std::vector<Part> parts = coherent_parts(origins);
    std::vector<std::size_t> part_of(origins.size());
    std::vector<Told> all;
    for (const Part& part : parts) {
      for (const std::size_t member : part.members) part_of[member] = all.size();
      all.push_back({{}, part.apart});
    }
    for (std::size_t i = 0; i < group.size(); ++i)
      all[part_of[origin_of[i]]].documents.push_back(group[i]);
    return all;
  }

 private:
  DocumentId origin(DocumentId document) {
    origin_.bind(1, document);
    const DocumentId origin = origin_.step() ? origin_.integer(0) : document;
    origin_.reset();
    return origin;
  }

  Outlines& outlines_;
  Statement origin_;
};

// What ties each document of a story to it: its strongest edge there, in words.
class StoryTies {
 public:
  StoryTies(const Database& database, Outlines& outlines)
      : outlines_(outlines),
        edges_(database.prepare("SELECT b, strength FROM story_edge WHERE a = ?")),
        set_(database.prepare("UPDATE link SET tied_to = ?2, tie = ?3 WHERE document = ?1 "
                              "AND (tied_to IS NOT ?2 OR tie IS NOT ?3)")) {}

  void write(const Group& story) {
    const std::unordered_set<DocumentId> inside(story.begin(), story.end());
    for (const DocumentId document : story) {
      set_.bind(1, document);
      const DocumentId other = story.size() > 1 ? strongest(document, inside) : 0;
      const std::string tie =
          other == 0 ? std::string()
                     : common_ground(outlines_.of(document), outlines_.of(other), kWordsOfTie);
      if (other != 0)
        set_.bind(2, other).bind(3, tie);
      else
        set_.bind_null(2).bind_null(3);
      set_.run();
    }
  }

 private:
  static constexpr std::size_t kWordsOfTie = 6;

  DocumentId strongest(DocumentId document, const std::unordered_set<DocumentId>& inside) {
    DocumentId best = 0;
    std::int64_t strength = 0;
    edges_.bind(1, document);
    while (edges_.step()) {
      const DocumentId other = edges_.integer(0);
      if (!inside.contains(other) || edges_.integer(1) < strength) continue;
      if (edges_.integer(1) == strength && outlines_.of(best).key < outlines_.of(other).key)
        continue;
      best = other;
      strength = edges_.integer(1);
    }
    edges_.reset();
    return best;
  }

  Outlines& outlines_;
  Statement edges_, set_;
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
                              "SELECT id, ?2, coalesce(title, (SELECT substr(text, start + 1, "
                              "end - start) FROM sentence WHERE document = ?1 AND role = 'title' "
                              "ORDER BY start LIMIT 1), name) FROM document WHERE id = ?1")),
        set_cluster_(database.prepare("UPDATE link SET cluster = ?2 WHERE document = ?1 "
                                      "AND cluster IS NOT ?2")),
        set_apart_(database.prepare("UPDATE story SET apart = ?2 WHERE id = ?1 "
                                    "AND apart IS NOT ?2")),
        key_(database.prepare("SELECT key FROM document WHERE id = ?")) {}

  void hang_together(const Group& group) {
    for (const DocumentId document : group) {
      set_cluster_.bind(1, document);
      if (group.size() > 1)
        set_cluster_.bind(2, group[0]);
      else
        set_cluster_.bind_null(2);
      set_cluster_.run();
    }
  }

  // `changed` are documents that would have the story told anew even if its members stayed.
  void write(const std::vector<Told>& stories, const std::unordered_set<DocumentId>& changed) {
    std::vector<const Group*> told_anew;
    for (const Told& story : stories)
      if (!stands(story.documents, changed)) told_anew.push_back(&story.documents);
    for (const Group* group : told_anew)
      for (const DocumentId document : *group) {
        retell_.bind(1, document).run();
        if (const DocumentId story = story_of(document)) dissolve(story);
      }
    for (const Group* group : told_anew)
      if (group->size() > 1) add(*group);
    for (const Told& story : stories) {
      set_apart_.bind(1, story.documents[0]);
      if (story.apart.empty())
        set_apart_.bind_null(2);
      else
        set_apart_.bind(2, story.apart);
      set_apart_.run();
    }
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
  Statement add_, set_cluster_, set_apart_, key_;
};

// Writes down what hangs together, and the stories of it.
void tell(const Database& database, const std::vector<Group>& groups, Outlines& outlines,
          const std::unordered_set<DocumentId>& changed) {
  Telling telling(database, outlines);
  Stories stories(database);
  std::vector<Told> told;
  for (const Group& group : groups) {
    stories.hang_together(group);
    for (Told& story : telling.told(group)) told.push_back(std::move(story));
  }
  stories.write(told, changed);
  StoryTies ties(database, outlines);
  for (const Told& story : told) ties.write(story.documents);
}

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
    Outlines outlines(database);
    StoryAffinity affinity(database, outlines);
    const auto groups = regroup(database, kStories, affinity, {fresh, {}, {}, moved});
    std::unordered_set<DocumentId> changed(fresh.begin(), fresh.end());
    changed.insert(moved.begin(), moved.end());
    tell(database, groups, outlines, changed);
    if (!fresh.empty()) progress.reach(fresh.back());
    database.prepare("DELETE FROM moved WHERE document <= ?").bind(1, progress.done()).run();
    transaction.commit();
  }
}

Group end_stories(const Database& database, const Group& gone) {
  Stories stories(database);
  Statement members = database.prepare(
      "SELECT other.document FROM link JOIN link AS other USING (cluster) WHERE link.document = ?");
  std::unordered_set<DocumentId> near;
  for (const DocumentId document : gone) {
    members.bind(1, document);
    while (members.step()) near.insert(members.integer(0));
    members.reset();
    if (const DocumentId story = stories.story_of(document)) stories.dissolve(story);
  }
  for (const DocumentId document : gone) near.erase(document);
  Group left(near.begin(), near.end());
  std::sort(left.begin(), left.end());
  return left;
}

void unlink_stories(const Database& database, const Group& gone, const Group& left) {
  Outlines outlines(database);
  StoryAffinity affinity(database, outlines);
  Group moved = rows(database.prepare("SELECT document FROM moved"));
  moved.insert(moved.end(), left.begin(), left.end());
  std::erase_if(moved, [&](DocumentId document) {
    return std::binary_search(gone.begin(), gone.end(), document);
  });
  const auto groups = regroup(database, kStories, affinity, {{}, gone, {}, moved});
  tell(database, groups, outlines, {moved.begin(), moved.end()});
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
