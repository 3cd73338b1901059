// Text nobody would write, for properties that must hold of any: code points drawn from those
// that normalizing, tokens and sentences care about.  The same seed gives the same text.

#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace newsfacts {

inline std::string random_text(std::mt19937& random, std::size_t pieces) {
  constexpr std::array<std::string_view, 66> kPieces = {
      "a",      "Z",      "7",         "word",   "Mr",     "U",      ".",      ".",      ",",
      "?",      "!",      "\"",        "'",      "(",      ")",      "-",      " ",      " ",
      " ",      "\t",     "\n",        "\n",     "\r",     "\r\n",   "\v",     "\f",     "\x01",
      "\x1F",   "\x7F",   "$",         "%",      "3.5",    "\u0085", "\u00A0", "\u00AD", "\u00E9",
      "\u00DF", "\u0130", "\u0300",    "\u0301", "\u0327", "\u0338", "\u0344", "\u0958", "\u1100",
      "\u1161", "\u11A8", "\u200B",    "\u200D", "\u2003", "\u2014", "\u2018", "\u2019", "\u201C",
      "\u201D", "\u2028", "\u2029",    "\u202E", "\u2126", "\u212A", "\u3000", "\u4E2D", "\uAC00",
      "\uFB01", "\uFEFF", "\U0001F600"};
  std::uniform_int_distribution<std::size_t> any(0, kPieces.size() - 1);
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[any(random)];
  return text;
}

inline std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::uniform_int_distribution<int> any(0, 255);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(any(random));
  return bytes;
}

}  // namespace newsfacts
