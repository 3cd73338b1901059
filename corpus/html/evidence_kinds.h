// The kinds of evidence (corpus/html/evidence.h): runs of numbers, each run with a name, each
// number in it a tag, a sign, a step of a size.  evidence_kinds.cpp spells them as the rows of
// evidence.tsv do.

#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "corpus/html/page.h"
#include "corpus/html/page_kind.h"
#include "corpus/html/said_text.h"
#include "corpus/html/signs.h"
#include "corpus/html/tag.h"

namespace newsfacts::html {

inline constexpr std::size_t kTags = static_cast<std::size_t>(Tag::kXmp) + 1;
inline constexpr std::size_t kPageKinds = kPageKindWords.size();
inline constexpr std::size_t kSigns = kSignWords.size();
inline constexpr std::size_t kWordSteps = 9, kLinkSteps = 4, kSizes = kWordSteps * kLinkSteps;
inline constexpr std::size_t kSaidSteps = 6;
inline constexpr std::size_t kPhrases = 20, kShares = 6, kTenths = 10;

// How many of the steps a value has taken.
inline std::size_t step(double value, std::initializer_list<double> steps) {
  std::size_t at = 0;
  for (const double each : steps) at += value >= each;
  return at;
}

struct Run {
  std::string_view name;
  std::size_t size;
};
enum RunNumber : std::size_t {
  kSize,
  kTagOf,
  kTagAbove,
  kTagAbove2,
  kSignOf,
  kSignAbove,
  kSignNear,
  kSignFar,
  kWithin,
  kSentences,
  kEnds,
  kLetters,
  kPhrase,
  kOpening,
  kPhraseAbove,
  kBefore,
  kAfter,
  kBefore2,
  kAfter2,
  kTagBefore,
  kTagAfter,
  kPlace,
  kTitle,
  kLandmarks,
  kBody,
  kFamily,
  kFamily2,
  kFamily3,
  kAlike,
  kBold,
  kKind,
  kKindSign,
  kProse,
  kSaid,
  kBeside,
  kKin,
  kOdds,
  kNear,
  kParents,
  kGroup,
  kKinOdds,
  kMain,
  kRunPlace,
  kPageMass,
  kBias,
  kRunCount
};
inline constexpr auto kRuns = std::to_array<Run>({
    {"size", kSizes},  // words and links
    {"tag", kTags},
    {"above.tag", kTags},
    {"above2.tag", kTags},
    {"sign", kSigns},
    {"above.sign", kSigns},
    {"near.sign", kSigns},
    {"far.sign", kSigns},
    {"within", static_cast<std::size_t>(kWithinBits)},
    {"sentences", 6},
    {"ends", 8},
    {"letters", 10},
    {"phrase", kPhrases},
    {"opening", kPhrases},
    {"heading.phrase", kPhrases},
    {"before.size", kSizes},
    {"after.size", kSizes},
    {"before2.size", kSizes},
    {"after2.size", kSizes},
    {"before.tag", kTags},
    {"after.tag", kTags},
    {"place", kTenths},
    {"title", 8},
    {"landmarks", 16},
    {"articleBody", 5},
    {"family", 5 * 5},
    {"family2", 5 * 5},
    {"family3", 5 * 5},
    {"alike", 8},
    {"bold", 3},
    {"kind", kPageKinds * 6},
    {"kind.sign", kPageKinds* kSigns},
    {"prose", 5 * 3},
    {"said", SaidText::kKinds* kSaidSteps},
    {"beside", 2 * 8},
    {"kin", 5 * 5 + 4},
    {"odds", 8},
    {"odds.near", 12},
    {"odds.parents", 24},
    {"group", 24},
    {"odds.kin", 16},
    {"main", 10},
    {"run", 6},
    {"mass", 12},
    {"bias", 1},
});
static_assert(kRuns.size() == kRunCount);

inline constexpr auto kFirstOf = [] {
  std::array<std::size_t, kRunCount + 1> first{};
  for (std::size_t i = 0; i < kRunCount; ++i) first[i + 1] = first[i] + kRuns[i].size;
  return first;
}();

}  // namespace newsfacts::html
