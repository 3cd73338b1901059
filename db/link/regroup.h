// Regrouping: the groups of documents brought up to date by what is new and by what is gone.
//
// Three steps: who meets whom (meetings.h), which of those pairs belong together - an edge - and
// which groups the edges make (groups.h, grouping.h).  Each touches little besides what has
// changed, and the store is in the end as if what is there now had come at once.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "db/database.h"
#include "db/link/groups.h"
#include "db/link/meetings.h"

namespace newsfacts {

// What makes documents belong together, in one pass.  All of it by content.
class Affinity : public Ties {
 public:
  virtual Terms terms(DocumentId document) = 0;
  // The strength of the edge between two that meet, 0 for a pair that is none and yet to be
  // remembered; nullopt for any other.
  virtual std::optional<std::uint32_t> edge(DocumentId a, DocumentId b) = 0;
  // They are no edge, and no pair to be remembered, any more.
  virtual void parted(DocumentId, DocumentId) {}
};

struct Pass {
  std::string_view index;   // its name in the table `segment`
  std::string_view edges;   // table (a, b, strength), each edge both ways
  std::string_view column;  // of the table `link`
  Reach reach;
  std::uint32_t often = 1;  // in how many postings two must meet to be compared
};

struct Changed {
  std::vector<DocumentId> fresh;    // not indexed yet
  std::vector<DocumentId> gone;     // indexed and still a document, but not in `link` any more
  std::vector<DocumentId> altered;  // indexed: their edges may be others than they were
  std::vector<DocumentId> moved;    // bound_to() others than they were
};

// Brings index and edges of a pass up to date.  Returns the groups that are there now around all that
// was touched, those of one document too; the caller writes them down.  Those that are gone are
// in none.  Call it within a transaction.
std::vector<Group> regroup(const Database& database, const Pass& pass, Affinity& affinity,
                           const Changed& changed);

}  // namespace newsfacts
