#include "corpus/readers/mime.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/charset.h"

namespace newsfacts {
namespace {

// Parts in parts, and parts of one: more is an attack, or no news.
constexpr unsigned kDeepest = 16;
constexpr std::size_t kMostParts = 1000;

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

int sextet(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string without_encoding(std::string_view content, std::string_view encoding) {
  if (same_word(trimmed(encoding), "base64")) return base64_decoded(content);
  if (same_word(trimmed(encoding), "quoted-printable")) return quoted_printable_decoded(content);
  return std::string(content);
}

Body part(const HeaderFields& header, std::string_view content, unsigned depth, std::size_t* parts);

// RFC 2046, 5.1: parts between lines "--boundary", the last before "--boundary--".
Body multipart(std::string_view type, std::string_view boundary, std::string_view content,
               unsigned depth, std::size_t* parts) {
  const std::string line = "--" + std::string(boundary);
  Body best;
  std::size_t begin = content.npos;  // of the part at hand
  for (std::size_t at = 0; *parts < kMostParts;) {
    const bool over = at >= content.size();
    const bool at_line = over || content.substr(at).starts_with(line);
    if (at_line && begin != content.npos && begin < content.size()) {
      ++*parts;
      const std::string_view whole = content.substr(begin, std::max(at, begin) - begin);
      HeaderFields header;
      const std::size_t size = header.read(whole);
      Body body = part(header, whole.substr(size), depth + 1, parts);
      const bool better = best.text.empty() || (best.is_markup && !body.is_markup);
      if (!body.text.empty() && better) best = std::move(body);
      if (!best.text.empty() && (!best.is_markup || type != "multipart/alternative")) break;
    }
    if (over || (at_line && content.substr(at).starts_with(line + "--"))) break;
    at = std::min(content.find('\n', at), content.size() - 1) + 1;
    if (at_line) begin = at;
  }
  return best;
}

Body part(const HeaderFields& header, std::string_view content, unsigned depth,
          std::size_t* parts) {
  const std::string_view field = header["Content-Type"];
  const std::string type = media_type(field);
  if (type.starts_with("multipart/")) {
    const std::string boundary = parameter(field, "boundary");
    if (boundary.empty() || depth >= kDeepest) return {};
    return multipart(type, boundary, content, depth, parts);
  }
  if (same_word(media_type(header["Content-Disposition"]), "attachment")) return {};
  if (!type.empty() && !type.starts_with("text/") && type != "application/xhtml+xml") return {};
  Body body;
  body.is_markup = type == "text/html" || type == "application/xhtml+xml";
  body.text = in_utf8(without_encoding(content, header["Content-Transfer-Encoding"]),
                      parameter(field, "charset"));
  if (trimmed(body.text).empty()) body.text.clear();
  return body;
}

}  // namespace

std::string base64_decoded(std::string_view encoded) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : encoded) {
    if (c == '=') break;
    const int value = sextet(c);
    if (value < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::string quoted_printable_decoded(std::string_view encoded) {
  std::string bytes;
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    const std::string_view rest = encoded.substr(at);
    if (rest[0] != '=') {
      bytes += rest[0];
    } else if (rest.size() > 2 && hex(rest[1]) >= 0 && hex(rest[2]) >= 0) {
      bytes += static_cast<char>(hex(rest[1]) << 4 | hex(rest[2]));
      at += 2;
    } else if (rest.starts_with("=\n")) {
      at += 1;
    } else if (rest.starts_with("=\r\n")) {
      at += 2;
    } else {
      bytes += '=';
    }
  }
  return bytes;
}

std::string in_utf8(std::string_view bytes, std::string_view charset) {
  return decoded(std::string(bytes), charset).text;
}

std::string header_decoded(std::string_view value) {
  std::string line;
  bool after_word = false;
  for (std::size_t at = 0; at < value.size();) {
    const std::string_view rest = value.substr(at);
    const std::size_t charset_end = rest.starts_with("=?") ? rest.find('?', 2) : rest.npos;
    const std::size_t text = charset_end == rest.npos ? rest.npos : charset_end + 3;
    const std::size_t end =
        text < rest.size() && rest[charset_end + 2] == '?' ? rest.find("?=", text) : rest.npos;
    if (end == rest.npos) {
      line += rest[0];
      after_word = after_word && rest[0] == ' ';
      ++at;
      continue;
    }
    if (after_word)  // spaces between encoded words are none
      while (line.ends_with(' ')) line.pop_back();
    std::string words(rest.substr(text, end - text));
    if ((rest[charset_end + 1] | 0x20) == 'b') {
      words = base64_decoded(words);
    } else {
      std::replace(words.begin(), words.end(), '_', ' ');
      words = quoted_printable_decoded(words);
    }
    line += in_utf8(words, rest.substr(2, charset_end - 2));
    after_word = true;
    at += end + 2;
  }
  return line;
}

Body body_of(const HeaderFields& header, std::string_view content) {
  std::size_t parts = 0;
  return part(header, content, 0, &parts);
}

}  // namespace newsfacts
