// An inverted index in the store: under each term, a hash, the documents that have it.
//
// It grows by segments, as a search engine's does: what is added at a time is written as one sorted
// run and never changed; where four runs of about one size have gathered, they are merged into one
// (Lester, Moffat and Zobel 2005, "Fast on-line index construction by geometric partitioning").
// A posting so is written about log4(documents / documents at a time) times, always in order, where
// a table with an index of its own is written in a thousand places for each document.
//
// A segment numbers its documents in the order of their places, by day and key; a posting is the
// difference to the term before it and that number, four bytes as a rule, and three bytes more for
// what stands beside the term, in an index that knows it.
//
//     segment           one sorted run, and of which index
//     segment_places    its documents: number -> day, key, document
//     segment_postings  (term, number, margins) in blocks; a block is found by the last term in it

#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "db/database.h"
#include "db/link/postings.h"

namespace newsfacts {

// Where a document stands in a posting: by day of publication, those without a day last, then by
// the head of its key.  By content, but for two documents of one day whose keys begin with
// the same 32 bits: those stand as they came.
struct Place {
  std::uint16_t day = 0;  // since 1900-01-01; kUndated
  std::uint32_t key = 0;
  std::uint32_t document = 0;  // row number
  friend auto operator<=>(const Place&, const Place&) = default;
};
inline constexpr std::uint16_t kUndated = 0xFFFF;

// A document under a term, and what stands beside the term there (corpus/fingerprint.h).
struct Posted : Place {
  std::uint32_t margins = 0;
};

// Terms are ascending, each hash once.  Shingles are terms with what stands beside them, any
// other has margins of 0.
using Terms = std::vector<Shingle>;
Terms terms_of(std::span<const std::uint32_t> hashes);

struct Indexed {
  Place place;
  Terms terms;
};

class PostingIndex {
 public:
  // `of` names the index in the table `segment`.  May not outlive the Database.
  PostingIndex(const Database& database, std::string_view of);
  ~PostingIndex();

  // The documents may not be in the index yet.  Call within a transaction.
  void add(std::vector<Indexed> documents);

  // Takes documents out, given the terms they were added under.
  void remove(std::span<const Indexed> documents);

  // For each of the terms, which are ascending and distinct, the documents that have it in
  // the order of their places; nobody, for a term that nobody has.
  using Visit = std::function<void(std::uint32_t term, std::span<const Posted> documents)>;
  void visit(std::span<const std::uint32_t> terms, const Visit& visit);

 private:
  class Segment;
  void write(const std::vector<Place>& places,
             const std::function<bool(std::vector<Posting>&)>& next);
  void merge_alike();
  void merge(std::span<const std::int64_t> segments);

  const Database& database_;
  std::string_view of_;
  std::vector<std::unique_ptr<Segment>> segments_;
};

}  // namespace newsfacts
