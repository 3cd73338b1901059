// Duplicates: which documents are prints of one article, and what was done to it between
// them.  Pure functions of what the store keeps of a document; nothing here reads the store.
//
//     exact      the same words                     layout, case and punctuation aside
//     reprint    the same article                   another headline, dateline, spelling, footer
//     truncated  the shorter stands in the longer   cut by the outlet, or grown by a later version
//     updated    the same article, other figures    "65 million" became "81 million": a correction
//
// The measure is containment: of the word shingles of the shorter print, the share that the longer
// one has too (Broder 1997, "On the resemblance and containment of documents"), boilerplate left
// out of both.  Which prints are compared is found by a sample of longer shingles (meetings.h,
// corpus/fingerprint.h); what is measured here is all of them.
// Shingles of three words outlive a scan: where one word in five is garbled, half of them are left;
// and what two texts on one matter have in common by chance stays below a third.  Hence two bands:
//
//     containment    0 ------ .30 ----------- .50 ------------- 1
//                     no copy  |  garbled, or a passage   |  copy
//                              names and figures must     unless the figures
//                              agree, and the sizes       or the names differ
//
// What is printed from a template (a market report of every day) shares its words and none of its
// figures; that guard holds in both bands.  Texts under kFewWords have too few shingles to
// measure: they are copies only when exact.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/fingerprint.h"
#include "corpus/words.h"
#include "db/link/meetings.h"
#include "db/link/passages.h"
#include "db/link/sorted_sets.h"

namespace newsfacts {

// What the comparison knows of a document.  Hashes are ascending and distinct.
struct Print {
  Key key;
  std::optional<Day> published;
  Key raw, exact;           // of the bytes, of the folded words
  std::uint32_t words = 0;  // outside boilerplate
  std::vector<std::uint64_t> shingles;
  std::vector<std::uint64_t> figures;  // values of the amounts and explicit dates
  std::vector<std::uint64_t> names;    // canonical
  // For the passages; spans in bytes of the text.
  std::vector<WordAt> text;
  std::vector<Anchor> anchors;
  std::vector<Span> boilerplate, quoted;

  // Reads words and shingles off the text.  A shingle all of whose words stand in
  // `boilerplate`, which must be known, is left out.
  void measure(std::span<const Token> tokens);
};

enum class CopyKind : std::uint8_t { kExact, kReprint, kTruncated, kUpdated };
inline constexpr std::array<std::string_view, 4> kCopyKindWords = {"exact", "reprint", "truncated",
                                                                   "updated"};

struct Copy {
  CopyKind kind = CopyKind::kExact;
  double containment = 1;  // of the shorter print in the longer, 0..1
  double resemblance = 1;  // Jaccard: what both have of what either has, 0..1
  std::string reason;      // "412 of its 900 words, 97 % of them shared"
};

inline constexpr std::size_t kMeasureWords = 3;
inline constexpr std::uint32_t kFewWords = 30;
inline constexpr double kCopyContainment = .5;      // alone, this makes a copy
inline constexpr double kGarbledContainment = .30;  // with names, figures and size, this does

// Which prints are compared: those that meet in three postings of their sampled shingles, or in one
// where words beside it are the same too; one or two alone may be a stock phrase.
inline constexpr Reach kCopyReach = {33, 8};
inline constexpr std::uint32_t kCopyMeetings = 3;

// nullopt when neither is a copy of the other.  Symmetric.
std::optional<Copy> copy_between(const Print& a, const Print& b);

// The same in two steps, as figures and names are seldom needed: the shingles in common, nullopt
// where they are too few for copies; then what figures and names say.
std::optional<Overlap> common_words(const Print& a, const Print& b);
std::optional<Copy> copy_between(const Print& a, const Print& b, const Overlap& words);

// Whether two prints may well be of one article though too far apart to be called copies: two
// garbled scans of it, its first and its second half.  Tells the prints around a long one from
// the unrelated stories quoted in a round-up.
bool akin(const Print& a, const Print& b);

// The print that speaks for its group: the earliest published, of those the smallest key;
// a print without a date comes after all that have one.
bool speaks_before(const Print& a, const Print& b);

}  // namespace newsfacts
