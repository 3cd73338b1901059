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
#include "db/link/slot_terms.h"
#include "db/link/slot_values.h"

namespace newsfacts {
namespace {

using Verdict = Comparison::Verdict;

// Scores are 0 to 1.  Tuned on pairs of news articles, where silence costs less than a false
// conflict.
constexpr double kSubject = 0.06;             // the subjects agree
constexpr double kPlace = 0.06;               // both stand at the same part of their documents
constexpr double kAgreeing = 0.12;            // the values agree
constexpr double kMoment = 0.4;               // and do so to the minute
constexpr double kLeastToAgree = 0.06;        // terms needed where the values agree,
constexpr double kLeastToAgreeSmall = 0.15;   // and where they do so for being small or common
constexpr double kLeastToAgreeCoarse = 0.25;  // for one lies in the other: "Sunday", "the weekend"
constexpr double kLeastToAgreeOpen = 0.3;     // and where they are two words "today";
constexpr double kLeastToConflict = 0.4;      // and where they conflict
constexpr double kFewShared = 0.06;           // and how much more where they share few terms
constexpr double kMarginToConflict = 0.01;    // to the next best, which might be meant as well
constexpr double kLeastWithin = 0.2;          // terms that make a figure's repetition of it
constexpr std::size_t kMostPairsOfATerm = 1u << 16;

class Aligner {
 public:
  // `exchanged`: the caller's a is our b, which the reasons must not show.
  Aligner(std::span<const SlotClaim> a, std::span<const SlotClaim> b, bool exchanged)
      : claims_{a, b}, exchanged_(exchanged), slots_(a, b) {
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
    const auto& sides = slots_.of(side);
    groups_[side].clear();
    group_of_[side].assign(sides.size(), 0);
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_value;  // groups
    for (std::uint32_t i = 0; i < sides.size(); ++i) {
      std::vector<std::uint32_t>& candidates =
          by_value[std::string(sides[i].measure) + figure(claims_[side][i])];
      std::optional<std::uint32_t> found;
      // The latest few: a figure that is repeated a thousand times is no statement.
      for (std::size_t back = 0; back < std::min<std::size_t>(8, candidates.size()) && !found;
           ++back) {
        const std::uint32_t g = candidates[candidates.size() - 1 - back];
        for (const std::uint32_t other : groups_[side][g].claims)
          if (compatible(sides[i], sides[other]) > 0.6 &&
              common(sides[i], sides[other]) >= kLeastWithin) {
            found = g;
            break;
          }
      }
      if (!found) found = converted(side, i);
      if (!found || groups_[side][*found].claims.size() >= 64) {
        found = static_cast<std::uint32_t>(groups_[side].size());
        groups_[side].emplace_back();
        candidates.push_back(*found);
      }
      groups_[side][*found].claims.push_back(i);
      group_of_[side][i] = *found;
    }
  }

  // "4,200 million dollars (€3.6 billion)": the group of a sum that stands beside it in its clause
  // and is the same in another currency.
  std::optional<std::uint32_t> converted(std::size_t side, std::uint32_t claim) const {
    const SlotClaim& own = claims_[side][claim];
    if (own.kind != Kind::kMoney || own.also.empty()) return std::nullopt;
    for (std::uint32_t back = 1; back <= std::min(2u, claim); ++back) {
      const SlotClaim& other = claims_[side][claim - back];
      const Amount* amount = std::get_if<Amount>(other.value);
      if (other.kind != Kind::kMoney || !amount) continue;
      for (const Amount& also : own.also)
        if (also.unit == amount->unit && also.low == amount->low && also.high == amount->high)
          return group_of_[side][claim - back];
    }
    return std::nullopt;
  }

  // --- candidates --------------------------------------------------------------------------------

  struct Candidate {
    std::uint32_t group_a = 0, group_b = 0;
    std::uint32_t a = 0, b = 0;  // the best pair of claims
    double terms = 0;            // what they have in common
    double score = 0;            // with all other evidence
    Verdict verdict = Verdict::kUnrelated;
    Difference kind = Difference::kNone;
  };

