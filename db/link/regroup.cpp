#include "db/link/regroup.h"

#include <algorithm>

#include "db/link/places.h"

namespace newsfacts {
namespace {

// So many that it pays to read at once which documents have edges.
constexpr std::size_t kMany = 1000;

class Regrouping {
 public:
  Regrouping(const Database& database, const Pass& pass, Affinity& affinity)
      : database_(database),
        pass_(pass),
        affinity_(affinity),
        standings_(database),
        edges_(database, pass.edges),
        meetings_(database, pass.index, pass.reach, pass.often) {}

  std::vector<Group> run(const Changed& changed) {
    if (!changed.gone.empty()) remove(changed.gone);
    if (!changed.fresh.empty()) add(changed.fresh);
    if (!changed.altered.empty()) compare_again(changed.altered);
    touched_.insert(changed.fresh.begin(), changed.fresh.end());
    touched_.insert(changed.moved.begin(), changed.moved.end());
    for (const DocumentId document : changed.gone) touched_.erase(document);
    return groups_around(database_, pass_.column, edges_, affinity_, touched_);
  }

 private:
  void add(std::span<const DocumentId> fresh) {
    const Meetings::Change change = meetings_.add(indexed(fresh));
    if (fresh.size() > kMany) edges_.expect_many();
    compare(change.met);
    std::vector<DocumentPair> parted;
    for (const DocumentPair& pair : change.parted)
      if (edges_.has(pair)) parted.push_back(pair);
    const std::vector<DocumentPair> still = still_met(parted);
    for (const DocumentPair& pair : parted)
      if (!std::binary_search(still.begin(), still.end(), pair)) undo(pair);
  }

  void remove(std::span<const DocumentId> gone) {
    const Meetings::Change change = meetings_.remove(indexed(gone));
    for (const DocumentId document : gone)
      for (const EdgeTable::End& end : std::vector(edges_.all(document)))
        undo(std::minmax(document, end.document));
    compare(still_met(change.joined));
  }

  void compare_again(std::span<const DocumentId> altered) {
    compare(meetings_.met_by(indexed(altered)));
    touched_.insert(altered.begin(), altered.end());
  }

  void compare(std::span<const DocumentPair> pairs) {
    std::vector<EdgeTable::NewEdge> made;
    for (const DocumentPair& pair : pairs) {
      const auto [a, b] = pair;
      const auto strength = affinity_.edge(a, b);
      if (!strength) {
        if (edges_.has(pair)) undo(pair);
        continue;
      }
      made.emplace_back(a, b, *strength);
      if (*strength > 0 || edges_.has(pair)) touched_.insert({a, b});
    }
    edges_.put(made);
  }

  void undo(const DocumentPair& pair) {
    edges_.remove(pair);
    affinity_.parted(pair.first, pair.second);
    touched_.insert({pair.first, pair.second});
  }

  std::vector<DocumentPair> still_met(std::span<const DocumentPair> pairs) {
    return meetings_.still_met(pairs, [&](DocumentId document) -> const auto& {
      const auto [at, added] = terms_.try_emplace(document);
      if (added) at->second = affinity_.terms(document);
      return at->second;
    });
  }

  std::vector<Indexed> indexed(std::span<const DocumentId> documents) {
    std::vector<Indexed> all;
    all.reserve(documents.size());
    for (const DocumentId document : documents)
      all.push_back({place_of(document, standings_.of(document)), affinity_.terms(document)});
    return all;
  }

  const Database& database_;
  const Pass& pass_;
  Affinity& affinity_;
  Standings standings_;
  EdgeTable edges_;
  Meetings meetings_;
  std::unordered_set<DocumentId> touched_;  // its edges, or what it is bound to, have changed
  std::unordered_map<DocumentId, Terms> terms_;
};

}  // namespace

std::vector<Group> regroup(const Database& database, const Pass& pass, Affinity& affinity,
                           const Changed& changed) {
  return Regrouping(database, pass, affinity).run(changed);
}

}  // namespace newsfacts
