#include "extractors/automaton.h"

#include <algorithm>
#include <bitset>

namespace newsfacts {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

}  // namespace

Automaton::Automaton(const Program& program, std::size_t memory)
    : program_(program), memory_(memory), seen_(program.size()) {
  std::bitset<257> begins;  // of a stretch of bytes that no place tells apart
  begins.set(0);
  for (std::size_t i = 0; i < program.size(); ++i) {
    const Program::Place& place = program[static_cast<Index>(i)];
    if (place.kind != Program::Place::Kind::kBytes) continue;
    for (Index e = place.begin; e < place.end; ++e) {
      begins.set(program.edges()[e].low);
      begins.set(program.edges()[e].high + std::size_t{1});
    }
  }
  for (std::uint8_t byte = 1; byte < 128; ++byte)  // \b tells them apart
    if (is_word_edge(byte, static_cast<std::uint8_t>(byte - 1))) begins.set(byte);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    if (begins[byte]) ++width_;
    classes_[byte] = static_cast<std::uint8_t>(width_ - 1);
  }
  forget();
}

void Automaton::forget() {
  table_.assign(width_, kDead);
  states_.assign(1, State());
  numbers_.clear();
  by_hash_.clear();
  starts_ = {kUnknown, kUnknown};
}

Automaton::Row Automaton::made_start(bool after_word) {
  ++round_;
  for (const Program::Rule& rule : program_.rules()) gather(rule.start);
  gather_behind_edges();
  return starts_[after_word] = known(after_word) & ~kMatches;
}

Automaton::Row Automaton::made(Row from, std::uint8_t byte) {
  ++round_;
  const State state = states_[from / width_];
  const bool at_edge = is_word_edge(state.after_word ? 'a' : ' ', byte);
  for (Index i = state.places; i < (at_edge ? state.ends : state.edge_places); ++i) {
    const Index next = program_.next(program_[numbers_[i]], byte);
    if (next != Program::kNowhere) gather(next);
  }
  gather_behind_edges();
  const std::size_t memory = table_.size() * sizeof(Row) + numbers_.size() * sizeof(Index) +
                             states_.size() * (sizeof(State) + 64);
  if (memory > memory_) {
    forget();
    return known(!is_word_edge(byte, 'a'));
  }
  const Row made = known(!is_word_edge(byte, 'a'));
  return table_[from + classes_[byte]] = made;
}

void Automaton::gather(Index from) {
  stack_.push_back(from);
  while (!stack_.empty()) {
    const Index at = stack_.back();
    stack_.pop_back();
    if (seen_[at] == round_) continue;
    seen_[at] = round_;
    const Program::Place& place = program_[at];
    switch (place.kind) {
      case Program::Place::Kind::kBytes: plain_.places.push_back(at); break;
      case Program::Place::Kind::kEnd: plain_.ends.push_back(place.begin); break;
      case Program::Place::Kind::kWordEdge: edges_.push_back(at); break;
      case Program::Place::Kind::kField: stack_.push_back(place.end); break;
      case Program::Place::Kind::kFork:
        stack_.insert(stack_.end(), program_.forks() + place.begin, program_.forks() + place.end);
        break;
    }
  }
}

// What lies behind word edges and is not there without them.
void Automaton::gather_behind_edges() {
  if (edges_.empty()) return;
  std::swap(plain_, behind_edge_);
  while (!edges_.empty()) {
    const Index edge = edges_.back();
    edges_.pop_back();
    gather(program_[edge].end);
  }
  std::swap(plain_, behind_edge_);
}

Automaton::Row Automaton::known(bool after_word) {
  const bool edges = !behind_edge_.places.empty() || !behind_edge_.ends.empty();
  State state;
  state.after_word = edges && after_word;
  std::uint64_t hash = mixed(0, state.after_word);
  const auto append = [&](std::vector<Index>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
    for (const Index number : numbers) hash = mixed(hash, number);
    hash = mixed(hash, numbers.size());
    numbers.clear();
    return static_cast<Index>(numbers_.size());
  };
  state.places = static_cast<Index>(numbers_.size());
  state.edge_places = append(plain_.places);
  state.ends = append(behind_edge_.places);
  state.edge_ends = append(plain_.ends);
  state.ends_end = append(behind_edge_.ends);
  const auto row_of = [&](std::size_t index) {
    const State& made = states_[index];
    return static_cast<Row>(index * width_) | (made.ends < made.ends_end ? kMatches : 0);
  };
  const auto first = numbers_.begin() + state.places;
  if (first == numbers_.end()) return kDead;
  const auto [begin, end] = by_hash_.equal_range(hash);
  for (auto at = begin; at != end; ++at) {
    const State& other = states_[at->second];
    const auto same = [&](Index State::*border) {
      return other.*border - other.places == state.*border - state.places;
    };
    if (other.after_word == state.after_word && same(&State::edge_places) && same(&State::ends) &&
        same(&State::edge_ends) && same(&State::ends_end) &&
        std::equal(first, numbers_.end(), numbers_.begin() + other.places)) {
      numbers_.resize(state.places);
      return row_of(at->second);
    }
  }
  by_hash_.emplace(hash, static_cast<Index>(states_.size()));
  states_.push_back(state);
  table_.resize(table_.size() + width_, kUnknown);
  return row_of(states_.size() - 1);
}

}  // namespace newsfacts
