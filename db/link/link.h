// LINK: what only the whole store can tell.  Five passes, each over what is new since the last
// time and what that touches; the result depends on the set of documents, never on the order
// or the number of loads:
//
//     duplicates   copies, reprints, truncated and corrected versions share one origin
//     stories      documents on one event
//     names        which names are one, and who is meant by those that many bear
//     slots        claims of a story that measure or date the same thing
//     differences  agree or conflict, between claims of two documents in one slot

#pragma once

#include <cstdint>
#include <span>

#include "corpus/name_parts.h"
#include "db/store.h"

namespace newsfacts {

struct LinkCounts {
  std::uint64_t documents = 0;  // new ones, linked by this call
  std::uint64_t copies = 0, stories = 0, merged = 0, slots = 0, agree = 0, conflict = 0;  // now in the store
};

// Throws DatabaseError.  Each pass commits as it goes, whole groups and whole stories at a time; a
// run that is cut off leaves a store with fewer links, and the next run completes it.  `reader`
// takes names apart; what it says of a name is kept.
LinkCounts link(Store& store, const NameReader& reader);

// Makes the documents one story, whatever they are about, and lays each beside each other, copies
// too: for a store in memory that holds what is to be compared and nothing else.  Takes them
// out of the stories they were in.
LinkCounts link_as_one_story(Store& store, std::span<const std::int64_t> documents);

}  // namespace newsfacts
