// fit_evidence FOLDERS... > corpus/html/evidence.tsv: the weights of the evidence for a block of a
// page being of its article, fitted to pages whose main text is known.
//
// A folder has pages/ and gold.jsonl, a line a page with "file" and "text", or with segments of it,
// "with", and of what else is there, "without".  A block is of the article where most of its runs
// of three words stand in that text, or a segment in it.  The weights are fitted by logistic
// regression (AdaGrad: Duchi, Hazan and Singer 2011), each page counting alike and each of its
// blocks by its words.  The second reading looks at what the first has found; so that it does not
// learn from what the first knows by heart, it sees the odds of a first reading fitted to the other
// folds.
//
// What the weights of all other folds reach on each fold is told on standard error: no page is
// judged there by weights that have seen it.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>
#include <sstream>
#include <unordered_map>

#include "corpus/charset.h"
#include "corpus/html/article.h"
#include "corpus/html/evidence.h"
#include "corpus/html/json_ld.h"
#include "corpus/key.h"

namespace newsfacts::html {
namespace {

constexpr std::size_t kRun = 3;  // words
constexpr std::size_t kFolds = 3;
constexpr int kRounds = 6;
constexpr float kRate = 0.12f, kDecay = 2e-5f;
constexpr float kPage = 50, kMarkedPage = 60;  // what a page weighs

struct Sample {
  std::vector<Evidence> evidence;
  float label = 0;   // 1 for a block of the article
  float weight = 0;  // 0 where that is not known
};

using Words = std::vector<std::uint32_t>;  // hashes

std::uint64_t run_at(const Words& words, std::size_t at, std::size_t length) {
  std::uint64_t hash = 0;
  for (std::size_t i = at; i < at + length; ++i) hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15;
  return hash;
}

bool holds(const Words& all, const Words& some) {
  return std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
}

enum class Label : std::uint8_t { kOther, kArticle, kUnknown };

struct GoldPage {
  GoldPage(const std::string& bytes, std::size_t in_fold)
      : text(decoded(bytes, "").text),
        page(text, {1'000'000}),
        anchors(anchors_of(page, read_json_ld(page.json_ld()))),
        fold(in_fold) {
    for (const Block& block : page.blocks()) blocks.push_back(word_hashes(page.words(block)));
    labels.assign(blocks.size(), Label::kUnknown);
  }

  // A run of the text counts for one block, the longest that has it: what stands once more in a
  // teaser is no part of the article.
  void label_by(const Words& gold) {
    words = gold;
    std::array<std::unordered_map<std::uint64_t, int>, kRun + 1> left;
    for (std::size_t length = 1; length <= kRun; ++length)
      for (std::size_t k = 0; k + length <= gold.size(); ++k)
        ++left[length][run_at(gold, k, length)];
    std::vector<std::size_t> order(blocks.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return blocks[a].size() > blocks[b].size();
    });
    for (const std::size_t i : order) {
      const std::size_t length = std::min(kRun, blocks[i].size());
      std::size_t held = 0, all = 0;
      for (std::size_t k = 0; k + length <= blocks[i].size() && length > 0; ++k, ++all)
        held += left[length][run_at(blocks[i], k, length)]-- > 0;
      labels[i] = all > 0 && 2 * held > all ? Label::kArticle : Label::kOther;
    }
  }

  // Of a page of which some words are marked as the article's, others as not.
  void label_by(std::vector<Words> of_article, std::vector<Words> of_others) {
    with = std::move(of_article);
    without = std::move(of_others);
    const auto any_in = [](const Words& block, const std::vector<Words>& all) {
      return std::any_of(all.begin(), all.end(),
                         [&](const Words& each) { return holds(block, each); });
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const bool article = any_in(blocks[i], with), other = any_in(blocks[i], without);
      if (article != other) labels[i] = article ? Label::kArticle : Label::kOther;
    }
  }

