// Character references, as the HTML Standard reads them (13.2.5.72 and on): named ones, the
// longest that fits, those of old without their semicolon; decimal and hexadecimal ones, where
// what browsers take for windows-1252 is taken so.
//
//     "&eacute;t&eacute &amp;c. &#8217; &#x92; &notit;"   ->   "été &c. ’ ’ ¬it;"

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsfacts::html {

// `text` begins with '&'.  Appends what the reference stands for and returns the bytes it takes;
// 0, and nothing appended, where it is none.
std::size_t decode_reference(std::string_view text, bool in_attribute, std::string* out);

// The whole of an attribute's value.
std::string decoded(std::string_view value);

}  // namespace newsfacts::html
