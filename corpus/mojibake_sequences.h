// Sequences of characters that are, in some charset, the bytes of one character in UTF-8.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "corpus/utf8.h"

namespace newsfacts {

// The charsets UTF-8 is taken for, by their number in a fixed list.
constexpr std::size_t kMisreadings = 11;
using Misreadings = std::uint16_t;  // a bit for each

// The lines that hold such a sequence, or a C1 control, and the charsets in which they do.
struct Suspect {
  Span line;
  Misreadings charsets;
};
std::vector<Suspect> suspects_in(std::string_view text);

// A code point of a line and where it begins.
struct Character {
  char32_t value;
  std::uint32_t at;
};

struct Sequence {
  std::size_t begin, size;  // in units
  char32_t value;           // what it would read
  bool strays = false;      // a C1 control stands where the charset has a character of its own
  bool lost = false;        // a part of it is lost
};

// The byte that `c` is in the charset, 0 for none below 0x80 and none at all.
unsigned char byte_of(std::size_t misreading, char32_t c);

std::optional<Sequence> sequence_at(std::size_t misreading, std::span<const Character> line,
                                    std::size_t at);

// One that lost continuing bytes: a U+FFFD or a question mark stands there, or a plain space for
// the no-break space that byte 0xA0 is nearly everywhere.
std::optional<Sequence> lossy_sequence_at(std::size_t misreading, std::span<const Character> line,
                                          std::size_t at);

}  // namespace newsfacts
