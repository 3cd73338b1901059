// Tables of names: each name once, and its row number for all who bear it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "db/database.h"

namespace newsfacts {

// The row numbers of a table of names: found, or added.  Remembers the latest, in bounded memory.
class Names {
 public:
  // With kinds a name is one of its kind: "place" "Jordan", "person" "Jordan".
  Names(const Database& database, std::string_view table, bool with_kinds);
  std::int64_t row_of(std::string_view name, std::string_view kind = {});

 private:
  const Database& database_;
  bool with_kinds_;
  Statement find_, add_;
  std::unordered_map<std::string, std::int64_t> known_;
  std::string wanted_;
};

}  // namespace newsfacts
