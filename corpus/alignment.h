// An Alignment is the way back from a normalized text to the raw bytes it came
// from, so that a fact can always show the words it was read in.
//
//     raw    Caf&eacute;  paid        "&eacute;" became "é", two spaces one
//     text   Café paid
//
//     to_raw("paid") is "paid";  to_raw("fé") is "f&eacute;"
//
// Only what was replaced is kept: text that stands as it stood costs nothing, and most
// articles need a handful of pieces.

#pragma once

#include <cstdint>
#include <vector>

#include "corpus/span.h"

namespace newsfacts {

class Alignment {
 public:
  // A stretch that reads otherwise in the text than in the raw bytes; either side may
  // be empty (something was dropped, or put in).
  struct Piece {
    Span raw;
    Span text;
    friend bool operator==(const Piece&, const Piece&) = default;
  };

  // Told by the normalizer as it writes, from left to right.
  void copied(std::uint32_t bytes);  // raw bytes that stand as they stood
  void replaced(std::uint32_t raw_bytes, std::uint32_t text_bytes);

  // A span that cuts into a replaced piece gets the whole of it.  `in_text` may not
  // be empty.
  Span to_raw(Span in_text) const;

  // The other way; empty where nothing is left of it.
  Span to_text(Span in_raw) const;

  const std::vector<Piece>& pieces() const { return pieces_; }
  std::uint32_t raw_size() const { return raw_size_; }
  std::uint32_t text_size() const { return text_size_; }

  friend bool operator==(const Alignment&, const Alignment&) = default;

 private:
  std::vector<Piece> pieces_;  // in order, apart from each other
  std::uint32_t raw_size_ = 0, text_size_ = 0;
};

// The way back through two rewritings, one after the other.
Alignment composed(const Alignment& first, const Alignment& second);

}  // namespace newsfacts
