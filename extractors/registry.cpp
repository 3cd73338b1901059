#include <array>

#include "extractors/extractor.h"
#include "extractors/reckoning.h"

namespace newsfacts {

std::optional<Reading> read_url(const Fields&);       // url.cpp
std::optional<Reading> read_date(const Fields&);      // date.cpp
std::optional<Reading> read_time(const Fields&);      // time.cpp
std::optional<Reading> read_duration(const Fields&);  // duration.cpp

std::span<const Extractor> extractors() {
  static constexpr std::array kExtractors = {
      Extractor{.page = "url", .read = read_url, .settle = nullptr},
      Extractor{.page = "date", .read = read_date, .settle = settle_times},
      Extractor{.page = "time", .read = read_time, .settle = settle_times},
      Extractor{.page = "duration", .read = read_duration, .settle = nullptr},
  };
  return kExtractors;
}

}  // namespace newsfacts
