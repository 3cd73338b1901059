// Clauses: what can be told of a stretch of words without a grammar - where a phrase may begin,
// whether there is a verb, where it ends, who is its subject.

#pragma once

#include <cstdint>

#include "extractors/attribution/quoted_text.h"
#include "extractors/lexed.h"

namespace newsfacts {

bool is_date(const Lexed& text, std::uint32_t at);

bool is_there(const Lexed& text, std::uint32_t at);

// The token after "on Tuesday", "in a statement", "in an interview with CNN".
std::uint32_t skip_circumstance(const QuotedText& quoted, Run unit, std::uint32_t at);

// A dash, or the hyphen between spaces that stands for one.
bool is_dash(const Lexed& text, std::uint32_t at);

// Whether a noun phrase may begin here.
bool begins_phrase(const QuotedText& quoted, std::uint32_t at);

// The apostrophe of "they'll", "he's", which hides a verb.
bool is_contraction(const Lexed& text, std::uint32_t at);

// Whether the words show a finite verb, as a clause must.
bool has_verb(const Lexed& text, Run run);

// The same of words that may be quoted in part, which is taken for a verb.
bool shows_verb(const QuotedText& quoted, Run run);

// Without the signs that end a sentence, unless they end a quotation.
Run without_stop(const QuotedText& quoted, Run run);

// The first noun phrase of the unit: a name, a pronoun, or what a determiner begins.
Run first_subject(const QuotedText& quoted, Run unit, std::uint32_t before);

}  // namespace newsfacts
