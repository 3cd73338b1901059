// The day an article appeared, where its metadata do not give it: the date in its address, or else
// the one that its dateline or byline names in full.  It is the day that "yesterday" is reckoned
// from, so where it comes from is kept with it (Metadata::published_from).
//
//     https://harbour.example/2026/04/27/quay           2026-04-27  url
//     PORT HALLAM, March 14, 2026 (Meridian Wire) -     2026-03-14  dateline
//     PORT HALLAM, March 14 (Meridian Wire) -           no year: no day

#pragma once

#include "corpus/document.h"

namespace newsfacts {

// Writes `published` and `published_from` of a document that has no `published`.  Its mentions are
// found, and not settled yet.
void find_publication(Document& document);

}  // namespace newsfacts
