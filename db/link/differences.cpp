#include "db/link/differences.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "db/link/slot_values.h"

namespace newsfacts {
namespace {

// A figure is in the title, the lead and the text; what says it oftener than that says
// nothing more.
constexpr std::size_t kMostPlaces = 4;

std::span<const std::uint32_t> first_places(const std::vector<std::uint32_t>& places) {
  return {places.data(), std::min(places.size(), kMostPlaces)};
}

// Without the conflicts of two articles that may well tell of two events.
std::vector<SlotPair> without_doubtful(std::vector<SlotPair> pairs, const std::vector<SlotClaim>& a,
                                       const std::vector<SlotClaim>& b) {
  const auto disputes = [](const SlotPair& pair) {
    return pair.verdict == Comparison::Verdict::kConflict;
  };
  std::erase_if(pairs, [&](const SlotPair& pair) {
    return disputes(pair) && is_of_any_week(a[pair.a.front()]) && is_of_any_week(b[pair.b.front()]);
  });
  const auto disputed =
      static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), disputes));
  const std::size_t agreed = pairs.size() - disputed;
  if (agreed == 0 || 2 * agreed < disputed)
    std::erase_if(pairs, [&](const SlotPair& pair) { return disputes(pair) && !pair.lead; });
  return pairs;
}

}  // namespace

std::vector<SlotClaim> as_slot_claims(std::span<const StoredClaim> claims, bool given) {
  // What is given as one event is one, though each article names what the other does not.
  std::vector<SlotClaim> views;
  views.reserve(claims.size());
  for (const StoredClaim& claim : claims)
    views.push_back({claim.what, claim.subject, claim.kind, &claim.value, claim.words, claim.also,
                     claim.clause, &claim.around, claim.sentence, claim.modality, claim.polarity,
                     claim.published, claim.names,
                     claim.article && !given ? std::span<const std::uint64_t>(*claim.article)
                                             : std::span<const std::uint64_t>()});
  return views;
}

Plan plan(std::span<const Teller> tellers) {
  // (how many of its outlet stand before it, its place)
  std::vector<std::pair<std::size_t, std::size_t>> voices;
  std::map<std::string_view, std::size_t> of_outlet;
  for (std::size_t i = 0; i < tellers.size(); ++i)
    if (tellers[i].origin == i || tellers[i].updated)
      voices.emplace_back(tellers[i].outlet.empty() ? 0 : of_outlet[tellers[i].outlet]++, i);

  Plan made;
  made.voices = voices.size();
  std::sort(voices.begin(), voices.end());
  voices.resize(std::min(voices.size(), kMostVoices));
  made.compared = voices.size();
  made.heard.resize(tellers.size());
  std::vector<std::size_t> heard;
  for (const auto& [round, teller] : voices) {
    made.heard[teller] = true;
    heard.push_back(teller);
  }
  std::sort(heard.begin(), heard.end());
  for (std::size_t i = 0; i < heard.size(); ++i)
    for (std::size_t k = i + 1; k < heard.size(); ++k)
      made.confrontations.push_back({heard[i], heard[k], true});
  for (std::size_t i = 0; i < tellers.size(); ++i)
    if (tellers[i].origin != i && !tellers[i].updated && made.heard[tellers[i].origin]) {
      made.heard[i] = true;
      const auto [a, b] = std::minmax(i, tellers[i].origin);
      made.confrontations.push_back({a, b, false});
    }
  std::sort(made.confrontations.begin(), made.confrontations.end());
  return made;
}

Plan plan_of_all(std::size_t tellers) {
  Plan made;
  made.given = true;
  made.voices = made.compared = tellers;
  made.heard.assign(tellers, true);
  for (std::size_t i = 0; i < tellers; ++i)
    for (std::size_t k = i + 1; k < tellers; ++k) made.confrontations.push_back({i, k, true});
  return made;
}

StoryFound confront(const Plan& plan, std::span<const std::vector<StoredClaim>> claims) {
  std::vector<std::size_t> begin(claims.size() + 1);  // number of a document's first claim
  for (std::size_t i = 0; i < claims.size(); ++i) begin[i + 1] = begin[i] + claims[i].size();
  std::vector<std::size_t> slot_of(begin.back());  // the root of a forest
  std::iota(slot_of.begin(), slot_of.end(), std::size_t{0});
  const auto root = [&](std::size_t at) {
    while (slot_of[at] != at) at = slot_of[at] = slot_of[slot_of[at]];
    return at;
  };
  std::vector<bool> paired(begin.back());  // of each root, and of some that were one
  const auto join = [&](std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    slot_of[std::max(a, b)] = std::min(a, b);
    paired[a] = paired[b] = true;
  };

  std::vector<std::vector<SlotClaim>> views;
  for (const auto& of_document : claims) views.push_back(as_slot_claims(of_document, plan.given));

  StoryFound found;
  for (const auto& [a, b, compared] : plan.confrontations) {
    std::vector<SlotPair> pairs = align(views[a], views[b]);
    if (!plan.given) pairs = without_doubtful(std::move(pairs), views[a], views[b]);
    for (const SlotPair& pair : pairs) {
      for (const std::uint32_t at : pair.a) join(begin[a] + pair.a[0], begin[a] + at);
      for (const std::uint32_t at : pair.b) join(begin[a] + pair.a[0], begin[b] + at);
      if (!compared) continue;
      for (const std::uint32_t at_a : first_places(pair.a))
        for (const std::uint32_t at_b : first_places(pair.b)) {
          const StoredClaim* one = &claims[a][at_a];
          const StoredClaim* other = &claims[b][at_b];
          const bool exchanged = other->key < one->key;
          Comparison comparison = exchanged ? compare_claims(views[b][at_b], views[a][at_a])
                                            : compare_claims(views[a][at_a], views[b][at_b]);
          if (comparison.verdict == Comparison::Verdict::kUnrelated) continue;
          if (exchanged) std::swap(one, other);
          found.differences.push_back(
              {one->row, other->row, begin[a] + at_a, std::move(comparison), pair.score});
        }
    }
  }

  std::map<std::size_t, std::size_t> place;  // root -> index in found.slots
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!plan.heard[i]) continue;
    for (std::size_t k = 0; k < claims[i].size(); ++k) {
      // What has no value says little where nobody else says it.
      if (claims[i][k].kind == Kind::kOther && !paired[root(begin[i] + k)]) continue;
      const auto [at, added] = place.try_emplace(root(begin[i] + k), found.slots.size());
      if (added) found.slots.push_back({claims[i][k].key, claims[i][k].what, {}});
      found.slots[at->second].claims.push_back(claims[i][k].row);
    }
  }
  for (DifferenceFound& difference : found.differences)
    difference.slot = place.at(root(difference.slot));
  return found;
}

}  // namespace newsfacts
