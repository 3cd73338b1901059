// Measures: which figures and dates make a claim, and what kind of thing each measures or dates -
// the part of a slot before the bar.
//
//     14 rifles        count:rifle          until 2032           date:until
//     fell by 20 %     percent:change       a 16-year-old        age
//     40 km/h          quantity:length/hour

#pragma once

#include <string>

#include "corpus/document.h"
#include "extractors/lexed.h"

namespace newsfacts {

// "now", "for years", "one of the largest", a goal of a match: nothing is told by itself.
bool makes_claim(const Document& document, const Mention& mention);

// `value`: the tokens of the mention.
std::string measure_of(const Lexed& text, const Mention& mention, Run value);

// The tokens of a number that begins at `at` and that no figure or date covers: it stands in a name
// ("Flight [447]", "the FTSE [100]", "Chapter [11]"), or was not read. Empty when there is none.
Run bare_number(const Lexed& text, std::uint32_t at, Run sentence);

}  // namespace newsfacts
