// Doubts: why two claims that say different things may well speak of two things.
//
//     a  20 Oct.  "Today, the senator led a delegation"      b  18 Oct.  "Today, the senator spoke"
//     a  Mon.     "the index closed at 6,071"                b  Tue.     "the index closed at
//     5,842"
//
// Articles of one story, printed days apart, differ in much that is no contradiction: each tells
// of its own day.  Words alone do not show it, since it is the same words that come again.  Where
// such a doubt remains, nothing is said: silence before a false conflict.

#pragma once

#include <string_view>

#include "db/link/slots.h"

namespace newsfacts {

// In words, such as "each tells of its own day"; empty where the two may be held against each
// other.  Symmetric.
std::string_view doubt(const SlotClaim& x, const SlotClaim& y);

}  // namespace newsfacts
