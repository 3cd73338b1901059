// What the words around a figure say about it.  The rules find the figure alone; from there
// these functions look a few words to either side, within the vocabularies of approximators,
// roles and rates.
//
//     profit rose to  more than  [$3]  a share  or so
//            ----+--  ----+----        ---+---
//             role     relation          per
//
//     [300]  armed police officers
//                         ---+---- counted noun: "officer"

#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

// Where a mention lies among the tokens of its document.
struct TokenRange {
  std::size_t begin = 0, end = 0;  // indexes into Document::tokens(), end exclusive
};
TokenRange tokens_of(const Document& document, Span span);

// Completes the Amount of `mention`: its relation ("at least", "or more"), where the figure
// itself states none, its role ("rose to") and what it is reckoned by ("a share").
void read_surroundings(const Document& document, Mention* mention);

// What a figure is reckoned by, where that starts at token `at`: "a share", "per barrel", "/day",
// "-a-year", "annually".  Empty: nothing.
Symbol rate_at(const Document& document, std::size_t at);

// The singular of what is counted: "person" after "14"; empty where no noun can be told.
// Looks at most five words ahead, and never past a preposition, a verb of the list or a sign.
// `alone` is set for a figure of one, which counts a singular.
std::string counted_noun(const Document& document, TokenRange figure, bool alone);

// Removes mentions for which `unwanted` is true, and keeps Amount::converts pointing where it did.
void remove_mentions(Document* document, const std::vector<bool>& unwanted);

}  // namespace newsfacts
