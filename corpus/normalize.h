// Normalizing: from raw bytes to the text every later stage reads, with the way back.
//
//     mojibake         UTF-8 that was read as something else    ->  as it was meant
//     entities         &amp;  &#8217;                           ->  the character
//     line ends        CR LF, CR, NEL, VT, FF, U+2028/2029     ->  LF
//     spaces           tabs, NBSP, U+2000-200A, runs   ->  one space; none at a line's ends
//     blank lines      runs of them                    ->  one
//     invisible        zero-width, BOM, bidi marks, soft hyphens, control characters  ->  dropped
//     letters          NFC (UAX #15, ICU)
//
// Quotes, dashes and apostrophes stay as printed: the rules know their variants.

#pragma once

#include <string>
#include <string_view>

#include "corpus/alignment.h"
#include "corpus/document.h"
#include "corpus/rewriting.h"

namespace newsfacts {

// `raw` must be valid UTF-8.  Idempotent: normalizing the text again changes nothing.
Normalized normalized(std::string_view raw);

// The same on one line: for what a field of metadata holds, such as a title.  What is no UTF-8
// becomes U+FFFD.
std::string normalized_line(std::string_view raw);

// The stage: writes `text`, or rejects what is no UTF-8 ("invalid UTF-8 at byte 231") or
// holds neither words nor signs that mean something ("no text").
void normalize(Document& document);

}  // namespace newsfacts
