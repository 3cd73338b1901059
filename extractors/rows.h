// The rows of a vocabulary page, for what is looked up outside the rules.
//
//     # a comment
//     tell <tab> that quote person <tab> told

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsfacts {

using Row = std::vector<std::string_view>;  // its columns; views of the page

// The rows of the embedded vocabulary/<name>.tsv.  Throws std::runtime_error when the binary
// carries no such page, or a row has fewer columns than `at_least`.
std::vector<Row> rows_of(std::string_view name, std::size_t at_least = 2);

// The pieces of `text` between separators, without blanks at their ends; no empty ones.
std::vector<std::string_view> pieces_of(std::string_view text, char separator);

}  // namespace newsfacts
