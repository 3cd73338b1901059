// From a file's bytes to UTF-8.  How the bytes are to be read is known, in this order, by
//
//     a byte order mark           EF BB BF, FF FE, FE FF and their kin
//     the bytes' own shape        NULs at every other place (UTF-16 and UTF-32 without a mark),
//                                 valid UTF-8, the escapes of ISO-2022 and HZ
//     what is declared            by the caller (a HTTP header), by <meta charset>, by <?xml
//     encoding>,
//                                 unless the bytes say otherwise: a declaration is often wrong
//     a guess                     the charset under which they are likeliest to be a language
//
// Labels are taken as browsers take them (WHATWG Encoding Standard): gb2312 is GB18030, iso-8859-1
// is windows-1252.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsfacts {

enum class CharsetBasis : std::uint8_t { kMark, kShape, kDeclared, kGuessed };

struct Decoded {
  std::string text;          // valid UTF-8, without a byte order mark
  std::string_view charset;  // "windows-1252"; lives as long as the program
  CharsetBasis basis = CharsetBasis::kShape;
  std::size_t faults = 0;       // bytes or runs that stand for no character: U+FFFD in the text
  std::size_t first_fault = 0;  // the byte, counted from 0

  // Why this is no text, to be shown: "no text in UTF-8: byte 231 stands for no character".
  // A few faults in a long text are none: a page that was cut, two pages glued together.
  std::optional<std::string> unreadable() const;
};

// `declared` is a charset's label as the caller knows it, or empty.  Bytes that are valid UTF-8
// are moved, not copied, and cost a check (7 GB/s).  The text has at most three bytes for each
// that was given.
Decoded decoded(std::string bytes, std::string_view declared = {});

// Whether a file that begins so may be text in one of the charsets: no more control characters
// than texts hold.
bool begins_as_text(std::string_view bytes);

}  // namespace newsfacts
