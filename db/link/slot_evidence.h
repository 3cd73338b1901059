// Evidence: what speaks for and against that two claims mean one thing, clue by clue, so that it can
// be added up and told.
//
//     terms    .54   both: license, openai, property
//     subject  .06   microsoft
//     place    .05   at the same part of their articles
//     values   .12   and they agree
//
// What decides is the `fit`, the clues that do not look at the values; by the `score`, of all clues,
// each claim finds the one that answers it best.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/comparison.h"
#include "db/link/slot_groups.h"
#include "db/link/slot_terms.h"
#include "db/link/slots.h"

namespace newsfacts {

enum class Clue : std::uint8_t {
  kTerms,     // the words they share, weighed against those they do not
  kMeasure,   // what is lost of that by measures that are not quite the same
  kSole,      // nothing else in either document is measured so
  kOrder,     // the same place in a list of such figures
  kLead,      // both in the title or the first sentences, which tell the event itself
  kEcho,      // one sentence, printed twice
  kSubject,   // of one subject
  kPlace,     // at the same part of their documents
  kValues,    // and the values agree
  kPolarity,  // one denies it
};
inline constexpr std::size_t kClues = 10;
inline constexpr std::array<std::string_view, kClues> kClueWords = {
    "terms", "measure", "sole", "order", "lead", "echo", "subject", "place", "values", "polarity"};

struct Weighing {
  std::array<double, kClues> clues{};
  Echo echo;
  Comparison comparison;

  double& operator[](Clue clue) { return clues[static_cast<std::size_t>(clue)]; }
  double operator[](Clue clue) const { return clues[static_cast<std::size_t>(clue)]; }
  double fit() const;
  double score() const;
};

// Weighs pairs of claims of two documents.  The claims must outlive it.
class SlotScales {
 public:
  SlotScales(std::span<const SlotClaim> a, std::span<const SlotClaim> b);

  const SlotReading& slots() const { return slots_; }
  const SlotGroups& groups(std::size_t side) const { return groups_[side]; }
  const SlotClaim& claim(std::size_t side, std::uint32_t at) const { return claims_[side][at]; }

  // Claim `a` of the first, claim `b` of the second.  False when they cannot mean one thing.
  bool weigh(std::uint32_t a, std::uint32_t b, Weighing* weighing) const;

  // The same minute, or a minute and the round hour it is told in; the same age, the same magnitude
  // of a quake.  Whatever the words, two articles of one story hardly mean two things by 6:41, nor
  // two persons of 61.
  bool telling(std::uint32_t a, std::uint32_t b) const;

  // Whether the slot measures what hardly two of a story have alike: an age, a magnitude.
  static bool is_of_one(const SlotTerms& terms);

  // Who or what the clause is about is one thing more that is shared.
  bool same_subject(std::uint32_t a, std::uint32_t b) const;

 private:
  // Which of how many of its measure a claim is in its sentence.
  struct Rank {
    std::uint32_t at = 0, of = 1;
  };

  void count_measures();
  void rank();
  double sole(std::uint32_t a, std::uint32_t b) const;
  double order(std::uint32_t a, std::uint32_t b) const;
  double lead(std::uint32_t a, std::uint32_t b) const;

  std::array<std::span<const SlotClaim>, 2> claims_;
  SlotReading slots_;
  std::array<SlotGroups, 2> groups_;
  std::array<std::vector<std::uint32_t>, 2> alike_;  // groups of a claim's measure and qualifier
  std::array<std::vector<Rank>, 2> ranks_;
};

}  // namespace newsfacts
