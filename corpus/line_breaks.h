// Lines that break a word, or a sentence of a writing without spaces, put together where that is
// sure.
//
//     the govern-          "government" stands elsewhere in the text, "govern-ment" nowhere:
//     ment of the town     the hyphen goes, and the line ends behind the word
//     a well-              "well-known" stands elsewhere: the hyphen stays
//     known man
//     これは父の             a line that no Japanese ends so, or one as long as its neighbours: no
//     家です。               space and no line end
//
// Where the text says nothing both stand as they were.

#pragma once

#include <optional>
#include <string_view>

#include "corpus/rewriting.h"

namespace newsfacts {

// `text` has one line feed at the ends of lines, two between paragraphs.  Nullopt when there is
// nothing to put together.
std::optional<Normalized> with_joined_lines(std::string_view text);

}  // namespace newsfacts
