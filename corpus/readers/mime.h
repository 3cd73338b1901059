// The parts of a message (MIME, RFC 2045 to 2047), and the encodings of its bodies and headers.

#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/header_fields.h"

namespace newsfacts {

std::string base64_decoded(std::string_view encoded);            // what is no sign of it is skipped
std::string quoted_printable_decoded(std::string_view encoded);  // RFC 2045, 6.7

// "=?utf-8?Q?Caf=C3=A9?= news" (RFC 2047) in UTF-8.
std::string header_decoded(std::string_view value);

// Bytes in a charset in UTF-8; what stands for no character is U+FFFD.
std::string in_utf8(std::string_view bytes, std::string_view charset);

struct Body {
  std::string text;  // UTF-8
  bool is_markup = false;
};

// The body to read: of alternatives plain text before HTML, of several parts the first that is
// text.  Attachments are left aside.  Empty where there is none.
Body body_of(const HeaderFields& header, std::string_view content);

}  // namespace newsfacts
