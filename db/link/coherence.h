// Coherence: which of the documents that hang together are on one event.
//
// Two earthquakes in one province share the province, the institute and all words that tell of
// earthquakes, and one article that recalls the first in telling of the second ties them together.
// No pair of documents shows that they are two; all together do.  So documents joined by edges are
// laid out once more with the terms weighed by what they tell within that set: a term that all of
// them have tells nothing there, and one that half of them have tells most (idf; Sparck Jones
// 1972).
//
// Then the set is cut in two where that makes the greatest modularity (Newman, "Modularity and
// community structure in networks", PNAS 2006): the sign of the leading eigenvector, then single
// documents moved while it grows.  The cut is made when the modularity is above
// kModularity + kChance / n - by chance alone few documents fall apart as well - and the parts are
// looked at again.  In the end a document goes to the part whose documents it is clearly most like.
//
// A part whose origins were published over more than kLongestDays is several chapters: it is cut at
// its widest gap, of kSilentDays at least, and cut again while it is longer.  What has no date
// stays with the first chapter.
//
// The result is a function of the set of documents: their order is that of days and keys.  It costs
// a hundred passes over their terms for a cut, and no more memory than these.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "db/link/outline.h"

namespace newsfacts {

inline constexpr double kModularity = 0.02;
inline constexpr double kChance = 2;
inline constexpr std::size_t kFewest = 4;  // are never cut
inline constexpr int kLongestDays = 28;
inline constexpr int kSilentDays = 3;  // from one report to the next

struct Part {
  std::vector<std::size_t> members;  // ascending: places among the documents given
  // Why these are apart from others they hung together with: the words that these have and those
  // have not, or the days without a report.  Empty where there are no others.
  std::string apart;
};

// At least one part; in the order of their first members.  `documents` are origins without their
// copies, in an order of their content.
std::vector<Part> coherent_parts(std::span<const Outline* const> documents);

}  // namespace newsfacts