  std::string text;
  Page page;
  Anchors anchors;
  std::size_t fold;
  std::vector<Words> blocks;
  std::vector<Label> labels;
  Words words;                       // of the article, where it is known
  std::vector<Words> with, without;  // else
};

using Pages = std::vector<std::unique_ptr<GoldPage>>;

Pages pages_in(const std::string& folder) {
  Pages pages;
  std::ifstream gold(folder + "/gold.jsonl");
  for (std::string line; std::getline(gold, line);) {
    const auto row = nlohmann::json::parse(line);
    if (!row.contains("text") && !row.contains("with")) continue;
    const std::string file = row["file"];
    std::ifstream in(folder + "/pages/" + file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (bytes.str().empty()) continue;
    auto page = std::make_unique<GoldPage>(bytes.str(), Key::of({file}).low % kFolds);
    const auto segments = [&](const char* field) {
      std::vector<Words> all;
      for (const std::string segment : row.value(field, nlohmann::json::array()))
        if (Words words = word_hashes(segment); !words.empty()) all.push_back(std::move(words));
      return all;
    };
    if (row.contains("text"))
      page->label_by(word_hashes(row["text"].get<std::string>()));
    else
      page->label_by(segments("with"), segments("without"));
    pages.push_back(std::move(page));
  }
  return pages;
}

// A page's blocks as one of the readings sees them; the second is told the odds of the first.
void look(const GoldPage& page, const std::vector<float>* first, std::vector<Sample>* samples) {
  PageEvidence evidence(page.page, page.anchors);
  if (first) evidence.set_odds(*first);
  const bool all_known = page.with.empty();
  float all = 1;
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    if (page.labels[i] != Label::kUnknown)
      all += all_known ? static_cast<float>(page.blocks[i].size()) : 1;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    Sample sample;
    first ? evidence.second(i, &sample.evidence) : evidence.first(i, &sample.evidence);
    sample.label = page.labels[i] == Label::kArticle ? 1 : 0;
    const float size = all_known ? std::max(0.5f, static_cast<float>(page.blocks[i].size())) : 1;
    if (page.labels[i] != Label::kUnknown)
      sample.weight = (all_known ? kPage : kMarkedPage) * size / all;
    samples->push_back(std::move(sample));
  }
}

float odds(const std::vector<float>& weights, const std::vector<Evidence>& evidence) {
  float sum = weights.back();
  for (const Evidence& each : evidence) sum += weights[each.kind] * each.value;
  return sum;
}

std::vector<float> fitted(std::vector<const Sample*> samples) {
  std::vector<float> weights(evidence_kinds()), steps(evidence_kinds(), 1e-6f);
  std::mt19937 random(1);
  const auto move = [&](std::size_t kind, float slope) {
    slope += kDecay * weights[kind];
    steps[kind] += slope * slope;
    weights[kind] -= kRate * slope / std::sqrt(steps[kind]);
  };
  for (int round = 0; round < kRounds; ++round) {
    std::shuffle(samples.begin(), samples.end(), random);
    for (const Sample* sample : samples) {
      const float likely = 1 / (1 + std::exp(-odds(weights, sample->evidence)));
      const float slope = (likely - sample->label) * sample->weight;
      for (const Evidence& each : sample->evidence) move(each.kind, slope * each.value);
      move(weights.size() - 1, slope);
    }
  }
  return weights;
}

std::vector<const Sample*> of(const std::vector<std::vector<Sample>>& samples, const Pages& pages,
                              std::size_t without) {
  std::vector<const Sample*> all;
  for (std::size_t p = 0; p < pages.size(); ++p)
    if (pages[p]->fold != without)
      for (const Sample& sample : samples[p])
        if (sample.weight > 0) all.push_back(&sample);
  return all;
}

// As the benchmarks count: where the text is known, F1 of the words of both, as bags; else of the
// marked segments those that are there, which should be, or should not.
class Score {
 public:
  void add(const GoldPage& page, const Words& found) {
    if (page.with.empty()) {
      std::unordered_map<std::uint32_t, long> left;
      for (const std::uint32_t word : page.words) ++left[word];
      double both = 0;
      for (const std::uint32_t word : found) both += left[word]-- > 0;
      const double all = static_cast<double>(found.size() + page.words.size());
      sum_ += all == 0 ? 1 : 2 * both / all;
      ++pages_;
      return;
    }
    for (const Words& each : page.with) ++(holds(found, each) ? right_ : missing_);
    for (const Words& each : page.without) wrong_ += holds(found, each);
  }
  void print() const {
    if (pages_ > 0) std::fprintf(stderr, " %.4f of %.0f texts", sum_ / pages_, pages_);
    if (right_ > 0)
      std::fprintf(stderr, " %.4f of segments", 2 * right_ / (2 * right_ + missing_ + wrong_));
  }

