#include "db/link/passages.h"

#include <algorithm>

namespace newsfacts {
namespace {

constexpr double kMost = .8;

// As far as the words are the same on both sides of word `i` of a and word `k` of b.
SharedRun run_around(std::span<const WordAt> a, std::uint32_t i, std::span<const WordAt> b,
                     std::uint32_t k) {
  std::uint32_t before = 0;
  while (before < i && before < k && a[i - before - 1].hash == b[k - before - 1].hash) ++before;
  SharedRun run = {i - before, k - before, before};
  while (run.a + run.length < a.size() && run.b + run.length < b.size() &&
         a[run.a + run.length].hash == b[run.b + run.length].hash)
    ++run.length;
  return run;
}

// The share of `span` that the spans cover.
double covered(Span span, std::span<const Span> by) {
  std::uint32_t bytes = 0;
  for (const Span& one : by)
    if (one.begin < span.end && span.begin < one.end)
      bytes += std::min(one.end, span.end) - std::max(one.begin, span.begin);
  return span.size() == 0 ? 0 : static_cast<double>(bytes) / static_cast<double>(span.size());
}

}  // namespace

std::vector<Anchor> anchors(std::span<const WordAt> words) {
  const std::vector<std::uint64_t> runs = runs_of_words(words, kShingleWords);
  std::vector<Anchor> all;
  for (const std::uint32_t place : kept(runs)) all.push_back({shingle_of(runs[place]), place});
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<SharedRun> passages(std::span<const WordAt> a, std::span<const Anchor> anchors_of_a,
                                std::span<const WordAt> b, std::span<const Anchor> anchors_of_b) {
  std::vector<SharedRun> runs;
  auto of_b = anchors_of_b.begin();
  for (const Anchor& anchor : anchors_of_a) {
    while (of_b != anchors_of_b.end() && of_b->shingle < anchor.shingle) ++of_b;
    for (auto at = of_b; at != anchors_of_b.end() && at->shingle == anchor.shingle; ++at)
      if (const SharedRun run = run_around(a, anchor.word, b, at->word); run.length >= kPassageWords)
        runs.push_back(run);
  }
  // The longest first, of equals the first; then none that overlaps one that counts.
  std::sort(runs.begin(), runs.end(), [](const SharedRun& x, const SharedRun& y) {
    return x.length != y.length ? x.length > y.length : x < y;
  });
  std::vector<SharedRun> apart;
  for (const SharedRun& run : runs)
    if (std::none_of(apart.begin(), apart.end(), [&](const SharedRun& other) {
          return run.a < other.a + other.length && other.a < run.a + run.length;
        }))
      apart.push_back(run);
  std::sort(apart.begin(), apart.end());
  return apart;
}

PassageLabel label_of(Span in_a, const Setting& a, Span in_b, const Setting& b) {
  if (std::max(covered(in_a, a.boilerplate), covered(in_b, b.boilerplate)) >= kMost)
    return PassageLabel::kBoilerplate;
  if (std::max(covered(in_a, a.quoted), covered(in_b, b.quoted)) >= kMost)
    return PassageLabel::kQuote;
  return PassageLabel::kWire;
}

}  // namespace newsfacts
