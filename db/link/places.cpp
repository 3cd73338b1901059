#include "db/link/places.h"

#include <algorithm>

#include "corpus/day.h"
#include "db/link/profile.h"

namespace newsfacts {
namespace {

std::uint16_t number_of(const std::optional<Day>& day) {
  constexpr Day kFirst{std::chrono::year(1900) / 1 / 1};
  if (!day) return kUndated;
  return static_cast<std::uint16_t>(
      std::clamp<std::int64_t>((*day - kFirst).count(), 0, kUndated - 1));
}

}  // namespace

Places::Places(const Database& database)
    : read_(database.prepare("SELECT key, published FROM document WHERE id = ?")) {}

Place Places::of(DocumentId document) {
  Place place{kUndated, 0, static_cast<std::uint32_t>(document)};
  read_.bind(1, document);
  if (read_.step()) {
    place.key = static_cast<std::uint32_t>(key_of_bytes(read_.blob(0)).high >> 32U);
    place.day = number_of(parse_day(read_.text(1)));
  }
  read_.reset();
  return place;
}

}  // namespace newsfacts
