// Does a sentence end here?  The judgement over the places where one might: those that Unicode's
// rules propose (UAX #29), and a few kinds that they do not see.
//
// All offsets are bytes of one block of text, which is normalized.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsfacts {

// Whether the sentence that began at `begin` may end at `end` and the next begin at `next`, where
// Unicode's rules would have it so.
bool is_break(std::string_view text, std::size_t begin, std::size_t end, std::size_t next);

// Whether one begins behind the period at `period` where Unicode's rules go on.
//
//     It fell in 2019. |14 people left.            a figure is taken for the middle of a sentence
//     They went home.|Nobody spoke.                the space between two is missing
//     The rule fell. |. . . The rest stands.       an ellipsis stands before the next
//
// Returns where it begins, or 0.
std::size_t begins_behind_period(std::string_view text, std::size_t period);

// The same of a colon or semicolon that ends sentences in Greek, Armenian and Arabic writing.
std::size_t begins_behind_colon(std::string_view text, std::size_t sign);

// The items of a list that was set in one line: "1. The first 2. The second", "a) ... b) ...".
struct ListItem {
  std::uint32_t begin, words;  // the item with its marker, and behind the marker
};

// Empty unless the block begins with a list's first marker and the second follows in it.
std::vector<ListItem> list_items(std::string_view block);

}  // namespace newsfacts
