#include "db/link/slot_terms.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace newsfacts {
namespace {

constexpr double kFar = 0.25;    // weight of a term from outside the clause
constexpr double kDecay = 0.15;  // of a term, for each that stands nearer
constexpr double kBearer = 2;    // weight of whose age it is

// "save" and "sav" are one term: a stemmer cannot always give the final e back.
std::string_view bare(std::string_view word) {
  if (word.size() > 3 && word.back() == 'e') word.remove_suffix(1);
  return word;
}

}  // namespace

SlotReading::SlotReading(std::span<const SlotClaim> a, std::span<const SlotClaim> b)
    : claims_{a, b} {
  for (const std::size_t side : {0, 1}) read(side);
  merge_names();
  weigh();
}

void SlotReading::read(std::size_t side) {
  for (const SlotClaim& claim : claims_[side]) {
    SlotTerms read;
    const std::size_t bar = std::min(claim.slot.find('|'), claim.slot.size());
    const std::string_view measure = claim.slot.substr(0, bar);
    const std::size_t colon = std::min(measure.find(':'), measure.size());
    read.measure = measure.substr(0, colon);
    read.qualifier = measure.substr(std::min(colon + 1, measure.size()));
    std::string_view rest = claim.slot.substr(std::min(bar + 1, claim.slot.size()));
    bool far = false;
    double rank = 0;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (word.empty()) continue;
      if (word == "/") {
        far = true;
        rank = 0;
        continue;
      }
      // Whose age it is stands beside it; what else the clause tells of him matters less.
      const bool bearer = read.measure == "age" && !far && rank == 0;
      read.terms.push_back(
          {term(word), bearer ? kBearer : (far ? kFar : 1.0) / (1 + kDecay * rank)});
      ++rank;
      if (!far) ++read.near;
    }
    sides_[side].push_back(std::move(read));
  }
}

std::uint32_t SlotReading::term(std::string_view word) {
  const auto [entry, added] =
      terms_.try_emplace(bare(word), static_cast<std::uint32_t>(words_.size()));
  if (added) words_.push_back(word);
  return entry->second;
}

// "red_sox" is "boston_red_sox": a name that ends another stands for it, if it ends no other.
void SlotReading::merge_names() {
  std::vector<std::uint32_t> same(words_.size());
  std::iota(same.begin(), same.end(), 0u);
  std::unordered_map<std::string_view, std::pair<std::uint32_t, bool>>
      by_end;  // longer name, unique
  for (std::uint32_t t = 0; t < words_.size(); ++t)
    for (std::size_t at = words_[t].find('_'); at != std::string_view::npos;
         at = words_[t].find('_', at + 1)) {
      const auto [entry, added] = by_end.try_emplace(bare(words_[t].substr(at + 1)), t, true);
      if (!added) entry->second.second = false;
    }
  for (const auto& [end, name] : by_end)
    if (const auto shorter = terms_.find(end); shorter != terms_.end() && name.second)
      same[name.first] = shorter->second;
  for (auto& side : sides_)
    for (SlotTerms& claim : side) {
      for (WeightedTerm& w : claim.terms) w.term = same[w.term];
      std::sort(claim.terms.begin(), claim.terms.end(),
                [](const WeightedTerm& x, const WeightedTerm& y) {
                  return x.term != y.term ? x.term < y.term : x.weight > y.weight;
                });
      claim.terms.erase(std::unique(claim.terms.begin(), claim.terms.end(),
                                    [](const WeightedTerm& x, const WeightedTerm& y) {
                                      return x.term == y.term;
                                    }),
                        claim.terms.end());
    }
}

// A term tells the less the more claims of the two documents it stands in: inverse document
// frequency (Sparck Jones 1972) with claims for documents.
void SlotReading::weigh() {
  std::vector<std::array<double, 2>> count(words_.size());
  for (const std::size_t side : {0, 1}) {
    // Claims of one clause are one place: "six rifles, 12 magazines and 300 rounds".
    std::vector<std::uint32_t> last(words_.size(), UINT32_MAX);
    for (std::size_t i = 0; i < sides_[side].size(); ++i)
      for (const WeightedTerm& w : sides_[side][i].terms) {
        const std::uint32_t clause = claims_[side][i].clause.begin;
        count[w.term][side] += last[w.term] == clause ? 0.25 : 1;
        last[w.term] = clause;
      }
  }
  std::array<double, 2> all;
  for (const std::size_t side : {0, 1})
    all[side] = static_cast<double>(std::max<std::size_t>(1, sides_[side].size()));
  for (auto& side : sides_)
    for (SlotTerms& claim : side)
      for (WeightedTerm& w : claim.terms) {
        const double spread = count[w.term][0] / all[0] + count[w.term][1] / all[1];  // 0..2
        w.weight *= 0.25 + std::log(1 + 2 / std::max(spread, 0.02)) / std::log(101);
        claim.total += w.weight;
      }
}

// Dice's coefficient over the weighted terms (Dice 1945).
double common(const SlotTerms& x, const SlotTerms& y) {
  if (x.total == 0 || y.total == 0) return 0;
  double sum = 0;
  for (std::size_t i = 0, k = 0; i < x.terms.size() && k < y.terms.size();) {
    if (x.terms[i].term < y.terms[k].term)
      ++i;
    else if (y.terms[k].term < x.terms[i].term)
      ++k;
    else
      sum += 2 * std::sqrt(x.terms[i++].weight * y.terms[k++].weight);
  }
  return std::min(1.0, sum / (x.total + y.total));
}

// How well the measures go together: 0 not at all.
double compatible(const SlotTerms& x, const SlotTerms& y) {
  if (x.measure != y.measure) {
    const auto is = [&](std::string_view one, std::string_view other) {
      return (x.measure == one && y.measure == other) || (x.measure == other && y.measure == one);
    };
    if (is("date", "time")) return 0.6;
    return 0;
  }
  if (x.qualifier == y.qualifier) return 1;
  // "Announced on Monday" is no day of what was announced.
  if (x.qualifier.ends_with("said") != y.qualifier.ends_with("said")) return 0;
  if (x.measure == "date" || x.measure == "time")
    return x.qualifier.empty() || y.qualifier.empty() ? 0.8 : 0;
  if (x.qualifier.empty() || y.qualifier.empty()) return 0.75;
  if (x.measure == "count") return 0.55;
  return 0;
}

std::size_t shared(const SlotTerms& x, const SlotTerms& y) {
  std::size_t both = 0;
  for (std::size_t i = 0, k = 0; i < x.terms.size() && k < y.terms.size();) {
    const std::uint32_t one = x.terms[i].term, other = y.terms[k].term;
    both += one == other;
    i += one <= other;
    k += other <= one;
  }
  return both;
}

}  // namespace newsfacts
