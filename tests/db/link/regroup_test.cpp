// Regrouping with what is new and what is gone gives the edges and groups of all documents at once.
// The documents here are numbers and what joins them is drawn by chance, so that every way in which
// one may touch the others comes up: it joins groups, splits them as a round-up, pushes
// neighbors apart, and undoes all that when it goes.

#include "db/link/regroup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "db/store.h"

namespace newsfacts {
namespace {

struct Drawn {
  std::vector<std::uint32_t> terms;
  std::string published;
  std::uint32_t event = 0, bond = 0;
};

class DrawnAffinity : public Affinity {
 public:
  explicit DrawnAffinity(const std::vector<const Drawn*>& documents) : documents_(documents) {}

  std::set<DocumentId> gone;

  Terms terms(DocumentId document) override { return terms_of(at(document).terms); }
  std::optional<std::uint32_t> edge(DocumentId a, DocumentId b) override {
    const std::uint32_t one = at(a).event, other = at(b).event;
    const std::uint32_t apart = one > other ? one - other : other - one;
    if (apart > 12) return std::nullopt;
    return 20 - apart;
  }
  bool akin(DocumentId a, DocumentId b) override {
    const std::uint32_t one = at(a).event, other = at(b).event;
    return (one > other ? one - other : other - one) <= 14;
  }
  std::vector<DocumentId> bound_to(DocumentId document) override {
    std::vector<DocumentId> all;
    for (std::size_t i = 0; i < documents_.size(); ++i)
      if (at(document).bond != 0 && documents_[i]->bond == at(document).bond &&
          !gone.contains(static_cast<DocumentId>(i + 1)))
        all.push_back(static_cast<DocumentId>(i + 1));
    return all;
  }

