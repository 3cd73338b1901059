// Claims: what each figure and each date of a document is said of.

#pragma once

#include "corpus/document.h"

namespace newsfacts {

// Writes `claims`; reads sentences, mentions and attributions.
void find_claims(Document& document);

}  // namespace newsfacts
