// The words of a slot: what a figure is said of, nearest first.
//
//     Gull Lines sold 12 ships to Norfolk Ferries in March, the company said.
//
//     [12]      ship sell gull_lines norfolk_ferries / company
//               near, in the clause                    far: outside it, and the subject
//
// Words count by their terms (claims/stems.h), names as one word each.  What a figure counts stands
// first.  A short sentence leans on the one before: "It lasts until 2032."

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/claim.h"
#include "extractors/lexed.h"

namespace newsfacts {

// Where a figure stands.
struct FigurePlace {
  std::size_t sentence = 0;  // its number in the document
  Run unit;                  // what of the sentence may lend words
  Run clause;                // within the unit
  Run value;                 // within the clause
};

class SlotWords {
 public:
  explicit SlotWords(const Lexed& text) : text_(text) {}

  // The part of a slot behind the bar.
  std::string of(const Mention& mention, const FigurePlace& place, const std::string& subject);

  // The same of what is no mention: the words around a place alone.
  std::string around(const FigurePlace& place, const std::string& subject);

  // "may", "plans to": what the word at a token makes of a statement.
  Modality modality_at(std::uint32_t token) { return known(token).modality; }

 private:
  // What the vocabularies make of a word: found once for all its places in the document.
  struct Known {
    std::string term;
    Modality modality = Modality::kAsserted;
  };
  const Known& known(std::uint32_t at);
  const std::string& joined(std::string_view canonical);

  // A word on its way into a slot; it lives in known_ or names_.
  struct Term {
    std::uint32_t distance;
    const std::string* word;
  };

  std::string told(const FigurePlace& place, const std::string& subject);  // from near_ on
  void collect(Run run, Run value, std::uint32_t penalty, std::vector<Term>* terms);
  void collect_one(std::uint32_t t, bool first, std::uint32_t* distance, std::vector<Term>* terms);
  void write(std::vector<Term>* terms, std::size_t most, std::string* text);

  const Lexed& text_;
  std::unordered_map<std::uint64_t, Known> known_;      // by token hash
  std::unordered_map<std::string, std::string> names_;  // by canonical name
  std::vector<Term> near_, far_;                        // scratch of of()
  std::vector<const std::string*> said_;
  std::string counted_;
};

}  // namespace newsfacts
