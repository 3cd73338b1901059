#include "db/link/posting_index.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>

#include "db/link/postings.h"
#include "db/link/profile.h"

namespace newsfacts {
namespace {

// A block of postings fits into a page of the table with others, none spills over.
constexpr std::size_t kBlockBytes = 880;
constexpr std::size_t kPlaceBytes = 10;
constexpr std::size_t kPlacesAChunk = 4096;

constexpr std::size_t kSegmentsOfASize = 4;
constexpr std::size_t kSmallSegment = 1024;  // documents; all below are of one size

using Bytes = std::vector<unsigned char>;

void put_varint(Bytes& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7U) out.push_back(static_cast<unsigned char>(value | 0x80U));
  out.push_back(static_cast<unsigned char>(value));
}

std::uint32_t varint(const unsigned char*& at) {
  std::uint32_t value = *at & 0x7FU;
  for (unsigned shift = 7; *at++ & 0x80U; shift += 7) value |= (*at & 0x7FU) << shift;
  return value;
}

void put(Bytes& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out.push_back(static_cast<unsigned char>(value >> shift));
}

Place place_of_bytes(std::span<const unsigned char> bytes) {
  return {static_cast<std::uint16_t>(big_endian(bytes.first(2))),
          static_cast<std::uint32_t>(big_endian(bytes.subspan(2, 4))),
          static_cast<std::uint32_t>(big_endian(bytes.last(4)))};
}

// By which a block is found: its last term, and its place among the blocks.
constexpr std::uint32_t kMostBlocks = 0x7FFFFFFF;
std::int64_t block_name(std::uint32_t last, std::uint32_t block) {
  return static_cast<std::int64_t>(last) << 31U | block;
}

Bytes encoded(std::span<const Posting> postings) {
  Bytes out;
  Posting last;
  for (const Posting& posting : postings) {
    put_varint(out, posting.term - last.term);
    put_varint(out, posting.term == last.term ? posting.number - last.number : posting.number);
    last = posting;
  }
  return out;
}

void decode(std::span<const unsigned char> bytes, std::vector<Posting>& out) {
  out.clear();
  Posting last;
  for (const unsigned char *at = bytes.data(), *end = at + bytes.size(); at != end;) {
    const std::uint32_t step = varint(at);
    const std::uint32_t number = varint(at);
    last = {last.term + step, step == 0 ? last.number + number : number};
    out.push_back(last);
  }
}

// Of two of one size the greater is at most four times the other.
int size_class(std::int64_t documents) {
  int size = 0;
  for (auto limit = static_cast<std::int64_t>(kSmallSegment); documents >= limit; limit *= 4) ++size;
  return size;
}

}  // namespace

// A segment that is read from: a cursor over its blocks, and its documents, once asked for.
class PostingIndex::Segment {
 public:
  Segment(const Database& database, std::int64_t segment)
      : id(segment),
        places_(database.prepare(
            "SELECT places FROM segment_places WHERE segment = ? ORDER BY chunk")),
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

  // The numbers under `term`.  Terms must be asked for in ascending order, after a rewind().
  void find(std::uint32_t term, std::vector<std::uint32_t>& numbers) {
    reach(term);
    for (;;) {
      while (at_ < block_.size() && block_[at_].term < term) ++at_;
      while (at_ < block_.size() && block_[at_].term == term) numbers.push_back(block_[at_++].number);
      if (at_ < block_.size() || done_) return;
      step();
    }
  }

  // The next term that the segment has, with its numbers; false at the end.
  bool next(std::uint32_t& term, std::vector<std::uint32_t>& numbers) {
    while (at_ == block_.size()) {
      if (done_) return false;
      if (!open_) seek(0); else step();
    }
    term = block_[at_].term;
    find(term, numbers);
    return true;
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
    last_ = static_cast<std::uint32_t>(blocks_.integer(0) >> 31U);
    decode(blocks_.blob(1), block_);
  }

  Statement places_, blocks_;
  std::vector<Place> documents_;
  std::vector<Posting> block_;
  std::size_t at_ = 0;
  std::uint32_t last_ = 0;
  bool open_ = false, done_ = false;
};

