#include "db/link/boilerplate.h"

#include <algorithm>
#include <unordered_set>

#include "db/link/places.h"
#include "db/link/profile.h"
#include "db/link/sorted_sets.h"

namespace newsfacts {

bool mostly_unlike(std::span<const Shingles* const> documents) {
  std::size_t pairs = 0, unlike = 0;
  for (std::size_t i = 0; i < documents.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      ++pairs;
      unlike += overlap(*documents[i], *documents[k]).of_smaller() < kAlike;
    }
  return 2 * unlike > pairs;
}

Boilerplate::Boilerplate(const Database& database)
    : database_(database),
      index_(database, "sentence"),
      read_(database.prepare("SELECT sentences, shingles FROM fingerprint WHERE document = ?")),
      known_(database.prepare("SELECT 1 FROM common_sentence WHERE hash = ?")),
      learn_(database.prepare("INSERT INTO common_sentence(hash) VALUES (?)")),
      unlearn_(database.prepare("DELETE FROM common_sentence WHERE hash = ?")),
      rows_(database.prepare("SELECT id FROM sentence WHERE document = ? ORDER BY start")),
      mark_(database.prepare("INSERT OR IGNORE INTO boilerplate(sentence) VALUES (?)")),
      unmark_(database.prepare("DELETE FROM boilerplate WHERE sentence = ?")) {}

const Boilerplate::Sentences& Boilerplate::of(std::int64_t document) {
  const auto [at, added] = read_before_.try_emplace(document);
  if (added) {
    read_.bind(1, document);
    if (read_.step()) {
      at->second.in_order = hashes_of_bytes(read_.blob(0));
      for (const Shingle& shingle : shingles_of_bytes(read_.blob(1)))
        at->second.shingles.push_back(shingle.hash);
    }
    read_.reset();
  }
  return at->second;
}

std::vector<Indexed> Boilerplate::indexed(std::span<const std::int64_t> documents) {
  Standings standings(database_);
  std::vector<Indexed> all;
  all.reserve(documents.size());
  for (const std::int64_t document : documents) {
    std::vector<std::uint32_t> hashes = of(document).in_order;
    sort_distinct(hashes);
    std::erase(hashes, 0U);
    all.push_back({place_of(document, standings.of(document)), terms_of(hashes)});
  }
  return all;
}

bool Boilerplate::is_boilerplate(std::span<const Posted> documents) {
  if (documents.size() < kManyDocuments) return false;
  std::vector<const Shingles*> judges;
  for (const Place& place : documents.first(std::min(kJudges, documents.size())))
    judges.push_back(&of(place.document).shingles);
  return mostly_unlike(judges);
}

bool Boilerplate::known(std::uint32_t hash) {
  known_.bind(1, std::int64_t{hash});
  const bool found = known_.step();
  known_.reset();
  return found;
}

void Boilerplate::mark(std::int64_t document, std::uint32_t hash, bool boilerplate) {
  const std::vector<std::uint32_t>& hashes = of(document).in_order;
  rows_.bind(1, document);
  for (std::size_t i = 0; rows_.step() && i < hashes.size(); ++i)
    if (hashes[i] == hash) (boilerplate ? mark_ : unmark_).bind(1, rows_.integer(0)).run();
  rows_.reset();
}

std::vector<std::int64_t> Boilerplate::update(std::span<const std::int64_t> fresh,
                                              std::span<const std::int64_t> gone) {
  read_before_.clear();
  std::unordered_set<std::int64_t> are_fresh(fresh.begin(), fresh.end()), altered;
  std::vector<Indexed> added = indexed(fresh);
  const std::vector<Indexed> removed = indexed(gone);
  std::vector<std::uint32_t> hashes;
  for (const auto* documents : {&std::as_const(added), &removed})
    for (const Indexed& document : *documents)
      for (const Shingle& term : document.terms) hashes.push_back(term.hash);
  sort_distinct(hashes);
  for (const Indexed& document : removed)
    for (const Shingle& term : document.terms)
      if (known(term.hash)) mark(document.place.document, term.hash, false);
  index_.remove(removed);
  index_.add(std::move(added));

  index_.visit(hashes, [&](std::uint32_t hash, std::span<const Posted> documents) {
    if (documents.size() < kManyDocuments && gone.empty()) return;
    const bool was = known(hash);
    // The judges are the same, and so is what they say, unless one of them has just come.
    const auto judges = documents.first(std::min(kJudges, documents.size()));
    const bool same = gone.empty() && documents.size() > kManyDocuments &&
                      std::none_of(judges.begin(), judges.end(), [&](const Place& place) {
                        return are_fresh.contains(place.document);
                      });
    const bool is = same ? was : is_boilerplate(documents);
    if (is != was) (is ? learn_ : unlearn_).bind(1, std::int64_t{hash}).run();
    if (!is && !was) return;
    for (const Place& place : documents) {
      const bool is_fresh = are_fresh.contains(place.document);
      if (is == was && !is_fresh) continue;
      if (is || !is_fresh) mark(place.document, hash, is);
      if (!is_fresh) altered.insert(place.document);
    }
  });
  std::vector<std::int64_t> result(altered.begin(), altered.end());
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace newsfacts
