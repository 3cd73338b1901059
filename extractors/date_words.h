// What the readers of dates and of times find in their fields alike.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/extractor.h"
#include "extractors/open_value.h"

namespace newsfacts {

// "the previous week": from the one spoken of, where "last week" is from the day of writing.
bool is_of_text(std::string_view rel);

// As `rel` says: "last", "this", "next"; "the previous" and "the following" count from the date
// spoken of.  The nearest where there is none.
Reckon reckon_of(const Fields& fields);

// The day of `holiday`, in `year` or left open; `time` is "T20:30", or "" for the day.  nullopt
// where that year has none.
std::optional<TimeValue> value_of_holiday(const Fields& fields, const std::string& time, Grain grain);

}  // namespace newsfacts
