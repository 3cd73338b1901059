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

//   raw     ..[  ].......[    ]....
//   middle  ..[].......[ [] ].[ ]..     pieces that overlap here become one piece: what lies
//   text    ...........[]....[   ].     between them cannot be told apart
Alignment composed(const Alignment& first, const Alignment& second) {
  Alignment whole;
  const auto& a = first.pieces();
  const auto& b = second.pieces();
  std::size_t i = 0, k = 0;
  std::uint32_t done = 0;  // bytes of the middle
  while (i < a.size() || k < b.size()) {
    const std::uint32_t begin = k == b.size()   ? a[i].text.begin
                                : i == a.size() ? b[k].raw.begin
                                                : std::min(a[i].text.begin, b[k].raw.begin);
    std::uint32_t end = begin;
    std::uint32_t raw_more = 0, text_more = 0;  // than the middle; modulo 2^32
    bool any = false;
    const auto joins = [&](std::uint32_t from) { return any ? from < end : from == begin; };
    for (;; any = true) {
      if (i < a.size() && joins(a[i].text.begin)) {
        raw_more += a[i].raw.size() - a[i].text.size();
        end = std::max(end, a[i++].text.end);
      } else if (k < b.size() && joins(b[k].raw.begin)) {
        text_more += b[k].text.size() - b[k].raw.size();
        end = std::max(end, b[k++].raw.end);
      } else {
        break;
      }
    }
    whole.copied(begin - done);
    whole.replaced(end - begin + raw_more, end - begin + text_more);
    done = end;
  }
  whole.copied(first.text_size() - done);
  assert(whole.raw_size() == first.raw_size() && whole.text_size() == second.text_size());
  return whole;
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
