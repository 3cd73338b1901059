// Text into HTML, and nothing but text: what comes out holds no tag, no attribute and no entity that
// was not meant.

#pragma once

#include <string>
#include <string_view>

namespace newsfacts {

// Escaped for an element and for an attribute in double quotes.  Control characters, which HTML
// does not allow, become U+FFFD.  `text` must be valid UTF-8.
std::string html(std::string_view text);

}  // namespace newsfacts
