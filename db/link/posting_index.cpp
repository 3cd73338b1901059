#include "db/link/posting_index.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>

#include "db/link/posting_blocks.h"
#include "db/link/postings.h"
#include "db/link/profile.h"

namespace newsfacts {
namespace {

constexpr std::size_t kPlaceBytes = 10;
constexpr std::size_t kPlacesAChunk = 4096;

constexpr std::size_t kSegmentsOfASize = 4;
constexpr std::size_t kSmallSegment = 1024;  // documents; all below are of one size

void put(Bytes& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out.push_back(static_cast<unsigned char>(value >> shift));
}

Place place_of_bytes(std::span<const unsigned char> bytes) {
  return {static_cast<std::uint16_t>(big_endian(bytes.first(2))),
          static_cast<std::uint32_t>(big_endian(bytes.subspan(2, 4))),
          static_cast<std::uint32_t>(big_endian(bytes.last(4)))};
}

// Of two of one size the greater is at most four times the other.
int size_class(std::int64_t documents) {
  int size = 0;
  for (auto limit = static_cast<std::int64_t>(kSmallSegment); documents >= limit; limit *= 4)
    ++size;
  return size;
}

}  // namespace

// A segment that is read from: a cursor over its blocks, and its documents, once asked for.
class PostingIndex::Segment {
 public:
  Segment(const Database& database, std::int64_t segment)
      : id(segment),
        places_(
            database.prepare("SELECT places FROM segment_places WHERE segment = ? ORDER BY chunk")),
        blocks_(database.prepare("SELECT last, postings FROM segment_postings "
                                 "WHERE segment = ? AND last >= ? ORDER BY last")) {}

  const std::vector<Place>& places() {
    if (documents_.empty()) {
      places_.bind(1, id);
      while (places_.step()) {
        const auto bytes = places_.blob(0);
        for (std::size_t at = 0; at < bytes.size(); at += kPlaceBytes)
          documents_.push_back(place_of_bytes(bytes.subspan(at, kPlaceBytes)));
      }
      places_.reset();
    }
    return documents_;
  }

  // Adds those of `term`.  Terms must be asked for in ascending order, after a rewind().
  void find(std::uint32_t term, std::vector<Posting>& postings) {
    reach(term);
    for (;;) {
      while (at_ < block_.size() && block_[at_].term < term) ++at_;
      while (at_ < block_.size() && block_[at_].term == term) postings.push_back(block_[at_++]);
      if (at_ < block_.size() || done_) return;
      step();
    }
  }

  // Those of the next term that the segment has; none at the end.
  void next(std::vector<Posting>& postings) {
    postings.clear();
    while (at_ == block_.size()) {
      if (done_) return;
      if (!open_)
        seek(0);
      else
        step();
    }
    find(block_[at_].term, postings);
  }

  void rewind() {
    blocks_.reset();
    block_.clear();
    at_ = 0;
    open_ = done_ = false;
  }

  const std::int64_t id;

 private:
  // Steps that cost about as much as finding a block anew.
  static constexpr int kNear = 4;

  void reach(std::uint32_t term) {
    if (!open_) return seek(term);
    for (int steps = 0; !done_ && last_ < term; ++steps) {
      if (steps == kNear) return seek(term);
      step();
    }
  }
  void seek(std::uint32_t term) {
    blocks_.reset();
    blocks_.bind(1, id).bind(2, block_name(term, 0));
    open_ = true;
    step();
  }
  void step() {
    at_ = 0;
    done_ = !blocks_.step();
    if (done_) return block_.clear();
    last_ = last_term_of(blocks_.integer(0));
    decode(blocks_.blob(1), block_);
  }

