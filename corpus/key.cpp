#include "corpus/key.h"

#define XXH_INLINE_ALL  // a call costs more than the hash of a word
#include <xxhash.h>

#include <charconv>

namespace newsfacts {
namespace {

constexpr char kDigits[] = "0123456789abcdef";

}  // namespace

Key Key::of(std::span<const std::string_view> fields) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (const std::string_view field : fields) {
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i)
      length[i] = static_cast<unsigned char>(field.size() >> (8 * i));
    XXH3_128bits_update(&state, length.data(), length.size());
    XXH3_128bits_update(&state, field.data(), field.size());
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(&state);
  return {hash.high64, hash.low64};
}

std::array<unsigned char, 16> Key::bytes() const {
  std::array<unsigned char, 16> out{};
  for (std::size_t i = 0; i < 8; ++i) {
    out[i] = static_cast<unsigned char>(high >> (56 - 8 * i));
    out[8 + i] = static_cast<unsigned char>(low >> (56 - 8 * i));
  }
  return out;
}

std::string Key::hex() const {
  std::string text;
  text.reserve(32);
  for (const unsigned char byte : bytes()) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::optional<Key> Key::from_hex(std::string_view hex) {
  if (hex.size() != 32) return std::nullopt;
  Key key;
  const auto read = [](std::string_view digits, std::uint64_t& into) {
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), into, 16);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  if (!read(hex.substr(0, 16), key.high) || !read(hex.substr(16), key.low)) return std::nullopt;
  return key;
}

}  // namespace newsfacts
