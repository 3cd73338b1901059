// Stories: which documents are about one event.  Pure functions of what the store keeps of two
// documents, so that an edge between them never depends on what else is loaded.
//
// A document is outlined by its kOutlineTerms weightiest terms: the names in it, the days
// and the sums it states, the words of its title and its first sentences.  The strength of an
// edge is the cosine of two outlines, per mille.  An edge needs
//
//     * a strength of kStoryStrength, or kTimelessStrength where the time tells nothing,
//     * at least kSharedTerms terms in common, of two different sorts: ten articles on
//       one company share its name and its people every month, and no event,
//     * publication at most kWindowDays apart.
//
// A document without a date may belong to any day.  It is compared with all, dated or not, and
// pays for it with the higher threshold: dropping it would hide a source from the diff, and
// letting it in at the usual threshold would tie together what happened in different years.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/day.h"
#include "corpus/key.h"
#include "corpus/mention.h"

namespace newsfacts {

inline constexpr int kWindowDays = 4;
inline constexpr std::uint32_t kStoryStrength = 250;
inline constexpr std::uint32_t kTimelessStrength = 320;
inline constexpr std::size_t kSharedTerms = 3;
inline constexpr std::size_t kOutlineTerms = 32;
inline constexpr std::size_t kSignatureTerms = 12;  // the weightiest of them are indexed, in pairs

struct Outline {
  enum class Sort : std::uint8_t { kName, kTime, kFigure, kWord };
  struct Term {
    std::uint64_t hash = 0;
    std::uint32_t weight = 0;
    Sort sort = Sort::kName;
    friend bool operator==(const Term&, const Term&) = default;
  };

  Key key;
  std::optional<Day> published;
  std::vector<Term> terms;   // ascending by hash, distinct
  std::uint64_t square = 0;  // of its length as a vector of weights
};

// Gathers an Outline.  The order of the calls does not matter.
class Outliner {
 public:
  Outliner(Key key, std::optional<Day> published);

  // A name, however often and wherever it stands.
  void name(Kind kind, std::string_view canonical, std::uint32_t times, bool leads);
  // The days a date stands for, ISO; open ends are empty.
  void days(std::string_view first, std::string_view last);
  // An amount as one line of text (to_string of its value).
  void figure(Kind kind, std::string_view value);
  // The title, or one of the first sentences.
  void words(std::string_view text, bool title);

  Outline outline() &&;

 private:
  void add(Outline::Sort sort, std::string_view text, std::uint32_t weight);
  Outline outline_;
};

// The strength of the edge between two documents; nullopt when there is none.  Symmetric.
std::optional<std::uint32_t> story_edge(const Outline& a, const Outline& b);

// Whether two documents without an edge may still be on one event: half the strength.
bool akin(const Outline& a, const Outline& b);

// The hashes under which an outline is indexed: one for each pair of its weightiest terms, for
// a single name is shared by half a store.
std::vector<std::uint64_t> index_terms(const Outline& outline);

}  // namespace newsfacts