 private:
  double sum_ = 0, pages_ = 0, right_ = 0, missing_ = 0, wrong_ = 0;
};

// The two readings, of weights that have not seen the pages of fold `without`.
Weights weights_without(const Pages& pages, std::size_t without) {
  std::vector<std::vector<Sample>> first(pages.size()), second(pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p)
    if (pages[p]->fold != without) look(*pages[p], nullptr, &first[p]);
  // What the second sees: odds by a first reading that knows neither the page nor `without`.
  for (std::size_t inner = 0; inner < kFolds; ++inner) {
    if (inner == without) continue;
    std::vector<const Sample*> others;
    for (std::size_t p = 0; p < pages.size(); ++p)
      if (pages[p]->fold != without && pages[p]->fold != inner)
        for (const Sample& sample : first[p])
          if (sample.weight > 0) others.push_back(&sample);
    const std::vector<float> weights = fitted(std::move(others));
    for (std::size_t p = 0; p < pages.size(); ++p) {
      if (pages[p]->fold != inner) continue;
      std::vector<float> found;
      for (const Sample& sample : first[p]) found.push_back(odds(weights, sample.evidence));
      look(*pages[p], &found, &second[p]);
    }
  }
  return {fitted(of(first, pages, without)), fitted(of(second, pages, without))};
}

}  // namespace

int fit(const std::vector<std::string>& folders) {
  Pages pages;
  for (const std::string& folder : folders)
    for (auto& page : pages_in(folder)) pages.push_back(std::move(page));
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const Weights weights = weights_without(pages, fold);
    Score fresh, known;
    for (const auto& page : pages) {
      if (page->fold != fold) continue;
      fresh.add(*page, word_hashes(article_of(page->page, page->anchors, weights).text));
      known.add(*page, word_hashes(article_of(page->page, page->anchors).text));
    }
    std::fprintf(stderr, "fold %zu, F1:", fold);
    fresh.print();
    std::fputs("; with the weights of the program:", stderr);
    known.print();
    std::fputs("\n", stderr);
  }
  const Weights all = weights_without(pages, kFolds);
  std::puts("# kind of evidence, and its weight in the first and second reading");
  for (std::size_t kind = 0; kind < evidence_kinds(); ++kind) {
    const std::vector<Evidence> one = {{static_cast<std::uint16_t>(kind), 1}};
    const bool bias = kind + 1 == evidence_kinds();
    const float first =
                    all.first(bias ? std::vector<Evidence>() : one) - (bias ? 0 : all.first({})),
                second =
                    all.second(bias ? std::vector<Evidence>() : one) - (bias ? 0 : all.second({}));
    if (std::abs(first) >= 0.005f || std::abs(second) >= 0.005f)
      std::printf("%s\t%.2g\t%.2g\n", evidence_name(kind).c_str(), first, second);
  }
  return 0;
}

}  // namespace newsfacts::html

int main(int count, char** given) {
  if (count < 2) {
    std::fprintf(stderr, "usage: fit_evidence FOLDERS...\n");
    return 2;
  }
  return newsfacts::html::fit(std::vector<std::string>(given + 1, given + count));
}
