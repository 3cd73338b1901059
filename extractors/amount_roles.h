// What part a figure plays in a move, where the verb stands further off than the words before it.
//
//     Profit rose [3%] to [$4.5 billion] from [$4.1 billion]    rise-by, rise-to, rise-from
//     Crude was down [$1.33] at [$42.12]                        fall-by, fall-to
//     sales rose from [$2 billion] to [$3 billion]              rise-from, rise-to: no range
//     the stock fell [$4] to [$35]                              fall-by, fall-to: no range
//     the rate went from [5 percent] to [6 percent]             from, to: neither up nor down

#pragma once

#include "corpus/document.h"

namespace newsfacts {

// The role that the words before token `end` give: "rose to", "fell sharply by".  Empty: none.
Symbol role_before(const Document& document, std::size_t end);

// Parts what looks like a range and is a move into its two figures.  To be called before anything
// settles: mentions that follow get other indexes.
void part_moves(Document* document);

// Hands a role on, from the figure that has the verb to those behind it in the sentence.  To be
// called when all figures have their own.
void follow_moves(Document* document);

}  // namespace newsfacts
