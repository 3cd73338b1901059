// How postings lie in a block of a segment (posting_index.h): in order, each as the difference to
// the one before it in variable bytes (Zobel and Moffat 2006, "Inverted files for text search
// engines"), and as they are what stands beside the terms, if anything does.
//
//     block      width of margins: 0 or 3, then postings
//     posting    term - term before, number (- number before, of the same term), margins

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "db/link/postings.h"

namespace newsfacts {

using Bytes = std::vector<unsigned char>;

// A block of at most so many bytes fits into a page of the table with three others, none spills
// over.
inline constexpr std::size_t kBlockBytes = 960;

// No bytes for no postings.
Bytes encoded(std::span<const Posting> block);
void decode(std::span<const unsigned char> bytes, std::vector<Posting>& block);

// Cuts a row of postings into blocks.
class BlockCutter {
 public:
  // Whether the block at hand has room for this one; takes it if so.
  bool take(const Posting& posting);

  std::span<const Posting> block() const { return block_; }
  void clear();

 private:
  std::vector<Posting> block_;
  std::size_t bytes_ = 0;
  bool with_margins_ = false;
};

// By which a block is found: its last term, and its place among the blocks.
inline constexpr std::uint32_t kMostBlocks = 0x7FFFFFFF;
constexpr std::int64_t block_name(std::uint32_t last, std::uint32_t block) {
  return static_cast<std::int64_t>(last) << 31U | block;
}
constexpr std::uint32_t last_term_of(std::int64_t name) {
  return static_cast<std::uint32_t>(name >> 31U);
}

}  // namespace newsfacts
