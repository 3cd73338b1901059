// The charsets there are, and the labels by which a page or a header calls them.

#pragma once

#include <cstdint>
#include <string_view>

namespace newsfacts {

enum class Family : std::uint8_t {
  kUnicode,     // UTF-8, UTF-16, UTF-32
  kSingleByte,  // ASCII below 0x80, a table above
  kMultiByte,   // ASCII, and characters of two to four bytes that begin above it
  kEscaped      // seven bits; escapes switch between sets
};

struct Charset {
  std::string_view name;
  const char* converter;  // ICU's name; nullptr where there is none, or not a good one
  Family family;
};

// The charset of `label` in any case, spaces around it and signs within aside ("ISO_8859-1"
// is "iso88591"); nullptr for one nobody knows.
const Charset* charset_of(std::string_view label);

// The charset an HTML or XML page names at its head, or nullptr.  UTF-16, named in letters of a
// byte each, is UTF-8.
const Charset* declared_charset(std::string_view bytes);

}  // namespace newsfacts
