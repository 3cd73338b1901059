// How much a word tells of what an article is about, known before any article is read.
//
// A word that a store has seldom tells more than one it has often; but what it has often depends
// on what was loaded, and an edge between two documents must not.  So there are three classes, from
// lists: words that hold sentences together, or the calendar, or tell nothing anywhere
// (extractors/vocabulary, function_words and stop_words), everyday words (common_words), all others.  Of the idf that a
// collection would give them (Sparck Jones 1972) that keeps the greater part.

#pragma once

#include <cstdint>
#include <string_view>

namespace newsfacts {

enum class Rarity : std::uint8_t { kEmpty, kEveryday, kRare };

struct WordStem {
  std::uint64_t hash = 0;  // one for pirates and pirate, blazed and blazing, buy and bought
  Rarity rarity = Rarity::kEmpty;
};

// Of a word or a number as it stands in the text.  A number tells when it is none of the round
// ones: 23 and 1966 are rare, 5 and 2000 empty.
WordStem stem_of(std::string_view word);

}  // namespace newsfacts
