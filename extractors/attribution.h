// Attribution: who says what - direct, mixed and indirect quotes, hearsay.

#pragma once

#include "corpus/document.h"

namespace newsfacts {

// Writes `attributions`; reads sentences and mentions.
void find_attributions(Document& document);

}  // namespace newsfacts
