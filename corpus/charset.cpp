#include "corpus/charset.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "corpus/charset_convert.h"
#include "corpus/charset_guess.h"
#include "corpus/charset_labels.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

struct Mark {
  std::string_view bytes, charset;
};
using namespace std::string_view_literals;
constexpr std::array kMarks = std::to_array<Mark>({{"\xEF\xBB\xBF"sv, "UTF-8"},
                                                   {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                                   {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                                   {"\xFF\xFE"sv, "UTF-16LE"},
                                                   {"\xFE\xFF"sv, "UTF-16BE"},
                                                   {"\x84\x31\x95\x33"sv, "GB18030"}});

// What no text holds, but for NULs, escapes and shifts.
bool is_control(char c) {
  const bool space = c >= '\t' && c <= '\r';
  return (c >= 0 && c < 0x20 && !space && c != '\x1B' && c != '\x0E' && c != '\x0F') || c == 0x7F;
}

// UTF-16 and UTF-32 of nearly any text are full of NULs, which stand at the same places of each
// unit: the upper bytes of letters, spaces and line ends.
const Charset* wide_by_its_nuls(std::string_view bytes) {
  if (bytes.find('\0') == bytes.npos) return nullptr;
  constexpr std::size_t kLooked = 1 << 16;
  const std::size_t size = std::min(bytes.size(), kLooked) & ~std::size_t{3};
  std::array<std::size_t, 4> nuls{};
  std::size_t controls = 0;  // beside a NUL: numbers, not letters
  for (std::size_t at = 0; at < size; ++at) {
    if (bytes[at] != '\0') continue;
    ++nuls[at & 3];
    controls += is_control(bytes[at ^ 1]) && bytes[at ^ 1] != '\0';
  }
  const std::size_t units = size / 4;
  if (units == 0 || controls * 50 > size) return nullptr;
  const auto share = [&](std::size_t place, std::size_t percent) {
    return nuls[place] * 100 >= units * percent;
  };
  // The highest byte of a UTF-32 unit is always 0, the next nearly, and the lowest nearly never.
  if (share(0, 100) && share(1, 50) && !share(3, 10)) return charset_of("UTF-32BE");
  if (share(3, 100) && share(2, 50) && !share(0, 10)) return charset_of("UTF-32LE");
  // Where all else is ASCII, a NUL is likelier to be a stray one.
  const std::size_t percent = invalid_utf8_at(bytes.substr(0, size)) ? 5 : 25;
  const std::size_t even = nuls[0] + nuls[2], odd = nuls[1] + nuls[3];
  if (even * 100 >= size * percent && odd * 20 <= even) return charset_of("UTF-16BE");
  if (odd * 100 >= size * percent && even * 20 <= odd) return charset_of("UTF-16LE");
  return nullptr;
}

// Seven bits that are more than they seem.
const Charset* escaped(std::string_view bytes) {
  for (std::size_t at = bytes.find('\x1B'); at != bytes.npos; at = bytes.find('\x1B', at + 1)) {
    const std::string_view behind = bytes.substr(at + 1, 3);
    if (behind.starts_with("$)C")) return charset_of("ISO-2022-KR");
    if (behind.starts_with("$)A") || behind.starts_with("$)G") || behind.starts_with("$*H"))
      return charset_of("ISO-2022-CN");
    if (behind.starts_with("$@") || behind.starts_with("$B") || behind.starts_with("$(D") ||
        behind.starts_with("(J") || behind.starts_with("(I"))
      return charset_of("ISO-2022-JP");
  }
  // Between ~{ and ~} stand pairs of printed bytes.
  std::size_t runs = 0;
  for (std::size_t at = bytes.find("~{"); at != bytes.npos; at = bytes.find("~{", at + 2)) {
    const std::size_t end = bytes.find("~}", at);
    if (end == bytes.npos || (end - at) % 2 != 0 || end == at + 2) return nullptr;
    for (std::size_t k = at + 2; k < end; ++k) {
      const bool lead = (k - at) % 2 == 0;
      if (bytes[k] < 0x21 || bytes[k] > (lead ? 0x77 : 0x7E)) return nullptr;
    }
    ++runs;
  }
  return runs > 0 ? charset_of("HZ-GB-2312") : nullptr;
}

// UTF-8 with a few faults, one at most in so many bytes beyond ASCII: a text that was cut, or two
// that were glued.
bool is_nearly_utf8(std::string_view bytes, std::size_t one_in) {
  constexpr std::size_t kFirst = 64;  // faults; who has so many among few others is none
  std::size_t faults = 0, high = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<signed char>(bytes[at]) >= 0) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(bytes, at);
    const bool fault = c.value == 0xFFFD && c.size == 1;
    const std::size_t size = fault ? broken_utf8_size(bytes, at) : c.size;
    faults += fault;
    high += size;
    at += size;
    if (faults > kFirst && faults * one_in > high) return false;
  }
  return faults * one_in < high;
}

}  // namespace

std::optional<std::string> Decoded::unreadable() const {
  constexpr std::size_t kOneIn = 40;
  if (faults <= 2 || faults * kOneIn <= text.size()) return std::nullopt;
  return "no text in " + std::string(charset) + ": byte " + std::to_string(first_fault) +
         " stands for no character";
}

Decoded decoded(std::string bytes, std::string_view label) {
  const auto as = [&](const Charset& charset, CharsetBasis basis, std::size_t mark = 0) {
    Converted out = converted(charset, std::string_view(bytes).substr(mark));
    return Decoded{std::move(out.text), charset.name, basis, out.faults,
                   out.first_fault + (out.faults ? mark : 0)};
  };
  const auto as_it_stands = [&](CharsetBasis basis) {
    return Decoded{std::move(bytes), "UTF-8", basis};
  };
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (mark.charset != "UTF-8")
      return as(*charset_of(mark.charset), CharsetBasis::kMark, mark.bytes.size());
    if (invalid_utf8_at(bytes))
      return as(*charset_of("UTF-8"), CharsetBasis::kMark, mark.bytes.size());
    bytes.erase(0, mark.bytes.size());
    return as_it_stands(CharsetBasis::kMark);
  }
  if (const Charset* wide = wide_by_its_nuls(bytes)) return as(*wide, CharsetBasis::kShape);
  const auto fault = invalid_utf8_at(bytes);
  if (!fault) {
    const Charset* seven_bits = escaped(bytes);
    return seven_bits ? as(*seven_bits, CharsetBasis::kShape) : as_it_stands(CharsetBasis::kShape);
  }
  const Charset* declared = label.empty() ? nullptr : charset_of(label);
  if (!declared || declared->family == Family::kUnicode) declared = declared_charset(bytes);
  if (declared && declared->family == Family::kUnicode) declared = nullptr;
  if (is_nearly_utf8(bytes, declared ? 50 : 10))
    return as(*charset_of("UTF-8"), CharsetBasis::kShape);
  const Charset* best = guessed_charset(bytes, declared);
  return as(*best, best == declared ? CharsetBasis::kDeclared : CharsetBasis::kGuessed);
}

bool begins_as_text(std::string_view bytes) {
  for (const Mark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return true;
  if (wide_by_its_nuls(bytes)) return true;
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nuls * 10 > bytes.size()) return false;
  const auto fault = invalid_utf8_at(bytes);
  if (!fault || *fault + 4 >= bytes.size()) return true;  // or a character that is cut off
  const auto controls =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  return nuls == 0 && controls * 50 <= bytes.size();
}

}  // namespace newsfacts
