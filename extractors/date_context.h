// What the words around a date say of it: on which side of it a statement reaches, and whether
// it is a date at all.

#pragma once

#include <cstddef>

#include "corpus/document.h"
#include "extractors/surroundings.h"

namespace newsfacts {

// "since May": the one over, or begun.
bool is_since(const Surroundings& around);

// "Up from $2 million in 1994", "compared with the 1994 quarter": what is told is measured against
// it, and the talk goes on of what was told before.
bool is_compared(const Surroundings& around);

// Whether mention number `at` and the next are the ends of a range: "from March to May", "between
// March and May", "March-May".
bool is_range(const Document& document, std::size_t at);

// "until 2032", "since May", "from March to [May]".
Bound bound_of(const Surroundings& around);

// The page 1999, June Carter, the player of the year: what looks like the date that `mention` is,
// and is none.
bool is_no_date(const Document& document, const Mention& mention);

}  // namespace newsfacts
