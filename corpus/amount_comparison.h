// Sums, shares, measures and counts side by side: the half of compare() that reckons.
//
// Figures are equal to the precision of the coarser.  Money meets money, in another currency
// where a text converts it itself, or where some day's rate may have; measures meet in the base
// unit of their dimension, exactly; what is counted may go by many names, for the slot has already
// said it is the same.

#pragma once

#include "corpus/amount.h"
#include "corpus/comparison.h"

namespace newsfacts {

// `x` and `y` are the values of `a` and `b`.
Comparison compare_amounts(const Stated& a, const Stated& b, const Amount& x, const Amount& y);

}  // namespace newsfacts
