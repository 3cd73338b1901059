// A Form is one spelling of a name in one document, upper and lower case and periods being
// one; all its occurrences share one verdict: what is a person in one sentence is a person
// in the next (one sense per document: Gale, Church & Yarowsky 1992; Mikheev 1999 for names).
//
//     "Sam Altman"  3 times   person 12, organization 1        -> person
//     "Altman"      9 times   alias of "Sam Altman"            -> person, canonical "Sam Altman"

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extractors/names/flat_table.h"
#include "extractors/names/scan.h"

namespace newsfacts::names {

// Longer runs of capitals are no names, whatever they are.
inline constexpr std::uint32_t kLongestName = 12;  // tokens

inline constexpr std::uint32_t kNoForm = ~std::uint32_t{0};

// What a clue may speak for.
inline constexpr std::size_t kNameKinds = 6;  // kPerson .. kGroup, in the order of Kind
constexpr std::size_t index_of(Kind kind) {
  return static_cast<std::size_t>(kind) - static_cast<std::size_t>(Kind::kPerson);
}

struct Form {
  std::uint32_t first = 0, last = 0;  // tokens of its first occurrence, `last` exclusive
  std::uint32_t words = 0;            // of them, those that are no signs
  std::uint32_t count = 0;
  std::uint32_t certain = 0;  // occurrences where the capitals are no accident of the place
  Traits known = 0;           // what the lists say of the whole

  std::array<float, kNameKinds> inherent{};     // for each kind, from the spelling
  std::array<float, kNameKinds> context{};      // and from the places it stands at
  std::array<float, kNameKinds> against{};      // the negative ones
  std::array<float, kNameKinds> strongest{};    // clue of the context
  std::array<float, kNameKinds> best{};         // the weight of the strongest clue
  std::array<std::uint8_t, kNameKinds> clue{};  // and which that is

  std::array<float, kNameKinds> scores{};  // all that was said, of all forms of the entity

  std::uint32_t alias_of = kNoForm;
  bool is_term = false;      // short for words in lower case: LLM, a large language model
  bool has_acronym = false;  // another form stands for it by its initials
  std::optional<Kind> kind;
  std::uint8_t winner = 0;  // the clue that decided
};

class Forms {
 public:
  explicit Forms(const Scan& scan) : scan_(&scan), by_key_(256), longest_(256) {}

  // The form of these tokens, made where it is new.
  std::uint32_t of(std::uint32_t first, std::uint32_t last);
  // kNoForm where these tokens were never a form.
  std::uint32_t find(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t find_key(std::uint64_t key) const;
  // The longest form, of those `accept` likes, that stands at `first`.  Returns its end.
  template <typename Accept>
  std::uint32_t longest_at(std::uint32_t first, std::uint32_t end, Accept accept) const;

  // The form at the end of its chain of aliases: itself where it is no alias.
  std::uint32_t target_of(std::uint32_t form) const;

  std::uint64_t key(std::uint32_t first, std::uint32_t last) const;

  Form& operator[](std::uint32_t i) { return forms_[i]; }
  const Form& operator[](std::uint32_t i) const { return forms_[i]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(forms_.size()); }

 private:
  // Periods, and the apostrophes of O'Brien, do not count.
  bool counts(std::uint32_t token) const {
    return !scan_->is(token, is::kPeriod | is::kApostrophe);
  }

  const Scan* scan_;
  std::vector<Form> forms_;
  FlatTable<std::uint32_t> by_key_;   // index + 1
  FlatTable<std::uint32_t> longest_;  // tokens of the longest form, by its first token
};

template <typename Accept>
std::uint32_t Forms::longest_at(std::uint32_t first, std::uint32_t end, Accept accept) const {
  const std::uint32_t* longest = longest_.find(scan_->token(first).hash);
  if (!longest) return first;
  std::uint32_t found = first;
  std::uint64_t key = 0;
  const std::uint32_t stop = std::min(end, first + *longest);
  for (std::uint32_t i = first; i < stop; ++i) {
    if (!counts(i)) continue;
    const std::uint64_t hash = scan_->lexicon().hash_in_phrase(scan_->token(i));
    key = key == 0 ? hash : chained(key, hash);
    const std::uint32_t* form = by_key_.find(key);
    if (form && accept((*this)[*form - 1])) found = i + 1;
  }
  return found;
}

}  // namespace newsfacts::names