 private:
  const Drawn& at(DocumentId document) {
    return *documents_[static_cast<std::size_t>(document - 1)];
  }
  const std::vector<const Drawn*>& documents_;
};

struct Outcome {
  std::set<std::pair<std::size_t, std::size_t>> edges;
  std::set<std::set<std::size_t>> groups;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

constexpr Pass kPass = {"copy", "copy_edge", "origin", {9, 8}, 1};

// In the order of `arrival`, so many at a time; the guests among them leave again, each some batches
// later or at the end.
Outcome outcome(const std::vector<Drawn>& all, const std::vector<std::size_t>& arrival,
                const std::vector<std::size_t>& batches, const std::set<std::size_t>& guests = {}) {
  Store store(":memory:", Database::Mode::kCreate);
  store.finish_load();  // for the indexes
  Database& database = store.database();
  Statement add = database.prepare(
      "INSERT INTO document(id, key, published, characters, text) VALUES (?, ?, ?, 0, '')");
  Statement link = database.prepare(
      "INSERT INTO link(document, origin) VALUES (?1, ?2) "
      "ON CONFLICT(document) DO UPDATE SET origin = ?2");
  Statement unlink = database.prepare("DELETE FROM link WHERE document = ?");
  std::vector<const Drawn*> documents;
  DrawnAffinity affinity(documents);
  const auto write = [&](const Changed& changed) {
    for (const Group& group : regroup(database, kPass, affinity, changed))
      for (const DocumentId document : group) link.bind(1, document).bind(2, group[0]).run();
  };
  // Those bound to these have other company now.
  const auto bound = [&](const std::vector<DocumentId>& to) {
    std::set<DocumentId> moved;
    for (const DocumentId document : to)
      for (const DocumentId other : affinity.bound_to(document))
        if (std::find(to.begin(), to.end(), other) == to.end()) moved.insert(other);
    return std::vector<DocumentId>(moved.begin(), moved.end());
  };
  std::size_t at = 0;
  std::vector<DocumentId> to_leave;
  const auto leave = [&](std::size_t count) {
    std::vector<DocumentId> gone(to_leave.end() - static_cast<std::ptrdiff_t>(count), to_leave.end());
    to_leave.resize(to_leave.size() - count);
    const std::vector<DocumentId> moved = bound(gone);
    for (const DocumentId document : gone) unlink.bind(1, document).run();
    affinity.gone.insert(gone.begin(), gone.end());
    write({{}, gone, {}, moved});
  };
  for (const std::size_t batch : batches) {
    Transaction transaction(database);
    std::vector<DocumentId> fresh;
    for (std::size_t i = 0; i < batch && at < arrival.size(); ++i, ++at) {
      documents.push_back(&all[arrival[at]]);
      fresh.push_back(static_cast<DocumentId>(documents.size()));
      if (guests.contains(arrival[at])) to_leave.push_back(fresh.back());
      const auto key = Key::of({std::to_string(arrival[at])}).bytes();
      add.bind(1, fresh.back()).bind_blob(2, key).bind(3, all[arrival[at]].published).run();
    }
    write({fresh, {}, {}, bound(fresh)});
    leave(to_leave.size() / 2);
    transaction.commit();
  }
  leave(to_leave.size());

  const auto number = [&](std::int64_t document) {
    return arrival[static_cast<std::size_t>(document - 1)];
  };
  Outcome found;
  Statement edges = database.prepare("SELECT a, b FROM copy_edge");
  while (edges.step()) found.edges.emplace(number(edges.integer(0)), number(edges.integer(1)));
  Statement groups =
      database.prepare("SELECT group_concat(document, ' ') FROM link GROUP BY origin");
  while (groups.step()) {
    std::set<std::size_t> members;
    std::string text(groups.text(0));
    for (std::size_t i = 0; i < text.size(); i = text.find(' ', i), i += i < text.size() ? 1 : 0)
      members.insert(number(std::stoll(text.substr(i))));
    found.groups.insert(members);
  }
  return found;
}

class RegroupOrder : public testing::TestWithParam<unsigned> {};

TEST_P(RegroupOrder, InBatchesOfAnySizeAndOrderWithGuestsWhoLeaveAsAllAtOnce) {
  std::mt19937 random(GetParam());
  const auto pick = [&](std::size_t of) { return static_cast<std::size_t>(random()) % of; };
  std::vector<Drawn> all(60 + pick(60));
  for (Drawn& document : all) {
    std::set<std::uint32_t> terms;
    for (std::size_t i = 0; i <= pick(3); ++i) terms.insert(static_cast<std::uint32_t>(pick(12)));
    document.terms.assign(terms.begin(), terms.end());
    if (pick(4) != 0) document.published = "2026-03-1" + std::to_string(pick(10));
    document.event = static_cast<std::uint32_t>(pick(300));
    if (pick(12) == 0) document.bond = static_cast<std::uint32_t>(1 + pick(4));
  }
  std::vector<std::size_t> arrival, residents;
  std::set<std::size_t> guests;
  for (std::size_t i = 0; i < all.size(); ++i) {
    arrival.push_back(i);
    if (pick(4) == 0)
      guests.insert(i);
    else
      residents.push_back(i);
  }
  const Outcome at_once = outcome(all, residents, {residents.size()});
  EXPECT_GT(at_once.groups.size(), 1U);
  EXPECT_LT(at_once.groups.size(), residents.size());

  for (std::size_t i = arrival.size(); i > 1; --i) std::swap(arrival[i - 1], arrival[pick(i)]);
  std::vector<std::size_t> batches;
  for (std::size_t rest = all.size(); rest > 0; rest -= batches.back())
    batches.push_back(std::min(rest, 1 + pick(GetParam() % 2 == 0 ? 3 : 30)));
  const Outcome in_batches = outcome(all, arrival, batches, guests);
  EXPECT_EQ(in_batches.edges, at_once.edges);
  EXPECT_EQ(in_batches.groups, at_once.groups);
}

INSTANTIATE_TEST_SUITE_P(, RegroupOrder, testing::Range(1U, 41U));

}  // namespace
}  // namespace newsfacts
