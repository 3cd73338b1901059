// LINK: what only the whole store can tell.  Four passes, each over what is new since the last
// time and what that touches; the result depends on the set of documents, never on the order
// or the number of loads:
//
//     duplicates   copies, reprints, truncated and corrected versions share one origin
//     stories      documents on one event
//     slots        claims of a story that measure or date the same thing
//     differences  agree or conflict, between claims of two documents in one slot

#pragma once

#include <cstdint>

#include "db/store.h"

namespace newsfacts {

struct LinkCounts {
  std::uint64_t documents = 0, copies = 0, stories = 0, slots = 0, agree = 0, conflict = 0;
};

// Throws DatabaseError.  A run that is cut off leaves the store as it was before the pass that
// was under way; the next run goes on from there.
LinkCounts link(Store& store);

}  // namespace newsfacts
