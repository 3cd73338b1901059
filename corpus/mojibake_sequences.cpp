#include "corpus/mojibake_sequences.h"

#include <array>
#include <cstring>

#include "corpus/charset_convert.h"

namespace newsfacts {
namespace {

struct Misreading {
  std::string_view charset;
  bool controls;  // what it has no character for, and all of latin-1, stays a C1 control
};
constexpr std::array<Misreading, kMisreadings> kCharsets = {{{"windows-1252", true},
                                                             {"windows-1250", true},
                                                             {"ISO-8859-2", true},
                                                             {"windows-1251", true},
                                                             {"windows-1253", true},
                                                             {"windows-1254", true},
                                                             {"windows-1257", true},
                                                             {"macintosh", false},
                                                             {"IBM437", false},
                                                             {"IBM850", false},
                                                             {"IBM866", false}}};

constexpr char32_t kEnd = 0x2600;  // no character of these charsets lies beyond

// Of each code point, the charsets in which it is a byte that begins a character of two, three or
// four, or continues one.
struct Cell {
  Misreadings two = 0, three = 0, four = 0, continues = 0;
};

struct Tables {
  std::array<Cell, kEnd> cells{};
  std::array<std::array<unsigned char, kEnd>, kMisreadings> bytes{};
  std::array<std::array<char16_t, 256>, kMisreadings> characters{};
};

const Tables& tables() {
  static const Tables* const tables = [] {
    auto* made = new Tables;  // for as long as the program
    for (std::size_t i = 0; i < kMisreadings; ++i) {
      const auto bit = static_cast<Misreadings>(1u << i);
      made->characters[i] = byte_table(*charset_of(kCharsets[i].charset));
      const auto enter = [&](char32_t c, std::size_t byte) {
        if (c >= kEnd || c < 0x80) return;
        made->bytes[i][c] = static_cast<unsigned char>(byte);
        Cell& cell = made->cells[c];
        for (Misreadings* set : {&cell.two, &cell.three, &cell.four, &cell.continues})
          *set &= static_cast<Misreadings>(~bit);
        if (byte < 0xC0)
          cell.continues |= bit;
        else if (byte >= 0xC2 && byte < 0xE0)
          cell.two |= bit;
        else if (byte >= 0xE0 && byte < 0xF0)
          cell.three |= bit;
        else if (byte >= 0xF0 && byte < 0xF5)
          cell.four |= bit;
      };
      if (kCharsets[i].controls)
        for (std::size_t byte = 0x80; byte < 0xA0; ++byte) enter(static_cast<char32_t>(byte), byte);
      for (std::size_t byte = 0x80; byte < 0x100; ++byte) enter(made->characters[i][byte], byte);
    }
    return made;
  }();
  return *tables;
}

bool is_control(char32_t c) {
  return c >= 0x80 && c < 0xA0;
}

// Of a UTF-8 sequence of several bytes with this lead; 0 where it leads none.
std::size_t length_begun_by(unsigned char lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Where the ASCII that begins at `at` ends.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  std::uint64_t eight;
  for (; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < text.size() && static_cast<signed char>(text[at]) >= 0) ++at;
  return at;
}

}  // namespace

unsigned char byte_of(std::size_t misreading, char32_t c) {
  return c < kEnd ? tables().bytes[misreading][c] : 0;
}

std::vector<Suspect> suspects_in(std::string_view text) {
  std::vector<Suspect> found;
  const auto suspect = [&](std::size_t at, Misreadings charsets) {
    if (!found.empty() && at < found.back().line.end) {
      found.back().charsets |= charsets;
      return;
    }
    std::size_t begin = text.rfind('\n', at);
    begin = begin == text.npos ? 0 : begin + 1;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    found.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, charsets});
  };
  const std::array<Cell, kEnd>* cells = nullptr;
  for (std::size_t at = ascii_end(text, 0); at < text.size(); at = ascii_end(text, at)) {
    // Characters beyond ASCII that stand together: `third` is the last but two, and so on.
    Cell third, second, first;
    while (at < text.size() && static_cast<signed char>(text[at]) < 0) {
      const auto lead = static_cast<unsigned char>(text[at]);
      Cell cell;
      if (lead < 0xE3) {  // below U+3000
        const CodePoint c = code_point_at(text, at);
        if (c.value < kEnd) {
          if (!cells) cells = &tables().cells;
          cell = (*cells)[c.value];
          const auto charsets = static_cast<Misreadings>(
              cell.continues &
              (first.two | (first.continues & (second.three | (second.continues & third.four)))));
          if (charsets || is_control(c.value)) suspect(at, charsets);
        }
        at += c.size;
      } else {
        at += lead < 0xF0 ? 3 : 4;
      }
      third = second;
      second = first;
      first = cell;
    }
  }
  return found;
}

