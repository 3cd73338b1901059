#include "corpus/html/entities.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/charset_convert.h"
#include "corpus/charset_labels.h"
#include "corpus/table.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

bool is_alphanumeric(char c) {
  return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

struct Named {
  std::string_view name;
  std::string text;
  bool bare;
};

// In order of their names; read once from entities.tsv.
const std::vector<Named>& named() {
  static const std::vector<Named> all = [] {
    std::vector<Named> read;
    for (auto [name, row] : table_rows("html/entities.tsv")) {
      Named entity{name, {}, row.ends_with("\tbare")};
      for (const std::string_view digits : parts_of(row.substr(0, row.find('\t')), ' ')) {
        std::uint32_t code = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        append_utf8(code, &entity.text);
      }
      read.push_back(std::move(entity));
    }
    std::sort(read.begin(), read.end(),
              [](const Named& a, const Named& b) { return a.name < b.name; });
    return read;
  }();
  return all;
}

const Named* find(std::string_view name) {
  const auto at = std::lower_bound(named().begin(), named().end(), name,
                                   [](const Named& a, std::string_view n) { return a.name < n; });
  return at != named().end() && at->name == name ? &*at : nullptr;
}

std::size_t decode_number(std::string_view text, std::string* out) {
  std::size_t at = 2;
  const bool hexadecimal = at < text.size() && (text[at] | 0x20) == 'x';
  at += hexadecimal;
  std::uint32_t code = 0;
  const std::size_t first = at;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    std::uint32_t digit;
    if (is_digit(c))
      digit = static_cast<std::uint32_t>(c - '0');
    else if (hexadecimal && (c | 0x20) >= 'a' && (c | 0x20) <= 'f')
      digit = static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
    else
      break;
    if (code < 0x110000) code = code * (hexadecimal ? 16 : 10) + digit;
  }
  if (at == first) return 0;
  if (at < text.size() && text[at] == ';') ++at;
  // Browsers take control characters for what windows-1252 has there.
  if (code >= 0x80 && code < 0xA0) code = byte_table(*charset_of("windows-1252"))[code];
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  append_utf8(code, out);
  return at;
}

}  // namespace

std::size_t decode_reference(std::string_view text, bool in_attribute, std::string* out) {
  if (text.size() < 3) return 0;
  if (text[1] == '#') return decode_number(text, out);
  constexpr std::size_t kLongest = 32;
  std::size_t end = 1;
  while (end < text.size() && end <= kLongest && is_alphanumeric(text[end])) ++end;
  if (end == 1) return 0;
  if (end < text.size() && text[end] == ';')
    if (const Named* const entity = find(text.substr(1, end - 1))) {
      *out += entity->text;
      return end + 1;
    }
  // Without a semicolon the longest name of old counts, but in an attribute ("?a=1&copy=2")
  // only where no word goes on behind it.
  constexpr std::size_t kLongestBare = 6;
  for (std::size_t size = std::min(end - 1, kLongestBare); size >= 2; --size) {
    const Named* const entity = find(text.substr(1, size));
    if (!entity || !entity->bare) continue;
    const char next = size + 1 < text.size() ? text[size + 1] : '\0';
    if (in_attribute && (next == '=' || is_alphanumeric(next))) return 0;
    *out += entity->text;
    return size + 1;
  }
  return 0;
}

std::string decoded(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t amp = std::min(value.find('&', at), value.size());
    out.append(value, at, amp - at);
    at = amp;
    if (at == value.size()) break;
    const std::size_t taken = decode_reference(value.substr(at), true, &out);
    if (taken == 0) out += '&';
    at += std::max<std::size_t>(taken, 1);
  }
  return out;
}

}  // namespace newsfacts::html
