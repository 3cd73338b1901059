#include "extractors/extractor.h"

namespace newsfacts {

std::optional<Reading> read_url(const Fields&) {
  return Reading{Kind::kUrl, {}};
}

}  // namespace newsfacts