  void score_all() {
    std::vector<std::array<std::vector<std::uint32_t>, 2>> holders(slots_.words().size());
    for (const std::size_t side : {0, 1})
      for (std::uint32_t i = 0; i < slots_.of(side).size(); ++i)
        for (const WeightedTerm& w : slots_.of(side)[i].terms) holders[w.term][side].push_back(i);
    std::unordered_map<std::uint64_t, Candidate> best;  // by groups
    std::vector<std::uint32_t> seen(claims_[1].size(), UINT32_MAX);
    for (std::uint32_t i = 0; i < slots_.of(0).size(); ++i)
      for (const WeightedTerm& w : slots_.of(0)[i].terms) {
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
    for (const auto& [a, b] : telling_pairs())
      if (const auto found = candidate(a, b))
        best.try_emplace((std::uint64_t{found->group_a} << 32) | found->group_b, *found);
    candidates_.reserve(best.size());
    for (const auto& [key, candidate] : best) candidates_.push_back(candidate);
    std::sort(candidates_.begin(), candidates_.end(), before);
  }

  // Claims whose values alone tell that they mean one thing.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> telling_pairs() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t a = 0; a < claims_[0].size(); ++a)
      for (std::uint32_t b = 0; may_tell(0, a) && b < claims_[1].size(); ++b)
        if (telling(a, b)) pairs.emplace_back(a, b);
    if (pairs.size() > kMostPairsOfATerm) pairs.clear();  // a timetable
    return pairs;
  }

  bool may_tell(std::size_t side, std::uint32_t claim) const {
    return is_clock(claims_[side][claim]) || slots_.of(side)[claim].measure == "age";
  }

  // The same minute, or a minute and the round hour it is told in; the same age.  Whatever the
  // words, two articles of one story hardly mean two things by 6:41, nor two persons of 61.
  bool telling(std::uint32_t a, std::uint32_t b) const {
    return same_moment(claims_[0][a], claims_[1][b]) || same_age(a, b);
  }

  bool same_age(std::uint32_t a, std::uint32_t b) const {
    return slots_.of(0)[a].measure == "age" && slots_.of(1)[b].measure == "age" &&
           compared(0, a, 1, b).kind <= Difference::kForm &&
           compared(0, a, 1, b).verdict == Verdict::kAgree;
  }

  // By score; where that is the same, the earlier in both documents, whichever is called a.
  static bool before(const Candidate& x, const Candidate& y) {
    if (x.score != y.score) return x.score > y.score;
    if (x.a + x.b != y.a + y.b) return x.a + x.b < y.a + y.b;
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  }

  std::optional<Candidate> candidate(std::uint32_t a, std::uint32_t b) const {
    const double fit = compatible(slots_.of(0)[a], slots_.of(1)[b]);
    if (fit == 0) return std::nullopt;
    const double terms = fit * common(slots_.of(0)[a], slots_.of(1)[b]);
    if (terms < kLeastToAgree / 2 && !telling(a, b)) return std::nullopt;
    const Comparison comparison = compared(0, a, 1, b);
    const SlotClaim &x = claims_[0][a], &y = claims_[1][b];
    Candidate found{group_of_[0][a],    group_of_[1][b], a, b, terms, terms,
                    comparison.verdict, comparison.kind};
    if (same_subject(found)) found.score += kSubject;
    const double at_a = (a + 0.5) / static_cast<double>(claims_[0].size());
    const double at_b = (b + 0.5) / static_cast<double>(claims_[1].size());
    found.score += kPlace * (1 - std::abs(at_a - at_b));
    if (comparison.verdict == Verdict::kAgree)
      found.score += same_moment(x, y) ? kMoment : kAgreeing;
    if (x.polarity != y.polarity) found.score -= 0.1;
    return found;
  }

  // --- choosing ----------------------------------------------------------------------------------

  double least_to_agree(const Candidate& c) const {
    const SlotClaim &x = claims_[0][c.a], &y = claims_[1][c.b];
    if (telling(c.a, c.b)) return 0;
    if (is_open(x) && is_open(y)) return kLeastToAgreeOpen;
    if (bound_of(x) != bound_of(y)) return kLeastToAgreeCoarse;
    if (!is_common(x) && !is_common(y)) return kLeastToAgree;
    return c.kind == Difference::kGranularity ? kLeastToAgreeCoarse : kLeastToAgreeSmall;
  }

  // By side, by whether the claim answers with its day alone, and by group.
  using Used = std::array<std::array<std::vector<bool>, 2>, 2>;

