// Stories: which documents are about one event.  Pure functions of what the store keeps of two
// documents, so that an edge between them never depends on what else is loaded.
//
// The strength of an edge is the cosine of two outlines (outline.h), per mille.  An edge needs
//
//     * a strength of kStoryStrength, or kTimelessStrength where the time tells nothing,
//     * at least kSharedTerms terms in common, of two different sorts: ten articles on
//       one company share its name and its people every month, and no event,
//     * publication at most kWindowDays apart.
//
// A document without a date may belong to any day.  It is compared with all, dated or not, and
// pays for it with the higher threshold: dropping it would hide a source from the diff, and
// letting it in at the usual threshold would tie together what happened in different years.
//
// What hangs together by edges is not one event yet: see coherence.h.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/link/outline.h"

namespace newsfacts {

inline constexpr int kWindowDays = 4;
inline constexpr std::uint32_t kStoryStrength = 250;
inline constexpr std::uint32_t kTimelessStrength = 270;
inline constexpr std::size_t kSharedTerms = 4;
inline constexpr std::size_t kSignatureTerms = 10;  // the weightiest of them are indexed, in pairs

// The strength of the edge between two documents; nullopt when there is none.  Symmetric.
std::optional<std::uint32_t> story_edge(const Outline& a, const Outline& b);

// Whether two documents without an edge may still be on one event: half the strength.
bool akin(const Outline& a, const Outline& b);

// The hashes under which an outline is indexed: one for each pair of its weightiest terms, for
// a single name is shared by half a store.
std::vector<std::uint64_t> index_terms(const Outline& outline);

// What the two have in common, the weightiest first, at most so many: "Hallam Lines, aground,
// 2026-03-13".  The words of a name are not told a second time.
std::string common_ground(const Outline& a, const Outline& b, std::size_t most);

}  // namespace newsfacts
