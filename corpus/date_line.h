// A line that says when an article appeared or was changed, and nothing else: it is about the
// article, and no fact of its story.
//
//     19 March 2026
//     Published: Sat, 14 Mar 2026, 8:30 p.m. EDT | Updated 15 March 2026
//     14 March 2026 was a cold day        no: it says something of that day

#pragma once

#include <string_view>

namespace newsfacts {

bool is_date_line(std::string_view line);

}  // namespace newsfacts
