#include "db/link/slots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "corpus/comparison.h"

namespace newsfacts {
namespace {

using Verdict = Comparison::Verdict;

// Scores are 0 to 1.  Tuned on pairs of news articles, where silence costs less than a false
// conflict.
constexpr double kFar = 0.4;                 // weight of a term from outside the clause
constexpr double kDecay = 0.1;               // of a term, for each that stands nearer
constexpr double kSubject = 0.06;            // the subjects agree
constexpr double kPlace = 0.06;              // both stand at the same part of their documents
constexpr double kAgreeing = 0.12;           // the values agree
constexpr double kLeastToAgree = 0.06;       // terms needed where the values agree,
constexpr double kLeastToAgreeSmall = 0.15;  // and where they do so for being small or common
constexpr double kLeastToConflict = 0.42;    // and where they conflict
constexpr double kMarginToConflict = 0.03;   // to the next best, which might be meant as well
constexpr double kLeastWithin = 0.2;         // terms that make a figure's repetition of it
constexpr std::size_t kMostPairsOfATerm = 1u << 16;

struct Weighted {
  std::uint32_t term = 0;
  double weight = 0;
};

// One claim, read for aligning.
struct Side {
  std::string_view measure, qualifier;  // "date", "until"
  std::vector<Weighted> terms;          // ascending by term
  double total = 0;                     // of the weights
};

class Aligner {
 public:
  // `exchanged`: the caller's a is our b, which the reasons must not show.
  Aligner(std::span<const SlotClaim> a, std::span<const SlotClaim> b, bool exchanged)
      : claims_{a, b}, exchanged_(exchanged) {
    for (const std::size_t side : {0, 1}) read(side);
    merge_names();
    weigh();
    for (const std::size_t side : {0, 1}) group(side);
  }

  std::vector<SlotPair> pairs() {
    score_all();
    choose();
    std::vector<SlotPair> result;
    for (const Candidate& c : chosen_) result.push_back(pair(c));
    return result;
  }

 private:
  // --- reading ---------------------------------------------------------------------------------

  void read(std::size_t side) {
    for (const SlotClaim& claim : claims_[side]) {
      Side read;
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
        read.terms.push_back({term(word), (far ? kFar : 1.0) / (1 + kDecay * rank)});
        ++rank;
      }
      sides_[side].push_back(std::move(read));
    }
  }

  // "save" and "sav" are one term: a stemmer cannot always give the final e back.
  static std::string_view bare(std::string_view word) {
    if (word.size() > 3 && word.back() == 'e') word.remove_suffix(1);
    return word;
  }

  std::uint32_t term(std::string_view word) {
    const auto [entry, added] =
        terms_.try_emplace(bare(word), static_cast<std::uint32_t>(words_.size()));
    if (added) words_.push_back(word);
    return entry->second;
  }

  // "red_sox" is "boston_red_sox": a name that ends another stands for it, if it ends no other.
  void merge_names() {
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
      for (Side& claim : side) {
        for (Weighted& w : claim.terms) w.term = same[w.term];
        std::sort(claim.terms.begin(), claim.terms.end(), [](const Weighted& x, const Weighted& y) {
          return x.term != y.term ? x.term < y.term : x.weight > y.weight;
        });
        claim.terms.erase(
            std::unique(claim.terms.begin(), claim.terms.end(),
                        [](const Weighted& x, const Weighted& y) { return x.term == y.term; }),
            claim.terms.end());
      }
  }

