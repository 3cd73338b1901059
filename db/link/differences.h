// Differences: which documents of a story are laid side by side, and what comes of it.
//
// A story's documents are prints of its origins.  An origin has one voice, the print that speaks
// for it, and one more for every print that was updated since: a correction says other things.
// Voices are compared with each other.  The other copies say what their origin says; their
// claims go into its slots, and are compared with nothing.
//
//     origin A ----- voice a1 .......... a2 reprint: slots only
//                      |   \.
//     origin B ----- voice b1 --- b2 updated
//
// A story of many voices is cut to kMostVoices of them, so that its cost is bounded: of each
// outlet its first, then of each its second, and so on.  The store says so in story.note; what
// the others state has no slot, rather than pass for what only one source says.
//
// A story may hold several events, and what two articles of it have in common may be its name
// alone.  They agree, then, on little, and what differs is no conflict: two articles that agree
// on less than half as much as they would dispute are held against each other only in what both
// begin with.
//
// A slot is a set of claims that were aligned, one with the next, or one claim that nobody else
// makes.  It is called by what its first claim is called: of the earliest document, the first in
// the text.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/comparison.h"
#include "corpus/key.h"
#include "db/link/echo.h"
#include "db/link/slots.h"

namespace newsfacts {

inline constexpr std::size_t kMostVoices = 24;

// A document of a story.  Documents come in the story's order, the one that speaks for it first.
struct Teller {
  std::size_t origin = 0;  // its place among the tellers; its own for an origin
  bool updated = false;    // a print of its origin with other figures
  std::string outlet;      // documents of no outlet are each of their own
};

struct Confrontation {
  std::size_t a = 0, b = 0;  // tellers, a before b
  bool compared = true;      // else their claims share slots, and that is all
  friend auto operator<=>(const Confrontation&, const Confrontation&) = default;
};

struct Plan {
  // They tell of one event, and nobody needs to doubt it: who laid them side by side says so.
  bool given = false;
  std::vector<Confrontation> confrontations;  // ascending
  std::vector<bool> heard;                    // of each teller: do its claims have slots
  std::size_t voices = 0, compared = 0;       // in the story, and those that are heard
};
Plan plan(std::span<const Teller> tellers);

// Of a small story given by hand: all with all, copies too.
Plan plan_of_all(std::size_t tellers);

// A claim as the store has it.
struct StoredClaim {
  std::int64_t row = 0;
  Key key;
  std::string what, subject, words;
  Kind kind = Kind::kNumber;
  Value value;
  std::vector<Amount> also;  // the same sum in other currencies, where the text converts it
  Span clause;
  WordsAround around;
  std::uint32_t sentence = SlotClaim::kNoSentence;  // its number in the document
  Modality modality = Modality::kAsserted;
  Polarity polarity = Polarity::kPositive;
  std::optional<Day> published = {};  // of its article
  std::vector<std::uint64_t> names = {};
  std::shared_ptr<const std::vector<std::uint64_t>> article = {};  // its words; null: not known
};

// What align() is told of claims, which must outlive it.  `given`: as in Plan.
std::vector<SlotClaim> as_slot_claims(std::span<const StoredClaim> claims, bool given);

struct SlotFound {
  Key key;  // of the first claim
  std::string what;
  std::vector<std::int64_t> claims;
};

struct DifferenceFound {
  std::int64_t a = 0, b = 0;  // claims; a is the one whose key is smaller
  std::size_t slot = 0;       // of StoryFound::slots
  Comparison comparison;      // agree or conflict
  double score = 0;           // how sure it is that both speak of one thing
};

struct StoryFound {
  std::vector<SlotFound> slots;  // in the order of their first claims
  std::vector<DifferenceFound> differences;
};

// `claims` of each teller, in the order of the text.
StoryFound confront(const Plan& plan, std::span<const std::vector<StoredClaim>> claims);

}  // namespace newsfacts
