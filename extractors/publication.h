// The day an article appeared, where its metadata do not give it: the date in its address, or else
// the one that its dateline or byline names in full.  It is the day that "yesterday" is reckoned
// from, so where it comes from is kept with it (Metadata::published_from).
//
//     https://harbour.example/2026/04/27/quay           2026-04-27  url
//     PORT HALLAM, March 14, 2026 (Meridian Wire) -     2026-03-14  dateline
//     PORT HALLAM, March 14 (Meridian Wire) -           no year: no day

#pragma once

#include <optional>

#include "corpus/document.h"

namespace newsfacts {

// Of a text that was copied with what stood above it: the day that a line by its head names, and
// nothing else, or else that of its address.  It is reckoned from where nothing better is known,
// and is no metadata: what is copied may stand in a story long after.
//
//     4 August 2026 Last updated at 19:47 GMT           2026-08-04
//     Last updated at 19:47 GMT, 4 August 2026          of its last change: no day
std::optional<Day> day_above_text(const Document& document);

// Writes `published` and `published_from` of a document that has no `published`.  Its mentions are
// found, and not settled yet.
void find_publication(Document& document);

}  // namespace newsfacts
