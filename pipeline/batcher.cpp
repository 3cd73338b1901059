#include "pipeline/batcher.h"

namespace newsfacts {

void Batcher::take(Document&& document) {
  bytes_ += document.raw().size();
  batch_.push_back(std::move(document));
  if (batch_.size() >= kBatchDocuments || bytes_ >= kBatchBytes) flush();
}

void Batcher::flush() {
  if (batch_.empty()) return;
  const LoadCounts loaded = store_.load(batch_);
  counts_.read += loaded.read;
  counts_.stored += loaded.stored;
  counts_.duplicate += loaded.duplicate;
  counts_.rejected += loaded.rejected;
  batch_.clear();
  bytes_ = 0;
}

}  // namespace newsfacts
