// Names: persons, organizations, places, products, events, groups - by shape, lists, titles
// and roles, and by the rest of the document.

#pragma once

#include "corpus/document.h"

namespace newsfacts {

// Adds the names to `mentions`, where no mention stands already, and gives every mention of
// one thing the same canonical name: "Altman" after "Sam Altman", "AGI" after "Artificial
// General Intelligence (AGI)".
void find_names(Document& document);

}  // namespace newsfacts
