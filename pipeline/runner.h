// Runs a line of stages over a stream of documents, in this process.

#pragma once

#include <functional>
#include <optional>
#include <span>

#include "pipeline/stage.h"

namespace newsfacts {

using Pull = std::function<std::optional<Document>()>;  // nullopt at the end of the stream
using Push = std::function<void(Document&&)>;

// `pull` and `push` are called by one thread at a time; documents leave in the order they came,
// whatever the number of workers.  A rejected document passes through untouched.  Memory is
// bounded: two batches a worker, a batch being 64 documents or 1 MB of raw text, whichever is
// reached first.  An exception from anywhere ends the run and is rethrown.
//
// oneTBB's parallel_pipeline: reading and writing in order, the stages between on every worker.
void run(std::span<const Stage> line, const Equipment& equipment, const Pull& pull,
         const Push& push, unsigned workers);

}  // namespace newsfacts
