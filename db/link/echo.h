// Echoes: how far the words around two figures run alike.
//
//     a  the tender was held with [14] crewmen aboard, the navy said
//     b  the tender was held with [six] crewmen aboard, the navy said on Friday
//
// Two articles that print one sentence mean one thing by its figure, whatever the figure is: no
// evidence is stronger, and none else brings together what a later print has corrected.  So the
// words on both sides are laid side by side, from the figure outwards; another figure counts as a
// figure, and the ends of the sentence as words of their own.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/span.h"
#include "corpus/token.h"

namespace newsfacts {

inline constexpr std::size_t kEchoReach = 8;  // words on each side

// Hashes of the words on each side of a figure, nearest first.
struct WordsAround {
  std::vector<std::uint64_t> left, right;
};

// Of each of `places`, ascending, within its sentence; `figures` are what counts as one.  `tokens`
// are those of the text; spans are bytes of it, ascending and apart.  O(size).
std::vector<WordsAround> words_around(std::span<const Token> tokens,
                                      std::span<const Span> sentences,
                                      std::span<const Span> figures, std::span<const Span> places);

// How far two figures' surroundings run alike.
struct Echo {
  std::size_t words = 0;             // alike on both sides, figures and ends not counted
  bool left = false, right = false;  // to the end of the sentence, or as far as we look
  std::size_t nearest = 0;           // words alike on the shorter side

  // One sentence, printed twice.
  bool same_sentence() const { return left && right; }
  // A sentence that was reworded further off.  On one side alone, words run alike in many a
  // sentence: "the firm invested 3 million in 2019, 4 million in 2023".
  bool same_passage() const { return same_sentence() || (nearest >= 2 && words >= 6); }
  double strength() const;  // 0..1
};
Echo echo(const WordsAround& x, const WordsAround& y);

}  // namespace newsfacts