  Statement places_, blocks_;
  std::vector<Place> documents_;
  std::vector<Posting> block_;
  std::size_t at_ = 0;
  std::uint32_t last_ = 0;
  bool open_ = false, done_ = false;
};

Terms terms_of(std::span<const std::uint32_t> hashes) {
  Terms terms;
  terms.reserve(hashes.size());
  for (const std::uint32_t hash : hashes) terms.push_back({hash, 0});
  return terms;
}

PostingIndex::PostingIndex(const Database& database, std::string_view of)
    : database_(database), of_(of) {
  Statement read = database.prepare("SELECT id FROM segment WHERE of = ? ORDER BY id");
  read.bind(1, of);
  while (read.step()) segments_.push_back(std::make_unique<Segment>(database, read.integer(0)));
}

PostingIndex::~PostingIndex() = default;

void PostingIndex::visit(std::span<const std::uint32_t> terms, const Visit& visit) {
  for (const auto& segment : segments_) segment->rewind();
  std::vector<Posting> postings;
  std::vector<Posted> documents;
  for (const std::uint32_t term : terms) {
    documents.clear();
    for (const auto& segment : segments_) {
      postings.clear();
      segment->find(term, postings);
      if (postings.empty()) continue;
      const auto before = static_cast<std::ptrdiff_t>(documents.size());
      const std::vector<Place>& places = segment->places();
      for (const Posting& posting : postings)
        documents.push_back({places[posting.number], posting.margins});
      std::inplace_merge(documents.begin(), documents.begin() + before, documents.end());
    }
    visit(term, documents);
  }
  for (const auto& segment : segments_) segment->rewind();
}

void PostingIndex::add(std::vector<Indexed> documents) {
  if (documents.empty()) return;
  std::sort(documents.begin(), documents.end(),
            [](const Indexed& a, const Indexed& b) { return a.place < b.place; });
  std::vector<Place> places;
  std::vector<Posting> postings;
  for (const Indexed& document : documents) {
    for (const Shingle& term : document.terms)
      postings.push_back({term.hash, static_cast<std::uint32_t>(places.size()), term.margins});
    places.push_back(document.place);
  }
  sort_by_term(postings);
  std::size_t at = 0;
  write(places, [&](std::vector<Posting>& of_term) {
    of_term.clear();
    for (const std::size_t first = at;
         at < postings.size() && postings[at].term == postings[first].term; ++at)
      of_term.push_back(postings[at]);
    return !of_term.empty();
  });
  merge_alike();
}

// Writes a segment, of the postings that `next` tells, term after term.
void PostingIndex::write(const std::vector<Place>& places,
                         const std::function<bool(std::vector<Posting>&)>& next) {
  database_.prepare("INSERT INTO segment(of, documents) VALUES (?, ?)")
      .bind(1, of_)
      .bind(2, static_cast<std::int64_t>(places.size()))
      .run();
  const std::int64_t id = database_.last_row();

  Statement add_places =
      database_.prepare("INSERT INTO segment_places(segment, chunk, places) VALUES (?, ?, ?)");
  Bytes bytes;
  for (std::size_t from = 0; from < places.size(); from += kPlacesAChunk) {
    bytes.clear();
    for (std::size_t i = from; i < std::min(places.size(), from + kPlacesAChunk); ++i) {
      put(bytes, places[i].day, 2);
      put(bytes, places[i].key, 4);
      put(bytes, places[i].document, 4);
    }
    const auto chunk = static_cast<std::int64_t>(from / kPlacesAChunk);
    add_places.bind(1, id).bind(2, chunk).bind_blob(3, bytes).run();
  }

  Statement add_block =
      database_.prepare("INSERT INTO segment_postings(segment, last, postings) VALUES (?, ?, ?)");
  BlockCutter cutter;
  std::uint32_t count = 0;
  const auto flush = [&] {
    if (cutter.block().empty()) return;
    const std::uint32_t last = cutter.block().back().term;
    add_block.bind(1, id).bind(2, block_name(last, count++));
    add_block.bind_blob(3, encoded(cutter.block())).run();
    cutter.clear();
  };
  std::vector<Posting> of_term;
  while (next(of_term))
    for (const Posting& posting : of_term)
      if (!cutter.take(posting)) {
        flush();
        cutter.take(posting);
      }
  flush();
  segments_.push_back(std::make_unique<Segment>(database_, id));
}

void PostingIndex::merge_alike() {
  for (;;) {
    Statement read = database_.prepare("SELECT id, documents FROM segment WHERE of = ?");
    read.bind(1, of_);
    std::vector<std::vector<std::int64_t>> by_size;
    while (read.step()) {
      const auto size = static_cast<std::size_t>(size_class(read.integer(1)));
      if (by_size.size() <= size) by_size.resize(size + 1);
      by_size[size].push_back(read.integer(0));
    }
    const auto many = std::find_if(by_size.begin(), by_size.end(), [](const auto& segments) {
      return segments.size() >= kSegmentsOfASize;
    });
    if (many == by_size.end()) return;
    merge(*many);
  }
}

void PostingIndex::merge(std::span<const std::int64_t> segments) {
  std::vector<Segment*> from;
  for (const auto& segment : segments_)
    if (std::find(segments.begin(), segments.end(), segment->id) != segments.end())
      from.push_back(segment.get());

  // Each segment's numbers become numbers of the whole.
  std::vector<Place> places;
  for (Segment* segment : from) {
    const auto& more = segment->places();
    const auto before = static_cast<std::ptrdiff_t>(places.size());
    places.insert(places.end(), more.begin(), more.end());
    std::inplace_merge(places.begin(), places.begin() + before, places.end());
  }
  std::vector<std::vector<std::uint32_t>> number_in_whole;
  for (Segment* segment : from) {
    std::vector<std::uint32_t>& numbers = number_in_whole.emplace_back();
    std::uint32_t at = 0;
    for (const Place& place : segment->places()) {
      while (places[at] != place) ++at;
      numbers.push_back(at);
    }
  }

  std::vector<std::vector<Posting>> heads(from.size());  // of each, those of its next term
  for (std::size_t i = 0; i < from.size(); ++i) {
    from[i]->rewind();
    from[i]->next(heads[i]);
  }
  write(places, [&](std::vector<Posting>& of_term) {
    of_term.clear();
    std::optional<std::uint32_t> least;
    for (const auto& head : heads)
      if (!head.empty() && (!least || head.front().term < *least)) least = head.front().term;
    if (!least) return false;
    std::size_t holders = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (heads[i].empty() || heads[i].front().term != *least) continue;
      for (const Posting& posting : heads[i])
        of_term.push_back({*least, number_in_whole[i][posting.number], posting.margins});
      ++holders;
      from[i]->next(heads[i]);
    }
    if (holders > 1) std::sort(of_term.begin(), of_term.end());
    return true;
  });

