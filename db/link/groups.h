// Groups kept in the store: the edges of a pass, and which groups they make of the documents around
// what has changed (grouping.h says which edges stand).
//
// Whether an edge stands is decided by the neighbors of its ends, so only the groups within two
// steps of a changed edge are made again, and the store is the same as if all documents had
// come at once.  Which group a document is in is a column of the table `link`: NULL, or its own
// row, where it is alone.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/key.h"
#include "db/database.h"
#include "db/link/meetings.h"

namespace newsfacts {

// Documents in one group, the first of them speaking for it: the earliest published, of those
// the smallest key; those without a date come last.
using Group = std::vector<DocumentId>;

// What keeps documents together, and apart, besides the edges.  By content.
class Ties {
 public:
  virtual ~Ties() = default;
  virtual bool akin(DocumentId a, DocumentId b) = 0;
  // Documents that are in one group with this one whatever the edges say.
  virtual std::vector<DocumentId> bound_to(DocumentId document) = 0;
};

// The edges of a pass in their table (a, b, strength), each there from both ends; beside them, with a
// strength of 0, the pairs that are no edge and yet to be remembered.
class EdgeTable {
 public:
  EdgeTable(const Database& database, std::string_view table);

  struct End {
    DocumentId document = 0;
    std::uint32_t strength = 0;
  };
  const std::vector<End>& of(DocumentId document);   // its edges
  const std::vector<End>& all(DocumentId document);  // and the other pairs
  bool has(const DocumentPair& pair);                // as an edge or not
  // Before many documents are asked for that may have none: which have any is read at once.
  void expect_many();

  using NewEdge = std::tuple<DocumentId, DocumentId, std::uint32_t>;
  void put(const std::vector<NewEdge>& edges);  // or give them another strength
  void remove(const DocumentPair& pair);

 private:
  struct Ends {
    std::vector<End> all, edges;
  };
  const Ends& read(DocumentId document);  // once
  Statement of_, any_, put_, remove_;
  std::optional<std::vector<bool>> have_any_;  // by row number
  std::unordered_map<DocumentId, Ends> ends_;
};

// The groups that are there now around the documents `touched`, those of one document too.
// `column` of the table `link` tells the groups so far.
std::vector<Group> groups_around(const Database& database, std::string_view column,
                                 EdgeTable& edges, Ties& ties,
                                 const std::unordered_set<DocumentId>& touched);

}  // namespace newsfacts