  // A term tells the less the more claims of the two documents it stands in: inverse document
  // frequency (Sparck Jones 1972) with claims for documents.
  void weigh() {
    std::vector<std::array<double, 2>> count(words_.size());
    for (const std::size_t side : {0, 1}) {
      // Claims of one clause are one place: "six rifles, 12 magazines and 300 rounds".
      std::vector<std::uint32_t> last(words_.size(), UINT32_MAX);
      for (std::size_t i = 0; i < sides_[side].size(); ++i)
        for (const Weighted& w : sides_[side][i].terms) {
          const std::uint32_t clause = claims_[side][i].clause.begin;
          count[w.term][side] += last[w.term] == clause ? 0.25 : 1;
          last[w.term] = clause;
        }
    }
    std::array<double, 2> all;
    for (const std::size_t side : {0, 1})
      all[side] = static_cast<double>(std::max<std::size_t>(1, sides_[side].size()));
    for (auto& side : sides_)
      for (Side& claim : side)
        for (Weighted& w : claim.terms) {
          const double spread = count[w.term][0] / all[0] + count[w.term][1] / all[1];  // 0..2
          w.weight *= 0.25 + std::log(1 + 2 / std::max(spread, 0.02)) / std::log(101);
          claim.total += w.weight;
        }
  }

  // --- similarity --------------------------------------------------------------------------------

