// Fingerprints: exact hashes of the bytes and of the words, and a sample of the word shingles, from
// which near duplicates, reprints and truncated copies are found without comparing all pairs.
//
// Shingles are overlapping runs of folded words (Broder 1997, "On the resemblance and
// containment of documents"); their hashes roll from one to the next (Karp and Rabin 1987,
// "Efficient randomized pattern-matching algorithms").  The sample is winnowed (Schleimer, Wilkerson
// and Aiken 2003, "Winnowing: local algorithms for document fingerprinting"): of each kWindow
// shingles in a row the one of the smallest hash is kept.  Two documents that share
// kPassageWords words in a row so are certain to share a kept shingle, whatever stands around, and two
// in nine are kept:
//
//     words       a b c d e f g h i j k l          kPassageWords = 12
//     shingles    abcde bcdef ... hijkl            8 of them, kShingleWords = 5
//     kept              ^                          at least one of any 8
//
// With a shingle go its margins: hashes of the kMarginWords words before it and after it.  Of
// kPassageWords words in common that hold a shingle of kShingleWords, kMarginWords at least stand on one
// side of it, so that the margins of one side are the same in both documents; where neither is, the
// two have a stock phrase in common at most:
//
//     words       a b c d e f g h i j k l
//     shingle           d e f g h
//     margins   . a b c           i j k l          the one behind it is the same in both
//
// Each sentence has a hash of its own, by which those are found that stand in many documents.
//
// Of a short text more shingles are kept, in both the same: those whose hash is in the lowest
// kFewShingles / n of all hashes, n being the shingles it has.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

inline constexpr std::size_t kShingleWords = 5;
inline constexpr std::size_t kPassageWords = 12;
inline constexpr std::size_t kMarginWords = (kPassageWords - kShingleWords + 1) / 2;
inline constexpr std::size_t kWindow = kPassageWords - kShingleWords + 1;
inline constexpr std::size_t kFewShingles = 32;
inline constexpr std::size_t kSentenceWords = 6;  // a sentence of fewer is short

// The stage: writes `fingerprint`.
void fingerprint(Document& document);

// The words of a text: a hash of each, and where it stands.
struct WordAt {
  std::uint64_t hash = 0;
  Span span;
};
std::vector<WordAt> words_of(std::span<const Token> tokens);

// The hashes of the runs of `length` words, in their order: one for each word but the last length-1.
// A text of fewer words is one run; a text of none has none.
std::vector<std::uint64_t> runs_of_words(std::span<const WordAt> words, std::size_t length);

// The places, ascending, of the `hashes` that a fingerprint keeps.
std::vector<std::uint32_t> kept(std::span<const std::uint64_t> hashes);

// Margins: 12 bits for each side, kNoMargin where fewer words stand there, or others in each of the
// places where the text has the shingle; kAnyMargin where they are alike to any.
inline constexpr unsigned kMarginBits = 12;
inline constexpr std::uint32_t kMarginMask = (1U << kMarginBits) - 1;
inline constexpr std::uint32_t kNoMargin = 0, kAnyMargin = 1;
inline constexpr std::uint32_t kAnyMargins = kAnyMargin << kMarginBits | kAnyMargin;

// Of the shingle whose first word is `place`.
std::uint32_t margins_of(std::span<const WordAt> words, std::size_t place);

// Whether the words before are the same in both, or those behind.
constexpr bool alike_beside(std::uint32_t margins, std::uint32_t other) {
  const auto alike = [](std::uint32_t a, std::uint32_t b) {
    return a != kNoMargin && b != kNoMargin && (a == b || a == kAnyMargin || b == kAnyMargin);
  };
  return alike(margins & kMarginMask, other & kMarginMask) ||
         alike(margins >> kMarginBits, other >> kMarginBits);
}

// Sorts them, and makes one of those of one hash.
void merge_repeated(std::vector<Shingle>* shingles);

// As a fingerprint holds it: the upper half, by which the lowest are kept.
constexpr std::uint32_t shingle_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace newsfacts
