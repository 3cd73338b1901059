// A time of day as the words give it: "8:30 p.m.", "half past seven", "5 in the afternoon".

#pragma once

#include <optional>
#include <string>

#include "corpus/time_value.h"
#include "extractors/extractor.h"

namespace newsfacts {

struct ClockTime {
  unsigned hour = 0;  // 0-24; 24 is the midnight that ends a day
  std::optional<unsigned> minute, second;

  Grain grain() const {
    return second ? Grain::kSecond : minute ? Grain::kMinute : Grain::kHour;
  }
  std::string text() const;  // "T20:30"; a full hour is "T20:00"
};

// Reads the fields `hour` or `oclock`, and where they are there `minute`, `second`, `ampm`, `part`
// ("AF": in the afternoon), `tonight`, `past` and `before` (minutes past and to the hour), `until`
// (the hour a range ends at, of which `ampm` is).  nullopt for 15 p.m. and for what no clock shows.
std::optional<ClockTime> clock_time(const Fields& fields);

}  // namespace newsfacts
