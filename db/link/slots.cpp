#include "db/link/slots.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "db/link/doubts.h"
#include "db/link/slot_evidence.h"
#include "db/link/slot_values.h"

namespace newsfacts {
namespace {

using Verdict = Comparison::Verdict;

// Of the fit, 0 to 1.  Tuned on pairs of news articles, where silence costs less than a false
// conflict.
constexpr double kLeastToAgree = 0.06;        // needed where the values agree,
constexpr double kLeastToAgreeSmall = 0.15;   // and where they do so for being small or common
constexpr double kLeastToAgreeCoarse = 0.25;  // for one lies in the other: "Sunday", "the weekend";
                                              // or sums that only some day's rate makes one
constexpr double kLeastToAgreeOpen = 0.3;     // and where they are two words "today";
constexpr double kLeastToAgreeRelation = 0.35;  // and where they have none, but state a relation;
constexpr double kLeastToConflict = 0.4;        // and where they conflict
constexpr double kFewShared = 0.06;             // and how much more where they share few terms
constexpr std::size_t kWordsAlike = 4;          // beside both figures, which say as much as a term
constexpr double kMarginToConflict = 0.01;      // to the next best, which might be meant as well
constexpr std::size_t kMostPairsOfATerm = 1u << 16;

class Aligner {
 public:
  // `exchanged`: the caller's a is our b, which the reasons must not show.
  Aligner(std::span<const SlotClaim> a, std::span<const SlotClaim> b, bool exchanged)
      : exchanged_(exchanged), scales_(a, b), sizes_{a.size(), b.size()} {}

  std::vector<SlotPair> pairs() {
    align();
    std::vector<SlotPair> result;
    for (const Candidate& c : chosen_) result.push_back(pair(c));
    return result;
  }

  SlotReasons reasons(std::uint32_t a, std::uint32_t b) {
    align();
    return told(a, b);
  }

 private:
  void align() {
    score_all();
    choose_echoes();
    choose();
  }

  // --- candidates --------------------------------------------------------------------------------

  struct Candidate {
    std::uint32_t group_a = 0, group_b = 0;
    std::uint32_t a = 0, b = 0;  // the best pair of claims
    double fit = 0;              // what decides
    double score = 0;            // what is preferred
    Verdict verdict = Verdict::kUnrelated;
    Difference kind = Difference::kNone;
    bool sole = false;  // nothing else is measured so
    bool echo = false;  // one passage, printed twice
    bool alike = false;  // the words next to both run alike: "took 31 sailors off the tanker"
    bool lead = false;  // what both begin with
  };

  const SlotTerms& terms(std::size_t side, std::uint32_t at) const {
    return scales_.slots().of(side)[at];
  }
  const SlotClaim& claim(std::size_t side, std::uint32_t at) const {
    return scales_.claim(side, at);
  }

