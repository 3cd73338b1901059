// Fingerprints: an exact hash of the words and a sample of the word shingles, from which
// near duplicates, reprints and truncated copies are found without comparing all pairs.
//
// Shingles are overlapping runs of kShingleWords folded words (Broder 1997, "On the
// resemblance and containment of documents"); of their hashes those that are 0 modulo
// kSampleModulus are kept ("mod p" sampling, ibid.): two documents keep the same sample of what
// they share, so the sample measures containment as well as Jaccard resemblance.

#pragma once

#include "corpus/document.h"

namespace newsfacts {

inline constexpr std::size_t kShingleWords = 3;
inline constexpr std::uint64_t kSampleModulus = 8;

// The stage: writes `fingerprint`.
void fingerprint(Document& document);

}  // namespace newsfacts
