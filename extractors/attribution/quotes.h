// Quotations: what stands between quotation marks, in every style of marks a news text has.
//
//     He said: “We called it ‘the plan’.”          one quotation, of the outer marks
//     "The first paragraph.¶"The second."          two, the second going on with the first
//     Jones' men didn't say 'never again', ...     one: apostrophes are no marks
//
// Marks of one style pair within a paragraph.  A mark that finds no partner is no quotation,
// except at the end of a paragraph whose next one opens with the same mark, as the printers'
// custom is.

#pragma once

#include <cstdint>
#include <vector>

#include "extractors/lexed.h"

namespace newsfacts {

struct Quote {
  Run marks;             // the tokens, from opening to closing mark
  Run inside;            // without them; never empty
  bool goes_on = false;  // continues the quotation before it
};

// In reading order, never overlapping.  O(tokens).
std::vector<Quote> quotes_in(const Lexed& text);

}  // namespace newsfacts
