#include "db/link/passes.h"

#include <optional>

#include "db/link/boilerplate.h"
#include "db/link/duplicates.h"
#include "db/link/print_tables.h"
#include "db/link/prints.h"

namespace newsfacts {
namespace {

// The index is gone through once for so many documents.
constexpr std::int64_t kAtATime = 60'000;

constexpr Pass kCopies = {"copy", "copy_edge", "origin", kCopyReach, kCopyMeetings};

class CopyAffinity : public Affinity {
 public:
  explicit CopyAffinity(const Database& database) : prints_(database), passages_(database) {}

  Terms terms(DocumentId document) override { return prints_.terms(document); }
  // What is no copy may share a passage, which is kept.
  std::optional<std::uint32_t> edge(DocumentId a, DocumentId b) override {
    prints_.trim();
    const Print &one = prints_.of(a), &other = prints_.of(b);
    if (const auto words = common_words(one, other))
      if (const auto copy = copy_between(of(a), of(b), *words)) {
        passages_.forget(a, b);
        return static_cast<std::uint32_t>(1000 * copy->containment);
      }
    if (passages_.write(a, one, b, other)) return 0;
    return std::nullopt;
  }
  void parted(DocumentId a, DocumentId b) override { passages_.forget(a, b); }
  bool akin(DocumentId a, DocumentId b) override {
    return newsfacts::akin(of(a), of(b));
  }
  std::vector<DocumentId> bound_to(DocumentId) override { return {}; }

  const Print& of(DocumentId document) { return prints_.facts_of(document); }

 private:
  Prints prints_;
  PassageTable passages_;
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
        move_(database.prepare("INSERT OR IGNORE INTO moved(document) VALUES (?)")),
        corrections_(database),
        database_(database) {}

  void write(const Group& group, CopyAffinity& prints) {
    if (group.size() == 1 && origin_of(group[0]) == 0) {
      set_origin_.bind(1, group[0]).bind(2, group[0]).run();
      return;
    }
    bool changed = false;
    for (const DocumentId document : group) changed |= origin_of(document) != group[0];
    for (const DocumentId document : group) {
      set_origin_.bind(1, document).bind(2, group[0]).run();
      forget(document);
      if (changed) move_.bind(1, document).run();
    }
    for (std::size_t i = 1; i < group.size(); ++i) write_copy(group, i, prints);
  }

  void forget(DocumentId document) {
    corrections_.forget(document);
    forget_.bind(1, document).run();
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
    const DocumentId a = group[first ? of : at], b = group[first ? at : of];
    add_copy_.bind(1, a).bind(2, b);
    add_copy_.bind(3, word_in(kCopyKindWords, best->kind));
    add_copy_.bind(4, best->containment).bind(5, best->reason).run();
    if (database_.changes() > 0 && best->kind == CopyKind::kUpdated)
      corrections_.write(a, prints.of(a), b, prints.of(b));
  }

  Statement origin_, set_origin_, forget_, add_copy_, move_;
  CorrectionTable corrections_;
  const Database& database_;
};

}  // namespace

std::uint64_t link_duplicates(Database& database) {
  std::uint64_t linked = 0;
  PassProgress progress(database, "duplicates");
  for (auto fresh = progress.next(kAtATime); !fresh.empty(); fresh = progress.next(kAtATime)) {
    Transaction transaction(database);
    const std::vector<DocumentId> altered = Boilerplate(database).update(fresh, {});
    CopyAffinity prints(database);
    Origins origins(database);
    for (const Group& group : regroup(database, kCopies, prints, {fresh, {}, altered, {}}))
      origins.write(group, prints);
    progress.reach(fresh.back());
    transaction.commit();
    linked += fresh.size();
  }
  return linked;
}

void unlink_duplicates(const Database& database, const Group& gone) {
  const std::vector<DocumentId> altered = Boilerplate(database).update({}, gone);
  CopyAffinity prints(database);
  Origins origins(database);
  Statement unlink = database.prepare("DELETE FROM link WHERE document = ?");
  for (const DocumentId document : gone) {
    origins.forget(document);
    unlink.bind(1, document).run();
  }
  for (const Group& group : regroup(database, kCopies, prints, {{}, gone, altered, {}}))
    origins.write(group, prints);
}

}  // namespace newsfacts
