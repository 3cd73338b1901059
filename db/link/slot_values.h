// What the value of a claim tells by itself of whether another means the same: much, when both name
// a minute; little, when both say two.

#pragma once

#include <string>

#include "corpus/comparison.h"
#include "db/link/slots.h"

namespace newsfacts {

// compare(), and what only two texts laid side by side tell: in one sentence printed twice,
// "Wednesday" is Wednesday, though the prints are a week apart, and a bare figure has the unit of
// the other.
Comparison compare_claims(const SlotClaim& x, const SlotClaim& y);

// A statement without a value: who remains whose partner.
bool is_relation(const SlotClaim& claim);

// Whether one tells of a denial of what the other says.  Then they do not agree; nor does an
// article contradict what it tells that somebody denies.
bool is_disputed(const SlotClaim& x, const SlotClaim& y);

// A number that is part of a name: "Flight 447".
bool is_designation(const SlotClaim& claim);

// How far the words around both run alike; none where they are not known.
Echo echo_of(const SlotClaim& x, const SlotClaim& y);

// "nine", "nine people" and "nine dead" are one figure.
std::string figure(const SlotClaim& claim);

// A time of day, to the hour or the minute.
bool is_clock(const SlotClaim& claim);

// The same minute, or a minute and, on the same day, the round hour it is told in.
bool same_moment(const SlotClaim& x, const SlotClaim& y);

// Whether agreeing on the value says little: everybody has two of something.
bool is_common(const SlotClaim& claim);

// "The first": what everybody has.
bool is_first(const SlotClaim& claim);

// "until 2032" names an end, "in 2032" does not: their words must make them one.
Bound bound_of(const SlotClaim& claim);

// "Tuesday", and nothing tells of which week.
bool is_of_any_week(const SlotClaim& claim);

// "today", and nothing tells which day it was.
bool is_open(const SlotClaim& claim);

}  // namespace newsfacts
