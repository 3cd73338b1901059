// Names out of bylines, as metadata and pages print them.
//
//     "By Jane Roe and John Poe, Science Editor | March 14, 2026"   ->   Jane Roe; John Poe

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsfacts::html {

// The names in one byline; none where it names nobody.  `in_byline` says that the place vouches
// for names, so that no "By" is asked for.
std::vector<std::string> names_in(std::string_view byline, bool in_byline);

// "Written by", "Von": a line that says that the next is a name.
bool introduces_name(std::string_view line);

}  // namespace newsfacts::html
