// What may be wrong with a line before it is JSON: mended where what was meant is plain, else said
// in words.

#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

namespace newsfacts {

// JSON that some programs write: half of a surrogate pair, where a text was cut inside a
// character.  U+FFFD takes its place; nullopt when there is none.
std::optional<std::string> without_lone_surrogates(std::string_view line);

// "invalid UTF-8 at byte 12", "broken JSON: a string is not closed".
std::string reason_of(simdjson::error_code error, std::string_view line);

}  // namespace newsfacts
