// Grouping: from pairs of documents that belong together to groups of them, without a chain of
// pairs joining what has nothing in common.
//
// Groups are connected components, and a round-up of the day's news would connect them all.
// So each document keeps only its kMostEdges strongest edges, sorts the documents at
// their other ends into clusters - connected by an edge, or akin - and keeps the edges into one
// cluster, that of the greatest total strength.  An edge stands when both ends keep it, and when it
// is the strongest of one end or the two have a neighbor in common:
//
//     a1 --- a2            a1 --- a2
//       \    /               \    /
//        digest      =>      digest        c and the a's are not akin:
//          |                               the digest stays with the a's
//          c                   c
//
// Whether an edge stands depends on the neighbors of its two ends and on nothing farther away:
// that is what lets a new document be linked without going over the whole store.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace newsfacts {

inline constexpr std::size_t kMostEdges = 64;

// Documents are numbered from 0 in an order of their own, by day and key: rank 3 stands before rank 7.
using Rank = std::uint32_t;

struct Edge {
  Rank a = 0, b = 0;           // a < b
  std::uint32_t strength = 0;  // compared, and added up
  friend auto operator<=>(const Edge&, const Edge&) = default;
};

// `akin` tells whether two documents, not joined by an edge, may still be neighbors of one
// third; it must be symmetric.
using Akin = std::function<bool(Rank, Rank)>;

// Those of the edges `asked` for that stand.  `edges` holds every edge of their ends and of
// the neighbors of their ends, each once, and may hold more.  `identities` are the documents'
// own, by rank: ties are broken by them, so that a document's choice is the same whoever else is
// numbered with it.
std::vector<Edge> standing(std::span<const Edge> edges, std::span<const std::uint64_t> identities,
                           const Akin& akin, std::span<const Edge> asked);

// For each document the smallest rank of its connected component.
std::vector<Rank> components(std::span<const Edge> edges, Rank documents);

}  // namespace newsfacts
