#include "db/link/grouping.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace newsfacts {
namespace {

class Forest {
 public:
  explicit Forest(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }

  // The smaller root stays: a component's root is its smallest member.
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

struct Neighbor {
  Rank document = 0;
  std::uint32_t strength = 0;
};

// Breaks ties between edges of equal strength without favoring any document: if everybody
// kept the neighbors of smallest identity, few edges would be kept by both ends.
std::uint64_t shuffled(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a ^ b;
  x = (x ^ (x >> 31U)) * 0x9e3779b97f4a7c15ULL;
  return x ^ (x >> 29U);
}

class Graph {
 public:
  Graph(std::span<const Edge> edges, std::span<const std::uint64_t> identities, const Akin& akin)
      : akin_(akin),
        identities_(identities),
        begin_(identities.size() + 1),
        place_(identities.size(), kNowhere) {
    for (const Edge& edge : edges) {
      ++begin_[edge.a + std::size_t{1}];
      ++begin_[edge.b + std::size_t{1}];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    neighbors_.resize(2 * edges.size());
    std::vector<std::size_t> at(begin_.begin(), begin_.end() - 1);
    for (const Edge& edge : edges) {
      neighbors_[at[edge.a]++] = {edge.b, edge.strength};
      neighbors_[at[edge.b]++] = {edge.a, edge.strength};
    }
    for (Rank document = 0; document < identities.size(); ++document) strongest_first(document);
  }

  // The neighbors that `document` keeps, ascending.
  std::vector<Rank> kept_by(Rank document) {
    const auto around = of(document);
    const auto size = static_cast<std::uint32_t>(around.size());
    for (std::uint32_t i = 0; i < size; ++i) place_[around[i].document] = i;
    Forest clusters(size);
    for (std::uint32_t i = 0; i < size; ++i)
      for (const Neighbor& next : of(around[i].document))
        if (place_[next.document] != kNowhere) clusters.join(i, place_[next.document]);
    for (const Neighbor& neighbor : around) place_[neighbor.document] = kNowhere;

    // Each cluster's root is its strongest neighbor, and speaks for it.
    std::vector<std::uint32_t> roots;
    for (std::uint32_t i = 0; i < size; ++i)
      if (clusters.root(i) == i) roots.push_back(i);
    for (std::size_t i = 1; i < roots.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (clusters.root(roots[i]) != clusters.root(roots[k]) &&
            akin_(around[roots[i]].document, around[roots[k]].document))
          clusters.join(roots[i], roots[k]);

    std::vector<std::uint64_t> total(size);
    for (std::uint32_t i = 0; i < size; ++i) total[clusters.root(i)] += around[i].strength;
    const auto best =
        static_cast<std::uint32_t>(std::max_element(total.begin(), total.end()) - total.begin());
    std::vector<Rank> kept;
    for (std::uint32_t i = 0; i < size; ++i)
      if (clusters.root(i) == best) kept.push_back(around[i].document);
    std::sort(kept.begin(), kept.end());
    return kept;
  }

  bool supported(Rank a, Rank b) const {
    const auto around_a = of(a), around_b = of(b);
    if (around_a[0].document == b || around_b[0].document == a) return true;
    return std::any_of(around_a.begin(), around_a.end(), [&](const Neighbor& x) {
      return std::any_of(around_b.begin(), around_b.end(),
                         [&](const Neighbor& y) { return x.document == y.document; });
    });
  }

 private:
  static constexpr std::uint32_t kNowhere = ~0U;

  std::span<const Neighbor> of(Rank document) const {
    const std::size_t size = begin_[document + std::size_t{1}] - begin_[document];
    return {neighbors_.data() + begin_[document], std::min(size, kMostEdges)};
  }

  void strongest_first(Rank document) {
    const auto begin = neighbors_.begin() + static_cast<std::ptrdiff_t>(begin_[document]);
    const auto end =
        neighbors_.begin() + static_cast<std::ptrdiff_t>(begin_[document + std::size_t{1}]);
    std::sort(begin, end, [&](const Neighbor& x, const Neighbor& y) {
      if (x.strength != y.strength) return x.strength > y.strength;
      const std::uint64_t one = shuffled(identities_[document], identities_[x.document]);
      const std::uint64_t other = shuffled(identities_[document], identities_[y.document]);
      return one != other ? one < other : x.document < y.document;
    });
  }

  const Akin& akin_;
  std::span<const std::uint64_t> identities_;
  std::vector<std::size_t> begin_;  // of a document's neighbors; one more at the end
  std::vector<Neighbor> neighbors_;
  std::vector<std::uint32_t> place_;  // scratch of kept_by
};

}  // namespace

std::vector<Edge> standing(std::span<const Edge> edges, std::span<const std::uint64_t> identities,
                           const Akin& akin, std::span<const Edge> asked) {
  Graph graph(edges, identities, akin);
  std::vector<std::optional<std::vector<Rank>>> kept(identities.size());
  const auto keeps = [&](Rank one, Rank other) {
    if (!kept[one]) kept[one] = graph.kept_by(one);
    return std::binary_search(kept[one]->begin(), kept[one]->end(), other);
  };
  std::vector<Edge> result;
  for (const Edge& edge : asked)
    if (graph.supported(edge.a, edge.b) && keeps(edge.a, edge.b) && keeps(edge.b, edge.a))
      result.push_back(edge);
  return result;
}

std::vector<Rank> components(std::span<const Edge> edges, Rank documents) {
  Forest forest(documents);
  for (const Edge& edge : edges) forest.join(edge.a, edge.b);
  std::vector<Rank> smallest(documents);
  for (Rank document = 0; document < documents; ++document)
    smallest[document] = forest.root(document);
  return smallest;
}

}  // namespace newsfacts
