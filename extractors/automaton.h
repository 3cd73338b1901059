// An Automaton reads a Program deterministically: one table look-up a byte tells every rule that
// matches, and how far.  A state is a set of places; states are made when a text first leads to
// them, as RE2 does, for most are never met.
//
//     "3 M"  ->  { month of day-month at "M", noun of count, ... }  --a-->  { ... }
//
// It changes as it reads: each thread has its own.  Its memory is bounded; when it is full, it
// forgets all states and begins anew.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/program.h"

namespace newsfacts {

class Automaton {
 public:
  static constexpr std::size_t kMemory = std::size_t{32} << 20;  // bytes

  explicit Automaton(const Program& program, std::size_t memory = kMemory);

  // Reads text[begin, limit) from its first byte on; calls at(end, rules) wherever some rules
  // match text[begin, end), ends ascending.  A rule that matches twice is told twice.
  template <typename At>
  void read(std::string_view text, std::size_t begin, std::size_t limit, At at) {
    Row row = start(is_word_edge(byte_before(text, begin), ' '));
    for (std::size_t place = begin; place < limit;) {
      const auto byte = static_cast<std::uint8_t>(text[place]);
      Row next = table_[row + classes_[byte]];
      if (next == kUnknown) next = made(row, byte);
      if (next == kDead) return;
      ++place;
      row = next & ~kMatches;
      if (!(next & kMatches)) continue;
      const State& state = states_[row / width_];
      if (state.ends < state.edge_ends) at(place, ends(state.ends, state.edge_ends));
      if (state.edge_ends < state.ends_end && is_word_edge(byte, byte_at(text, place)))
        at(place, ends(state.edge_ends, state.ends_end));
    }
  }

  std::size_t states() const { return states_.size(); }

 private:
  using Index = Program::Index;
  using Row = std::uint32_t;  // where the state's row begins in table_

  static constexpr Row kMatches = Row{1} << 31;  // with a row: some rule ends in that state
  static constexpr Row kUnknown = ~Row{0};
  static constexpr Row kDead = 0;

  struct State {
    // In numbers_: kBytes places, those behind a word edge apart; then rules that end here.
    Index places = 0, edge_places = 0, ends = 0, edge_ends = 0, ends_end = 0;
    bool after_word = false;  // told apart only where a word edge is asked for
  };

  std::span<const Index> ends(Index begin, Index end) const {
    return std::span(numbers_).subspan(begin, end - begin);
  }
  Row start(bool after_word) {
    return starts_[after_word] != kUnknown ? starts_[after_word] : made_start(after_word);
  }
  Row made_start(bool after_word);
  Row made(Row from, std::uint8_t byte);
  Row known(bool after_word);  // the state of what was gathered
  void gather(Index place);
  void gather_behind_edges();
  void sort_gathered();
  void forget();

  const Program& program_;
  std::size_t memory_;
  std::array<std::uint8_t, 256> classes_{};  // bytes that no place tells apart are one
  std::vector<std::uint8_t> samples_;        // a byte of each class
  Row width_ = 0;                            // how many classes there are
  std::array<Row, 2> starts_{kUnknown, kUnknown};

  std::vector<Row> table_;
  std::vector<State> states_;  // the first is dead
  std::vector<Index> numbers_;
  std::unordered_multimap<std::uint64_t, Index> by_hash_;  // of states_

  // The set that is being gathered.
  struct Gathered {
    std::vector<Index> places, ends;
  };
  Gathered plain_, behind_edge_;
  std::vector<Index> edges_, stack_;
  std::vector<std::uint32_t> seen_;  // by place: the round that met it
  std::uint32_t round_ = 0;
};

}  // namespace newsfacts
