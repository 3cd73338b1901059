// A Key is the identity of something by its content: a 128-bit XXH3 hash.  The same
// content has the same Key on every machine and in every run.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsfacts {

struct Key {
  std::uint64_t high = 0, low = 0;

  // Of several fields: each is hashed with its length, so that ("ab", "c") and ("a", "bc")
  // differ.
  static Key of(std::span<const std::string_view> fields);
  static Key of(std::initializer_list<std::string_view> fields) {
    return of(std::span(fields.begin(), fields.size()));
  }

  std::string hex() const;  // 32 lower-case digits
  static std::optional<Key> from_hex(std::string_view hex);
  std::array<unsigned char, 16> bytes() const;  // big-endian: sorts as hex() does

  friend auto operator<=>(const Key&, const Key&) = default;
};

}  // namespace newsfacts
