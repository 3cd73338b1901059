#include "db/names.h"

#include <fmt/format.h>

namespace newsfacts {
namespace {

// A quarter of a million names take some 30 MB; then we forget them, and look them up again.
constexpr std::size_t kMostNames = std::size_t{1} << 18;

}  // namespace

Names::Names(const Database& database, std::string_view table, bool with_kinds)
    : database_(database),
      with_kinds_(with_kinds),
      find_(database.prepare(fmt::format("SELECT id FROM {} WHERE name = ?1{}", table,
                                         with_kinds ? " AND kind = ?2" : ""))),
      add_(database.prepare(fmt::format("INSERT INTO {} VALUES ({})", table,
                                        with_kinds ? "NULL, ?2, ?1" : "NULL, ?1"))) {}

std::int64_t Names::row_of(std::string_view name, std::string_view kind) {
  wanted_.assign(name).append(1, '\0').append(kind);
  if (const auto known = known_.find(wanted_); known != known_.end()) return known->second;
  const auto bound = [&](Statement& statement) -> Statement& {
    statement.bind(1, name);
    if (with_kinds_) statement.bind(2, kind);
    return statement;
  };
  std::int64_t row = 0;
  if (bound(find_).step()) row = find_.integer(0);
  find_.reset();
  if (row == 0) {
    bound(add_).run();
    row = database_.last_row();
  }
  if (known_.size() >= kMostNames) known_.clear();
  known_.emplace(wanted_, row);
  return row;
}

}  // namespace newsfacts
