// What of an article makes claims, and how far about a figure we look.

#pragma once

#include <cstdint>

#include "corpus/document.h"

namespace newsfacts {

inline constexpr std::uint32_t kClaimReach = 40;  // tokens on each side that may lend words

// Lists of links and captions claim nothing.
inline bool makes_claims(Role role) {
  switch (role) {
    case Role::kTitle:
    case Role::kBody:
    case Role::kListItem:
    case Role::kQuote:
    case Role::kTable:
    case Role::kQuestion:
    case Role::kAnswer: return true;
    default: return false;
  }
}

}  // namespace newsfacts
