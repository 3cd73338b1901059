// A Program is all rules of a book as one nondeterministic automaton over bytes: places, and the
// bytes that lead from one to the next (Thompson 1968).  Alternatives keep their order, so that
// both of its readers can use it:
//
//     Automaton (automaton.h)   which rules match here, and how far?   all ways at once
//     Captures (captures.h)     what did the fields of this match?     the preferred way

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/pattern.h"

namespace newsfacts {

// "Is there a \b between these two bytes?": letters, digits and _ of ASCII.  -1 stands for what
// lies beyond the text.
bool is_word_edge(int before, int behind);
inline int byte_before(std::string_view text, std::size_t at) {
  return at > 0 ? static_cast<unsigned char>(text[at - 1]) : -1;
}
inline int byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : -1;
}

class Program {
 public:
  using Index = std::uint32_t;

  struct Edge {
    std::uint8_t low = 0, high = 0;  // of the byte, both included
    Index next = 0;
  };

  struct Place {
    enum class Kind : std::uint8_t {
      kBytes,     // on by the edge of the next byte: edges [begin, end), apart, ascending
      kFork,      // on to any of forks [begin, end), the first preferred
      kField,     // the field slot `begin` opens or closes (Rule); on to `end`
      kWordEdge,  // on to `end` where a word of ASCII ends or begins
      kEnd,       // the rule `begin` matches
    };
    Kind kind = Kind::kEnd;
    Index begin = 0, end = 0;
    Index fork = 0;  // kFork: its number within its rule
  };

  struct Rule {
    Index start = 0;
    Index forks = 0;                  // how many there are
    std::vector<std::string> fields;  // by name; field i opens at slot 2i, closes at 2i + 1
  };

  // The next rule; its number is how many there were.
  void add(const Pattern& pattern);

  const std::vector<Rule>& rules() const { return rules_; }
  const Place& operator[](Index place) const { return places_[place]; }
  std::size_t size() const { return places_.size(); }
  const Edge* edges() const { return edges_.data(); }
  const Index* forks() const { return forks_.data(); }

  // Where `byte` leads from a kBytes place; kNowhere.
  static constexpr Index kNowhere = ~Index{0};
  Index next(const Place& place, std::uint8_t byte) const {
    for (Index e = place.begin; e < place.end; ++e)
      if (byte <= edges_[e].high) return byte >= edges_[e].low ? edges_[e].next : kNowhere;
    return kNowhere;
  }

 private:
  // The way of one character, of which `done` bytes are laid, and where it leads.
  struct Way {
    ByteRanges bytes;
    Index next = 0;
    std::size_t done = 0;
  };

  Index add(Place place);
  Index laid(const Pattern& pattern, Index next);
  Index laid_sequence(const Pattern& pattern, std::size_t from, Index next);
  Index laid_alternatives(const Pattern& pattern, Index next);
  Index laid_repeat(const Pattern& pattern, Index next);
  Index laid_ways(const std::vector<Way>& ways);
  Index fork_to(const std::vector<Index>& ways);
  const std::vector<ByteRanges>& utf8_of(const CharacterSet* set);

  std::vector<Place> places_;
  std::vector<Edge> edges_;
  std::vector<Index> forks_;
  std::vector<Rule> rules_;
  std::unordered_map<const CharacterSet*, std::vector<ByteRanges>> utf8_;
};

}  // namespace newsfacts