std::optional<Sequence> sequence_at(std::size_t misreading, std::span<const Character> line,
                                    std::size_t at) {
  const unsigned char lead = byte_of(misreading, line[at].value);
  const std::size_t size = length_begun_by(lead);
  if (size == 0 || line.size() - at < size) return std::nullopt;
  Sequence sequence{at, size, 0};
  const auto take = [&](std::size_t from, char* bytes) {
    for (std::size_t i = 0; i < size; ++i) {
      const char32_t c = line[from + i].value;
      const unsigned char byte = byte_of(misreading, c);
      if (i > 0 && (byte < 0x80 || byte > 0xBF)) return false;
      bytes[i] = static_cast<char>(byte);
      const char16_t own = tables().characters[misreading][byte];
      sequence.strays |= misreading != 0 && is_control(c) && own != c && own != 0xFFFD;
    }
    return true;
  };
  std::array<char, 4> bytes{};
  if (!take(at, bytes.data())) return std::nullopt;
  const CodePoint c = code_point_at({bytes.data(), size}, 0);
  if (c.size == size) {
    sequence.value = c.value;
    return sequence;
  }
  // CESU-8: the halves of a surrogate pair, three bytes each.
  const auto half = [&](std::size_t from) -> char32_t {
    if (line.size() - from < 3 || byte_of(misreading, line[from].value) != 0xED ||
        !take(from, bytes.data()))
      return 0;
    return 0xD000 | (static_cast<char32_t>(bytes[1] & 0x3F) << 6) |
           static_cast<char32_t>(bytes[2] & 0x3F);
  };
  if (size != 3 || lead != 0xED) return std::nullopt;
  const char32_t high = half(at), low = half(at + 3);
  if (high < 0xD800 || high > 0xDBFF || low < 0xDC00) return std::nullopt;
  sequence.size = 6;
  sequence.value = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
  return sequence;
}

std::optional<Sequence> lossy_sequence_at(std::size_t misreading, std::span<const Character> line,
                                          std::size_t at) {
  const unsigned char lead = byte_of(misreading, line[at].value);
  const std::size_t size = length_begun_by(lead);
  if (size == 0 || line.size() - at < size) return std::nullopt;
  Sequence sequence{at, size, 0xFFFD, false, true};
  std::string bytes(1, static_cast<char>(lead));
  std::size_t kept = 0, spaces = 0;
  for (std::size_t i = 1; i < size; ++i) {
    const char32_t c = line[at + i].value;
    const unsigned char byte = byte_of(misreading, c);
    if (byte >= 0x80 && byte <= 0xBF) {
      ++kept;
      bytes += static_cast<char>(byte);
    } else if (c == ' ') {
      ++spaces;
      bytes += '\xA0';
    } else if (c != 0xFFFD && c != '?') {
      return std::nullopt;
    }
  }
  if (bytes.size() == size) {
    const CodePoint c = code_point_at(bytes, 0);
    if (c.size != size || spaces > 1) return std::nullopt;
    sequence.value = c.value;
    return sequence;
  }
  if (spaces > 0 || (size > 2 && kept == 0)) return std::nullopt;
  return sequence;
}

}  // namespace newsfacts
