#include "corpus/html/signs.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "corpus/embedded.h"
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
    std::string_view page;
    for (const EmbeddedFile& file : embedded_corpus())
      if (file.name == "html/class_words.tsv") page = file.content;
    while (!page.empty()) {
      const std::size_t end = std::min(page.find('\n'), page.size());
      row(page.substr(0, end));
      page.remove_prefix(std::min(end + 1, page.size()));
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

  void row(std::string_view row) {
    const std::size_t tab = row.find('\t');
    if (row.starts_with('#') || tab == row.npos) return;
    const auto sign = found_in<Sign>(kSignWords, row.substr(0, tab));
    if (!sign) return;
    for (row.remove_prefix(tab + 1); !row.empty();) {
      const std::size_t end = std::min(row.find(' '), row.size());
      std::uint32_t hash = kSeed;
      for (const char c : row.substr(0, end)) hash = hashed(hash, c);
      std::size_t at = hash % kSize;
      while (slots_[at].signs != 0 && slots_[at].hash != hash) at = (at + 1) % kSize;
      slots_[at].hash = hash;
      slots_[at].signs |= bit(*sign);
      row.remove_prefix(std::min(end + 1, row.size()));
    }
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
