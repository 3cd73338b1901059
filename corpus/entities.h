// HTML's character references in text that is no HTML: "Johnson &amp; Sons", "It&#8217;s". Only
// those that end with a semicolon are sure ("R&D; AT&T"), by number or by one of HTML 4's names.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/rewriting.h"

namespace newsfacts {

struct Entity {
  char32_t value;
  std::size_t size;  // bytes from the ampersand to the semicolon
};

// The reference that begins at `at`, where an ampersand stands; one that reads an ampersand and so
// begins another is read on, so that "&amp;amp;lt;" is "<".
std::optional<Entity> entity_at(std::string_view text, std::size_t at);

// Nullopt where there is none.
std::optional<Normalized> without_entities(std::string_view text);

}  // namespace newsfacts