  void score_all() {
    std::vector<std::array<std::vector<std::uint32_t>, 2>> holders(scales_.slots().words().size());
    for (const std::size_t side : {0, 1})
      for (std::uint32_t i = 0; i < sizes_[side]; ++i)
        for (const WeightedTerm& w : terms(side, i).terms) holders[w.term][side].push_back(i);
    std::unordered_map<std::uint64_t, Candidate> best;  // by groups
    std::vector<std::uint32_t> seen(sizes_[1], UINT32_MAX);
    for (std::uint32_t i = 0; i < sizes_[0]; ++i)
      for (const WeightedTerm& w : terms(0, i).terms) {
        const auto& [in_a, in_b] = holders[w.term];
        if (in_a.size() * in_b.size() > kMostPairsOfATerm) continue;
        for (const std::uint32_t k : in_b) {
          if (seen[k] == i) continue;
          seen[k] = i;
          const auto found = candidate(i, k);
          if (!found) continue;
          if (found->echo) echoes_.push_back(*found);
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
    std::sort(echoes_.begin(), echoes_.end(), before);
  }

  // Claims whose values alone tell that they mean one thing.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> telling_pairs() const {
    const auto may_tell = [&](std::uint32_t at) {
      return is_clock(claim(0, at)) || SlotScales::is_of_one(terms(0, at));
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t a = 0; a < sizes_[0]; ++a)
      for (std::uint32_t b = 0; may_tell(a) && b < sizes_[1]; ++b)
        if (scales_.telling(a, b)) pairs.emplace_back(a, b);
    if (pairs.size() > kMostPairsOfATerm) pairs.clear();  // a timetable
    return pairs;
  }

  // By score; where that is the same, the earlier in both documents, whichever is called a.
  static bool before(const Candidate& x, const Candidate& y) {
    if (x.score != y.score) return x.score > y.score;
    if (x.a + x.b != y.a + y.b) return x.a + x.b < y.a + y.b;
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  }

  std::optional<Candidate> candidate(std::uint32_t a, std::uint32_t b) const {
    Weighing weighing;
    if (!scales_.weigh(a, b, &weighing)) return std::nullopt;
    return Candidate{scales_.groups(0).of[a],
                     scales_.groups(1).of[b],
                     a,
                     b,
                     weighing.fit(),
                     weighing.score(),
                     weighing.comparison.verdict,
                     weighing.comparison.kind,
                     weighing[Clue::kSole] > 0,
                     weighing.echo.same_passage(),
                     weighing.echo.words >= kWordsAlike,
                     weighing[Clue::kLead] > 0};
  }

  // --- choosing ----------------------------------------------------------------------------------

  // The fit that is asked for, by what the values say.
  double least(const Candidate& c) const {
    if (c.verdict == Verdict::kConflict) {
      const std::size_t known = in_common(c) + (scales_.same_subject(c.a, c.b) ? 1 : 0);
      return kLeastToConflict + (known < 4 && !c.sole ? kFewShared : 0);
    }
    const SlotClaim &x = claim(0, c.a), &y = claim(1, c.b);
    if (scales_.telling(c.a, c.b)) return 0;
    if (is_relation(x)) return kLeastToAgreeRelation;
    if (is_open(x) && is_open(y)) return kLeastToAgreeOpen;
    if (is_first(x) || terms(0, c.a).qualifier.ends_with("said")) return kLeastToAgreeCoarse;
    if (bound_of(x) != bound_of(y) || c.kind == Difference::kRate) return kLeastToAgreeCoarse;
    if (!is_common(x) && !is_common(y)) return kLeastToAgree;
    return c.kind == Difference::kGranularity ? kLeastToAgreeCoarse : kLeastToAgreeSmall;
  }

  // How many terms both have, and whether the words next to them run alike.
  std::size_t in_common(const Candidate& c) const {
    return shared(terms(0, c.a), terms(1, c.b)) + (c.alike ? 1 : 0);
  }

  // Of these there must be so many, whatever they weigh.
  std::size_t least_shared(const Candidate& c) const {
    if (c.verdict == Verdict::kConflict)
      return std::min({std::size_t{3}, terms(0, c.a).near, terms(1, c.b).near});
    return is_relation(claim(0, c.a)) ? 2 : 0;
  }

  // By side, by whether the claim answers with its day alone, and by group.
  using Used = std::array<std::array<std::vector<bool>, 2>, 2>;

  // One sentence printed twice: claim by claim, whatever else repeats the figure.
  void choose_echoes() {
    for (const std::size_t side : {0, 1}) {
      echoed_[side].assign(sizes_[side], false);
      for (auto& aspect : used_[side]) aspect.assign(scales_.groups(side).claims.size(), false);
    }
    for (const Candidate& c : echoes_) {
      if (echoed_[0][c.a] || echoed_[1][c.b]) continue;
      echoed_[0][c.a] = echoed_[1][c.b] = true;
      used_[0][tells_day(c, 0)][c.group_a] = used_[1][tells_day(c, 1)][c.group_b] = true;
      if (c.verdict != Verdict::kUnrelated) chosen_.push_back(c);
    }
  }

  void choose() {
    for (const Candidate& c : candidates_) {
      auto&& used_a = used_[0][tells_day(c, 0)][c.group_a];
      auto&& used_b = used_[1][tells_day(c, 1)][c.group_b];
      // What has no value may be said again in other words.
      if (is_relation(claim(0, c.a)) ? used_a && used_b : used_a || used_b) continue;
      if (c.verdict == Verdict::kUnrelated || c.fit < least(c)) continue;
      if (in_common(c) < least_shared(c)) continue;
      if (c.verdict == Verdict::kConflict && (ranks_first(c) || rival(c))) continue;
      used_a = used_b = true;
      chosen_.push_back(c);
    }
  }

  // "The first" of something: the fourth is another, and no contradiction.
  bool ranks_first(const Candidate& c) const {
    return is_first(claim(0, c.a)) || is_first(claim(1, c.b));
  }

  // "6:40 a.m. on Saturday" tells a day and an hour, and may answer both.
  bool tells_day(const Candidate& c, std::size_t side) const {
    const std::uint32_t own = side == 0 ? c.a : c.b, other = side == 0 ? c.b : c.a;
    return claim(side, own).kind == Kind::kTime && claim(1 - side, other).kind == Kind::kDate;
  }

  // A claim of the other document that one side of the pair fits about as well; null for none.
  const Candidate* rival(const Candidate& c) const {
    for (const Candidate& other : candidates_) {
      if (other.group_a == c.group_a && other.group_b == c.group_b) continue;
      if (other.group_a != c.group_a && other.group_b != c.group_b) continue;
      // What cannot be compared was not meant, nor what has found its own; and the same figure
      // elsewhere in the document is no other thing.
      if (other.verdict == Verdict::kUnrelated) continue;
      const bool of_a = other.group_a == c.group_a;
      if (of_a ? used_[1][tells_day(other, 1)][other.group_b]
               : used_[0][tells_day(other, 0)][other.group_a])
        continue;
      if (figure(claim(0, other.a)) == figure(claim(0, c.a)) &&
          figure(claim(1, other.b)) == figure(claim(1, c.b)))
        continue;
      if (other.fit > c.fit - kMarginToConflict) return &other;
    }
    return nullptr;
  }

  // --- reporting ---------------------------------------------------------------------------------

  SlotPair pair(const Candidate& c) {
    SlotPair made;
    made.verdict = c.verdict;
    made.lead = c.lead;
    made.score = std::clamp(c.score, 0.0, 1.0);
    made.a = members(0, c.group_a, c.a);
    made.b = members(1, c.group_b, c.b);
    made.reason = reason(c.a, c.b);
    return made;
  }

  std::vector<std::uint32_t> members(std::size_t side, std::uint32_t group, std::uint32_t best) {
    std::vector<std::uint32_t> list{best};
    for (const std::uint32_t claim : scales_.groups(side).claims[group])
      if (claim != best && !echoed_[side][claim]) list.push_back(claim);
    for (const std::uint32_t claim : list) echoed_[side][claim] = true;
    return list;
  }

  // The weightiest terms of one that the other has, or has not.
  std::string list(const SlotTerms& from, const SlotTerms& other, bool both,
                   std::size_t most) const {
    std::vector<WeightedTerm> found;
    for (const WeightedTerm& w : from.terms)
      if (has(other, w.term) == both) found.push_back(w);
    std::stable_sort(found.begin(), found.end(), [](const WeightedTerm& p, const WeightedTerm& q) {
      return p.weight > q.weight;
    });
    std::string text;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
      if (i > 0) text += ", ";
      for (const char c : scales_.slots().words()[found[i].term]) text += c == '_' ? ' ' : c;
    }
    return text;
  }

