// Outlines: what of a document tells which event it is about, in one list of weighed terms.
//
// A document is outlined by its kOutlineTerms weightiest terms: the names in it, the days and
// the sums it states, the words of its sentences.  A term weighs by its sort, by how rare it is
// known to be (word_rarity.h; a country or a people weighs less than a person), and by how often it
// comes, logarithmically.  The weight is a function of the document alone.

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

inline constexpr std::size_t kOutlineTerms = 64;

struct Outline {
  enum class Sort : std::uint8_t { kName, kTime, kFigure, kWord };
  struct Term {
    std::uint64_t hash = 0;
    std::uint32_t weight = 0;  // in tenths
    Sort sort = Sort::kName;
    std::uint32_t begin = 0, end = 0;  // its words, in Outline::said
    friend bool operator==(const Term& a, const Term& b) {
      return a.hash == b.hash && a.weight == b.weight && a.sort == b.sort;
    }
  };

  Key key;
  std::optional<Day> published;
  std::vector<Term> terms;   // ascending by hash, distinct
  std::uint64_t square = 0;  // of its length as a vector of weights
  std::string said;

  // "Hallam Lines", "2026-03-13", "aground"; of a word that stands in several forms, the first.
  std::string_view words_of(const Term& term) const {
    return std::string_view(said).substr(term.begin, term.end - term.begin);
  }
};

// Gathers an Outline.  The order of the calls decides of nothing but the form in which a word is
// shown.
class Outliner {
 public:
  Outliner(Key key, std::optional<Day> published);

  // A name, as often as it stands.
  void name(Kind kind, std::string_view canonical);
  // The days a date stands for, ISO; open ends are empty.  `named`: the words name the day in full.
  void days(std::string_view first, std::string_view last, bool named);
  // An amount as one line of text (to_string of its value).
  void figure(Kind kind, std::string_view value);
  // A sentence, or the title.
  void words(std::string_view text);

  Outline outline() &&;

 private:
  struct Found {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0, end = 0;  // in said_
    std::uint8_t unit = 0;             // weight of one that comes once
    bool once = false;                 // to come often adds nothing
    Outline::Sort sort = Outline::Sort::kName;
  };
  void add(Outline::Sort sort, std::string_view text, std::uint8_t unit, bool once);

  Outline outline_;
  std::string said_;
  std::vector<Found> found_;
};

// Terms as they are shown, in the order they are told: of "Mona Lie" and "Mona" the longer alone.
class Wording {
 public:
  explicit Wording(std::size_t most) : most_(most) {}
  bool full() const { return told_.size() == most_; }
  void tell(std::string_view words);
  std::string text() const;  // "Hallam Lines, aground, 2026-03-13"

 private:
  std::size_t most_;
  std::vector<std::string> told_;
};

}  // namespace newsfacts
