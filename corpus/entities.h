// HTML's character references in text that is no HTML: "Johnson &amp; Sons", "It&#8217;s".  Only
// those that end with a semicolon are sure ("R&D, AT&T"), by number or by one of HTML's names
// (html/entities.h).

#pragma once

#include <optional>
#include <string_view>

#include "corpus/rewriting.h"

namespace newsfacts {

// One that reads an ampersand and so begins another is read on: "&amp;amp;lt;" is "<".  Nullopt
// where there is none.
std::optional<Normalized> without_entities(std::string_view text);

}  // namespace newsfacts
