// Slots: which claims of two documents measure or date the same thing.
//
//     a  Microsoft will retain its licenses for OpenAI's intellectual property until [2032]
//     b  Microsoft's license to OpenAI's intellectual property extends until [2032]
//
//        date:until|retain license openai intellectual property microsoft
//        date:until|extend license openai intellectual property microsoft
//
// An alignment, by these rules:
//
//   * the measures must be compatible: a date never answers a sum
//   * what the terms of two claims have in common is weighed against what they have not: a term
//     counts more the rarer it is in the two documents, and the nearer to the figure it stands
//   * values that agree are evidence too, so a conflict needs much better terms than an agreement
//   * a minute that both name is one moment, an age one person's and a magnitude one quake's,
//     whatever the words; "6:40 a.m. on Saturday" tells an hour and a day, and may answer one claim
//     with each
//   * a sum and its conversion - "4,200 million dollars (€3.6 billion)" - are one statement
//   * a figure that a document repeats is one statement, aligned once, with all its places
//   * each statement goes to the one that fits it best, if that one says the same of it, and if
//     no other fits about as well that could be compared and has not found its own.  Where two
//     fit alike, none is taken: silence before a false conflict
//
// Nothing but the two documents is looked at, so the result does not depend on what else a store
// holds; align(b, a) is align(a, b) with the sides exchanged.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/amount.h"
#include "corpus/claim.h"
#include "corpus/comparison.h"
#include "corpus/day.h"
#include "corpus/mention.h"
#include "db/link/echo.h"

namespace newsfacts {

// What aligning needs to know of a Claim and its value.  Views and pointers must outlive the
// call of align().
struct SlotClaim {
  std::string_view slot;         // Claim::slot
  std::string_view subject;      // Claim::subject
  Kind kind = Kind::kNumber;     // of the value
  const Value* value = nullptr;  // never null
  std::string_view words;        // the value as printed
  std::span<const Amount> also;  // the same sum in other currencies, as its own text has it
  Span clause;                   // Claim::span, in any unit: tells which claims stand together
  const WordsAround* around = nullptr;  // the words next to the figure; null where not known
  static constexpr std::uint32_t kNoSentence = UINT32_MAX;
  std::uint32_t sentence = kNoSentence;  // its number in the document
  Modality modality = Modality::kAsserted;
  Polarity polarity = Polarity::kPositive;
  std::optional<Day> published = {};  // of its article
  std::span<const std::uint64_t> names =
      {};  // that stand in its clause, by the word that tells each
  std::span<const std::uint64_t> article = {};  // every word of its article, ascending
};

// One statement both documents make: indexes into the claims given, the best pair first, then
// the repetitions of the same figure.
struct SlotPair {
  std::vector<std::uint32_t> a, b;                            // never empty
  Comparison::Verdict verdict = Comparison::Verdict::kAgree;  // of the best pair
  bool lead = false;   // it stands in the title or the first sentences of both
  double score = 0;    // 0..1: how sure it is that both speak of one thing
  std::string reason;  // "both: license, until, microsoft; only a: retain"
};

// What spoke for a pair of claims and against it.
struct SlotReasons {
  struct Line {
    std::string_view clue;  // "terms", "rival"
    double weight = 0;      // what it adds; 0 for what is only told
    std::string words;      // "both: license, openai"
  };
  std::vector<Line> brought, kept;
  double fit = 0, least = 0;  // what was found, and what was asked for
  bool paired = false;
};

// Of claim `at_a` of `a` and claim `at_b` of `b`, as align() weighs them.
SlotReasons reasons(std::span<const SlotClaim> a, std::span<const SlotClaim> b, std::uint32_t at_a,
                    std::uint32_t at_b);

// In the order of the first claim of `a`.  O(n log n) in all but the worst of texts, where terms
// that stand in too many claims to tell anything are passed over.
std::vector<SlotPair> align(std::span<const SlotClaim> a, std::span<const SlotClaim> b);

}  // namespace newsfacts
