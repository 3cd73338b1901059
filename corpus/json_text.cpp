#include "corpus/json_text.h"

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// The bytes a JSON string cannot hold as they are, and the first bytes of U+0085, U+2028 and
// U+2029, at which many programs end a line.
constexpr std::array<bool, 256> kEscaped = [] {
  std::array<bool, 256> escaped{};
  for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
  escaped['"'] = escaped['\\'] = escaped[0xC2] = escaped[0xE2] = true;
  return escaped;
}();

}  // namespace

void JsonText::field(std::string_view name, std::string_view value) {
  key(name);
  if (value.empty())
    out_ += "null";
  else
    string(value);
}

void JsonText::string(std::string_view value) {
  if (invalid_utf8_at(value))
    escaped(valid_utf8(value));
  else
    escaped(value);
}

void JsonText::escaped(std::string_view value) {
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (!kEscaped[byte]) continue;
    std::size_t size = 1;
    char32_t c = byte;
    if (byte >= 0x80) {
      const CodePoint read = code_point_at(value, at);
      if (read.value != 0x85 && read.value != 0x2028 && read.value != 0x2029) continue;
      size = read.size;
      c = read.value;
    }
    out_.append(value, copied, at - copied);
    escape(c);
    copied = at + size;
    at += size - 1;
  }
  out_.append(value, copied);
  out_ += '"';
}

void JsonText::escape(char32_t c) {
  switch (c) {
    case '"': out_ += "\\\""; return;
    case '\\': out_ += "\\\\"; return;
    case '\n': out_ += "\\n"; return;
    case '\r': out_ += "\\r"; return;
    case '\t': out_ += "\\t"; return;
    default: break;
  }
  out_ += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out_ += "0123456789abcdef"[c >> shift & 15];
}

}  // namespace newsfacts
