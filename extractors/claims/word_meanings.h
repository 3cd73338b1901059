// The vocabularies that claims ask about single words.

#pragma once

#include <string_view>

namespace newsfacts {

// Of a folded word on the page "person_nouns", "modality" or "quake_words"; empty when it is not
// there.
std::string_view meaning(std::string_view page, std::string_view word);

}  // namespace newsfacts
