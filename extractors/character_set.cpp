#include "extractors/character_set.h"

#include <utf8proc.h>

#include <algorithm>
#include <map>
#include <string>

namespace newsfacts {
namespace {

constexpr char32_t kLast = 0x10FFFF;
// No script below which letters have cases reaches further; above stand rare ones that the
// news does not print.
constexpr char32_t kLastWithCase = 0x2FFF;
// Above this, nothing but private use is assigned, and a few marks.
constexpr char32_t kLastOfCategories = 0x323AF;

using Range = CharacterSet::Range;

// Letters that differ in case alone, as a ring: next[k] is K, next[K] is k.
const std::vector<char32_t>& case_rings() {
  static const std::vector<char32_t> next = [] {
    std::vector<char32_t> ring(kLastWithCase + 1);
    for (char32_t c = 0; c <= kLastWithCase; ++c) ring[c] = c;
    for (char32_t c = 0; c <= kLastWithCase; ++c) {
      if (c == U'İ' || c == U'ı') continue;  // an i in Turkish only
      const auto upper = utf8proc_toupper(static_cast<utf8proc_int32_t>(c));
      const auto lower = static_cast<char32_t>(utf8proc_tolower(upper));
      if (lower != c && lower <= kLastWithCase) std::swap(ring[c], ring[lower]);
    }
    return ring;
  }();
  return next;
}

// Splits what does not share its leading bytes until each part does.
void add_utf8(Range range, std::vector<ByteRanges>* out) {
  constexpr char32_t kLastOfSize[] = {0x7F, 0x7FF, 0xFFFF, kLast};
  for (const char32_t last : kLastOfSize)
    if (range.first <= last && range.last > last) {
      add_utf8({range.first, last}, out);
      return add_utf8({last + 1, range.last}, out);
    }
  std::size_t size = 1;
  while (range.last > kLastOfSize[size - 1]) ++size;
  for (std::size_t tail = 1; tail < size; ++tail) {
    const char32_t low_bits = (char32_t{1} << 6 * tail) - 1;
    if ((range.first & ~low_bits) == (range.last & ~low_bits)) continue;
    if ((range.first & low_bits) != 0) {
      add_utf8({range.first, range.first | low_bits}, out);
      return add_utf8({(range.first | low_bits) + 1, range.last}, out);
    }
    if ((range.last & low_bits) != low_bits) {
      add_utf8({range.first, (range.last & ~low_bits) - 1}, out);
      return add_utf8({range.last & ~low_bits, range.last}, out);
    }
  }
  ByteRanges sequence;
  sequence.size = size;
  constexpr std::uint8_t kLead[] = {0, 0xC0, 0xE0, 0xF0};
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t shift = 6 * (size - 1 - i);
    const auto byte = [&](char32_t c) {
      if (i == 0) return static_cast<std::uint8_t>(kLead[size - 1] | c >> shift);
      return static_cast<std::uint8_t>(0x80 | (c >> shift & 0x3F));
    };
    sequence.bytes[i] = {byte(range.first), byte(range.last)};
  }
  out->push_back(sequence);
}

}  // namespace

CharacterSet::CharacterSet(std::initializer_list<Range> ranges) {
  for (const Range range : ranges) add(range);
}

const CharacterSet& CharacterSet::of_category(std::string_view name) {
  static const std::map<std::string, CharacterSet, std::less<>> sets = [] {
    std::map<std::string, CharacterSet, std::less<>> all;
    const auto take = [&](char32_t first, char32_t last) {
      const std::string category = utf8proc_category_string(static_cast<utf8proc_int32_t>(first));
      all[category].ranges_.push_back({first, last});
      auto& wider = all[category.substr(0, 1)].ranges_;
      if (!wider.empty() && wider.back().last + 1 == first)
        wider.back().last = last;
      else
        wider.push_back({first, last});
    };
    char32_t first = 0;
    for (char32_t c = 1; c <= kLastOfCategories; ++c) {
      const auto category = [](char32_t at) {
        return utf8proc_category(static_cast<utf8proc_int32_t>(at));
      };
      if (category(c) == category(first)) continue;
      take(first, c - 1);
      first = c;
    }
    return all;
  }();
  static const CharacterSet none;
  const auto known = sets.find(name);
  return known == sets.end() ? none : known->second;
}

void CharacterSet::add(Range range) {
  // The first that touches or lies behind.
  auto at = std::lower_bound(ranges_.begin(), ranges_.end(), range.first,
                             [](Range r, char32_t first) { return r.last + 1 < first; });
  auto end = at;
  for (; end != ranges_.end() && end->first <= range.last + 1; ++end)
    range = {std::min(range.first, end->first), std::max(range.last, end->last)};
  at = ranges_.erase(at, end);
  ranges_.insert(at, range);
}

void CharacterSet::add(const CharacterSet& other) {
  for (const Range range : other.ranges_) add(range);
}

void CharacterSet::add_other_cases() {
  const std::vector<char32_t>& next = case_rings();
  std::vector<char32_t> others;
  for (const Range range : ranges_)
    for (char32_t c = range.first; c <= std::min(range.last, kLastWithCase); ++c)
      for (char32_t other = next[c]; other != c; other = next[other])
        if (!contains(other)) others.push_back(other);
  for (const char32_t other : others) add({other, other});
}

bool CharacterSet::contains(char32_t c) const {
  const auto at = std::lower_bound(ranges_.begin(), ranges_.end(), c,
                                   [](Range range, char32_t value) { return range.last < value; });
  return at != ranges_.end() && at->first <= c;
}

void CharacterSet::invert() {
  std::vector<Range> gaps;
  char32_t from = 0;
  for (const Range range : ranges_) {
    if (range.first > from) gaps.push_back({from, range.first - 1});
    from = range.last + 1;
  }
  if (from <= kLast) gaps.push_back({from, kLast});
  ranges_ = std::move(gaps);
}

bool CharacterSet::overlaps(const CharacterSet& other) const {
  for (auto a = ranges_.begin(), b = other.ranges_.begin();
       a != ranges_.end() && b != other.ranges_.end();) {
    if (a->last < b->first)
      ++a;
    else if (b->last < a->first)
      ++b;
    else
      return true;
  }
  return false;
}

std::vector<ByteRanges> utf8_ranges(const CharacterSet& set) {
  std::vector<ByteRanges> all;
  for (const Range range : set.ranges()) add_utf8(range, &all);
  return all;
}

}  // namespace newsfacts
