// The shape of a line: how it begins, how it ends, what marks it.  Judged by its letters alone,
// knowing no words; a line is never empty and has no white space at its ends.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsfacts {

std::size_t words_in(std::string_view line);

// The last ink of the line but closing quotes and brackets; 0 when there is none.
char32_t final_sign(std::string_view line);
bool ends_sentence(std::string_view line);
bool ends_with_dash(std::string_view line);

bool begins_lower(std::string_view line);  // a word of more than one letter

bool is_url(std::string_view line);

// Bytes of "- ", "1. ", "1.) " or "(2) " before a list item's words; 0 = none.
std::uint32_t marker_of(std::string_view line);

// "Ferry fire kills nine - Meridian Wire": a title and, behind a dash or a bar, an outlet.
bool names_an_outlet(std::string_view line);

}  // namespace newsfacts
