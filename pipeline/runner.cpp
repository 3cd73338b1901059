#include "pipeline/runner.h"

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <new>
#include <vector>

#include "pipeline/handover.h"

namespace newsfacts {
namespace {

namespace tbb = oneapi::tbb;

using Steps = std::vector<std::unique_ptr<Step>>;
using Batch = std::vector<Document>;

constexpr std::size_t kBatchDocuments = 64;
constexpr std::size_t kBatchBytes = std::size_t{1} << 20;

Steps open(std::span<const Stage> line, const Equipment& equipment) {
  Steps steps;
  for (const Stage& stage : line) steps.push_back(stage.open(equipment));
  return steps;
}

void work_through(const Steps& steps, Document& document) {
  for (const auto& step : steps) {
    if (document.rejected) return;
    step->work_on(document);
  }
}

void pull_batch(const Pull& pull, Batch& batch, bool& more) {
  batch.clear();
  for (std::size_t bytes = 0; more && batch.size() < kBatchDocuments && bytes < kBatchBytes;) {
    if (auto document = pull()) {
      bytes += document->raw().size();
      batch.push_back(*std::move(document));
    } else {
      more = false;
    }
  }
}

// The library's threads: as many as were asked for, whatever the machine has, and joined at the
// end of this, so that what they did lies behind us and nothing runs while the program ends.
class Threads {
 public:
  explicit Threads(unsigned workers)
      : limit_(tbb::global_control::max_allowed_parallelism, workers), handle_(tbb::attach{}) {}
  ~Threads() { tbb::finalize(handle_, std::nothrow); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

 private:
  tbb::global_control limit_;
  tbb::task_scheduler_handle handle_;
};

}  // namespace

void run(std::span<const Stage> line, const Equipment& equipment, const Pull& pull,
         const Push& push, unsigned workers) {
  if (workers <= 1) {  // no threads: what a debugger, a profiler and a small machine want
    const Steps steps = open(line, equipment);
    while (auto document = pull()) {
      work_through(steps, *document);
      push(*std::move(document));
    }
    return;
  }

  tbb::enumerable_thread_specific<Steps> crews([&] { return open(line, equipment); });
  // What is on its way.  Batches leave in the order they came in, so when a place has its next
  // turn, its batch has left.
  std::vector<Batch> ring(std::size_t{2} * workers);
  std::size_t turn = 0;
  bool more = true;
  const Threads threads(workers);  // joined before what they worked on is gone
  tbb::task_arena arena(static_cast<int>(workers));
  arena.execute([&] {
    tbb::parallel_pipeline(
        ring.size(),
        tbb::make_filter<void, Batch*>(tbb::filter_mode::serial_in_order,
                                       [&](tbb::flow_control& flow) -> Batch* {
                                         const Handover of_entry(&more);
                                         Batch& batch = ring[turn++ % ring.size()];
                                         const Handover handover(&batch);
                                         pull_batch(pull, batch, more);
                                         if (batch.empty()) flow.stop();
                                         return &batch;
                                       }) &
            tbb::make_filter<Batch*, Batch*>(tbb::filter_mode::parallel,
                                             [&](Batch* batch) {
                                               const Handover handover(batch);
                                               const Handover of_crews(&crews);
                                               const Steps& crew = crews.local();
                                               for (Document& document : *batch)
                                                 work_through(crew, document);
                                               return batch;
                                             }) &
            tbb::make_filter<Batch*, void>(tbb::filter_mode::serial_in_order, [&](Batch* batch) {
              const Handover of_exit(&push);
              const Handover handover(batch);
              for (Document& document : *batch) push(std::move(document));
            }));
  });
}

}  // namespace newsfacts
