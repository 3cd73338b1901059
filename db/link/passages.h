// Passages: the words that two documents have in common and in a row, where neither is a print of the
// other: a quotation, a paragraph both took from a wire, the boilerplate of one house.
//
// Runs of equal words are found through a table of the hashes of all their runs of a given length
// (Karp and Rabin 1987) and made as long as they go; of the runs that begin in one place the
// longest counts, and what a run holds begins no other.  Linear in the length of the texts.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/fingerprint.h"

namespace newsfacts {

// Words a[0, length) of one and b[0, length) of the other, counted from 0.
struct SharedRun {
  std::uint32_t a = 0, b = 0, length = 0;
  friend bool operator==(const SharedRun&, const SharedRun&) = default;
};

// All maximal runs of `shortest` words or more, in the order of `a`, apart in `a`.
std::vector<SharedRun> shared_runs(std::span<const Word> a, std::span<const Word> b,
                                   std::size_t shortest);

enum class PassageLabel : std::uint8_t { kQuote, kWire, kBoilerplate };
inline constexpr std::array<std::string_view, 3> kPassageLabelWords = {"quote", "wire",
                                                                       "boilerplate"};

// What is known of the text a passage stands in: spans in bytes, ascending and apart.
struct Setting {
  std::span<const Span> quoted, boilerplate;
};

// Boilerplate, or a quote, where most of it is that in one of its two texts.
PassageLabel label_of(Span in_a, const Setting& a, Span in_b, const Setting& b);

}  // namespace newsfacts
