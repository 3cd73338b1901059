// Boilerplate, learned from the store: sentences that stand in kManyDocuments documents or more
// which are mostly otherwise unlike.  "All rights reserved", a cookie notice, the paragraph a house
// puts under each of its articles.  Such a sentence counts for nothing when documents are compared as
// prints, and has the role `boilerplate` in the view `sentences`.
//
// Whether documents are alike is asked of the first kJudges of them only, by day and key, and
// of the sampled shingles they have in common: a sentence of a wire story that a hundred papers
// print stands in alike documents and stays what it is.  What is learned is a function of the set
// of documents; it is unlearned when they are taken out.

#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "db/link/posting_index.h"

namespace newsfacts {

inline constexpr std::size_t kManyDocuments = 5;
inline constexpr std::size_t kJudges = 8;
inline constexpr double kAlike = .4;  // of the shingles of the shorter, in both

using Shingles = std::vector<std::uint32_t>;  // ascending, distinct

// Whether of the pairs of these documents most are unlike.
bool mostly_unlike(std::span<const Shingles* const> documents);

class Boilerplate {
 public:
  explicit Boilerplate(const Database& database);

  // Takes documents in, and out; the rows of both are there.  Returns those in which a sentence has
  // become boilerplate or is it no longer, but for the fresh and the gone.  Call within a transaction.
  std::vector<std::int64_t> update(std::span<const std::int64_t> fresh,
                                   std::span<const std::int64_t> gone);

 private:
  struct Sentences {
    std::vector<std::uint32_t> in_order;  // a hash each; 0 for a short one
    Shingles shingles;
  };
  const Sentences& of(std::int64_t document);
  std::vector<Indexed> indexed(std::span<const std::int64_t> documents);
  bool is_boilerplate(std::span<const Posted> documents);
  bool known(std::uint32_t hash);
  void mark(std::int64_t document, std::uint32_t hash, bool boilerplate);

  const Database& database_;
  PostingIndex index_;
  Statement read_, known_, learn_, unlearn_, rows_, mark_, unmark_;
  std::unordered_map<std::int64_t, Sentences> read_before_;
};

}  // namespace newsfacts