  // Dice's coefficient over the weighted terms (Dice 1945).
  static double common(const Side& x, const Side& y) {
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
  static double compatible(const Side& x, const Side& y) {
    if (x.measure != y.measure) {
      const auto is = [&](std::string_view one, std::string_view other) {
        return (x.measure == one && y.measure == other) || (x.measure == other && y.measure == one);
      };
      if (is("date", "time")) return 0.6;
      return 0;
    }
    if (x.qualifier == y.qualifier) return 1;
    if (x.measure == "date" || x.measure == "time")
      return x.qualifier.empty() || y.qualifier.empty() ? 0.8 : 0;
    if (x.qualifier.empty() || y.qualifier.empty()) return 0.75;
    if (x.measure == "count") return 0.55;
    return 0;
  }

  // --- repetitions -------------------------------------------------------------------------------

  // Claims of one document that state the same figure of the same thing.
  struct Group {
    std::vector<std::uint32_t> claims;
  };

  Comparison compared(std::size_t side_a, std::uint32_t a, std::size_t side_b,
                      std::uint32_t b) const {
    const SlotClaim &x = claims_[side_a][a], &y = claims_[side_b][b];
    return compare({*x.value, x.words, x.also}, {*y.value, y.words, y.also});
  }

  void group(std::size_t side) {
    const auto& sides = sides_[side];
    groups_[side].clear();
    group_of_[side].assign(sides.size(), 0);
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_value;  // groups
    for (std::uint32_t i = 0; i < sides.size(); ++i) {
      std::vector<std::uint32_t>& candidates =
          by_value[std::string(sides[i].measure) + to_string(*claims_[side][i].value)];
      std::optional<std::uint32_t> found;
      // The latest few: a figure that is repeated a thousand times is no statement.
      for (std::size_t back = 0; back < std::min<std::size_t>(8, candidates.size()) && !found;
           ++back) {
        const std::uint32_t g = candidates[candidates.size() - 1 - back];
        for (const std::uint32_t other : groups_[side][g].claims)
          if (compatible(sides[i], sides[other]) > 0.5 &&
              common(sides[i], sides[other]) >= kLeastWithin) {
            found = g;
            break;
          }
      }
      if (!found || groups_[side][*found].claims.size() >= 64) {
        found = static_cast<std::uint32_t>(groups_[side].size());
        groups_[side].emplace_back();
        candidates.push_back(*found);
      }
      groups_[side][*found].claims.push_back(i);
      group_of_[side][i] = *found;
    }
  }

  // --- candidates --------------------------------------------------------------------------------

  struct Candidate {
    std::uint32_t group_a = 0, group_b = 0;
    std::uint32_t a = 0, b = 0;  // the best pair of claims
    double terms = 0;            // what they have in common
    double score = 0;            // with all other evidence
    Verdict verdict = Verdict::kUnrelated;
  };

  void score_all() {
    std::vector<std::array<std::vector<std::uint32_t>, 2>> holders(words_.size());
    for (const std::size_t side : {0, 1})
      for (std::uint32_t i = 0; i < sides_[side].size(); ++i)
        for (const Weighted& w : sides_[side][i].terms) holders[w.term][side].push_back(i);
    std::unordered_map<std::uint64_t, Candidate> best;  // by groups
    std::vector<std::uint32_t> seen(claims_[1].size(), UINT32_MAX);
    for (std::uint32_t i = 0; i < sides_[0].size(); ++i)
      for (const Weighted& w : sides_[0][i].terms) {
        const auto& [in_a, in_b] = holders[w.term];
        if (in_a.size() * in_b.size() > kMostPairsOfATerm) continue;
        for (const std::uint32_t k : in_b) {
          if (seen[k] == i) continue;
          seen[k] = i;
          const auto found = candidate(i, k);
          if (!found) continue;
          const std::uint64_t key = (std::uint64_t{found->group_a} << 32) | found->group_b;
          const auto [entry, added] = best.try_emplace(key, *found);
          if (!added && before(*found, entry->second)) entry->second = *found;
        }
      }
    candidates_.reserve(best.size());
    for (const auto& [key, candidate] : best) candidates_.push_back(candidate);
    std::sort(candidates_.begin(), candidates_.end(), before);
  }

  // By score; where that is the same, the earlier in both documents, whichever is called a.
  static bool before(const Candidate& x, const Candidate& y) {
    if (x.score != y.score) return x.score > y.score;
    if (x.a + x.b != y.a + y.b) return x.a + x.b < y.a + y.b;
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  }

  std::optional<Candidate> candidate(std::uint32_t a, std::uint32_t b) const {
    const double fit = compatible(sides_[0][a], sides_[1][b]);
    if (fit == 0) return std::nullopt;
    const double terms = fit * common(sides_[0][a], sides_[1][b]);
    if (terms < kLeastToAgree / 2) return std::nullopt;
    const Comparison comparison = compared(0, a, 1, b);
    const SlotClaim &x = claims_[0][a], &y = claims_[1][b];
    Candidate found{group_of_[0][a], group_of_[1][b], a, b, terms, terms, comparison.verdict};
    if (!x.subject.empty() && x.subject == y.subject) found.score += kSubject;
    const double at_a = (a + 0.5) / static_cast<double>(claims_[0].size());
    const double at_b = (b + 0.5) / static_cast<double>(claims_[1].size());
    found.score += kPlace * (1 - std::abs(at_a - at_b));
    if (comparison.verdict == Verdict::kAgree) found.score += kAgreeing;
    if (x.polarity != y.polarity) found.score -= 0.1;
    return found;
  }

  // Whether agreeing on the value says little: everybody has two of something.
  static bool is_common(const SlotClaim& claim) {
    const Amount* amount = std::get_if<Amount>(claim.value);
    if (!amount) return std::get_if<TimeValue>(claim.value)->grain != Grain::kDay;
    if (claim.kind == Kind::kOrdinal) return true;
    const double low = amount->low ? amount->low->approximate() : 0;
    return claim.kind == Kind::kNumber && low <= 12;
  }

  // --- choosing ----------------------------------------------------------------------------------

  void choose() {
    std::array<std::vector<bool>, 2> used;
    for (const std::size_t side : {0, 1}) used[side].assign(groups_[side].size(), false);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      if (used[0][c.group_a] || used[1][c.group_b]) continue;
      if (c.verdict == Verdict::kUnrelated) continue;
      if (c.verdict == Verdict::kAgree) {
        const bool common_value = is_common(claims_[0][c.a]) || is_common(claims_[1][c.b]);
        if (c.terms < (common_value ? kLeastToAgreeSmall : kLeastToAgree)) continue;
      } else {
        if (c.terms < kLeastToConflict || rivalled(c)) continue;
      }
      used[0][c.group_a] = used[1][c.group_b] = true;
      chosen_.push_back(c);
    }
  }

