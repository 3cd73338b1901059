#include "extractors/program.h"

#include <algorithm>

namespace newsfacts {

void Program::add(const Pattern& pattern) {
  rules_.emplace_back();
  const auto number = static_cast<Index>(rules_.size() - 1);
  const Index end = add({Place::Kind::kEnd, number, 0, 0, 0});
  const Index start = laid(pattern, end);
  Rule& rule = rules_.back();
  rule.start = start;
  rule.is_one_field = pattern.kind == Pattern::Kind::kField && rule.fields.size() == 1;
}

Program::Index Program::add(Place place) {
  place.firsts |= firsts_of(place);
  places_.push_back(place);
  return static_cast<Index>(places_.size() - 1);
}

std::uint64_t Program::firsts_of(const Place& place) const {
  std::uint64_t all = 0;
  switch (place.kind) {
    case Place::Kind::kEnd: return kAtEnd;
    case Place::Kind::kField:
    case Place::Kind::kWordEdge: return places_[place.end].firsts;
    case Place::Kind::kFork:
      for (Index i = place.begin; i < place.end; ++i) all |= places_[forks_[i]].firsts;
      return all;
    case Place::Kind::kBytes: break;
  }
  for (Index e = place.begin; e < place.end; ++e)
    for (int byte = edges_[e].low; byte <= edges_[e].high; ++byte)
      all |= first_bit(static_cast<std::uint8_t>(byte));
  return all;
}

// Of a pattern that is not laid yet; `behind` are those of what follows it.
std::uint64_t Program::firsts_of(const Pattern& pattern, std::uint64_t behind) {
  using Kind = Pattern::Kind;
  std::uint64_t all = 0;
  switch (pattern.kind) {
    case Kind::kCharacter:
      for (const ByteRanges& bytes : utf8_of(*pattern.set))
        for (int byte = bytes.bytes[0].low; byte <= bytes.bytes[0].high; ++byte)
          all |= first_bit(static_cast<std::uint8_t>(byte));
      return all;
    case Kind::kSequence:
      for (auto part = pattern.parts.rbegin(); part != pattern.parts.rend(); ++part)
        behind = firsts_of(**part, behind);
      return behind;
    case Kind::kAlternatives:
      for (const Pattern* part : pattern.parts) all |= firsts_of(*part, behind);
      return all;
    case Kind::kRepeat:
      return firsts_of(*pattern.parts.front(), behind) | (pattern.least == 0 ? behind : 0);
    case Kind::kField: return firsts_of(*pattern.parts.front(), behind);
    case Kind::kWordEdge: break;
  }
  return behind;
}

// Lays `pattern` so that it goes on to `next`; returns where it begins.
Program::Index Program::laid(const Pattern& pattern, Index next) {
  using Kind = Pattern::Kind;
  switch (pattern.kind) {
    case Kind::kCharacter: return laid_character(*pattern.set, next);
    case Kind::kSequence: return laid_sequence(pattern, 0, next);
    case Kind::kAlternatives: return laid_alternatives(pattern, next);
    case Kind::kRepeat: return laid_repeat(pattern, next);
    case Kind::kField: {
      auto& fields = rules_.back().fields;
      const auto known = std::find(fields.begin(), fields.end(), pattern.name);
      const auto slot = static_cast<Index>(2 * (known - fields.begin()));
      if (known == fields.end()) fields.push_back(pattern.name);  // a round of a repetition: known
      const Index close = add({Place::Kind::kField, slot + 1, next, 0, 0});
      return add({Place::Kind::kField, slot, laid(*pattern.parts.front(), close), 0, 0});
    }
    case Kind::kWordEdge: break;
  }
  return add({Place::Kind::kWordEdge, 0, next, 0, 0});
}

Program::Index Program::laid_sequence(const Pattern& pattern, std::size_t from, Index next) {
  for (std::size_t i = pattern.parts.size(); i > from; --i)
    next = laid(*pattern.parts[i - 1], next);
  return next;
}

Program::Index Program::laid_repeat(const Pattern& pattern, Index next) {
  const Pattern& part = *pattern.parts.front();
  if (pattern.most == Pattern::kUnbounded) {
    const std::uint64_t behind = places_[next].firsts;
    const Index loop =
        add({Place::Kind::kFork, 0, 0, rules_.back().forks++, behind | firsts_of(part, behind)});
    const Index round = laid(part, loop);
    places_[loop].begin = static_cast<Index>(forks_.size());
    forks_.insert(forks_.end(), {round, next});
    places_[loop].end = static_cast<Index>(forks_.size());
    next = loop;
  } else {
    const Index behind = next;
    for (int i = pattern.least; i < pattern.most; ++i) next = fork_to({laid(part, next), behind});
  }
  for (int i = 0; i < pattern.least; ++i) next = laid(part, next);
  return next;
}

// Alternatives that begin with characters apart from each other share one place.
Program::Index Program::laid_alternatives(const Pattern& pattern, Index next) {
  std::vector<Index> forks;
  std::vector<Way> ways;
  std::vector<const CharacterSet*> begun;  // of the ways
  const auto close = [&] {
    if (!ways.empty()) forks.push_back(laid_ways(ways));
    ways.clear();
    begun.clear();
  };
  for (const Pattern* part : pattern.parts) {
    const bool sequence = part->kind == Pattern::Kind::kSequence && !part->parts.empty();
    const Pattern* first = sequence ? part->parts.front() : part;
    if (first->kind != Pattern::Kind::kCharacter) {
      close();
      forks.push_back(laid(*part, next));
      continue;
    }
    if (std::any_of(begun.begin(), begun.end(),
                    [&](const CharacterSet* set) { return set->overlaps(*first->set); }))
      close();
    begun.push_back(first->set);
    const Index behind = sequence ? laid_sequence(*part, 1, next) : next;
    for (const ByteRanges& bytes : utf8_of(*first->set)) ways.push_back({bytes, behind, 0});
  }
  close();
  return fork_to(forks);
}

Program::Index Program::laid_character(const CharacterSet& set, Index next) {
  const std::vector<ByteRanges>& utf8 = utf8_of(set);
  const bool ascii = utf8.back().size == 1;  // they ascend
  if (!ascii) {
    std::vector<Way> ways;
    for (const ByteRanges& bytes : utf8) ways.push_back({bytes, next, 0});
    return laid_ways(ways);
  }
  const auto begin = static_cast<Index>(edges_.size());
  for (const ByteRanges& range : utf8)
    edges_.push_back({range.bytes[0].low, range.bytes[0].high, next});
  return add({Place::Kind::kBytes, begin, static_cast<Index>(edges_.size()), 0, 0});
}

// Ways that no text can go together, by their first byte, then by the next.  Where bounds of bytes
// overlap and are not the same, the rest has a place of its own.
Program::Index Program::laid_ways(const std::vector<Way>& ways) {
  struct Group {
    ByteRanges::Range bytes;
    std::vector<Way> ways;
  };
  std::vector<Edge> edges;
  std::vector<Group> groups;  // of ways that have more than one byte to go
  std::vector<Way> rest;
  for (const Way& way : ways) {
    const ByteRanges::Range bytes = way.bytes.bytes[way.done];
    if (way.done + 1 == way.bytes.size) {
      edges.push_back({bytes.low, bytes.high, way.next});
      continue;
    }
    const auto at = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return group.bytes.low <= bytes.high && bytes.low <= group.bytes.high;
    });
    if (at == groups.end())
      groups.push_back({bytes, {way}});
    else if (at->bytes == bytes)
      at->ways.push_back(way);
    else
      rest.push_back(way);
  }
  for (Group& group : groups) {
    for (Way& way : group.ways) ++way.done;
    edges.push_back({group.bytes.low, group.bytes.high, laid_ways(group.ways)});
  }
  std::sort(edges.begin(), edges.end(), [](Edge a, Edge b) { return a.low < b.low; });
  const auto begin = static_cast<Index>(edges_.size());
  edges_.insert(edges_.end(), edges.begin(), edges.end());
  const Index place = add({Place::Kind::kBytes, begin, static_cast<Index>(edges_.size()), 0, 0});
  return rest.empty() ? place : fork_to({place, laid_ways(rest)});
}

Program::Index Program::fork_to(const std::vector<Index>& ways) {
  if (ways.size() == 1) return ways.front();
  const auto begin = static_cast<Index>(forks_.size());
  forks_.insert(forks_.end(), ways.begin(), ways.end());
  return add(
      {Place::Kind::kFork, begin, static_cast<Index>(forks_.size()), rules_.back().forks++, 0});
}

const std::vector<ByteRanges>& Program::utf8_of(const CharacterSet& set) {
  const auto [known, is_new] = utf8_.try_emplace(&set);
  if (is_new) known->second = utf8_ranges(set);
  return known->second;
}

}  // namespace newsfacts