  void choose() {
    Used used;
    for (const std::size_t side : {0, 1})
      for (auto& aspect : used[side]) aspect.assign(groups_[side].size(), false);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Candidate& c = candidates_[i];
      auto&& used_a = used[0][tells_day(c, 0)][c.group_a];
      auto&& used_b = used[1][tells_day(c, 1)][c.group_b];
      if (used_a || used_b) continue;
      if (c.verdict == Verdict::kUnrelated) continue;
      if (c.verdict == Verdict::kAgree) {
        if (c.terms < least_to_agree(c)) continue;
      } else {
        const std::size_t terms = shared(slots_.of(0)[c.a], slots_.of(1)[c.b]);
        const std::size_t with_subject = terms + (same_subject(c) ? 1 : 0);
        const std::size_t near = std::min(slots_.of(0)[c.a].near, slots_.of(1)[c.b].near);
        if (terms < std::min<std::size_t>(3, near)) continue;
        if (c.terms < kLeastToConflict + (with_subject < 4 ? kFewShared : 0)) continue;
        if (rivalled(c, used)) continue;
      }
      used_a = used_b = true;
      chosen_.push_back(c);
    }
  }

  // Who or what the clause is about is one thing more that is shared.
  bool same_subject(const Candidate& c) const {
    const SlotClaim &x = claims_[0][c.a], &y = claims_[1][c.b];
    return !x.subject.empty() && x.subject == y.subject;
  }

  // "6:40 a.m. on Saturday" tells a day and an hour, and may answer both.
  bool tells_day(const Candidate& c, std::size_t side) const {
    const std::uint32_t own = side == 0 ? c.a : c.b, other = side == 0 ? c.b : c.a;
    return claims_[side][own].kind == Kind::kTime && claims_[1 - side][other].kind == Kind::kDate;
  }

  // Whether one side of the pair fits another claim of the other document about as well.
  bool rivalled(const Candidate& c, const Used& used) const {
    for (const Candidate& other : candidates_) {
      if (other.group_a == c.group_a && other.group_b == c.group_b) continue;
      if (other.group_a != c.group_a && other.group_b != c.group_b) continue;
      // What cannot be compared was not meant, nor what has found its own; and the same figure
      // elsewhere in the document is no other thing.
      if (other.verdict == Verdict::kUnrelated) continue;
      const bool of_a = other.group_a == c.group_a;
      if (of_a ? used[1][tells_day(other, 1)][other.group_b]
               : used[0][tells_day(other, 0)][other.group_a])
        continue;
      if (figure(claims_[0][other.a]) == figure(claims_[0][c.a]) &&
          figure(claims_[1][other.b]) == figure(claims_[1][c.b]))
        continue;
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
    made.reason = exchanged_ ? reason(slots_.of(1)[c.b], slots_.of(0)[c.a])
                             : reason(slots_.of(0)[c.a], slots_.of(1)[c.b]);
    return made;
  }

  std::vector<std::uint32_t> members(std::size_t side, std::uint32_t group,
                                     std::uint32_t best) const {
    std::vector<std::uint32_t> list{best};
    for (const std::uint32_t claim : groups_[side][group].claims)
      if (claim != best) list.push_back(claim);
    return list;
  }

  std::string reason(const SlotTerms& x, const SlotTerms& y) const {
    const auto holds = [](const SlotTerms& side, std::uint32_t term) {
      return std::any_of(side.terms.begin(), side.terms.end(),
                         [&](const WeightedTerm& w) { return w.term == term; });
    };
    const auto list = [&](const SlotTerms& from, const SlotTerms& other, bool shared,
                          std::size_t most) {
      std::vector<WeightedTerm> terms;
      for (const WeightedTerm& w : from.terms)
        if (holds(other, w.term) == shared) terms.push_back(w);
      std::stable_sort(
          terms.begin(), terms.end(),
          [](const WeightedTerm& p, const WeightedTerm& q) { return p.weight > q.weight; });
      std::string text;
      for (std::size_t i = 0; i < std::min(most, terms.size()); ++i) {
        if (i > 0) text += ", ";
        for (const char c : slots_.words()[terms[i].term]) text += c == '_' ? ' ' : c;
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
  SlotReading slots_;
  std::array<std::vector<Group>, 2> groups_;
  std::array<std::vector<std::uint32_t>, 2> group_of_;
  std::vector<Candidate> candidates_;  // best first
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
