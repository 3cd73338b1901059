// What has the look of a number or a rank and is none: false friends that only their
// surroundings tell.  Each is told from the words next to it; `figure` are its tokens.
//
//     part of a name      GPT-3  No. 7  Boeing 747  First Boston  the 2nd Circuit  40 Mill Road
//     part of a figure    8:00  1/8  3.11.2  555-0134  501(c)(3)
//     a mark of a list    1) a bridge; (2) a road; [8]
//     a telephone         +44 20 7946 0018  (852) 2843 6441  call 312-555-0199
//     a pronoun           no one  this one
//     an adverb           at first  when she first came
//     a stretch of time   four straight years  its first year  a fraction of a second

#pragma once

#include <string_view>

#include "corpus/document.h"
#include "extractors/amount_context.h"

namespace newsfacts {

// Without a space before or behind: cut out of something that is no number.  `rounds_a_noun`
// where what follows the hyphen is counted: "238,000-circulation".
bool is_glued(const Document& document, Span span, bool rounds_a_noun);

// "(2) to repeal", "1) a bridge": what counts the parts of a list.
bool is_enumerator(const Document& document, Span span);

// One of the groups of a telephone number: nine digits or more in groups, which open with a plus
// or a bracket or stand behind a word such as "call".
bool is_telephone(const Document& document, TokenRange figure);

// Behind a label, or behind a name where nothing follows that it counts.
bool is_named(const Document& document, TokenRange figure, bool counts);

// "two [747] jets", "six Boeing [737] jets": bare digits that another number counts.
bool is_model(const Document& document, TokenRange figure);

// "One" that counts nothing.
bool is_pronoun_one(const Document& document, TokenRange figure, bool counts);

// A unit of the calendar or the clock: what "four straight years" would count.
bool is_time_unit(std::string_view noun);

// "came", "used", "falling": what an adverb may stand before.
bool looks_like_verb(std::string_view word);

// A rank that is none: a name, an adverb, a day or a part of time.
bool is_false_rank(const Document& document, Span span, TokenRange figure);

}  // namespace newsfacts
