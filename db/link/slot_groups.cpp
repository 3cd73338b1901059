#include "db/link/slot_groups.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "db/link/slot_values.h"

namespace newsfacts {
namespace {

constexpr double kLeastWithin = 0.2;          // terms that make a figure's repetition of it
constexpr double kLeastWithinRelation = 0.5;  // the same of relations, which have no figure
constexpr std::size_t kMostOfAGroup = 64;

class Grouping {
 public:
  Grouping(std::span<const SlotClaim> claims, std::span<const SlotTerms> terms)
      : claims_(claims), terms_(terms) {}

  SlotGroups run() {
    groups_.of.assign(claims_.size(), 0);
    for (std::uint32_t i = 0; i < claims_.size(); ++i) {
      std::vector<std::uint32_t>& candidates =
          by_value_[std::string(terms_[i].measure) + figure(claims_[i])];
      std::optional<std::uint32_t> found = repeated(i, candidates);
      if (!found) found = converted(i);
      if (!found || groups_.claims[*found].size() >= kMostOfAGroup) {
        found = static_cast<std::uint32_t>(groups_.claims.size());
        groups_.claims.emplace_back();
        candidates.push_back(*found);
      }
      groups_.claims[*found].push_back(i);
      groups_.of[i] = *found;
    }
    return std::move(groups_);
  }

 private:
  std::optional<std::uint32_t> repeated(std::uint32_t claim,
                                        const std::vector<std::uint32_t>& candidates) const {
    const double least = is_relation(claims_[claim]) ? kLeastWithinRelation : kLeastWithin;
    // The latest few: a figure that is repeated a thousand times is no statement.
    for (std::size_t back = 0; back < std::min<std::size_t>(8, candidates.size()); ++back) {
      const std::uint32_t group = candidates[candidates.size() - 1 - back];
      for (const std::uint32_t other : groups_.claims[group])
        if (compatible(terms_[claim], terms_[other]) > 0.6 &&
            common(terms_[claim], terms_[other]) >= least)
          return group;
    }
    return std::nullopt;
  }

  // "4,200 million dollars (€3.6 billion)": the group of a sum that stands beside it in its clause
  // and is the same in another currency.
  std::optional<std::uint32_t> converted(std::uint32_t claim) const {
    const SlotClaim& own = claims_[claim];
    if (own.kind != Kind::kMoney || own.also.empty()) return std::nullopt;
    for (std::uint32_t back = 1; back <= std::min(2u, claim); ++back) {
      const SlotClaim& other = claims_[claim - back];
      const Amount* amount = std::get_if<Amount>(other.value);
      if (other.kind != Kind::kMoney || !amount) continue;
      for (const Amount& also : own.also)
        if (also.unit == amount->unit && also.low == amount->low && also.high == amount->high)
          return groups_.of[claim - back];
    }
    return std::nullopt;
  }

  std::span<const SlotClaim> claims_;
  std::span<const SlotTerms> terms_;
  SlotGroups groups_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_value_;  // groups
};

}  // namespace

SlotGroups repetitions(std::span<const SlotClaim> claims, std::span<const SlotTerms> terms) {
  return Grouping(claims, terms).run();
}

}  // namespace newsfacts
