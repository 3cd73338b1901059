// A Program is all rules of a book as one nondeterministic automaton over bytes: places, and the
// bytes that lead from one to the next (Thompson 1968).  Alternatives keep their order, so that
// both of its readers can use it:
//
//     Automaton (automaton.h)   which rules match here, and how far?   all ways at once
//     Captures (captures.h)     what did the fields of this match?     the preferred way

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/pattern.h"

namespace newsfacts {

// The letters, digits and _ of ASCII.
inline constexpr auto kAsciiWord = [] {
  std::array<bool, 256> word{};
  for (std::size_t c = 0; c < 128; ++c)
    word[c] =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  return word;
}();

// What \b asks: does one of these two belong to a word, and the other not?  A space stands for
// what lies beyond the text.
inline bool is_word_edge(std::uint8_t before, std::uint8_t behind) {
  return kAsciiWord[before] != kAsciiWord[behind];
}
inline std::uint8_t byte_before(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(at > 0 ? text[at - 1] : ' ');
}
inline std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(at < text.size() ? text[at] : ' ');
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
    Index fork = 0;            // kFork: its number within its rule
    std::uint64_t firsts = 0;  // the bytes it may go on with: what it lacks leads nowhere
  };

  // Bytes as bits of Place::firsts: letters without their case, the digits, a space, and the rest
  // as it falls.
  static std::uint64_t first_bit(std::uint8_t byte) { return std::uint64_t{1} << kFirstBits[byte]; }
  static constexpr std::uint64_t kAtEnd = std::uint64_t{1} << 63;  // the rule may match right here

  struct Rule {
    Index start = 0;
    Index forks = 0;                  // how many there are
    std::vector<std::string> fields;  // by name; field i opens at slot 2i, closes at 2i + 1
    bool is_one_field = false;        // the whole pattern is: nothing is left to walk
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

  static constexpr std::array<std::uint8_t, 256> kFirstBits = [] {
    std::array<std::uint8_t, 256> bits{};
    for (int byte = 0; byte < 256; ++byte) {
      int bit = 37 + byte % 26;
      if (byte >= 'a' && byte <= 'z') bit = byte - 'a';
      if (byte >= 'A' && byte <= 'Z') bit = byte - 'A';
      if (byte >= '0' && byte <= '9') bit = 26 + byte - '0';
      if (byte == ' ') bit = 36;
      bits[static_cast<std::size_t>(byte)] = static_cast<std::uint8_t>(bit);
    }
    return bits;
  }();

  Index add(Place place);
  std::uint64_t firsts_of(const Place& place) const;
  std::uint64_t firsts_of(const Pattern& pattern, std::uint64_t behind);
  Index laid(const Pattern& pattern, Index next);
  Index laid_sequence(const Pattern& pattern, std::size_t from, Index next);
  Index laid_alternatives(const Pattern& pattern, Index next);
  Index laid_repeat(const Pattern& pattern, Index next);
  Index laid_character(const CharacterSet& set, Index next);
  Index laid_ways(const std::vector<Way>& ways);
  Index fork_to(const std::vector<Index>& ways);
  const std::vector<ByteRanges>& utf8_of(const CharacterSet& set);

  std::vector<Place> places_;
  std::vector<Edge> edges_;
  std::vector<Index> forks_;
  std::vector<Rule> rules_;
  std::unordered_map<const CharacterSet*, std::vector<ByteRanges>> utf8_;
};

}  // namespace newsfacts
