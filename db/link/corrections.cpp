#include "db/link/corrections.h"

#include <algorithm>

#include "db/link/passages.h"

namespace newsfacts {
namespace {

// Short enough that it fits between two figures of one sentence.
constexpr std::size_t kRun = 3;

struct Gap {
  Span a, b;  // words
};

// What lies between the runs, before the first and behind the last.
std::vector<Gap> gaps(std::span<const SharedRun> runs, std::uint32_t words_of_a,
                      std::uint32_t words_of_b) {
  std::vector<Gap> all;
  std::uint32_t a = 0, b = 0;
  for (const SharedRun& run : runs) {
    if (run.a < a || run.b < b) continue;  // what was moved elsewhere has no place
    all.push_back({{a, run.a}, {b, run.b}});
    a = run.a + run.length;
    b = run.b + run.length;
  }
  all.push_back({{a, words_of_a}, {b, words_of_b}});
  return all;
}

// Of its words some stand in the gap.
bool touches(const Figure& figure, std::span<const Word> words, Span gap) {
  return gap.begin < gap.end && figure.span.begin < words[gap.end - 1].span.end &&
         words[gap.begin].span.begin < figure.span.end;
}

bool states(std::span<const Figure> figures, std::uint64_t value) {
  return std::any_of(figures.begin(), figures.end(),
                     [&](const Figure& figure) { return figure.value == value; });
}

}  // namespace

std::vector<std::pair<std::int64_t, std::int64_t>> corrections(std::span<const Word> a,
                                                               std::span<const Figure> figures_of_a,
                                                               std::span<const Word> b,
                                                               std::span<const Figure> figures_of_b) {
  std::vector<std::pair<std::int64_t, std::int64_t>> found;
  std::vector<bool> taken(figures_of_b.size());
  for (const Gap& gap : gaps(shared_runs(a, b, kRun), static_cast<std::uint32_t>(a.size()),
                             static_cast<std::uint32_t>(b.size())))
    for (const Figure& old : figures_of_a) {
      if (!touches(old, a, gap.a) || states(figures_of_b, old.value)) continue;
      if (!found.empty() && found.back().first == old.ord) continue;
      for (std::size_t i = 0; i < figures_of_b.size(); ++i) {
        const Figure& now = figures_of_b[i];
        if (taken[i] || now.kind != old.kind || !touches(now, b, gap.b)) continue;
        if (states(figures_of_a, now.value)) continue;
        taken[i] = true;
        found.emplace_back(old.ord, now.ord);
        break;
      }
    }
  return found;
}

}  // namespace newsfacts