  static bool has(const SlotTerms& side, std::uint32_t term) {
    return std::any_of(side.terms.begin(), side.terms.end(),
                       [&](const WeightedTerm& w) { return w.term == term; });
  }

  std::string reason(std::uint32_t a, std::uint32_t b) const {
    const SlotTerms& x = exchanged_ ? terms(1, b) : terms(0, a);
    const SlotTerms& y = exchanged_ ? terms(0, a) : terms(1, b);
    std::string text = "both: " + list(x, y, true, 6);
    if (const std::string only = list(x, y, false, 3); !only.empty()) text += "; only a: " + only;
    if (const std::string only = list(y, x, false, 3); !only.empty()) text += "; only b: " + only;
    return text;
  }

  std::string words_of(Clue clue, const Weighing& weighing, std::uint32_t a,
                       std::uint32_t b) const {
    switch (clue) {
      case Clue::kTerms: return reason(a, b);
      case Clue::kMeasure: {
        const std::string x(measure_of(claim(0, a))), y(measure_of(claim(1, b)));
        return "measured as " + (exchanged_ ? y + " and as " + x : x + " and as " + y);
      }
      case Clue::kSole: return "neither article has another such figure";
      case Clue::kOrder: return "the same place in a list of figures";
      case Clue::kLead: return "both in the title or the first sentences";
      case Clue::kEcho:
        return weighing.echo.same_sentence()
                   ? "one sentence, printed twice"
                   : std::to_string(weighing.echo.words) + " words around it run alike";
      case Clue::kSubject: return std::string(claim(0, a).subject);
      case Clue::kPlace: return "where they stand in their articles";
      case Clue::kValues: return weighing.comparison.reason;
      case Clue::kPolarity: return "one of them denies it";
    }
    return {};
  }

