// Repetitions: the claims of one document that state the same figure of the same thing.
//
//     title  Navy holds [26] pirates               .
//     lead   ... took [26] pirates on Saturday     > one group
//     end    the [26] men were brought to port    /

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "db/link/slot_terms.h"
#include "db/link/slots.h"

namespace newsfacts {

struct SlotGroups {
  std::vector<std::vector<std::uint32_t>> claims;  // of each group, in the order of the text
  std::vector<std::uint32_t> of;                   // the group of each claim
};

// `terms`: those of `claims`.
SlotGroups repetitions(std::span<const SlotClaim> claims, std::span<const SlotTerms> terms);

}  // namespace newsfacts
