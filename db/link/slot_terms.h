// Slot terms: the slots of the claims of two documents, read as weighted terms, and how alike two
// of them are.
//
//     count:person|die explosion port / navy      measure "count", qualifier "person"
//                                                 die 1  explosion .87  port .77  navy .25
//
// A term weighs the more the nearer it stands to the figure, and the rarer it is in the two
// documents. Names are one term where one is the end of the other: "Red Sox", "Boston Red Sox".

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/link/slots.h"

namespace newsfacts {

struct WeightedTerm {
  std::uint32_t term = 0;  // index in SlotReading::words()
  double weight = 0;
};

// The slot of one claim.
struct SlotTerms {
  std::string_view measure, qualifier;  // "date", "until"
  std::vector<WeightedTerm> terms;      // ascending by term
  double total = 0;                     // of the weights
  std::size_t near = 0;                 // terms of the clause itself
};

// The claims must outlive it.
class SlotReading {
 public:
  SlotReading(std::span<const SlotClaim> a, std::span<const SlotClaim> b);

  const std::vector<SlotTerms>& of(std::size_t side) const { return sides_[side]; }
  const std::vector<std::string_view>& words() const { return words_; }  // by term

 private:
  void read(std::size_t side);
  void merge_names();
  void weigh();
  std::uint32_t term(std::string_view word);

  std::array<std::span<const SlotClaim>, 2> claims_;
  std::array<std::vector<SlotTerms>, 2> sides_;
  std::unordered_map<std::string_view, std::uint32_t> terms_;
  std::vector<std::string_view> words_;
};

// 0..1: what the terms have in common, weighed against what they have not.
double common(const SlotTerms& x, const SlotTerms& y);

// How many terms both have.
std::size_t shared(const SlotTerms& x, const SlotTerms& y);

// 0..1: how well the measures go together; 0 not at all.
double compatible(const SlotTerms& x, const SlotTerms& y);

}  // namespace newsfacts
