// Notices: what the words of the trade make of a line - bylines, credits, labels of links, the
// usual headings, and the boilerplate around an article.
//
// Phrases are matched in lower case, where a line or a credit in it begins, and end at a word's
// end.  A line that is not a notice by its words may still be one by its place: corpus/blocks.h.

#pragma once

#include <optional>
#include <string_view>

#include "corpus/document.h"

namespace newsfacts {

// "By Jane Roe and John Poe": names behind a phrase, and no sentence.
bool is_byline(std::string_view line);

// Caption, link or boilerplate.  A long line is none.
std::optional<Role> notice_of(std::string_view line);

bool opens_question(std::string_view line);  // "Question: ..."
bool opens_answer(std::string_view line);

// "Key Takeaways", and nothing else.
bool is_usual_heading(std::string_view line);

}  // namespace newsfacts
