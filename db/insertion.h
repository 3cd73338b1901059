// Many rows into a table at once.
//
//     Insertion mentions(database, "mention", 29);
//     mentions.run(rows);      // rows.next(row) fills each: row.integer(7).text("14
//     rifles").null()

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"

namespace newsfacts {

// One row on its way into a table: its cells, from left to right.
//
//     row.integer(7).text(mention.text).null();
class Row {
 public:
  Row& null() { return add({}); }
  Row& integer(std::int64_t value) { return add({Cell::Kind::kInteger, value, {}}); }
  // Not copied: what is passed must live until the next row.
  Row& text(std::string_view text) { return add({Cell::Kind::kText, 0, text}); }
  Row& blob(std::string_view bytes) { return add({Cell::Kind::kBlob, 0, bytes}); }
  Row& text_or_null(std::string_view words) { return words.empty() ? null() : text(words); }
  // Copied, into memory that serves all rows.
  Row& copied_text(std::string_view text);

 private:
  friend class Insertion;
  struct Cell {
    enum class Kind : std::uint8_t { kNull, kInteger, kText, kBlob, kCopy };
    Kind kind = Kind::kNull;
    std::int64_t integer = 0;  // of a copy: where in copies_
    std::string_view bytes;    // of a copy: its size alone
  };
  Row& add(const Cell& cell) {
    cells_.push_back(cell);
    return *this;
  }
  void clear();

  std::vector<Cell> cells_;
  std::string copies_;
};

class Rows {
 public:
  virtual ~Rows() = default;
  virtual bool next(Row& row) = 0;  // fills the (empty) row; false at the end
};

// Puts many rows into a table: to SQLite they are a virtual table, and the statement is
// "INSERT INTO mention SELECT * FROM rows".  SQLite so fetches each cell where it lies, which
// takes a quarter less time than binding it to a parameter, thirty rows a statement.
class Insertion {
 public:
  // `into`: "mention", or "mention(document, ord)".  May not outlive the Database.
  Insertion(const Database& database, std::string_view into, int columns);
  ~Insertion();
  Insertion(Insertion&&) noexcept;
  Insertion& operator=(Insertion&&) noexcept;

  void run(Rows& rows);

 private:
  struct Source;
  std::unique_ptr<Source> source_;
};

}  // namespace newsfacts
