#include "extractors/captures.h"

#include <cassert>

namespace newsfacts {

void Captures::read(const Program& program, std::size_t number, std::string_view text, Span match) {
  const Program::Rule& rule = program.rules()[number];
  if (rule.is_one_field) return fields_.assign(1, text.substr(match.begin, match.size()));
  const std::size_t width = match.size() + std::size_t{1};
  tried_.assign((rule.forks * width + 63) / 64, 0);
  slots_.assign(2 * rule.fields.size(), kNone);
  turns_.clear();
  turns_.push_back({rule.start, match.begin, 0});
  [[maybe_unused]] bool matched = false;
  while (!matched && !turns_.empty()) {
    const Turn turn = turns_.back();
    turns_.pop_back();
    if (turn.place == kNone)
      slots_[turn.slot] = turn.at;
    else
      matched = walk(program, text, match, turn.place, turn.at);
  }
  assert(matched);
  fields_.clear();
  for (std::size_t i = 0; i < rule.fields.size(); ++i) {
    const std::uint32_t begin = slots_[2 * i], end = slots_[2 * i + 1];
    fields_.push_back(end == kNone ? std::string_view() : text.substr(begin, end - begin));
  }
}

// On from a place until the match is whole, or nothing leads on.
bool Captures::walk(const Program& program, std::string_view text, Span match, Program::Index from,
                    std::uint32_t at) {
  using Kind = Program::Place::Kind;
  const std::size_t width = match.size() + std::size_t{1};
  for (;;) {
    const Program::Place& place = program[from];
    switch (place.kind) {
      case Kind::kEnd: return at == match.end;
      case Kind::kBytes:
        if (at == match.end) return false;
        from = program.next(place, static_cast<std::uint8_t>(text[at++]));
        if (from == Program::kNowhere) return false;
        break;
      case Kind::kField:
        turns_.push_back({kNone, slots_[place.begin], place.begin});
        slots_[place.begin] = at;
        from = place.end;
        break;
      case Kind::kWordEdge:
        if (!is_word_edge(byte_before(text, at), byte_at(text, at))) return false;
        from = place.end;
        break;
      case Kind::kFork: {
        const std::size_t bit = place.fork * width + (at - match.begin);
        if (tried_[bit / 64] >> bit % 64 & 1) return false;
        tried_[bit / 64] |= std::uint64_t{1} << bit % 64;
        const std::uint64_t next = at == match.end
                                       ? Program::kAtEnd
                                       : Program::first_bit(static_cast<std::uint8_t>(text[at]));
        from = kNone;
        for (auto way = place.end; way > place.begin; --way) {
          const Program::Index on = program.forks()[way - 1];
          if (!(program[on].firsts & next)) continue;
          if (from != kNone) turns_.push_back({from, at, 0});
          from = on;
        }
        if (from == kNone) return false;
        break;
      }
    }
  }
}

}  // namespace newsfacts
