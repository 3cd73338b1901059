#include "db/link/passages.h"

#include <algorithm>

namespace newsfacts {
namespace {

constexpr double kMost = .8;

struct Placed {
  std::uint64_t hash = 0;
  std::uint32_t place = 0;
  friend auto operator<=>(const Placed&, const Placed&) = default;
};

std::uint32_t common_length(std::span<const Word> a, std::size_t i, std::span<const Word> b,
                            std::size_t k) {
  std::uint32_t length = 0;
  while (i < a.size() && k < b.size() && a[i].hash == b[k].hash) ++i, ++k, ++length;
  return length;
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

std::vector<SharedRun> shared_runs(std::span<const Word> a, std::span<const Word> b,
                                   std::size_t shortest) {
  std::vector<SharedRun> runs;
  if (a.size() < shortest || b.size() < shortest) return runs;
  const std::vector<std::uint64_t> of_a = runs_of_words(a, shortest);
  const std::vector<std::uint64_t> of_b = runs_of_words(b, shortest);
  std::vector<Placed> table;
  table.reserve(of_b.size());
  for (std::uint32_t k = 0; k < of_b.size(); ++k) table.push_back({of_b[k], k});
  std::sort(table.begin(), table.end());

  for (std::uint32_t i = 0; i < of_a.size();) {
    SharedRun best;
    for (auto at = std::lower_bound(table.begin(), table.end(), Placed{of_a[i], 0});
         at != table.end() && at->hash == of_a[i]; ++at) {
      const std::uint32_t length = common_length(a, i, b, at->place);
      if (length > best.length) best = {i, at->place, length};
    }
    if (best.length >= shortest) {
      runs.push_back(best);
      i += best.length;
    } else {
      ++i;
    }
  }
  return runs;
}

PassageLabel label_of(Span in_a, const Setting& a, Span in_b, const Setting& b) {
  if (std::max(covered(in_a, a.boilerplate), covered(in_b, b.boilerplate)) >= kMost)
    return PassageLabel::kBoilerplate;
  if (std::max(covered(in_a, a.quoted), covered(in_b, b.quoted)) >= kMost)
    return PassageLabel::kQuote;
  return PassageLabel::kWire;
}

}  // namespace newsfacts