  // Whether one side of the pair fits another claim of the other document about as well.
  bool rivalled(const Candidate& c) const {
    for (const Candidate& other : candidates_) {
      if (other.group_a == c.group_a && other.group_b == c.group_b) continue;
      if (other.group_a != c.group_a && other.group_b != c.group_b) continue;
      if (other.terms > c.terms - kMarginToConflict) return true;
    }
    return false;
  }

  // --- reporting ---------------------------------------------------------------------------------

  SlotPair pair(const Candidate& c) const {
    SlotPair made;
    made.score = std::clamp(c.score, 0.0, 1.0);
    made.a = members(0, c.group_a, c.a);
    made.b = members(1, c.group_b, c.b);
    made.reason = exchanged_ ? reason(sides_[1][c.b], sides_[0][c.a])
                             : reason(sides_[0][c.a], sides_[1][c.b]);
    return made;
  }

  std::vector<std::uint32_t> members(std::size_t side, std::uint32_t group,
                                     std::uint32_t best) const {
    std::vector<std::uint32_t> list{best};
    for (const std::uint32_t claim : groups_[side][group].claims)
      if (claim != best) list.push_back(claim);
    return list;
  }

  std::string reason(const Side& x, const Side& y) const {
    const auto holds = [](const Side& side, std::uint32_t term) {
      return std::any_of(side.terms.begin(), side.terms.end(),
                         [&](const Weighted& w) { return w.term == term; });
    };
    const auto list = [&](const Side& from, const Side& other, bool shared, std::size_t most) {
      std::vector<Weighted> terms;
      for (const Weighted& w : from.terms)
        if (holds(other, w.term) == shared) terms.push_back(w);
      std::stable_sort(terms.begin(), terms.end(),
                       [](const Weighted& p, const Weighted& q) { return p.weight > q.weight; });
      std::string text;
      for (std::size_t i = 0; i < std::min(most, terms.size()); ++i) {
        if (i > 0) text += ", ";
        for (const char c : words_[terms[i].term]) text += c == '_' ? ' ' : c;
      }
      return text;
    };
    std::string text = "both: " + list(x, y, true, 6);
    if (const std::string only = list(x, y, false, 3); !only.empty()) text += "; only a: " + only;
    if (const std::string only = list(y, x, false, 3); !only.empty()) text += "; only b: " + only;
    return text;
  }

  std::array<std::span<const SlotClaim>, 2> claims_;
  bool exchanged_;
  std::array<std::vector<Side>, 2> sides_;
  std::array<std::vector<Group>, 2> groups_;
  std::array<std::vector<std::uint32_t>, 2> group_of_;
  std::unordered_map<std::string_view, std::uint32_t> terms_;
  std::vector<std::string_view> words_;  // by term
  std::vector<Candidate> candidates_;    // best first
  std::vector<Candidate> chosen_;
};

}  // namespace

// Sums of doubles and ties between equals depend on which document is called a, so that is
// decided by what they say: one order for both ways round.
std::vector<SlotPair> align(std::span<const SlotClaim> a, std::span<const SlotClaim> b) {
  if (a.empty() || b.empty()) return {};
  const auto less = [](const SlotClaim& x, const SlotClaim& y) {
    return std::tie(x.slot, x.words, x.subject) < std::tie(y.slot, y.words, y.subject);
  };
  const bool exchanged = std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), less);
  std::vector<SlotPair> pairs =
      exchanged ? Aligner(b, a, true).pairs() : Aligner(a, b, false).pairs();
  if (exchanged)
    for (SlotPair& pair : pairs) std::swap(pair.a, pair.b);
  std::sort(pairs.begin(), pairs.end(), [](const SlotPair& x, const SlotPair& y) {
    return *std::min_element(x.a.begin(), x.a.end()) < *std::min_element(y.a.begin(), y.a.end());
  });
  return pairs;
}

}  // namespace newsfacts
