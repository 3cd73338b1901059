#include "db/link/stories.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace newsfacts {
namespace {

// Added to the square of every outline's length: two documents of which little is known
// need more than half of that little in common.
constexpr std::uint64_t kThin = 1000;

struct Likeness {
  std::uint32_t strength = 0;  // per mille
  std::size_t shared = 0;
  std::uint32_t sorts = 0;  // a bit for each
};

// Calls `visit` with the terms of both, a's and b's.
template <typename Visit>
void common_terms(const Outline& a, const Outline& b, const Visit& visit) {
  auto x = a.terms.begin(), y = b.terms.begin();
  while (x != a.terms.end() && y != b.terms.end()) {
    if (x->hash == y->hash)
      visit(*x++, *y++);
    else if (x->hash < y->hash)
      ++x;
    else
      ++y;
  }
}

Likeness likeness(const Outline& a, const Outline& b) {
  Likeness found;
  std::uint64_t dot = 0;
  common_terms(a, b, [&](const Outline::Term& x, const Outline::Term& y) {
    dot += std::uint64_t{x.weight} * y.weight;
    ++found.shared;
    found.sorts |= 1U << static_cast<unsigned>(x.sort);
  });
  if (dot == 0) return found;
  found.strength = static_cast<std::uint32_t>(std::lround(
      1000 * static_cast<double>(dot) /
      std::sqrt(static_cast<double>(a.square + kThin) * static_cast<double>(b.square + kThin))));
  return found;
}

// nullopt: the two are too far apart.
std::optional<std::uint32_t> threshold(const Outline& a, const Outline& b) {
  if (!a.published || !b.published) return kTimelessStrength;
  if (std::abs((*a.published - *b.published).count()) > kWindowDays) return std::nullopt;
  return kStoryStrength;
}

}  // namespace

std::optional<std::uint32_t> story_edge(const Outline& a, const Outline& b) {
  const auto needed = threshold(a, b);
  if (!needed) return std::nullopt;
  const Likeness found = likeness(a, b);
  if (found.strength < *needed || found.shared < kSharedTerms) return std::nullopt;
  if ((found.sorts & (found.sorts - 1)) == 0) return std::nullopt;
  return found.strength;
}

bool akin(const Outline& a, const Outline& b) {
  const auto needed = threshold(a, b);
  return needed && 2 * likeness(a, b).strength >= *needed;
}

std::vector<std::uint64_t> index_terms(const Outline& outline) {
  std::vector<Outline::Term> top = outline.terms;
  std::sort(top.begin(), top.end(), [](const Outline::Term& a, const Outline::Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
  });
  top.resize(std::min(top.size(), kSignatureTerms));
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i < top.size(); ++i)
    for (std::size_t k = i + 1; k < top.size(); ++k) {
      const auto [low, high] = std::minmax(top[i].hash, top[k].hash);
      pairs.push_back((low ^ (high << 32U | high >> 32U)) * 0x9e3779b97f4a7c15ULL);
    }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::string common_ground(const Outline& a, const Outline& b, std::size_t most) {
  std::vector<std::pair<std::uint64_t, const Outline::Term*>> common;
  common_terms(a, b, [&](const Outline::Term& x, const Outline::Term& y) {
    common.emplace_back(std::uint64_t{x.weight} * y.weight, &x);
  });
  std::sort(common.begin(), common.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first > y.first : x.second->hash < y.second->hash;
  });
  Wording told(most);
  for (const auto& [weight, term] : common) {
    if (told.full()) break;
    told.tell(a.words_of(*term));
  }
  return told.text();
}

}  // namespace newsfacts
