// Which dollar?  A bare "$", "pounds", "pesos" or "Rs" is the currency of many countries.  What
// settles it is, for most of them, the first of these that knows one of its family:
//
//     1. where the article was filed     CAIRO - ... 300 billion pounds           EGP
//     2. the sums it names in full       2 million Irish pounds, then 500 pounds  IEP
//     3. the outlet                      a site of .pk, "The Jamaica Observer"
//     4. the country it is about         the only one named, or named twice as often as any other
//
// A dollar is different: agencies and American papers write "$" for their own wherever they are,
// and A$, HK$, C$ for the others.  So a desk of that kind goes first ("SYDNEY (Reuters) -"), then
// the outlet, then a foreign dollar named in full once, before every bare one ("NZ$5 million,
// then $2 million"): who writes it each time means another by the bare sign.  Then the dateline,
// and last the country, if it is named thrice and America is not, for dollars and cents in words:
// foreign desks write of Hong Kong in "$", and mean their own.
//
// What nothing settles keeps the usual reading, and basis kDefault says that it is one.

#pragma once

#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

// "dollar" of USD and AUD, "crown" of SEK and CZK; empty where a currency shares its name with
// none.
Symbol currency_family(Symbol code);

// Settles the sums of basis kDefault; `sums` are indexes into Document::mentions, ascending.
void settle_currencies(Document& document, const std::vector<std::size_t>& sums);

// "$1 billion (approximately 159 billion yen)", "two million euros, or $2.6 million,": between
// the sums stand a bracket, "or" or "=", and at most a few words.
bool converts(const Document& document, Span first, Span second);

// Points each sum that converts another to it: "$1 = 0.75 euros", "two million euros, or $2.6
// million", "£1 billion ($1.3 billion; 1.2 billion euros)".  Both are reckoned by the same:
// "76 kroner (10 dollars) an hour".
void link_conversions(Document& document, const std::vector<std::size_t>& sums);

}  // namespace newsfacts