PostingIndex::PostingIndex(const Database& database, std::string_view of)
    : database_(database), of_(of) {
  Statement read = database.prepare("SELECT id FROM segment WHERE of = ? ORDER BY id");
  read.bind(1, of);
  while (read.step())
    segments_.push_back(std::make_unique<Segment>(database, read.integer(0)));
}

PostingIndex::~PostingIndex() = default;

void PostingIndex::visit(std::span<const std::uint32_t> terms, const Visit& visit) {
  for (const auto& segment : segments_) segment->rewind();
  std::vector<std::uint32_t> numbers;
  std::vector<Place> documents;
  for (const std::uint32_t term : terms) {
    documents.clear();
    for (const auto& segment : segments_) {
      numbers.clear();
      segment->find(term, numbers);
      if (numbers.empty()) continue;
      const auto before = static_cast<std::ptrdiff_t>(documents.size());
      const std::vector<Place>& places = segment->places();
      for (const std::uint32_t number : numbers) documents.push_back(places[number]);
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
    for (const std::uint32_t term : document.terms)
      postings.push_back({term, static_cast<std::uint32_t>(places.size())});
    places.push_back(document.place);
  }
  sort_by_term(postings);
  std::size_t at = 0;
  write(places, [&](std::uint32_t& term, std::vector<std::uint32_t>& numbers) {
    if (at == postings.size()) return false;
    term = postings[at].term;
    for (; at < postings.size() && postings[at].term == term; ++at)
      numbers.push_back(postings[at].number);
    return true;
  });
  merge_alike();
}

// Writes a segment, of the terms that `next` tells one after the other.
void PostingIndex::write(
    const std::vector<Place>& places,
    const std::function<bool(std::uint32_t&, std::vector<std::uint32_t>&)>& next) {
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
  Bytes block;
  Posting last;
  std::uint32_t count = 0;
  const auto flush = [&] {
    if (block.empty()) return;
    add_block.bind(1, id).bind(2, block_name(last.term, count++)).bind_blob(3, block).run();
    block.clear();
    last = {};
  };
  std::uint32_t term = 0;
  std::vector<std::uint32_t> numbers;
  while (numbers.clear(), next(term, numbers))
    for (const std::uint32_t number : numbers) {
      if (block.size() > kBlockBytes) flush();
      put_varint(block, term - last.term);
      // Both zero: the first of a block, under the term 0.
      put_varint(block, term == last.term ? number - last.number : number);
      last = {term, number};
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

  struct Head {
    bool there = false;
    std::uint32_t term = 0;
    std::vector<std::uint32_t> numbers;
  };
  std::vector<Head> heads(from.size());
  const auto pull = [&](std::size_t i) {
    heads[i].numbers.clear();
    heads[i].there = from[i]->next(heads[i].term, heads[i].numbers);
  };
  for (std::size_t i = 0; i < from.size(); ++i) {
    from[i]->rewind();
    pull(i);
  }
  write(places, [&](std::uint32_t& term, std::vector<std::uint32_t>& numbers) {
    std::optional<std::uint32_t> least;
    for (const Head& head : heads)
      if (head.there && (!least || head.term < *least)) least = head.term;
    if (!least) return false;
    term = *least;
    std::size_t holders = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (!heads[i].there || heads[i].term != term) continue;
      for (const std::uint32_t number : heads[i].numbers)
        numbers.push_back(number_in_whole[i][number]);
      ++holders;
      pull(i);
    }
    if (holders > 1) std::sort(numbers.begin(), numbers.end());
    return true;
  });

  for (Segment* segment : from) segment->rewind();
  for (const char* sql : {"DELETE FROM segment_postings WHERE segment = ?",
                          "DELETE FROM segment_places WHERE segment = ?",
                          "DELETE FROM segment WHERE id = ?"}) {
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
    for (const std::uint32_t term : document.terms)
      doomed.emplace_back(term, document.place.document);
  std::sort(doomed.begin(), doomed.end());
  Statement blocks = database_.prepare(
      "SELECT last, postings FROM segment_postings WHERE segment = ? AND last >= ? AND last <= ?");
  Statement rewrite =
      database_.prepare("UPDATE segment_postings SET postings = ? WHERE segment = ? AND last = ?");
  Statement forget = database_.prepare("DELETE FROM segment_postings WHERE segment = ? AND last = ?");
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
