// Regrouping: the groups of grouping.h kept in the store, and brought up to date by what is new.
//
// Two tables for each pass: its postings say under which terms a document is indexed, its edges
// which candidates passed.  Which group a document is in is a column of the table `link`: NULL, or
// its own row, where it is alone.
//
// What is new touches little.  In the postings it shares, a new document is compared with those
// within kReach, and may push two old ones out of each other's reach, whose edge is then gone.
// Whether an edge stands is decided by the neighbors of its ends, so only the groups
// within two steps of a changed edge are made again, and the store is the same as if all
// documents had come at once.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corpus/day.h"
#include "corpus/key.h"
#include "db/database.h"
#include "db/link/profile.h"

namespace newsfacts {

// What makes documents belong together, in one pass.  All of it by content.
class Affinity {
 public:
  virtual ~Affinity() = default;
  virtual std::vector<std::uint64_t> terms(DocumentId document) = 0;
  virtual std::optional<std::uint32_t> edge(DocumentId a, DocumentId b) = 0;  // the strength
  virtual bool akin(DocumentId a, DocumentId b) = 0;
  // Documents that are in one group with this one whatever the edges say.
  virtual std::vector<DocumentId> bound_to(DocumentId document) = 0;
};

// Documents in one group, the first of them speaking for it: the earliest published, of those
// the smallest key; those without a date come last.
using Group = std::vector<DocumentId>;

struct Pass {
  std::string_view postings;  // table (term, document)
  std::string_view edges;     // table (a, b, strength), each edge both ways
  std::string_view column;    // of the table `link`
};

// Brings the postings and edges of a pass up to date: `fresh` are documents not indexed yet,
// `moved` such whose bound_to() has changed.  Returns the groups that are there now around all that
// was touched, those of one document too, in the order of their first documents; the caller writes
// them down.  Call it within a transaction.
std::vector<Group> regroup(Database& database, const Pass& pass, Affinity& affinity,
                           std::span<const DocumentId> fresh, std::span<const DocumentId> moved);

}  // namespace newsfacts
