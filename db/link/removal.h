// Removal: documents taken out of the store, and out of all that LINK made of them.

#pragma once

#include <cstdint>
#include <span>

#include "db/store.h"

namespace newsfacts {

// The store is then, once it is linked again, the one that never had these documents: copies of a
// removed origin have another, stories end or fall apart, what only they called by a name is not
// known by it.  All in one transaction.  Links first what waits to be linked.  Throws DatabaseError.
void remove_documents(Store& store, std::span<const std::int64_t> documents);

}  // namespace newsfacts
