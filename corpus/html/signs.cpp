#include "corpus/html/signs.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "corpus/table.h"
#include "corpus/words.h"

namespace newsfacts::html {
namespace {

constexpr std::uint32_t kSeed = 2166136261u;

constexpr std::uint32_t hashed(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}

// From the hash of a word to its signs.  A word that is no row's, but hashes alike, would be
// misread; at some 500 words in 32 bits that is one word in eight million.
class Table {
 public:
  Table() : slots_(kSize) {
    for (const auto& [name, words] : table_rows("html/class_words.tsv")) {
      const auto sign = found_in<Sign>(kSignWords, name);
      if (!sign) continue;
      for (const std::string_view word : parts_of(words, ' ')) add(word, *sign);
    }
  }

  Signs signs(std::uint32_t hash) const {
    for (std::size_t at = hash % kSize; slots_[at].signs != 0; at = (at + 1) % kSize)
      if (slots_[at].hash == hash) return slots_[at].signs;
    return 0;
  }

 private:
  static constexpr std::size_t kSize = 4096;
  struct Slot {
    std::uint32_t hash = 0;
    Signs signs = 0;
  };

  void add(std::string_view word, Sign sign) {
    std::uint32_t hash = kSeed;
    for (const char c : word) hash = hashed(hash, c);
    std::size_t at = hash % kSize;
    while (slots_[at].signs != 0 && slots_[at].hash != hash) at = (at + 1) % kSize;
    slots_[at].hash = hash;
    slots_[at].signs |= bit(sign);
  }

  std::vector<Slot> slots_;
};

enum class Letter : std::uint8_t { kNone, kLower, kUpper, kOther };

constexpr Letter kind_of(char c) {
  if (c >= 'a' && c <= 'z') return Letter::kLower;
  if (c >= 'A' && c <= 'Z') return Letter::kUpper;
  return static_cast<unsigned char>(c) >= 0x80 ? Letter::kOther : Letter::kNone;
}

}  // namespace

Signs signs_of(std::string_view value) {
  static const Table table;
  constexpr std::size_t kMost = 600;  // some lists of classes have no end
  value = value.substr(0, kMost);
  Signs signs = 0;
  for (std::size_t at = 0; at < value.size();) {
    Letter last = kind_of(value[at]);
    if (last == Letter::kNone) {
      ++at;
      continue;
    }
    std::uint32_t hash = kSeed;
    const std::size_t begin = at;
    for (; at < value.size(); ++at) {
      const Letter kind = kind_of(value[at]);
      if (kind == Letter::kNone || (kind == Letter::kUpper && last == Letter::kLower)) break;
      hash = hashed(hash, kind == Letter::kUpper ? static_cast<char>(value[at] + 32) : value[at]);
      last = kind;
    }
    if (at - begin > 1) signs |= table.signs(hash);
  }
  return signs;
}

}  // namespace newsfacts::html
