// The clause a figure stands in: the least stretch around it that has a verb.
//
//     [Police found 14 rifles], and the owner was held.
//     [Six rifles, 12 magazines and 300 rounds were found].

#pragma once

#include <cstdint>

#include "extractors/lexed.h"

namespace newsfacts {

// Whether the token may be a finite verb.
bool is_verb(const Lexed& text, std::uint32_t at);

// Where one clause may end and another begin.
bool divides(const Lexed& text, std::uint32_t at);

// The stretch around the value up to the next divider on each side.
Run between_dividers(const Lexed& text, Run unit, Run value);

// The stretch around the value that has a finite verb, between dividers; the sentence where
// there is no such stretch.
Run clause_around(const Lexed& text, Run unit, Run value);

}  // namespace newsfacts
