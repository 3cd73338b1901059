// The full-text index over sentences (FTS5), filled behind the load: mixed into it, it
// slows the loading of the rows.

#pragma once

#include "db/database.h"

namespace newsfacts {

// Indexes the sentences that were loaded since the last time, some megabytes a transaction; what
// was cut off goes on where it stopped.
void index_full_text(const Database& database);

}  // namespace newsfacts
