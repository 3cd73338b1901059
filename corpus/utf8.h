// The little that is asked of UTF-8 beyond what ICU, utf8proc and simdjson do.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/span.h"

namespace newsfacts {

// The byte offset of the first fault, or nullopt when all is valid UTF-8.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

// The text with U+FFFD for each byte that is no UTF-8: to show, or to write as JSON, what came
// in broken.
std::string valid_utf8(std::string_view text);

// One code point; the replacement character U+FFFD and size 1 where the bytes are no
// UTF-8; size 0 at the end.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;
};
CodePoint code_point_at(std::string_view text, std::size_t at);
CodePoint code_point_before(std::string_view text, std::size_t at);

// Bytes of the broken character at `at`: those that could have begun one (Unicode Standard, 3.9,
// "maximal subpart"), at least one.
std::size_t broken_utf8_size(std::string_view text, std::size_t at);

// `c` is a code point and no surrogate.
void append_utf8(char32_t c, std::string* text);

// Unicode general categories (utf8proc).  A word character is a letter, mark or number: the
// one answer to "where does a word end" in the house.
bool is_word_character(char32_t c);
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_space(char32_t c);
bool begins_upper(std::string_view text);  // false where there is none

// Case-folded (Unicode full case folding); ASCII in one pass.
std::string folded(std::string_view text);

// Case-folded, and without accents and other marks: "José" is "jose".  What no mark is, stays:
// "Ł" is "ł".
std::string folded_without_marks(std::string_view text);

// Translates between byte offsets and code points of one text.  Building is O(size), and
// free where all is ASCII; a look-up is O(64).  Keeps a view of the text, which must outlive
// the index.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  std::uint32_t code_points(std::uint32_t byte_offset) const;
  std::uint32_t bytes(std::uint32_t code_point_offset) const;  // clamped to the size
  Span code_points(Span bytes) const { return {code_points(bytes.begin), code_points(bytes.end)}; }
  std::uint32_t size() const { return size_; }  // code points in all

 private:
  std::string_view text_;  // must outlive the index
  bool ascii_ = true;
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> before_;  // code points before each block of 64 bytes
};

}  // namespace newsfacts
