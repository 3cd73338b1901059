#include "corpus/johab.h"

#include <array>
#include <cstdint>
#include <vector>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr int kNone = -1, kFill = -2;

// A syllable is 1iiiiimmmmmfffff: its initial, medial and final letter, each by a number with
// gaps.  The tables give the letter's place in Unicode's order, kFill where there is none.
constexpr std::array<int, 32> kInitials = [] {
  std::array<int, 32> letters{};
  letters.fill(kNone);
  letters[1] = kFill;
  for (int i = 2; i <= 20; ++i) letters[static_cast<std::size_t>(i)] = i - 2;
  return letters;
}();
constexpr std::array<int, 32> kMedials = [] {
  std::array<int, 32> letters{};
  letters.fill(kNone);
  letters[2] = kFill;
  int next = 0;
  for (const int run : {3, 10, 18, 26})
    for (int i = run; i < run + (run == 3 ? 5 : run == 26 ? 4 : 6); ++i)
      letters[static_cast<std::size_t>(i)] = next++;
  return letters;
}();
constexpr std::array<int, 32> kFinals = [] {
  std::array<int, 32> letters{};
  letters.fill(kNone);
  letters[1] = 0;
  for (int i = 2; i <= 17; ++i) letters[static_cast<std::size_t>(i)] = i - 1;
  for (int i = 19; i <= 29; ++i) letters[static_cast<std::size_t>(i)] = i - 2;
  return letters;
}();

// Letters that stand alone, in the order of the tables above (U+3131 and up).
constexpr std::array<std::uint8_t, 19> kAloneInitials = {0,  1,  3,  6,  7,  8,  16, 17, 18, 20,
                                                         21, 22, 23, 24, 25, 26, 27, 28, 29};
constexpr std::array<std::uint8_t, 28> kAloneFinals = {0,  0,  1,  2,  3,  4,  5,  6,  8,  9,
                                                       10, 11, 12, 13, 14, 15, 16, 17, 19, 20,
                                                       21, 22, 23, 25, 26, 27, 28, 29};

char32_t syllable(unsigned code) {
  const int initial = kInitials[code >> 10 & 31], medial = kMedials[code >> 5 & 31],
            final = kFinals[code & 31];
  if (initial == kNone || medial == kNone || final == kNone) return 0;
  if (initial >= 0 && medial >= 0)
    return 0xAC00 + static_cast<char32_t>((initial * 21 + medial) * 28 + final);
  if (initial >= 0 && final == 0)
    return 0x3131u + kAloneInitials[static_cast<std::size_t>(initial)];
  if (initial == kFill && medial >= 0 && final == 0) return 0x314Fu + static_cast<char32_t>(medial);
  if (initial == kFill && medial == kFill && final > 0)
    return 0x3131u + kAloneFinals[static_cast<std::size_t>(final)];
  return 0;
}

// Signs and Chinese characters: the 94 rows of KS X 1001, which EUC-KR has too.
const std::vector<char32_t>& rows() {
  static const std::vector<char32_t> rows = [] {
    std::string pairs;
    for (int row = 0xA1; row <= 0xFE; ++row)
      for (int cell = 0xA1; cell <= 0xFE; ++cell)
        pairs.append({static_cast<char>(row), static_cast<char>(cell), '\n'});
    const std::string text = converted(*charset_of("EUC-KR"), pairs).text;
    std::vector<char32_t> characters;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
      characters.push_back(code_point_at(text, at).value);
    return characters;
  }();
  return rows;
}

char32_t of_rows(unsigned lead, unsigned trail) {
  if (!((lead >= 0xD9 && lead <= 0xDE) || (lead >= 0xE0 && lead <= 0xF9))) return 0;
  if (trail < 0x31 || (trail > 0x7E && trail < 0x91) || trail > 0xFE) return 0;
  const unsigned half = trail < 0x91 ? trail - 0x31 : trail - 0x43;  // of two rows
  const unsigned row = (lead < 0xE0 ? 2 * (lead - 0xD9) : 2 * lead - 0x197) + half / 94;
  const char32_t character = rows()[row * 94 + half % 94];
  return character == 0xFFFD ? 0 : character;
}

}  // namespace

Converted from_johab(std::string_view bytes) {
  Converted out;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  const auto byte_at = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned lead = byte_at(at);
    if (lead < 0x80) {
      out.text += bytes[at++];
      continue;
    }
    const unsigned trail = at + 1 < bytes.size() ? byte_at(at + 1) : 0;
    char32_t character = 0;
    if (lead >= 0x84 && lead <= 0xD3 &&
        ((trail >= 0x41 && trail <= 0x7E) || (trail >= 0x81 && trail <= 0xFE)))
      character = syllable(lead << 8 | trail);
    else
      character = of_rows(lead, trail);
    if (character) {
      append_utf8(character, &out.text);
      at += 2;
      continue;
    }
    if (out.faults++ == 0) out.first_fault = at;
    out.text += "\uFFFD";
    at += trail >= 0x80 ? 2 : 1;
  }
  return out;
}

}  // namespace newsfacts
