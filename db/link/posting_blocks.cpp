#include "db/link/posting_blocks.h"

#include <algorithm>

namespace newsfacts {
namespace {

constexpr std::size_t kMarginBytes = 3;

void put_varint(Bytes& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7U) out.push_back(static_cast<unsigned char>(value | 0x80U));
  out.push_back(static_cast<unsigned char>(value));
}

std::size_t varint_size(std::uint32_t value) {
  std::size_t size = 1;
  for (; value >= 0x80; value >>= 7U) ++size;
  return size;
}

std::uint32_t varint(const unsigned char*& at) {
  std::uint32_t value = *at & 0x7FU;
  for (unsigned shift = 7; *at++ & 0x80U; shift += 7) value |= (*at & 0x7FU) << shift;
  return value;
}

// What is written of a posting behind another.
struct Step {
  std::uint32_t term, number;
};
Step step_to(const Posting& posting, const Posting& last) {
  return {posting.term - last.term,
          posting.term == last.term ? posting.number - last.number : posting.number};
}

}  // namespace

Bytes encoded(std::span<const Posting> block) {
  if (block.empty()) return {};
  const bool with_margins = std::any_of(
      block.begin(), block.end(), [](const Posting& posting) { return posting.margins != 0; });
  Bytes out(1, with_margins ? kMarginBytes : 0);
  Posting last;
  for (const Posting& posting : block) {
    const Step step = step_to(posting, last);
    put_varint(out, step.term);
    put_varint(out, step.number);
    if (with_margins)
      for (const unsigned shift : {16U, 8U, 0U})
        out.push_back(static_cast<unsigned char>(posting.margins >> shift));
    last = posting;
  }
  return out;
}

void decode(std::span<const unsigned char> bytes, std::vector<Posting>& block) {
  block.clear();
  if (bytes.empty()) return;
  const bool with_margins = bytes.front() != 0;
  Posting last;
  for (const unsigned char *at = bytes.data() + 1, *end = bytes.data() + bytes.size(); at != end;) {
    const std::uint32_t step = varint(at), number = varint(at);
    last.number = step == 0 ? last.number + number : number;
    last.term += step;
    if (with_margins) {
      last.margins = std::uint32_t{at[0]} << 16U | std::uint32_t{at[1]} << 8U | at[2];
      at += kMarginBytes;
    }
    block.push_back(last);
  }
}

bool BlockCutter::take(const Posting& posting) {
  if (posting.margins != 0 && !with_margins_) {
    with_margins_ = true;
    bytes_ += kMarginBytes * block_.size();
  }
  const Step step = step_to(posting, block_.empty() ? Posting() : block_.back());
  bytes_ += varint_size(step.term) + varint_size(step.number) + (with_margins_ ? kMarginBytes : 0);
  if (!block_.empty() && 1 + bytes_ > kBlockBytes) return false;
  block_.push_back(posting);
  return true;
}

void BlockCutter::clear() {
  block_.clear();
  bytes_ = 0;
  with_margins_ = false;
}

}  // namespace newsfacts