  static std::string_view measure_of(const SlotClaim& claim) {
    return claim.slot.substr(0, claim.slot.find('|'));
  }

  SlotReasons told(std::uint32_t a, std::uint32_t b) const {
    SlotReasons reasons;
    Weighing weighing;
    if (!scales_.weigh(a, b, &weighing)) {
      reasons.kept.push_back({"terms", 0, reason(a, b)});
      return reasons;
    }
    for (std::size_t i = 0; i < kClues; ++i)
      if (const double weight = weighing.clues[i]; weight != 0)
        (weight > 0 ? reasons.brought : reasons.kept)
            .push_back({kClueWords[i], weight, words_of(static_cast<Clue>(i), weighing, a, b)});
    const Candidate own = *candidate(a, b);
    reasons.fit = own.fit;
    if (own.verdict == Verdict::kUnrelated) {
      std::string_view why = doubt(claim(0, a), claim(1, b));
      if (why.empty())
        why = is_disputed(claim(0, a), claim(1, b)) ? "one of them denies it"
                                                    : "they cannot be compared";
      reasons.kept.push_back({"values", 0, std::string(why)});
      return reasons;
    }
    reasons.least = own.echo ? 0 : least(own);
    reasons.paired = std::any_of(chosen_.begin(), chosen_.end(), [&](const Candidate& c) {
      return c.group_a == own.group_a && c.group_b == own.group_b;
    });
    if (own.fit < reasons.least) reasons.kept.push_back({"fit", 0, "too little in common"});
    if (const Candidate* other = rival(own))
      reasons.kept.push_back({"rival", 0, rival_words(own, *other)});
    return reasons;
  }

  std::string rival_words(const Candidate& own, const Candidate& other) const {
    const bool of_b = other.group_a == own.group_a;
    const SlotClaim& meant = of_b ? claim(1, other.b) : claim(0, other.a);
    return std::string(meant.words) + " fits about as well: " + reason(other.a, other.b);
  }

  bool exchanged_;
  SlotScales scales_;
  std::array<std::size_t, 2> sizes_;
  std::vector<Candidate> candidates_;  // best first
  std::vector<Candidate> echoes_;      // claim by claim, best first
  std::vector<Candidate> chosen_;
  std::array<std::vector<bool>, 2> echoed_;  // of each claim: has an echo told its own
  Used used_;
};

// Sums of doubles and ties between equals depend on which document is called a, so that is
// decided by what they say: one order for both ways round.
bool exchanges(std::span<const SlotClaim> a, std::span<const SlotClaim> b) {
  const auto less = [](const SlotClaim& x, const SlotClaim& y) {
    return std::tie(x.slot, x.words, x.subject) < std::tie(y.slot, y.words, y.subject);
  };
  return std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), less);
}

}  // namespace

std::vector<SlotPair> align(std::span<const SlotClaim> a, std::span<const SlotClaim> b) {
  if (a.empty() || b.empty()) return {};
  const bool exchanged = exchanges(a, b);
  std::vector<SlotPair> pairs =
      exchanged ? Aligner(b, a, true).pairs() : Aligner(a, b, false).pairs();
  if (exchanged)
    for (SlotPair& pair : pairs) std::swap(pair.a, pair.b);
  std::sort(pairs.begin(), pairs.end(), [](const SlotPair& x, const SlotPair& y) {
    return *std::min_element(x.a.begin(), x.a.end()) < *std::min_element(y.a.begin(), y.a.end());
  });
  return pairs;
}

SlotReasons reasons(std::span<const SlotClaim> a, std::span<const SlotClaim> b, std::uint32_t at_a,
                    std::uint32_t at_b) {
  return exchanges(a, b) ? Aligner(b, a, true).reasons(at_b, at_a)
                         : Aligner(a, b, false).reasons(at_a, at_b);
}

}  // namespace newsfacts
