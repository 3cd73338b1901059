// An enumeration whose members have a word each, written in one table:
//
//     inline constexpr std::array<std::string_view, 3> kRelationWords = {"agree", "conflict", "only"};
//
// word_of() and from_word() go both ways through that table, so that JSON, SQL and
// the help texts can never disagree on a spelling.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace newsfacts {

template <typename Enum, std::size_t N>
constexpr std::string_view word_in(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t N>
constexpr std::optional<Enum> found_in(const std::array<std::string_view, N>& words,
                                       std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace newsfacts
