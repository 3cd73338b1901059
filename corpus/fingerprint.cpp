#include "corpus/fingerprint.h"

#include <algorithm>
#include <string>

namespace newsfacts {
namespace {

// The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the result depends on
// every bit of `x`, so that the smallest is as good as chance.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

// A run's hash is a polynomial of its words' hashes, modulo 2^64, which the next
// run's is made from by one step.
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;  // odd

// In a fixed byte order, for the same Key on every machine.
Key key_of(std::span<const WordAt> words) {
  std::string bytes(8 * words.size(), '\0');
  char* at = bytes.data();
  for (const WordAt& word : words)
    for (int shift = 0; shift < 64; shift += 8) *at++ = static_cast<char>(word.hash >> shift);
  return Key::of({bytes});
}

std::vector<std::uint32_t> hashes_of_sentences(std::span<const Sentence> sentences,
                                               std::span<const WordAt> words) {
  std::vector<std::uint32_t> hashes;
  hashes.reserve(sentences.size());
  std::size_t at = 0;
  for (const Sentence& sentence : sentences) {
    while (at < words.size() && words[at].span.begin < sentence.span.begin) ++at;
    const std::size_t first = at;
    while (at < words.size() && words[at].span.end <= sentence.span.end) ++at;
    const std::size_t size = at - first;
    hashes.push_back(size < kSentenceWords
                         ? 0
                         : shingle_of(runs_of_words(words.subspan(first, size), size)[0]) | 1U);
  }
  return hashes;
}

// Hashes below this are kept wherever they stand.
std::uint64_t lowest(std::size_t shingles) {
  if (shingles <= kFewShingles) return ~std::uint64_t{0};
  return ~std::uint64_t{0} / shingles * kFewShingles;
}

}  // namespace

std::vector<WordAt> words_of(std::span<const Token> tokens) {
  std::vector<WordAt> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens)
    if (token.shape != Token::Shape::kSign) words.push_back({token.hash, token.span});
  return words;
}

std::vector<std::uint64_t> runs_of_words(std::span<const WordAt> words, std::size_t length) {
  std::vector<std::uint64_t> runs;
  if (words.empty()) return runs;
  length = std::min(length, words.size());
  runs.reserve(words.size() - length + 1);
  std::uint64_t rolling = 0, of_first = 1;
  for (std::size_t i = 1; i < length; ++i) of_first *= kBase;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= length) rolling -= words[i - length].hash * of_first;
    rolling = rolling * kBase + words[i].hash;
    if (i + 1 >= length) runs.push_back(mixed(rolling));
  }
  return runs;
}

std::vector<std::uint32_t> kept(std::span<const std::uint64_t> hashes) {
  std::vector<std::uint32_t> places;
  const std::uint64_t low = lowest(hashes.size());
  std::size_t least = 0;  // of the window that ends at i; of equal ones the last
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (i >= kWindow && least == i - kWindow) {
      least = i - kWindow + 1;
      for (std::size_t k = least + 1; k <= i; ++k)
        if (hashes[k] <= hashes[least]) least = k;
    } else if (hashes[i] <= hashes[least]) {
      least = i;
    }
    if (hashes[i] <= low) places.push_back(static_cast<std::uint32_t>(i));
    const bool whole = i + 1 >= kWindow || i + 1 == hashes.size();
    if (whole && hashes[least] > low) places.push_back(static_cast<std::uint32_t>(least));
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

void merge_repeated(std::vector<Shingle>* shingles) {
  std::sort(shingles->begin(), shingles->end());
  std::size_t left = 0;
  for (const Shingle& shingle : *shingles) {
    if (left == 0 || (*shingles)[left - 1].hash != shingle.hash) {
      (*shingles)[left++] = shingle;
      continue;
    }
    std::uint32_t& margins = (*shingles)[left - 1].margins;
    for (const std::uint32_t side : {kMarginMask, kMarginMask << kMarginBits})
      if ((margins & side) != (shingle.margins & side)) margins &= ~side;
  }
  shingles->resize(left);
}

std::uint32_t margins_of(std::span<const WordAt> words, std::size_t place) {
  const auto margin = [&](std::size_t first) {
    std::uint64_t hash = 0;
    for (std::size_t i = first; i < first + kMarginWords; ++i) hash = hash * kBase + words[i].hash;
    const auto bits = static_cast<std::uint32_t>(mixed(hash) >> (64 - kMarginBits));
    return std::max(bits, kAnyMargin + 1);
  };
  const std::size_t behind = place + kShingleWords;
  const std::uint32_t before = place >= kMarginWords ? margin(place - kMarginWords) : kNoMargin;
  const std::uint32_t after = behind + kMarginWords <= words.size() ? margin(behind) : kNoMargin;
  return before << kMarginBits | after;
}

void fingerprint(Document& document) {
  if (document.rejected) return;
  const std::vector<WordAt> words = words_of(document.tokens());
  Fingerprint found;
  found.raw = Key::of({document.raw()});
  found.exact = key_of(words);
  found.words = static_cast<std::uint32_t>(words.size());
  const std::vector<std::uint64_t> hashes = runs_of_words(words, kShingleWords);
  for (const std::uint32_t place : kept(hashes))
    found.shingles.push_back({shingle_of(hashes[place]), margins_of(words, place)});
  merge_repeated(&found.shingles);
  found.sentences = hashes_of_sentences(document.sentences, words);
  document.fingerprint = std::move(found);
}

}  // namespace newsfacts
