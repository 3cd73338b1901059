#include "corpus/fingerprint.h"

#include <algorithm>
#include <array>

namespace newsfacts {
namespace {

// The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the result depends on
// every bit of `x`, so that a remainder is as good as chance.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

// A shingle's hash is a polynomial of its words' hashes, modulo 2^64, which the next
// shingle's is made from by one step (Karp and Rabin 1987).
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;  // odd
constexpr std::uint64_t kBaseOfFirst = [] {
  std::uint64_t power = 1;
  for (std::size_t i = 1; i < kShingleWords; ++i) power *= kBase;
  return power;
}();

bool is_word(const Token& token) {
  return token.shape != Token::Shape::kSign;
}

}  // namespace

void fingerprint(Document& document) {
  if (document.rejected) return;
  std::vector<std::uint64_t> words;
  words.reserve(document.tokens().size());
  for (const Token& token : document.tokens())
    if (is_word(token)) words.push_back(token.hash);

  Fingerprint found;
  found.words = static_cast<std::uint32_t>(words.size());
  // In a fixed byte order, for the same Key on every machine.
  std::string bytes;
  bytes.reserve(8 * words.size());
  for (const std::uint64_t word : words)
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(word >> shift);
  found.exact = Key::of({bytes});

  // A text shorter than a shingle is one.
  std::uint64_t rolling = 0;
  const std::size_t first = std::min(kShingleWords, words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= kShingleWords) rolling -= words[i - kShingleWords] * kBaseOfFirst;
    rolling = rolling * kBase + words[i];
    if (i + 1 < first) continue;
    const std::uint64_t hash = mixed(rolling);
    if (hash % kSampleModulus == 0) found.shingles.push_back(hash);
  }
  std::sort(found.shingles.begin(), found.shingles.end());
  found.shingles.erase(std::unique(found.shingles.begin(), found.shingles.end()),
                       found.shingles.end());
  document.fingerprint = std::move(found);
}

}  // namespace newsfacts
