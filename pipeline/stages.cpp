// The stage table.  To add a stage: a function in the room it belongs to, a line here.

#include "corpus/fingerprint.h"
#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/attribution.h"
#include "extractors/claims.h"
#include "extractors/extract.h"
#include "pipeline/stage.h"

namespace newsfacts {
namespace {

// A stage without scratch space is a function.
template <void (*... work)(Document&)>
struct Function : Step {
  void work_on(Document& document) override { (work(document), ...); }
};

template <void (*... work)(Document&)>
std::unique_ptr<Step> function(const Equipment&) {
  return std::make_unique<Function<work...>>();
}

struct Segment : Step {
  Segmenter segmenter;
  void work_on(Document& document) override { segmenter.segment(document); }
};

struct Extract : Step {
  std::shared_ptr<const Extraction> extraction;
  explicit Extract(std::shared_ptr<const Extraction> shared) : extraction(std::move(shared)) {}
  void work_on(Document& document) override { extraction->extract(document); }
};

// clang-format off
const Stage kStages[] = {
    {"normalize", "one form of Unicode, of spaces and of line ends, with the way back to the raw bytes",
     Field::kRaw, Field::kText, function<normalize>},
    {"segment", "sentences, each with its role: title, body, list item, question, boilerplate, ...",
     Field::kText, Field::kSentences,
     [](const Equipment&) -> std::unique_ptr<Step> { return std::make_unique<Segment>(); }},
    {"extract", "dates, sums, percentages, quantities and names, each with the rule that read it",
     Field::kText | Field::kSentences, Field::kMentions,
     [](const Equipment& e) -> std::unique_ptr<Step> { return std::make_unique<Extract>(e.extraction); }},
    {"claims", "who says what, and what each figure and date is said of",
     Field::kSentences | Field::kMentions, Field::kClaims, function<find_attributions, find_claims>},
    {"fingerprint", "the hashes by which copies are found",
     Field::kText, Field::kFingerprint, function<fingerprint>},
};
// clang-format on

}  // namespace

std::span<const Stage> stages() {
  return kStages;
}

}  // namespace newsfacts
