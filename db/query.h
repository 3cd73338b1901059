// Asking the store: SQL, or a question by its name.  A question is a page in db/queries/ whose
// head says what it answers:
//
//     -- figures-of: sums, counts and percentages in the sentences that name somebody
//     -- params:    :name  the name or a part of it, in any case
//     -- columns:   name, kind, value, per, role, sentence, source, published
//
// To add a question: write <name>.sql, and tests/queries/<name>.expected beside it.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "db/store.h"

namespace newsfacts {

struct Question {
  std::string_view name;     // "figures-of": the file's
  std::string_view what;     // "sums, counts and percentages in ..."
  std::string_view params;   // as in the head: ":name  the name or a part of it"; "none"
  std::string_view columns;  // "name, kind, value, ..."
  std::string_view sql;      // the whole page
};

// All questions, by name.
std::span<const Question> questions();
const Question* find_question(std::string_view name);  // null when there is none

// What was asked makes no sense: no such question or parameter, faulty SQL.
struct QueryError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Parameter {
  std::string name;   // "name", for :name
  std::string value;  // bound as text
};

enum class RowFormat : std::uint8_t { kTable, kCsv, kJson };

struct QueryOptions {
  std::vector<Parameter> parameters;  // those not given are NULL
  RowFormat format = RowFormat::kTable;
  std::size_t width = 0;  // of the screen, for tables; 0 = whatever it takes
  double seconds = 60;    // then it is stopped: DatabaseError, code 9
};

// Answers `asked`, the name of a question or SQL, through `write`, piece by piece and in constant
// memory: a table is laid out by its first thousand rows.  Returns the number of rows.  Whatever
// the SQL, it can only read; and from now on so can this Store.  Throws QueryError,
// DatabaseError.
std::uint64_t ask(Store& store, std::string_view asked, const QueryOptions& options,
                  const std::function<void(std::string_view)>& write);

}  // namespace newsfacts
