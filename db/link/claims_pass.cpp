#include "db/link/passes.h"

#include <fmt/format.h>

#include <string>
#include <unordered_map>

#include "db/link/differences.h"
#include "db/link/stored_claims.h"

namespace newsfacts {
namespace {

constexpr std::int64_t kStoriesATime = 200;

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

}  // namespace

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

void link_claims_of_all(Database& database, DocumentId story) {
  Confronting(database).run(story, true);
}

}  // namespace newsfacts
