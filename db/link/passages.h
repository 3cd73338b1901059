// Passages: the words that two documents have in common and in a row, where neither is a print of the
// other: a quotation, a paragraph both took from a wire, the boilerplate of one house.
//
// They are found where the two keep a shingle in common, and made as long as they go: in a passage
// of kPassageWords, each keeps one and the same (winnowing, corpus/fingerprint.h) and has the same
// words on one side of it, by which the two documents meet (meetings.h).  Of the passages that
// overlap in one text the longest counts.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/fingerprint.h"

namespace newsfacts {

// Words a ... a + length - 1 of one and b ... b + length - 1 of the other, counted from 0.
struct SharedRun {
  std::uint32_t a = 0, b = 0, length = 0;
  friend auto operator<=>(const SharedRun&, const SharedRun&) = default;
};

// A shingle that a text keeps, and its first word.
struct Anchor {
  std::uint32_t shingle = 0, word = 0;
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};
std::vector<Anchor> anchors(std::span<const WordAt> words);  // ascending

// The runs of kPassageWords words or more, in the order of `a`, apart in `a`.
std::vector<SharedRun> passages(std::span<const WordAt> a, std::span<const Anchor> anchors_of_a,
                                std::span<const WordAt> b, std::span<const Anchor> anchors_of_b);

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
