// Characters and words of ASCII: what the syntax of formats, numerals and rules is written in.
// Letters of languages are asked of corpus/utf8.h.

#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace newsfacts {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}
constexpr bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr char lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c | 0x20) : c;
}

// In any letter case.
constexpr bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return x == y || lower(x) == lower(y); });
}

inline std::string lower(std::string_view words) {
  std::string result(words);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

// Without blanks at its ends.
constexpr std::string_view trimmed(std::string_view words) {
  while (!words.empty() && is_blank(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_blank(words.back())) words.remove_suffix(1);
  return words;
}

}  // namespace newsfacts
