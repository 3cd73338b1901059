// The words of a piece of markup, as feeds and dumps hold articles: paragraphs apart, scripts and
// styles left out, character references read.  For a whole page, with all that stands around its
// article, see html.h.

#pragma once

#include <string>
#include <string_view>

namespace newsfacts {

// Blocks with an empty line between them.
std::string markup_text(std::string_view markup);

// The same on one line: of a title.
std::string markup_line(std::string_view markup);

}  // namespace newsfacts
