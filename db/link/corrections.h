// Corrections: which figure of a later print stands where the earlier has another.
//
// The texts are aligned by the runs of words they share; what lies between two runs that follow each
// other in both is one place in two versions.  Figures of one kind in one such place, of
// which neither text has the other's, are a correction: "65 million" -> "81 million".

#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "corpus/fingerprint.h"
#include "corpus/mention.h"

namespace newsfacts {

// A figure of a text: an amount or an explicit date.
struct Figure {
  std::int64_t ord = 0;  // of the mention
  Span span;             // bytes
  Kind kind = Kind::kNumber;
  std::uint64_t value = 0;  // a hash
  std::uint64_t unit = 0;   // a hash, of a quantity's; "11 degrees" does not correct "5.6 kilometres"
};

// The ords of both, in the order of `a`.
std::vector<std::pair<std::int64_t, std::int64_t>> corrections(std::span<const WordAt> a,
                                                               std::span<const Figure> figures_of_a,
                                                               std::span<const WordAt> b,
                                                               std::span<const Figure> figures_of_b);

}  // namespace newsfacts
