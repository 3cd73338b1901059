#include "corpus/alignment.h"

#include <algorithm>
#include <cassert>

namespace newsfacts {

void Alignment::copied(std::uint32_t bytes) {
  raw_size_ += bytes;
  text_size_ += bytes;
}

void Alignment::replaced(std::uint32_t raw_bytes, std::uint32_t text_bytes) {
  const Span raw{raw_size_, raw_size_ + raw_bytes}, text{text_size_, text_size_ + text_bytes};
  raw_size_ = raw.end;
  text_size_ = text.end;
  // Neighbours are kept apart: each is the smallest unit evidence can be cut to.  Only what
  // left no text behind joins what was dropped just before it.
  if (text.empty() && !pieces_.empty() && pieces_.back().text.end == text.begin &&
      pieces_.back().raw.end == raw.begin && pieces_.back().text.empty()) {
    pieces_.back().raw.end = raw.end;
    return;
  }
  pieces_.push_back({raw, text});
}

Span Alignment::to_raw(Span in_text) const {
  assert(!in_text.empty() && in_text.end <= text_size_);
  // The last piece that begins at or before `offset` and has text there or before it.
  const auto last_before = [&](std::uint32_t offset) {
    return std::upper_bound(
        pieces_.begin(), pieces_.end(), offset,
        [](std::uint32_t at, const Piece& piece) { return at < piece.text.begin; });
  };
  const auto raw_of = [&](std::uint32_t offset, bool first) {
    const auto next = last_before(offset);
    if (next == pieces_.begin()) return offset + (first ? 0 : 1);
    const Piece& piece = *(next - 1);
    if (offset < piece.text.end) return first ? piece.raw.begin : piece.raw.end;
    return piece.raw.end + (offset - piece.text.end) + (first ? 0 : 1);
  };
  return {raw_of(in_text.begin, true), raw_of(in_text.end - 1, false)};
}

Span Alignment::to_text(Span in_raw) const {
  const auto text_of = [&](std::uint32_t offset) {
    const auto next = std::upper_bound(
        pieces_.begin(), pieces_.end(), offset,
        [](std::uint32_t at, const Piece& piece) { return at < piece.raw.begin; });
    if (next == pieces_.begin()) return offset;
    const Piece& piece = *(next - 1);
    if (offset >= piece.raw.end) return piece.text.end + (offset - piece.raw.end);
    return offset == piece.raw.begin ? piece.text.begin : piece.text.end;
  };
  const std::uint32_t begin = text_of(in_raw.begin), end = text_of(in_raw.end);
  return {std::min(begin, end), end};
}

}  // namespace newsfacts
