#include "db/link/slot_evidence.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "db/link/slot_values.h"

namespace newsfacts {
namespace {

using Verdict = Comparison::Verdict;

// Tuned on pairs of news articles, where silence costs less than a false conflict.
constexpr double kLeastTerms = 0.03;  // to look at a pair at all
constexpr double kSubject = 0.06;
constexpr double kPlace = 0.06;
constexpr double kEcho = 1;
constexpr double kReadOtherwise = 0.5;  // measures that differ, in one sentence printed twice
constexpr double kAgreeing = 0.16;
constexpr double kMoment = 0.4;  // to the minute
constexpr double kDenied = -0.1;
constexpr double kOrder = 0.08;
constexpr double kLead = 0.1;
constexpr std::uint32_t kLeadSentences = 3;
constexpr double kSoleNoun = 0.25;  // "villages"
constexpr double kSolePerson = 0.05;
constexpr double kSoleUnit = 0.12;  // sums, ages, times of day

}  // namespace

double Weighing::fit() const {
  return (*this)[Clue::kTerms] + (*this)[Clue::kMeasure] + (*this)[Clue::kSole] +
         (*this)[Clue::kOrder] + (*this)[Clue::kLead];
}

double Weighing::score() const {
  double sum = 0;
  for (const double weight : clues) sum += weight;
  return sum;
}

SlotScales::SlotScales(std::span<const SlotClaim> a, std::span<const SlotClaim> b)
    : claims_{a, b}, slots_(a, b) {
  for (const std::size_t side : {0, 1}) groups_[side] = repetitions(claims_[side], slots_.of(side));
  count_measures();
  rank();
}

// How many statements of a document measure what a claim measures.
void SlotScales::count_measures() {
  for (const std::size_t side : {0, 1}) {
    std::unordered_map<std::string, std::set<std::uint32_t>> groups;
    const auto key = [&](std::uint32_t i) {
      const SlotTerms& terms = slots_.of(side)[i];
      return std::string(terms.measure) + ":" + std::string(terms.qualifier);
    };
    for (std::uint32_t i = 0; i < claims_[side].size(); ++i)
      groups[key(i)].insert(groups_[side].of[i]);
    for (std::uint32_t i = 0; i < claims_[side].size(); ++i)
      alike_[side].push_back(static_cast<std::uint32_t>(groups[key(i)].size()));
  }
}

void SlotScales::rank() {
  for (const std::size_t side : {0, 1}) {
    ranks_[side].resize(claims_[side].size());
    std::unordered_map<std::string, std::vector<std::uint32_t>> lists;
    for (std::uint32_t i = 0; i < claims_[side].size(); ++i)
      if (claims_[side][i].sentence != SlotClaim::kNoSentence)
        lists[std::to_string(claims_[side][i].sentence) + std::string(slots_.of(side)[i].measure)]
            .push_back(i);
    for (const auto& [key, list] : lists)
      for (std::uint32_t at = 0; at < list.size(); ++at)
        ranks_[side][list[at]] = {at, static_cast<std::uint32_t>(list.size())};
  }
}

double SlotScales::sole(std::uint32_t a, std::uint32_t b) const {
  const SlotTerms &x = slots_.of(0)[a], &y = slots_.of(1)[b];
  if (x.measure != y.measure || x.qualifier != y.qualifier) return 0;
  if (alike_[0][a] * alike_[1][b] != 1 || shared(x, y) < 2) return 0;
  if (x.measure == "count")
    return x.qualifier.empty() ? 0 : x.qualifier == "person" ? kSolePerson : kSoleNoun;
  if (x.measure == "age" || x.measure == "money" || x.measure == "percent") return kSoleUnit;
  return is_clock(claims_[0][a]) && is_clock(claims_[1][b]) ? kSoleUnit : 0;
}

double SlotScales::order(std::uint32_t a, std::uint32_t b) const {
  const Rank &x = ranks_[0][a], &y = ranks_[1][b];
  if (x.of < 2 || x.of != y.of || slots_.of(0)[a].measure != slots_.of(1)[b].measure) return 0;
  return x.at == y.at ? kOrder : 0;
}

double SlotScales::lead(std::uint32_t a, std::uint32_t b) const {
  const bool both = claims_[0][a].sentence < kLeadSentences && claims_[1][b].sentence < kLeadSentences;
  return both ? kLead : 0;
}

bool SlotScales::is_of_one(const SlotTerms& terms) {
  return terms.measure == "age" || (terms.measure == "count" && terms.qualifier == "magnitude");
}

bool SlotScales::telling(std::uint32_t a, std::uint32_t b) const {
  const SlotClaim &x = claims_[0][a], &y = claims_[1][b];
  if (same_moment(x, y)) return true;
  if (!is_of_one(slots_.of(0)[a]) || !is_of_one(slots_.of(1)[b])) return false;
  if (slots_.of(0)[a].measure != slots_.of(1)[b].measure) return false;
  const Comparison found = compare_claims(x, y);
  return found.kind <= Difference::kForm && found.verdict == Verdict::kAgree;
}

bool SlotScales::same_subject(std::uint32_t a, std::uint32_t b) const {
  const SlotClaim &x = claims_[0][a], &y = claims_[1][b];
  return !x.subject.empty() && x.subject == y.subject;
}

bool SlotScales::weigh(std::uint32_t a, std::uint32_t b, Weighing* weighing) const {
  const SlotClaim &x = claims_[0][a], &y = claims_[1][b];
  *weighing = {};
  weighing->echo = echo_of(x, y);
  const bool same_passage = weighing->echo.same_passage();
  double fit = compatible(slots_.of(0)[a], slots_.of(1)[b]);
  if (fit == 0 && same_passage) fit = kReadOtherwise;
  if (fit == 0) return false;
  Weighing& clues = *weighing;
  const double terms = common(slots_.of(0)[a], slots_.of(1)[b]);
  if (fit * terms < kLeastTerms && !same_passage && !telling(a, b)) return false;
  weighing->comparison = compare_claims(x, y);
  clues[Clue::kTerms] = terms;
  clues[Clue::kMeasure] = terms * (fit - 1);
  clues[Clue::kSole] = sole(a, b);
  clues[Clue::kOrder] = order(a, b);
  clues[Clue::kLead] = lead(a, b);
  clues[Clue::kEcho] = kEcho * weighing->echo.strength();
  if (same_subject(a, b)) clues[Clue::kSubject] = kSubject;
  const double at_a = (a + 0.5) / static_cast<double>(claims_[0].size());
  const double at_b = (b + 0.5) / static_cast<double>(claims_[1].size());
  clues[Clue::kPlace] = kPlace * (1 - std::abs(at_a - at_b));
  if (weighing->comparison.verdict == Verdict::kAgree)
    clues[Clue::kValues] = same_moment(x, y) ? kMoment : kAgreeing;
  if (x.polarity != y.polarity) clues[Clue::kPolarity] = kDenied;
  return true;
}

}  // namespace newsfacts
