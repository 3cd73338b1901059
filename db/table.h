// How rows are printed: three forms, each a function of the cells alone.
//
//     table   source    value           csv   source,value      json   {"source":"Post","value":9}
//             --------  -----                 Post,9                   {"source":null,"value":31}
//             Post          9                 ,31
//                          31

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"

namespace newsfacts {

// A value of a row, with its type: what is a number in JSON, and set to the right in a table.
struct Cell {
  Statement::Type type = Statement::Type::kNull;
  std::string text;  // blobs as lower-case hex
};

// RFC 4180, lines ended by LF where nothing else is asked for.  NULL is an empty field.
void append_csv_line(std::span<const std::string> cells, std::string* out,
                     std::string_view line_end = "\n");
void append_csv_line(std::span<const Cell> cells, std::string* out);

// One JSON object a line.
void append_json_line(std::span<const std::string> columns, std::span<const Cell> cells,
                      std::string* out);

// Columns as wide as the rows it was made of want, and together, where that is possible, no wider
// than the screen: the widest give way first, and what does not fit ends in "…".  Widths are
// those of a terminal: two places for 東, none for a combining accent.
class Layout {
 public:
  // `width` 0 = whatever it takes.
  Layout(std::span<const std::string> columns, std::span<const std::vector<Cell>> rows,
         std::size_t width);

  void append_head(std::string* out) const;
  void append_row(std::span<const Cell> cells, std::string* out) const;

 private:
  struct Column {
    std::string name;
    std::size_t width = 0;
    bool right = true;  // all of its cells are numbers
  };
  std::vector<Column> columns_;
};

// The places a terminal needs for the text; line breaks and tabs are shown as spaces.
std::size_t display_width(std::string_view text);

}  // namespace newsfacts
