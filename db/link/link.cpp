#include "db/link/link.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "db/link/differences.h"
#include "db/link/profile.h"
#include "db/link/regroup.h"
#include "db/link/stored_claims.h"

namespace newsfacts {
namespace {

constexpr std::int64_t kDocumentsATime = 20'000;
constexpr std::int64_t kStoriesATime = 200;

std::vector<DocumentId> rows(Statement&& statement) {
  std::vector<DocumentId> all;
  while (statement.step()) all.push_back(statement.integer(0));
  return all;
}

// How far a pass has come, in row numbers of documents.
class Progress {
 public:
  Progress(const Database& database, std::string_view pass) : database_(database), pass_(pass) {
    Statement read = database.prepare("SELECT done FROM progress WHERE pass = ?");
    read.bind(1, pass_);
    if (read.step()) done_ = read.integer(0);
  }

  DocumentId done() const { return done_; }

  std::vector<DocumentId> next() const {
    Statement read = database_.prepare("SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?");
    read.bind(1, done_).bind(2, kDocumentsATime);
    return rows(std::move(read));
  }

  void reach(DocumentId done) {
    done_ = done;
    database_.prepare("INSERT OR REPLACE INTO progress(pass, done) VALUES (?, ?)")
        .bind(1, pass_)
        .bind(2, done)
        .run();
  }

 private:
  const Database& database_;
  std::string_view pass_;
  DocumentId done_ = 0;
};

// ---- duplicates

class CopyAffinity : public Affinity {
 public:
  explicit CopyAffinity(const Database& database) : prints_(database) {}

  std::vector<std::uint64_t> terms(DocumentId document) override {
    return index_terms(prints_.of(document));
  }
  std::optional<std::uint32_t> edge(DocumentId a, DocumentId b) override {
    const auto copy = copy_between(prints_.of(a), prints_.of(b));
    if (!copy) return std::nullopt;
    return static_cast<std::uint32_t>(1000 * copy->containment);
  }
  bool akin(DocumentId a, DocumentId b) override {
    return newsfacts::akin(prints_.of(a), prints_.of(b));
  }
  std::vector<DocumentId> bound_to(DocumentId) override { return {}; }

  const Print& of(DocumentId document) { return prints_.of(document); }

 private:
  Prints prints_;
};

// Writes the origins and copies of groups.
class Origins {
 public:
  explicit Origins(const Database& database)
      : origin_(database.prepare("SELECT origin FROM link WHERE document = ?")),
        set_origin_(database.prepare("INSERT INTO link(document, origin) VALUES (?1, ?2) "
                                     "ON CONFLICT(document) DO UPDATE SET origin = ?2")),
        forget_(database.prepare("DELETE FROM copy WHERE a = ?1 OR b = ?1")),
        add_copy_(database.prepare(
            "INSERT OR IGNORE INTO copy(a, b, kind, score, reason) VALUES (?, ?, ?, ?, ?)")),
        move_(database.prepare("INSERT OR IGNORE INTO moved(document) VALUES (?)")) {}

  void write(const Group& group, CopyAffinity& prints) {
    bool changed = false;
    for (const DocumentId document : group) changed |= origin_of(document) != group[0];
    for (const DocumentId document : group) {
      set_origin_.bind(1, document).bind(2, group[0]).run();
      forget_.bind(1, document).run();
      if (changed) move_.bind(1, document).run();
    }
    for (std::size_t i = 1; i < group.size(); ++i) write_copy(group, i, prints);
  }

 private:
  DocumentId origin_of(DocumentId document) {
    origin_.bind(1, document);
    const DocumentId origin = origin_.step() ? origin_.integer(0) : 0;
    origin_.reset();
    return origin;
  }

  // A copy is a copy of the origin; where too much lies between the two, of the print before it
  // that is nearest.
  void write_copy(const Group& group, std::size_t at, CopyAffinity& prints) {
    const Print& print = prints.of(group[at]);
    std::size_t of = 0;
    std::optional<Copy> best = copy_between(prints.of(group[0]), print);
    for (std::size_t i = 1; !best && i < group.size(); ++i)
      if (i != at)
        if (auto copy = copy_between(prints.of(group[i]), print)) {
          best = std::move(copy);
          of = i;
        }
    if (!best) return;
    const bool first = prints.of(group[of]).key < print.key;
    add_copy_.bind(1, group[first ? of : at])
        .bind(2, group[first ? at : of])
        .bind(3, word_in(kCopyKindWords, best->kind))
        .bind(4, best->containment)
        .bind(5, best->reason)
        .run();
  }

