#include "db/link/corrections.h"

#include <algorithm>
#include <optional>

namespace newsfacts {
namespace {

// Short enough that it fits between two figures of one sentence.
constexpr std::size_t kRun = 3;

struct Run {
  std::uint32_t a = 0, b = 0, length = 0;
};

struct Placed {
  std::uint64_t hash = 0;
  std::uint32_t place = 0;
  friend auto operator<=>(const Placed&, const Placed&) = default;
};

// Runs of equal words, in the order of `a` and apart there; each as long as it goes, and of those
// that begin at one word the longest.
std::vector<Run> runs_in_common(std::span<const WordAt> a, std::span<const WordAt> b) {
  std::vector<Run> runs;
  if (a.size() < kRun || b.size() < kRun) return runs;
  const std::vector<std::uint64_t> of_a = runs_of_words(a, kRun), of_b = runs_of_words(b, kRun);
  std::vector<Placed> table;
  table.reserve(of_b.size());
  for (std::uint32_t k = 0; k < of_b.size(); ++k) table.push_back({of_b[k], k});
  std::sort(table.begin(), table.end());
  for (std::uint32_t i = 0; i < of_a.size();) {
    Run best;
    for (auto at = std::lower_bound(table.begin(), table.end(), Placed{of_a[i], 0});
         at != table.end() && at->hash == of_a[i]; ++at) {
      std::uint32_t length = 0;
      while (i + length < a.size() && at->place + length < b.size() &&
             a[i + length].hash == b[at->place + length].hash)
        ++length;
      if (length > best.length) best = {i, at->place, length};
    }
    if (best.length >= kRun) runs.push_back(best);
    i += std::max(best.length, 1U);
  }
  return runs;
}

struct Gap {
  Span a, b;  // words
};

// What lies between the runs, before the first and behind the last.
std::vector<Gap> gaps(std::span<const Run> runs, std::uint32_t words_of_a,
                      std::uint32_t words_of_b) {
  std::vector<Gap> all;
  std::uint32_t a = 0, b = 0;
  for (const Run& run : runs) {
    if (run.a < a || run.b < b) continue;  // what was moved elsewhere has no place
    all.push_back({{a, run.a}, {b, run.b}});
    a = run.a + run.length;
    b = run.b + run.length;
  }
  all.push_back({{a, words_of_a}, {b, words_of_b}});
  return all;
}

// Of its words some stand in the gap.
bool touches(const Figure& figure, std::span<const WordAt> words, Span gap) {
  return gap.begin < gap.end && figure.span.begin < words[gap.end - 1].span.end &&
         words[gap.begin].span.begin < figure.span.end;
}

bool states(std::span<const Figure> figures, std::uint64_t value) {
  return std::any_of(figures.begin(), figures.end(),
                     [&](const Figure& figure) { return figure.value == value; });
}

// How many words are the same right before and right behind two figures.
std::size_t common_context(std::span<const WordAt> a, const Figure& of_a, std::span<const WordAt> b,
                           const Figure& of_b) {
  const auto first = [](std::span<const WordAt> words, std::uint32_t byte) {
    return std::partition_point(words.begin(), words.end(), [&](const WordAt& word) {
      return word.span.begin < byte;
    });
  };
  std::size_t same = 0;
  for (auto x = first(a, of_a.span.begin), y = first(b, of_b.span.begin);
       x != a.begin() && y != b.begin() && (--x)->hash == (--y)->hash;)
    ++same;
  for (auto x = first(a, of_a.span.end), y = first(b, of_b.span.end);
       x != a.end() && y != b.end() && x->hash == y->hash; ++x, ++y)
    ++same;
  return same;
}

}  // namespace

std::vector<std::pair<std::int64_t, std::int64_t>> corrections(std::span<const WordAt> a,
                                                               std::span<const Figure> figures_of_a,
                                                               std::span<const WordAt> b,
                                                               std::span<const Figure> figures_of_b) {
  std::vector<std::pair<std::int64_t, std::int64_t>> found;
  std::vector<bool> taken(figures_of_b.size());
  for (const Gap& gap : gaps(runs_in_common(a, b), static_cast<std::uint32_t>(a.size()),
                             static_cast<std::uint32_t>(b.size())))
    for (const Figure& old : figures_of_a) {
      if (!touches(old, a, gap.a) || states(figures_of_b, old.value)) continue;
      if (!found.empty() && found.back().first == old.ord) continue;
      std::optional<std::size_t> best;
      std::size_t most = 0;
      for (std::size_t i = 0; i < figures_of_b.size(); ++i) {
        const Figure& now = figures_of_b[i];
        if (taken[i] || now.kind != old.kind || now.unit != old.unit || !touches(now, b, gap.b)) continue;
        if (states(figures_of_a, now.value)) continue;
        const std::size_t context = common_context(a, old, b, now);
        if (best && context <= most) continue;
        best = i;
        most = context;
      }
      if (!best) continue;
      taken[*best] = true;
      found.emplace_back(old.ord, figures_of_b[*best].ord);
    }
  return found;
}

}  // namespace newsfacts