  for (Segment* segment : from) segment->rewind();
  for (const char* sql :
       {"DELETE FROM segment_postings WHERE segment = ?",
        "DELETE FROM segment_places WHERE segment = ?", "DELETE FROM segment WHERE id = ?"}) {
    Statement forget = database_.prepare(sql);
    for (const std::int64_t segment : segments) forget.bind(1, segment).run();
  }
  std::erase_if(segments_, [&](const auto& segment) {
    return std::find(segments.begin(), segments.end(), segment->id) != segments.end();
  });
}

// The documents keep their numbers in the segment, and lose their postings.
void PostingIndex::remove(std::span<const Indexed> documents) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> doomed;  // term, document
  for (const Indexed& document : documents)
    for (const Shingle& term : document.terms)
      doomed.emplace_back(term.hash, document.place.document);
  std::sort(doomed.begin(), doomed.end());
  Statement blocks = database_.prepare(
      "SELECT last, postings FROM segment_postings WHERE segment = ? AND last >= ? AND last <= ?");
  Statement rewrite =
      database_.prepare("UPDATE segment_postings SET postings = ? WHERE segment = ? AND last = ?");
  Statement forget =
      database_.prepare("DELETE FROM segment_postings WHERE segment = ? AND last = ?");
  Statement next = database_.prepare(
      "SELECT last FROM segment_postings WHERE segment = ? AND last >= ? ORDER BY last LIMIT 1");

  for (const auto& segment : segments_) {
    segment->rewind();
    const std::vector<Place>& places = segment->places();
    std::vector<Posting> block, left;
    for (std::size_t i = 0; i < doomed.size();) {
      const std::uint32_t term = doomed[i].first;
      std::size_t end = i;
      while (end < doomed.size() && doomed[end].first == term) ++end;
      const auto is_doomed = [&](const Posting& posting) {
        return posting.term == term &&
               std::binary_search(doomed.begin() + static_cast<std::ptrdiff_t>(i),
                                  doomed.begin() + static_cast<std::ptrdiff_t>(end),
                                  std::pair(term, places[posting.number].document));
      };
      // The blocks that end with the term, and the one after them, which may begin with it.
      std::vector<std::pair<std::int64_t, Bytes>> changed;
      constexpr std::uint32_t kLastTerm = ~std::uint32_t{0};
      std::int64_t after = block_name(kLastTerm, kMostBlocks);
      if (term != kLastTerm) {
        next.bind(1, segment->id).bind(2, block_name(term + 1, 0));
        if (next.step()) after = next.integer(0);
      }
      next.reset();
      blocks.bind(1, segment->id).bind(2, block_name(term, 0)).bind(3, after);
      while (blocks.step()) {
        decode(blocks.blob(1), block);
        left = block;
        std::erase_if(left, is_doomed);
        if (left.size() != block.size()) changed.emplace_back(blocks.integer(0), encoded(left));
      }
      blocks.reset();
      for (const auto& [last, bytes] : changed) {
        if (bytes.empty())
          forget.bind(1, segment->id).bind(2, last).run();
        else
          rewrite.bind_blob(1, bytes).bind(2, segment->id).bind(3, last).run();
      }
      i = end;
    }
  }
}

}  // namespace newsfacts
