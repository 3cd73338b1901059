#include "pipeline/runner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace newsfacts {
namespace {

// Three small stages of our own: the runner knows nothing of what stages do.
struct Normalize : Step {
  void work_on(Document& document) override {
    const auto size = static_cast<std::uint32_t>(document.raw().size());
    if (size == 5) {
      document.rejected = Rejection{"normalize", "five is right out", ""};
      return;
    }
    Alignment same;
    same.copied(size);
    document.set_text(document.raw(), same);
  }
};

struct Segment : Step {
  int seen = 0;  // scratch of one worker: it must not show in the result
  void work_on(Document& document) override {
    ++seen;
    document.sentences.push_back({{0, static_cast<std::uint32_t>(document.text().size())}});
  }
};

struct FullDisk : Step {
  void work_on(Document&) override { throw std::runtime_error("disk full"); }
};

template <typename S>
std::unique_ptr<Step> open(const Equipment&) {
  return std::make_unique<S>();
}

const Stage kNormalize{"normalize", "", Field::kRaw, Field::kText, open<Normalize>};
const Stage kSegment{"segment", "", Field::kText, Field::kSentences, open<Segment>};
const Stage kFull{"full", "", Field::kRaw, Field::kRaw, open<FullDisk>};

using Line = std::vector<Stage>;

std::vector<Document> articles(std::size_t count) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < count; ++i) {
    Metadata metadata;
    metadata.id = "d" + std::to_string(i);
    documents.emplace_back(metadata, std::string(1 + i % 7, 'x'));
  }
  return documents;
}

std::vector<Document> through(const Line& line, std::vector<Document> documents,
                              unsigned workers) {
  std::vector<Document> out;
  std::size_t next = 0;
  run(
      line, {},
      [&]() -> std::optional<Document> {
        if (next == documents.size()) return std::nullopt;
        return std::move(documents[next++]);
      },
      [&](Document&& document) { out.push_back(std::move(document)); }, workers);
  return out;
}

// One line of text for each document, in the order they left.
std::string told(const std::vector<Document>& documents) {
  std::string text;
  for (const Document& document : documents)
    text += document.id() + " " + std::to_string(document.sentences.size()) + " " +
            (document.rejected ? document.rejected->reason : "") + "\n";
  return text;
}

TEST(Runner, FusedEqualsPipedForAnyNumberOfWorkers) {
  auto piped = articles(1000);
  for (const Stage& stage : {kNormalize, kSegment}) piped = through({stage}, std::move(piped), 1);
  for (const unsigned workers : {1u, 2u, 8u})
    EXPECT_EQ(told(through({kNormalize, kSegment}, articles(1000), workers)), told(piped))
        << workers << " workers";
}

TEST(Runner, LosesNothingAndLetsTheRejectedPass) {
  const auto documents = through({kNormalize, kSegment}, articles(70), 4);
  EXPECT_EQ(documents.size(), 70u);
  EXPECT_EQ(std::count_if(documents.begin(), documents.end(),
                          [](const Document& d) { return d.rejected.has_value(); }),
            10);
  for (const Document& document : documents)
    EXPECT_EQ(document.rejected.has_value(), document.sentences.empty()) << document.id();
}

TEST(Runner, PassesOnWhatTheMachineThrows) {
  for (const unsigned workers : {1u, 4u})
    EXPECT_THROW(through({kFull}, articles(100), workers), std::runtime_error);
}

TEST(Line, NamesTheMissingField) {
  const Line wrong = {kSegment, kNormalize};
  EXPECT_EQ(fault_in(Line{kNormalize, kSegment}, Field::kRaw), std::nullopt);
  EXPECT_EQ(fault_in(wrong, Field::kRaw), "segment reads text, which no earlier stage writes");
}

TEST(Line, TheStageTableIsInWorkingOrder) {
  EXPECT_EQ(fault_in(stages(), Field::kRaw), std::nullopt);
}

TEST(Line, RefusesAStageNobodyKnows) {
  EXPECT_THROW(stages_up_to("classify"), std::invalid_argument);
  EXPECT_EQ(stages_up_to("segment").size(), 2u);
}

}  // namespace
}  // namespace newsfacts
