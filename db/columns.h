// Values as columns of a row: how an Amount, a time or a number that may be missing is kept.

#pragma once

#include <cstdint>

#include "corpus/mention.h"
#include "db/insertion.h"

namespace newsfacts {

void nulls(Row& row, int count);
void index_or_null(Row& row, int index);          // null for -1
void row_or_null(Row& row, std::int64_t number);  // null for 0

// The columns of mention from `value` on: value, nine of amounts, eight of times, basis.
void value_columns(Row& row, const Mention& mention);

}  // namespace newsfacts
