// Reckoning: the day that an open value (open_value.h) stands for, told from the day the article
// appeared or from another date of its text (anchors.h).
//
//     published 2026-03-14, a Saturday
//     Tuesday           2026-03-10; "will meet Tuesday" 2026-03-17
//     last September    2025-09
//     three weeks ago   2026-W08
//     two days later    two days on from the date before it

#pragma once

#include "corpus/document.h"
#include "extractors/open_value.h"

namespace newsfacts {

// Closes the open values, each with the anchor it was reckoned from, finds the bounds ("until",
// "since") that stand before dates, and removes what the words around it show to be no date: the
// page 1999, June Carter.  What has no anchor keeps its X form, unresolved.
void settle_times(Document& document);

}  // namespace newsfacts
