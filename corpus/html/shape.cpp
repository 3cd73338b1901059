#include "corpus/html/shape.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/table.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

constexpr std::uint32_t kLongestNotice = 40;  // words; phrases are not looked for in longer blocks
constexpr std::uint32_t kSeed = 2166136261u;

bool is_upper_ascii(unsigned char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(unsigned char c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c >= 0x80;
}
unsigned char lower(unsigned char c) {
  return is_upper_ascii(c) ? static_cast<unsigned char>(c + 32) : c;
}
std::uint32_t hashed(std::uint32_t hash, unsigned char c) {
  return (hash ^ c) * 16777619u;
}

// No letter: the general punctuation, and the signs of Latin-1.
bool is_sign(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
  return (c == 0xE2 && next >= 0x80 && next <= 0x8B) || (c == 0xC2 && next <= 0xBF) ||
         (c == 0xE3 && next == 0x80);
}

struct Phrase {
  std::string_view words;
  std::uint8_t kind;
};

class Phrases {
 public:
  Phrases() {
    for (const auto& [kind, phrases] : table_rows("html/phrases.tsv")) {
      for (const std::string_view words : parts_of(phrases, '|'))
        add(words, static_cast<std::uint8_t>(kinds_.size()));
      kinds_.push_back(kind);
    }
  }

  const std::vector<std::string_view>& kinds() const { return kinds_; }

  // Those that begin at the word at `at`, whose hash is given, as bits.
  std::uint32_t at(std::string_view text, std::size_t at, std::uint32_t hash) const {
    const auto found = by_first_word_.find(hash);
    if (found == by_first_word_.end()) return 0;
    std::uint32_t bits = 0;
    for (const Phrase& phrase : found->second) {
      if (at + phrase.words.size() > text.size()) continue;
      std::size_t i = 0;
      while (i < phrase.words.size() &&
             static_cast<char>(lower(static_cast<unsigned char>(text[at + i]))) == phrase.words[i])
        ++i;
      if (i < phrase.words.size()) continue;
      const std::size_t behind = at + i;
      if (behind < text.size() && is_letter(static_cast<unsigned char>(text[behind])) &&
          !is_sign(text, behind) && is_letter(static_cast<unsigned char>(phrase.words.back())))
        continue;
      bits |= 1u << phrase.kind;
    }
    return bits;
  }

 private:
  void add(std::string_view words, std::uint8_t kind) {
    std::uint32_t hash = kSeed;
    for (std::size_t i = 0; i < words.size() && is_letter(static_cast<unsigned char>(words[i]));
         ++i)
      hash = hashed(hash, static_cast<unsigned char>(words[i]));
    by_first_word_[hash].push_back({words, kind});
  }

  std::vector<std::string_view> kinds_;
  std::unordered_map<std::uint32_t, std::vector<Phrase>> by_first_word_;
};

const Phrases& phrases() {
  static const Phrases all;
  return all;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

}  // namespace

std::size_t phrase_kinds() {
  return phrases().kinds().size();
}
std::string_view phrase_kind(std::size_t kind) {
  return phrases().kinds()[kind];
}

Shape shape_of(std::string_view text) {
  Shape shape;
  std::uint64_t all = 14695981039346656037ull;
  std::uint32_t ideographs = 0;
  bool first_word = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (is_digit(c)) {
      const std::size_t begin = at;
      while (at < text.size() && is_digit(static_cast<unsigned char>(text[at])))
        all = (all ^ static_cast<unsigned char>(text[at++])) * 1099511628211ull;
      shape.digits += static_cast<std::uint32_t>(at - begin);
      shape.has_year |= is_year(text.substr(begin, at - begin));
      ++shape.words;
      first_word = false;
      continue;
    }
    if (is_letter(c) && !is_sign(text, at)) {
      const std::size_t begin = at;
      std::uint32_t hash = kSeed;
      for (; at < text.size() && is_letter(static_cast<unsigned char>(text[at])) &&
             !is_sign(text, at);
           ++at) {
        const auto letter = static_cast<unsigned char>(text[at]);
        shape.capitals += is_upper_ascii(letter);
        ideographs += letter >= 0xE3 && letter <= 0xE9;
        hash = hashed(hash, lower(letter));
      }
      all = (all ^ hash) * 1099511628211ull;
      shape.letters += static_cast<std::uint32_t>(at - begin);
      if (shape.words < kLongestNotice) {
        const std::uint32_t found = phrases().at(text, begin, hash);
        shape.phrases |= found;
        if (first_word) shape.opening = found;
      }
      if (first_word) shape.begins_lower = c >= 'a' && c <= 'z';
      first_word = false;
      ++shape.words;
      while (at < text.size() && text[at] == '\'') ++at;
      continue;
    }
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (c == '.' || c == '!' || c == '?') {
      shape.sentences += next == ' ' || next == '\n' || next == '"' || next == ')' ||
                         next == '\xE2' || next == '\xC2';
    } else if (c == ',' || c == ';') {
      shape.commas += next == ' ' || next == '\n';
    } else if (c == 0xE3 && text.substr(at).starts_with("\u3002")) {
      ++shape.sentences;
    } else if (c == 0xC2 && next == '\xA9') {
      const std::uint32_t found = phrases().at(text, at, hashed(hashed(kSeed, 0xC2), 0xA9));
      shape.phrases |= found;
      if (first_word) shape.opening |= found;
    }
    at += std::max<std::uint32_t>(1, c < 0x80 ? 1 : code_point_at(text, at).size);
  }
  shape.words += ideographs / 2;
  if (shape.words > kLongestNotice) shape.phrases = shape.opening = 0;
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint last = code_point_before(text, end);
    shape.last = last.value;
    if (last.value != '"' && last.value != ')' && last.value != ']' && last.value != 0x201D &&
        last.value != 0x2019 && last.value != 0xBB && last.value > ' ' && last.value != 0xA0)
      break;
    end -= last.size;
  }
  shape.hash = all;
  return shape;
}

std::vector<std::uint32_t> word_hashes(std::string_view text) {
  std::vector<std::uint32_t> hashes;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (!(is_letter(c) || is_digit(c)) || is_sign(text, at)) {
      at += std::max<std::uint32_t>(1, c < 0x80 ? 1 : code_point_at(text, at).size);
      continue;
    }
    std::uint32_t hash = kSeed;
    for (; at < text.size(); ++at) {
      const auto letter = static_cast<unsigned char>(text[at]);
      if (!(is_letter(letter) || is_digit(letter)) || is_sign(text, at)) break;
      hash = hashed(hash, lower(letter));
    }
    hashes.push_back(hash);
  }
  return hashes;
}

}  // namespace newsfacts::html
