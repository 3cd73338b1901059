// fit_evidence FOLDERS... > corpus/html/evidence.tsv: the weights of the evidence for a block of a
// page being of its article, fitted to pages whose main text is known.
//
// A folder has pages/ and gold.jsonl, a line a page with "file" and "text", or with segments of it,
// "with", and of what else is there, "without".  A block is of the article where most of its runs
// of three words stand in that text, or a segment in it.  The weights are fitted by logistic
// regression (AdaGrad: Duchi, Hazan and Singer 2011; the mean of the weights in the second half of
// the rounds), each page counting alike and each of its blocks by its words; every kind is drawn
// towards zero alike, be it common or rare.  The second reading looks at what the first has found;
// so that it does not learn from what the first knows by heart, it sees the odds of a first reading
// fitted to the other folds.
//
// What the weights of all other folds reach on each fold is told on standard error: no page is
// judged there by weights that have seen it.

#include <algorithm>
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
#include "corpus/normalize.h"

namespace newsfacts::html {
namespace {

constexpr std::size_t kRun = 3;  // words
constexpr std::size_t kFolds = 3;
constexpr int kRounds = 6;
constexpr float kRate = 0.03f, kDecay = 30;    // the decay in a round, in weights of samples
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

bool holds(const std::string& all, const std::string& some) {
  return all.find(some) != all.npos;
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
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> places;
    for (std::size_t at = gold.size() < kRun ? 0 : gold.size() - kRun + 1; at-- > 0;)
      places[run_at(gold, at, kRun)].push_back(at);  // the first at the back
    std::vector<char> taken(gold.size(), 0);
    std::vector<std::size_t> order(blocks.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return blocks[a].size() > blocks[b].size();
    });
    std::vector<std::pair<std::size_t, std::size_t>> ranges(blocks.size());
    for (const std::size_t i : order) {
      const Words& block = blocks[i];
      if (block.size() < kRun) break;
      std::vector<std::size_t> held;
      for (std::size_t k = 0; k + kRun <= block.size(); ++k) {
        const auto found = places.find(run_at(block, k, kRun));
        if (found == places.end() || found->second.empty()) continue;
        held.push_back(found->second.back());
        found->second.pop_back();
      }
      labels[i] = 2 * held.size() > block.size() - kRun + 1 ? Label::kArticle : Label::kOther;
      if (labels[i] != Label::kArticle) continue;
      for (const std::size_t at : held) std::fill_n(taken.begin() + at, kRun, 1);
      ranges[i] = {held.front(), held.back() + kRun};
    }
    label_short(gold, ranges, std::move(taken));
  }