  Statement origin_, set_origin_, forget_, add_copy_, move_;
};

std::uint64_t link_duplicates(Database& database) {
  std::uint64_t linked = 0;
  Progress progress(database, "duplicates");
  for (auto fresh = progress.next(); !fresh.empty(); fresh = progress.next()) {
    Transaction transaction(database);
    CopyAffinity prints(database);
    Origins origins(database);
    for (const Group& group :
         regroup(database, {"copy_posting", "copy_edge", "origin"}, prints, fresh, {}))
      origins.write(group, prints);
    progress.reach(fresh.back());
    transaction.commit();
    linked += fresh.size();
  }
  return linked;
}

// ---- stories

class StoryAffinity : public Affinity {
 public:
  explicit StoryAffinity(const Database& database)
      : outlines_(database),
        copies_(
            database.prepare("SELECT other.document FROM link JOIN link AS other USING (origin) "
                             "WHERE link.document = ?")) {}

  std::vector<std::uint64_t> terms(DocumentId document) override {
    return index_terms(outlines_.of(document));
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
      for (const DocumentId document : *group)
        if (const DocumentId story = story_of(document)) dissolve(story);
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

  Statement story_, members_, set_story_, leave_;
  std::array<Statement, 4> forget_;
  Statement add_, key_;
};

void link_stories(Database& database) {
  Progress progress(database, "stories");
  for (;;) {
    Transaction transaction(database);
    const std::vector<DocumentId> fresh = progress.next();
    Statement read = database.prepare("SELECT document FROM moved WHERE document <= ?");
    read.bind(1, progress.done());
    const std::vector<DocumentId> moved = rows(std::move(read));
    if (fresh.empty() && moved.empty()) break;
    StoryAffinity outlines(database);
    const auto groups =
        regroup(database, {"story_posting", "story_edge", "story"}, outlines, fresh, moved);
    std::unordered_set<DocumentId> changed(fresh.begin(), fresh.end());
    changed.insert(moved.begin(), moved.end());
    Stories(database).write(groups, changed);
    if (!fresh.empty()) progress.reach(fresh.back());
    database.prepare("DELETE FROM moved WHERE document <= ?").bind(1, progress.done()).run();
    transaction.commit();
  }
}

// ---- slots and differences

class Confronting {
 public:
  explicit Confronting(const Database& database)
      : claims_(database),
        members_(
            database.prepare("SELECT link.document, link.origin, source.name, "
                             "  EXISTS (SELECT 1 FROM copy WHERE kind = 'updated' AND "
                             "          (a, b) IN (VALUES (link.document, link.origin), "
                             "(link.origin, link.document))) "
                             "FROM link JOIN document ON document.id = link.document "
                             "LEFT JOIN source ON source.id = document.source WHERE link.story = ? "
                             "ORDER BY document.published IS NULL, substr(document.published, 1, "
                             "10), document.key")),
        add_slot_(database.prepare("INSERT INTO slot(key, story, what) VALUES (?, ?, ?)")),
        add_claim_(database.prepare("INSERT INTO slot_claim(claim, slot) VALUES (?, ?)")),
        add_difference_(
            database.prepare("INSERT INTO difference(a, b, slot, relation, kind, reason, score) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?)")),
        finish_(database.prepare(
            "UPDATE story SET documents = ?2, compared = ?3, note = ?4 WHERE id = ?1")),
        database_(database) {}

