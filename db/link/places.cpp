#include "db/link/places.h"

#include <algorithm>

#include "corpus/day.h"
#include "db/link/profile.h"

namespace newsfacts {

Standings::Standings(const Database& database)
    : read_(database.prepare("SELECT key, published FROM document WHERE id = ?")) {}

Standing Standings::of(DocumentId document) {
  Standing standing;
  read_.bind(1, document);
  if (read_.step()) {
    standing.key = key_of_bytes(read_.blob(0));
    if (const auto day = parse_day(read_.text(1))) {
      standing.undated = false;
      standing.day = day->time_since_epoch().count();
    }
  }
  read_.reset();
  return standing;
}

Place place_of(DocumentId document, const Standing& standing) {
  constexpr Day kFirst{std::chrono::year(1900) / 1 / 1};
  const std::int64_t day = standing.day - kFirst.time_since_epoch().count();
  return {standing.undated ? kUndated
                           : static_cast<std::uint16_t>(std::clamp<std::int64_t>(day, 0, kUndated - 1)),
          static_cast<std::uint32_t>(standing.key.high >> 32U),
          static_cast<std::uint32_t>(document)};
}

}  // namespace newsfacts
