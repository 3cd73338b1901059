// Bytes of a charset to UTF-8: tables for charsets of a byte a character, ICU's converters for the
// others.

#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/charset_labels.h"

namespace newsfacts {

struct Converted {
  std::string text;  // a U+FFFD for each fault
  std::size_t faults = 0;
  std::size_t first_fault = 0;  // byte of `bytes`
};

Converted converted(const Charset& charset, std::string_view bytes);

// What the bytes of a single-byte charset stand for; U+FFFD for nothing.  Made once, and kept.
const std::array<char16_t, 256>& byte_table(const Charset& charset);

}  // namespace newsfacts
