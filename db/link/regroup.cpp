#include "db/link/regroup.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "db/link/grouping.h"

namespace newsfacts {
namespace {

using Pair = std::pair<DocumentId, DocumentId>;

template <typename T>
void sort_distinct(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

// Terms are hashes; SQLite's integers are signed.
std::int64_t as_integer(std::uint64_t term) {
  return static_cast<std::int64_t>(term);
}

// Where a document stands among others, read once each.
class Places {
 public:
  explicit Places(const Database& database)
      : read_(database.prepare("SELECT key, published FROM document WHERE id = ?")) {}

  struct Place {
    bool undated = true;  // after all that have a date
    std::int64_t day = 0;
    Key key;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  const Place& of(DocumentId document) {
    const auto [at, added] = places_.try_emplace(document);
    if (added) at->second = read(document);
    return at->second;
  }

  void in_order(std::vector<DocumentId>& documents) {
    std::sort(documents.begin(), documents.end(),
              [&](DocumentId a, DocumentId b) { return of(a) < of(b); });
  }

 private:
  Place read(DocumentId document);

  Statement read_;
  std::unordered_map<DocumentId, Place> places_;
};

Places::Place Places::read(DocumentId document) {
  Place place;
  read_.bind(1, document);
  if (read_.step()) {
    place.key = key_of_bytes(read_.blob(0));
    if (const auto day = parse_day(read_.text(1))) {
      place.undated = false;
      place.day = day->time_since_epoch().count();
    }
  }
  read_.reset();
  return place;
}

// The edges of a pass, from both of their ends.
class EdgeTable {
 public:
  EdgeTable(const Database& database, std::string_view table)
      : of_(database.prepare(fmt::format("SELECT b, strength FROM {} WHERE a = ?", table))),
        add_(database.prepare(
            fmt::format("INSERT INTO {}(a, b, strength) VALUES (?, ?, ?)", table))),
        remove_(database.prepare(fmt::format("DELETE FROM {} WHERE a = ? AND b = ?", table))) {}

  struct End {
    DocumentId document = 0;
    std::uint32_t strength = 0;
  };

  const std::vector<End>& of(DocumentId document) {
    const auto [at, added] = ends_.try_emplace(document);
    if (added) {
      of_.bind(1, document);
      while (of_.step())
        at->second.push_back({of_.integer(0), static_cast<std::uint32_t>(of_.integer(1))});
      of_.reset();
    }
    return at->second;
  }

  bool has(const Pair& pair) {
    const auto& ends = of(pair.first);
    return std::any_of(ends.begin(), ends.end(),
                       [&](const End& end) { return end.document == pair.second; });
  }

  // Both ways, in the order of the table.
  void add(const std::vector<std::tuple<DocumentId, DocumentId, std::uint32_t>>& edges) {
    auto both = edges;
    for (const auto& [a, b, strength] : edges) both.emplace_back(b, a, strength);
    std::sort(both.begin(), both.end());
    for (const auto& [a, b, strength] : both) {
      add_.bind(1, a).bind(2, b).bind(3, std::int64_t{strength}).run();
      ends_.erase(a);
    }
  }

  void remove(const Pair& pair) {
    remove_.bind(1, pair.first).bind(2, pair.second).run();
    remove_.bind(1, pair.second).bind(2, pair.first).run();
    ends_.erase(pair.first);
    ends_.erase(pair.second);
  }

 private:
  Statement of_, add_, remove_;
  std::unordered_map<DocumentId, std::vector<End>> ends_;
};

class PostingTable {
 public:
  PostingTable(const Database& database, std::string_view table)
      : of_(database.prepare(fmt::format("SELECT document FROM {} WHERE term = ?", table))),
        add_(database.prepare(fmt::format("INSERT INTO {}(term, document) VALUES (?, ?)", table))) {
    empty_ = !database.prepare(fmt::format("SELECT 1 FROM {} LIMIT 1", table)).step();
  }

  std::vector<DocumentId> of(std::uint64_t term) {
    std::vector<DocumentId> documents;
    if (empty_) return documents;
    of_.bind(1, as_integer(term));
    while (of_.step()) documents.push_back(of_.integer(0));
    of_.reset();
    return documents;
  }

  // Sorted by the table's own order: at the end of the pages, or beside each other.
  void add(const std::vector<std::pair<std::int64_t, DocumentId>>& rows) {
    for (const auto& [term, document] : rows) add_.bind(1, term).bind(2, document).run();
    if (!rows.empty()) empty_ = false;
  }

 private:
  Statement of_, add_;
  bool empty_ = false;
};

class MemberTable {
 public:
  MemberTable(const Database& database, std::string_view column)
      : with_(database.prepare(
            fmt::format("SELECT other.document FROM link JOIN link AS other USING ({}) "
                        "WHERE link.document = ?",
                        column))) {}

  // Those in one group with it so far; nobody, or the document itself, where it is alone.
  std::vector<DocumentId> with(DocumentId document) {
    std::vector<DocumentId> all;
    with_.bind(1, document);
    while (with_.step()) all.push_back(with_.integer(0));
    with_.reset();
    return all;
  }

 private:
  Statement with_;
};

class Regrouping {
 public:
  Regrouping(Database& database, const Pass& pass, Affinity& affinity)
      : affinity_(affinity),
        places_(database),
        edges_(database, pass.edges),
        postings_(database, pass.postings),
        members_(database, pass.column) {}

  std::vector<Group> run(std::span<const DocumentId> fresh, std::span<const DocumentId> moved) {
    touched_.insert(moved.begin(), moved.end());
    touched_.insert(fresh.begin(), fresh.end());
    index(fresh);
    return groups_around();
  }

 private:
  void index(std::span<const DocumentId> fresh);
  void meet(const std::vector<DocumentId>& posting, const std::unordered_set<DocumentId>& fresh);
  bool within_reach(const Pair& pair);
  std::vector<Group> groups_around();
  std::vector<DocumentId> region();

  Affinity& affinity_;
  Places places_;
  EdgeTable edges_;
  PostingTable postings_;
  MemberTable members_;
  std::unordered_set<DocumentId> touched_;  // its edges, or what it is bound to, have changed
  std::vector<Pair> to_compare_, pushed_apart_;
};

// Indexes the fresh documents and settles every edge they make or undo.
void Regrouping::index(std::span<const DocumentId> fresh) {
  const std::unordered_set<DocumentId> is_fresh(fresh.begin(), fresh.end());
  std::vector<std::pair<std::int64_t, DocumentId>> rows;
  for (const DocumentId document : fresh)
    for (const std::uint64_t term : affinity_.terms(document))
      rows.emplace_back(as_integer(term), document);
  sort_distinct(rows);
  for (std::size_t i = 0; i < rows.size();) {
    const std::int64_t term = rows[i].first;
    std::vector<DocumentId> posting = postings_.of(static_cast<std::uint64_t>(term));
    for (; i < rows.size() && rows[i].first == term; ++i) posting.push_back(rows[i].second);
    meet(posting, is_fresh);
  }
  postings_.add(rows);

  sort_distinct(to_compare_);
  std::vector<std::tuple<DocumentId, DocumentId, std::uint32_t>> made;
  for (const auto& [a, b] : to_compare_)
    if (const auto strength = affinity_.edge(a, b)) {
      made.emplace_back(a, b, *strength);
      touched_.insert({a, b});
    }
  edges_.add(made);
  sort_distinct(pushed_apart_);
  for (const Pair& pair : pushed_apart_)
    if (edges_.has(pair) && !within_reach(pair)) {
      edges_.remove(pair);
      touched_.insert({pair.first, pair.second});
    }
}

// Notes the pairs of one posting that have come within reach, and those that were.
void Regrouping::meet(const std::vector<DocumentId>& posting,
                      const std::unordered_set<DocumentId>& fresh) {
  if (posting.size() < 2) return;
  std::vector<DocumentId> all = posting;
  places_.in_order(all);
  const auto pair = [&](std::size_t i, std::size_t k) { return std::minmax(all[i], all[k]); };
  std::vector<std::size_t> old;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool new_here = fresh.contains(all[i]);
    if (!new_here) old.push_back(i);
    for (std::size_t k = i + 1; k < all.size() && k <= i + kReach; ++k)
      if (new_here || fresh.contains(all[k])) to_compare_.push_back(pair(i, k));
  }
  if (all.size() <= kReach + 1) return;
  for (std::size_t i = 0; i < old.size(); ++i)
    for (std::size_t k = i + 1; k < old.size() && k <= i + kReach; ++k)
      if (old[k] - old[i] > kReach) pushed_apart_.push_back(pair(old[i], old[k]));
}

// Pushed apart in one posting, two documents may be near in another.
bool Regrouping::within_reach(const Pair& pair) {
  std::vector<std::uint64_t> a = affinity_.terms(pair.first), b = affinity_.terms(pair.second);
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return std::any_of(common.begin(), common.end(), [&](std::uint64_t term) {
    std::vector<DocumentId> posting = postings_.of(term);
    places_.in_order(posting);
    const auto one = std::find(posting.begin(), posting.end(), pair.first);
    const auto other = std::find(posting.begin(), posting.end(), pair.second);
    return static_cast<std::size_t>(std::abs(one - other)) <= kReach;
  });
}

// Every document whose group may be another than it was: whether an edge stands is up to the
// neighbors of its ends, so two steps from a touched document, and the groups that are there.
std::vector<DocumentId> Regrouping::region() {
  std::unordered_set<DocumentId> near = touched_;
  for (int step = 0; step < 2; ++step)
    for (const DocumentId document : std::vector<DocumentId>(near.begin(), near.end()))
      for (const EdgeTable::End& end : edges_.of(document)) near.insert(end.document);
  std::vector<DocumentId> open(near.begin(), near.end());
  while (!open.empty()) {
    const DocumentId document = open.back();
    open.pop_back();
    for (const auto& more : {members_.with(document), affinity_.bound_to(document)})
      for (const DocumentId other : more)
        if (near.insert(other).second) open.push_back(other);
  }
  std::vector<DocumentId> all(near.begin(), near.end());
  places_.in_order(all);
  return all;
}

std::vector<Group> Regrouping::groups_around() {
  const std::vector<DocumentId> inside = region();
  const std::unordered_set<DocumentId> is_inside(inside.begin(), inside.end());

  // The graph reaches as far as standing() asks: every edge of those inside, of their
  // neighbors, and of the neighbors of those.
  std::unordered_set<DocumentId> known = is_inside;
  for (int step = 0; step < 2; ++step)
    for (const DocumentId document : std::vector<DocumentId>(known.begin(), known.end()))
      for (const EdgeTable::End& end : edges_.of(document)) known.insert(end.document);
  std::unordered_set<DocumentId> all = known;
  for (const DocumentId document : known)
    for (const EdgeTable::End& end : edges_.of(document)) all.insert(end.document);

  std::vector<DocumentId> documents(all.begin(), all.end());
  places_.in_order(documents);
  std::unordered_map<DocumentId, Rank> rank_of;
  std::vector<std::uint64_t> identities;
  for (const DocumentId document : documents) {
    rank_of.emplace(document, static_cast<Rank>(identities.size()));
    identities.push_back(places_.of(document).key.low);
  }
  std::vector<Edge> edges, asked;
  for (const DocumentId document : known)
    for (const EdgeTable::End& end : edges_.of(document)) {
      const Rank a = rank_of.at(document), b = rank_of.at(end.document);
      if (a > b && known.contains(end.document)) continue;  // told by the other end
      edges.push_back({std::min(a, b), std::max(a, b), end.strength});
      if (is_inside.contains(document) && is_inside.contains(end.document))
        asked.push_back(edges.back());
    }
  std::sort(edges.begin(), edges.end());
  std::sort(asked.begin(), asked.end());

  std::vector<Edge> stand = standing(
      edges, identities, [&](Rank a, Rank b) { return affinity_.akin(documents[a], documents[b]); },
      asked);
  for (const DocumentId document : inside)
    for (const DocumentId other : affinity_.bound_to(document))
      stand.push_back({rank_of.at(document), rank_of.at(other), 0});

  const std::vector<Rank> first = components(stand, static_cast<Rank>(documents.size()));
  std::vector<Group> groups;
  std::unordered_map<Rank, std::size_t> place;
  for (const DocumentId document : inside) {
    const auto [at, added] = place.try_emplace(first[rank_of.at(document)], groups.size());
    if (added) groups.emplace_back();
    groups[at->second].push_back(document);
  }
  return groups;
}

}  // namespace

std::vector<Group> regroup(Database& database, const Pass& pass, Affinity& affinity,
                           std::span<const DocumentId> fresh, std::span<const DocumentId> moved) {
  return Regrouping(database, pass, affinity).run(fresh, moved);
}

}  // namespace newsfacts
