#include "corpus/utf8.h"

#include <simdjson.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace newsfacts {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool continues(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

bool is_ascii(std::string_view text) {
  // Whole words at a time, and without an exit in the loop, so that it is vectorized.
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

std::uint32_t code_points_in(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += !continues(static_cast<unsigned char>(c));
  return count;
}

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool in_range(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

constexpr std::size_t kBlock = 64;

}  // namespace

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::nullopt;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == 0xFFFD && c.size == 1) return at;
    at += c.size;
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  constexpr CodePoint kBroken{0xFFFD, 1};
  if (at >= text.size()) return {};
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  // Table 3-7 of the Unicode Standard: the second byte's range shuts out overlong forms,
  // surrogates and what lies beyond U+10FFFF.
  std::uint32_t size = 0;
  unsigned char low = 0x80, high = 0xBF;
  char32_t value = 0;
  if (in_range(lead, 0xC2, 0xDF)) {
    size = 2;
    value = lead & 0x1Fu;
  } else if (in_range(lead, 0xE0, 0xEF)) {
    size = 3;
    value = lead & 0x0Fu;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (in_range(lead, 0xF0, 0xF4)) {
    size = 4;
    value = lead & 0x07u;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return kBroken;
  }
  if (text.size() - at < size) return kBroken;
  for (std::uint32_t i = 1; i < size; ++i) {
    const unsigned char byte = byte_at(text, at + i);
    if (byte < low || byte > high) return kBroken;
    low = 0x80;
    high = 0xBF;
    value = value << 6 | (byte & 0x3Fu);
  }
  return {value, size};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && continues(byte_at(text, begin))) --begin;
  const CodePoint c = code_point_at(text.substr(0, at), begin);
  return begin + c.size == at ? c : CodePoint{0xFFFD, 1};
}

std::size_t broken_utf8_size(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  if (lead < 0xE0 || lead > 0xF4 || at + 1 >= text.size()) return 1;
  const unsigned char second = byte_at(text, at + 1);
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 1;
  return lead >= 0xF0 && at + 2 < text.size() && continues(byte_at(text, at + 2)) ? 3 : 2;
}

void append_utf8(char32_t c, std::string* text) {
  if (c < 0x80) {
    *text += static_cast<char>(c);
    return;
  }
  if (c < 0x800) {
    *text += static_cast<char>(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      *text += static_cast<char>(0xE0 | c >> 12);
    } else {
      *text += static_cast<char>(0xF0 | c >> 18);
      *text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    }
    *text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
  }
  *text += static_cast<char>(0x80 | (c & 0x3F));
}

std::string valid_utf8(std::string_view text) {
  if (!invalid_utf8_at(text)) return std::string(text);
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value == 0xFFFD)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(at, c.size);
    at += c.size;
  }
  return out;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return in_range(c | 0x20, 'a', 'z') || in_range(c, '0', '9');
  const auto of = category(c);
  return of >= UTF8PROC_CATEGORY_LU && of <= UTF8PROC_CATEGORY_NO;  // L*, M*, N* in a row
}

bool is_letter(char32_t c) {
  if (c < 0x80) return in_range(c | 0x20, 'a', 'z');
  const auto of = category(c);
  return of >= UTF8PROC_CATEGORY_LU && of <= UTF8PROC_CATEGORY_LO;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return in_range(c, 'A', 'Z');
  const auto of = category(c);
  return of == UTF8PROC_CATEGORY_LU || of == UTF8PROC_CATEGORY_LT;
}

bool begins_upper(std::string_view text) {
  return !text.empty() && is_upper(code_point_at(text, 0).value);
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || in_range(c, '\t', '\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 || in_range(c, 0x2000, 0x200A) ||
         in_range(c, 0x2028, 0x2029) || c == 0x202F || c == 0x205F || c == 0x3000;
}

namespace {

// Each character beyond ASCII as utf8proc decomposes it under `options`.
std::string mapped(std::string_view text, utf8proc_option_t options) {
  if (is_ascii(text)) {  // nearly all words
    std::string out(text);
    for (char& c : out)
      c = static_cast<char>(in_range(static_cast<unsigned char>(c), 'A', 'Z') ? c + 0x20 : c);
    return out;
  }
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char lead = byte_at(text, at);
    if (lead < 0x80) {
      out += static_cast<char>(in_range(lead, 'A', 'Z') ? lead + 0x20 : lead);
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    std::array<utf8proc_int32_t, 8> folds{};
    int boundary = 0;
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c.value), folds.data(),
                                static_cast<utf8proc_ssize_t>(folds.size()), options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
      std::array<utf8proc_uint8_t, 4> bytes{};
      const auto size = utf8proc_encode_char(folds[static_cast<std::size_t>(i)], bytes.data());
      for (utf8proc_ssize_t k = 0; k < size; ++k)
        out += static_cast<char>(bytes[static_cast<std::size_t>(k)]);
    }
  }
  return out;
}

}  // namespace

std::string folded(std::string_view text) {
  return mapped(text, UTF8PROC_CASEFOLD);
}

std::string folded_without_marks(std::string_view text) {
  return mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE |
                                                     UTF8PROC_STRIPMARK));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  ascii_ = is_ascii(text);
  if (ascii_) {
    size_ = static_cast<std::uint32_t>(text.size());
    return;
  }
  before_.reserve(text.size() / kBlock + 1);
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    before_.push_back(size_);
    size_ += code_points_in(text.substr(at, kBlock));
  }
}

std::uint32_t CodePointIndex::code_points(std::uint32_t byte_offset) const {
  if (ascii_) return byte_offset;
  if (byte_offset >= text_.size()) return size_;
  const std::size_t block = byte_offset / kBlock;
  return before_[block] +
         code_points_in(text_.substr(block * kBlock, byte_offset - block * kBlock));
}

std::uint32_t CodePointIndex::bytes(std::uint32_t code_point_offset) const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (code_point_offset >= size_) return end;
  if (ascii_) return code_point_offset;
  const auto next = std::upper_bound(before_.begin(), before_.end(), code_point_offset);
  const auto block = static_cast<std::size_t>(next - before_.begin()) - 1;
  std::uint32_t left = code_point_offset - before_[block];
  auto at = static_cast<std::uint32_t>(block * kBlock);
  for (;; ++at) {
    if (continues(byte_at(text_, at))) continue;
    if (left == 0) return at;
    --left;
  }
}

}  // namespace newsfacts
