// The end of the line: documents gathered into batches and written to a store, one
// transaction a batch.

#pragma once

#include <vector>

#include "db/store.h"

namespace newsfacts {

class Batcher {
 public:
  explicit Batcher(Store& store) : store_(store) {}

  void take(Document&& document);

  // Writes what is gathered.  Call it at the end; a batch that was not flushed was not stored.
  void flush();

  const LoadCounts& counts() const { return counts_; }

 private:
  // Large enough that a commit costs little, small enough that memory stays flat and a kill
  // loses seconds: the next run reads them again.
  static constexpr std::size_t kBatchDocuments = 2000;
  static constexpr std::size_t kBatchBytes = std::size_t{8} << 20;

  Store& store_;
  std::vector<Document> batch_;
  std::size_t bytes_ = 0;
  LoadCounts counts_;
};

}  // namespace newsfacts