  // A block too short to have a run is of the article where its words are left over between those
  // of its neighbours, which have their ranges: "Home" of a menu is not, whatever home the text
  // speaks of.
  void label_short(const Words& gold,
                   const std::vector<std::pair<std::size_t, std::size_t>>& ranges,
                   std::vector<char> taken) {
    std::vector<std::size_t> until(blocks.size() + 1, gold.size());
    for (std::size_t i = blocks.size(); i-- > 0;)
      until[i] = ranges[i].second > 0 ? ranges[i].first : until[i + 1];
    std::size_t from = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (ranges[i].second > 0) from = ranges[i].second;
      const Words& block = blocks[i];
      if (block.size() >= kRun) continue;
      labels[i] = Label::kOther;
      for (std::size_t at = from; !block.empty() && at + block.size() <= until[i + 1]; ++at) {
        if (!std::equal(block.begin(), block.end(), gold.begin() + at) || taken[at] ||
            taken[at + block.size() - 1])
          continue;
        std::fill_n(taken.begin() + at, block.size(), 1);
        labels[i] = Label::kArticle;
        from = at + block.size();
        break;
      }
    }
  }

  // Of a page of which some stretches are marked as the article's, others as not.
  void label_by(std::vector<std::string> of_article, std::vector<std::string> of_others) {
    with = std::move(of_article);
    without = std::move(of_others);
    const auto any_in = [](const std::string& block, const std::vector<std::string>& all) {
      return std::any_of(all.begin(), all.end(),
                         [&](const std::string& each) { return holds(block, each); });
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const std::string block = normalized_line(page.words(page.blocks()[i]));
      const bool article = any_in(block, with), other = any_in(block, without);
      if (article != other) labels[i] = article ? Label::kArticle : Label::kOther;
    }
  }

  std::string text;
  Page page;
  Anchors anchors;
  std::size_t fold;
  std::vector<Words> blocks;
  std::vector<Label> labels;
  Words words;                             // of the article, where it is known
  std::vector<std::string> with, without;  // else
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
      std::vector<std::string> all;
      for (const std::string segment : row.value(field, nlohmann::json::array()))
        if (std::string marked = normalized_line(segment); !marked.empty())
          all.push_back(std::move(marked));
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
    evidence.first(i, &sample.evidence);
    if (first) evidence.second(i, &sample.evidence);
    sample.label = page.labels[i] == Label::kArticle ? 1 : 0;
    const float size = all_known ? std::max(0.5f, static_cast<float>(page.blocks[i].size())) : 1;
    if (page.labels[i] != Label::kUnknown)
      sample.weight = (all_known ? kPage : kMarkedPage) * size / all;
    samples->push_back(std::move(sample));
  }
}

float odds(const std::vector<float>& weights, const std::vector<Evidence>& evidence) {
  return weighed(weights.back(), weights, evidence);
}

std::vector<float> fitted(std::vector<const Sample*> samples) {
  std::vector<float> weights(evidence_kinds()), steps(evidence_kinds(), 1e-6f);
  std::vector<float> decay(evidence_kinds(), 1);
  for (const Sample* sample : samples)
    for (const Evidence& each : sample->evidence) ++decay[each.kind];
  decay.back() = static_cast<float>(samples.size());
  for (float& each : decay) each = kDecay / each;
  std::vector<double> sums(evidence_kinds());
  double summed = 0;
  std::mt19937 random(1);
  const auto move = [&](std::size_t kind, float slope) {
    slope += decay[kind] * weights[kind];
    steps[kind] += slope * slope;
    weights[kind] -= kRate * slope / std::sqrt(steps[kind]);
  };
  const std::size_t often = samples.size() / 16 + 1;
  for (int round = 0; round < kRounds; ++round) {
    std::shuffle(samples.begin(), samples.end(), random);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const Sample& sample = *samples[i];
      const float likely = 1 / (1 + std::exp(-odds(weights, sample.evidence)));
      const float slope = (likely - sample.label) * sample.weight;
      for (const Evidence& each : sample.evidence) move(each.kind, slope * each.value);
      move(weights.size() - 1, slope);
      if (2 * round < kRounds || i % often != 0) continue;
      for (std::size_t kind = 0; kind < weights.size(); ++kind) sums[kind] += weights[kind];
      ++summed;
    }
  }
  for (std::size_t kind = 0; kind < weights.size(); ++kind)
    weights[kind] = static_cast<float>(sums[kind] / summed);
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
  void add(const GoldPage& page, const std::string& text) {
    if (page.with.empty()) {
      const Words found = word_hashes(text);
      std::unordered_map<std::uint32_t, long> left;
      for (const std::uint32_t word : page.words) ++left[word];
      double both = 0;
      for (const std::uint32_t word : found) both += left[word]-- > 0;
      const double all = static_cast<double>(found.size() + page.words.size());
      sum_ += all == 0 ? 1 : 2 * both / all;
      ++pages_;
      return;
    }
    const std::string found = normalized_line(text);
    for (const std::string& each : page.with) ++(holds(found, each) ? right_ : missing_);
    for (const std::string& each : page.without) wrong_ += holds(found, each);
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
      fresh.add(*page, article_of(page->page, page->anchors, weights).text);
      known.add(*page, article_of(page->page, page->anchors).text);
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
