#include "db/link/groups.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/link/grouping.h"
#include "db/link/places.h"

namespace newsfacts {

EdgeTable::EdgeTable(const Database& database, std::string_view table)
    : of_(database.prepare(fmt::format("SELECT b, strength FROM {} WHERE a = ?", table))),
      any_(database.prepare(fmt::format("SELECT DISTINCT a FROM {}", table))),
      put_(database.prepare(
          fmt::format("INSERT OR REPLACE INTO {}(a, b, strength) VALUES (?, ?, ?)", table))),
      remove_(database.prepare(fmt::format("DELETE FROM {} WHERE a = ? AND b = ?", table))) {}

const EdgeTable::Ends& EdgeTable::read(DocumentId document) {
  const auto [at, added] = ends_.try_emplace(document);
  const auto place = static_cast<std::size_t>(document);
  const bool none = have_any_ && (place >= have_any_->size() || !(*have_any_)[place]);
  if (added && !none) {
    of_.bind(1, document);
    while (of_.step()) {
      const End end = {of_.integer(0), static_cast<std::uint32_t>(of_.integer(1))};
      at->second.all.push_back(end);
      if (end.strength > 0) at->second.edges.push_back(end);
    }
    of_.reset();
  }
  return at->second;
}

const std::vector<EdgeTable::End>& EdgeTable::of(DocumentId document) {
  return read(document).edges;
}

const std::vector<EdgeTable::End>& EdgeTable::all(DocumentId document) {
  return read(document).all;
}

void EdgeTable::expect_many() {
  have_any_.emplace();
  while (any_.step()) {
    const auto place = static_cast<std::size_t>(any_.integer(0));
    if (have_any_->size() <= place) have_any_->resize(place + 1);
    (*have_any_)[place] = true;
  }
  any_.reset();
}

bool EdgeTable::has(const DocumentPair& pair) {
  const auto& ends = all(pair.first);
  return std::any_of(ends.begin(), ends.end(),
                     [&](const End& end) { return end.document == pair.second; });
}

void EdgeTable::put(const std::vector<NewEdge>& edges) {
  std::vector<NewEdge> both = edges;
  for (const auto& [a, b, strength] : edges) both.emplace_back(b, a, strength);
  std::sort(both.begin(), both.end());  // as the table is
  for (const auto& [a, b, strength] : both) {
    put_.bind(1, a).bind(2, b).bind(3, std::int64_t{strength}).run();
    ends_.erase(a);
    if (const auto place = static_cast<std::size_t>(a); have_any_) {
      if (have_any_->size() <= place) have_any_->resize(place + 1);
      (*have_any_)[place] = true;
    }
  }
}

void EdgeTable::remove(const DocumentPair& pair) {
  remove_.bind(1, pair.first).bind(2, pair.second).run();
  remove_.bind(1, pair.second).bind(2, pair.first).run();
  ends_.erase(pair.first);
  ends_.erase(pair.second);
}

namespace {

// Documents as they stand, read once each.
class Order {
 public:
  explicit Order(const Database& database) : standings_(database) {}

  const Standing& of(DocumentId document) {
    const auto [at, added] = known_.try_emplace(document);
    if (added) at->second = standings_.of(document);
    return at->second;
  }

  void sort(std::vector<DocumentId>& documents) {
    std::sort(documents.begin(), documents.end(),
              [&](DocumentId a, DocumentId b) { return of(a) < of(b); });
  }

 private:
  Standings standings_;
  std::unordered_map<DocumentId, Standing> known_;
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

class Neighborhood {
 public:
  Neighborhood(const Database& database, std::string_view column, EdgeTable& edges, Ties& ties,
               const std::unordered_set<DocumentId>& touched)
      : edges_(edges),
        ties_(ties),
        order_(database),
        members_(database, column),
        touched_(touched) {}

  std::vector<Group> groups();

 private:
  std::vector<DocumentId> region();

  EdgeTable& edges_;
  Ties& ties_;
  Order order_;
  MemberTable members_;
  const std::unordered_set<DocumentId>& touched_;
};

// Every document whose group may be another than it was: whether an edge stands is up to the
// neighbors of its ends, so two steps from a touched document, and the groups that are there.
std::vector<DocumentId> Neighborhood::region() {
  std::unordered_set<DocumentId> near = touched_;
  for (int step = 0; step < 2; ++step)
    for (const DocumentId document : std::vector<DocumentId>(near.begin(), near.end()))
      for (const EdgeTable::End& end : edges_.of(document)) near.insert(end.document);
  std::vector<DocumentId> open(near.begin(), near.end());
  while (!open.empty()) {
    const DocumentId document = open.back();
    open.pop_back();
    for (const auto& more : {members_.with(document), ties_.bound_to(document)})
      for (const DocumentId other : more)
        if (near.insert(other).second) open.push_back(other);
  }
  std::vector<DocumentId> all(near.begin(), near.end());
  order_.sort(all);
  return all;
}

std::vector<Group> Neighborhood::groups() {
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
  order_.sort(documents);
  std::unordered_map<DocumentId, Rank> rank_of;
  std::vector<std::uint64_t> identities;
  for (const DocumentId document : documents) {
    rank_of.emplace(document, static_cast<Rank>(identities.size()));
    identities.push_back(order_.of(document).key.low);
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
      edges, identities, [&](Rank a, Rank b) { return ties_.akin(documents[a], documents[b]); },
      asked);
  for (const DocumentId document : inside)
    for (const DocumentId other : ties_.bound_to(document))
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

std::vector<Group> groups_around(const Database& database, std::string_view column,
                                 EdgeTable& edges, Ties& ties,
                                 const std::unordered_set<DocumentId>& touched) {
  // Most documents are alone and stay so: they are told without looking around.
  MemberTable members(database, column);
  std::vector<Group> alone;
  std::unordered_set<DocumentId> others;
  const auto none_but = [](const std::vector<DocumentId>& all, DocumentId document) {
    return all.empty() || (all.size() == 1 && all[0] == document);
  };
  for (const DocumentId document : touched)
    if (edges.of(document).empty() && none_but(members.with(document), document) &&
        none_but(ties.bound_to(document), document))
      alone.push_back({document});
    else
      others.insert(document);
  std::vector<Group> groups = Neighborhood(database, column, edges, ties, others).groups();
  std::sort(alone.begin(), alone.end());  // as the table `link` is
  groups.insert(groups.end(), alone.begin(), alone.end());
  return groups;
}

}  // namespace newsfacts
