// The tables of this folder and of html/ (*.tsv), which travel inside the binary.  A row is a name,
// a tab, and what there is under the name; a line that begins with '#' is a comment.

#pragma once

#include <string_view>
#include <vector>

namespace newsfacts {

struct TableRow {
  std::string_view name, rest;  // before the first tab, and behind it
};

// Views of the binary.  Throws std::logic_error where there is no such table, "months.tsv".
std::vector<TableRow> table_rows(std::string_view table);

// Of "march|mars|março": the parts that are not empty.
std::vector<std::string_view> parts_of(std::string_view row, char between);

}  // namespace newsfacts
