#include <array>

#include "extractors/extractor.h"

namespace newsfacts {

std::optional<Reading> read_url(const Fields&);   // url.cpp
std::optional<Reading> read_date(const Fields&);  // date.cpp

std::span<const Extractor> extractors() {
  static constexpr std::array kExtractors = {
      Extractor{.page = "url", .read = read_url, .settle = nullptr},
      Extractor{.page = "date", .read = read_date, .settle = nullptr},
  };
  return kExtractors;
}

}  // namespace newsfacts