  // `of_all`: each is compared with each, copies too.
  void run(DocumentId story, bool of_all) {
    std::vector<Teller> tellers;
    std::vector<DocumentId> documents = read_tellers(story, &tellers);
    const Plan made = of_all ? plan_of_all(tellers.size()) : plan(tellers);
    std::vector<std::vector<StoredClaim>> claims(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (made.heard[i]) claims[i] = claims_.of(documents[i]);
    write(story, confront(made, claims));

    finish_.bind(1, story)
        .bind(2, static_cast<std::int64_t>(documents.size()))
        .bind(3, static_cast<std::int64_t>(made.compared));
    const std::string note =
        fmt::format("{} of {} voices are compared: of each outlet the earliest first",
                    made.compared, made.voices);
    if (made.compared < made.voices)
      finish_.bind(4, note);
    else
      finish_.bind_null(4);
    finish_.run();
  }

 private:
  std::vector<DocumentId> read_tellers(DocumentId story, std::vector<Teller>* tellers) {
    std::vector<DocumentId> documents, origins;
    members_.bind(1, story);
    while (members_.step()) {
      documents.push_back(members_.integer(0));
      origins.push_back(members_.integer(1));
      tellers->push_back({0, members_.integer(3) != 0, std::string(members_.text(2))});
    }
    members_.reset();
    std::unordered_map<DocumentId, std::size_t> place;
    for (std::size_t i = 0; i < documents.size(); ++i) place.emplace(documents[i], i);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const auto origin = place.find(origins[i]);
      (*tellers)[i].origin = origin == place.end() ? i : origin->second;
    }
    return documents;
  }

  void write(DocumentId story, const StoryFound& found) {
    std::vector<std::int64_t> slots;
    const std::string of_story = std::to_string(story);
    for (const SlotFound& slot : found.slots) {
      const auto key = Key::of({"slot", slot.key.hex()}).bytes();
      add_slot_.bind_blob(1, key).bind(2, story).bind(3, slot.what).run();
      slots.push_back(database_.last_row());
      for (const std::int64_t claim : slot.claims)
        add_claim_.bind(1, claim).bind(2, slots.back()).run();
    }
    for (const DifferenceFound& difference : found.differences)
      add_difference_.bind(1, difference.a)
          .bind(2, difference.b)
          .bind(3, slots[difference.slot])
          .bind(4, word_in(kVerdictWords, difference.comparison.verdict))
          .bind(5, word_in(kDifferenceWords, difference.comparison.kind))
          .bind(6, difference.comparison.reason)
          .bind(7, difference.score)
          .run();
  }

  StoredClaims claims_;
  Statement members_, add_slot_, add_claim_, add_difference_, finish_;
  const Database& database_;
};

void link_claims(Database& database) {
  for (;;) {
    Transaction transaction(database);
    Statement read = database.prepare("SELECT id FROM story WHERE compared IS NULL LIMIT ?");
    read.bind(1, kStoriesATime);
    const std::vector<DocumentId> stories = rows(std::move(read));
    if (stories.empty()) break;
    Confronting confronting(database);
    for (const DocumentId story : stories) confronting.run(story, false);
    transaction.commit();
  }
}

LinkCounts counted(const Database& database, std::uint64_t linked) {
  const auto count = [&](std::string_view sql) {
    return static_cast<std::uint64_t>(database.integer(sql));
  };
  return {linked,
          count("SELECT count(*) FROM link WHERE origin <> document"),
          count("SELECT count(*) FROM story"),
          count("SELECT count(*) FROM slot"),
          count("SELECT count(*) FROM difference WHERE relation = 'agree'"),
          count("SELECT count(*) FROM difference WHERE relation = 'conflict'")};
}

}  // namespace

LinkCounts link(Store& store) {
  Database& database = store.database();
  const std::uint64_t linked = link_duplicates(database);
  link_stories(database);
  link_claims(database);
  return counted(database, linked);
}

LinkCounts link_as_one_story(Store& store, std::span<const std::int64_t> documents) {
  Database& database = store.database();
  Transaction transaction(database);
  Group group(documents.begin(), documents.end());
  std::sort(group.begin(), group.end());
  group.erase(std::unique(group.begin(), group.end()), group.end());
  Stories stories(database);
  Statement own = database.prepare(
      "INSERT INTO link(document, origin) VALUES (?1, ?1) "
      "ON CONFLICT(document) DO UPDATE SET origin = ?1");
  for (const DocumentId document : group) {
    if (const DocumentId story = stories.story_of(document)) stories.dissolve(story);
    own.bind(1, document).run();
  }
  if (!group.empty()) {
    stories.add(group);
    Confronting(database).run(group[0], true);
  }
  transaction.commit();
  return counted(database, group.size());
}

}  // namespace newsfacts
