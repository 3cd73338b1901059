// A CharacterSet is a set of Unicode code points, as the patterns of the rule pages name them:
// one letter, [a-z0-9], \pL, [^,;].

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsfacts {

class CharacterSet {
 public:
  struct Range {
    char32_t first = 0, last = 0;  // both included
    friend auto operator<=>(const Range&, const Range&) = default;
  };

  CharacterSet() = default;
  CharacterSet(std::initializer_list<Range> ranges);

  // The characters of a Unicode general category: "Lu", or "L" for all that begin with it.
  // Empty where there is no such category.
  static const CharacterSet& of_category(std::string_view name);

  void add(Range range);
  void add(const CharacterSet& other);
  void add_other_cases();  // k and K; µ, μ and Μ
  void invert();

  // Ascending, apart from each other.
  const std::vector<Range>& ranges() const { return ranges_; }
  bool empty() const { return ranges_.empty(); }
  bool contains(char32_t c) const;
  bool overlaps(const CharacterSet& other) const;

  friend auto operator<=>(const CharacterSet&, const CharacterSet&) = default;

 private:
  std::vector<Range> ranges_;
};

// The UTF-8 of a stretch of code points: bytes of which each lies within its own bounds.
struct ByteRanges {
  struct Range {
    std::uint8_t low = 0, high = 0;
    friend bool operator==(const Range&, const Range&) = default;
  };
  Range bytes[4];
  std::size_t size = 0;
};

// Every code point of `set`, once each; what is not valid UTF-8 is in none.
std::vector<ByteRanges> utf8_ranges(const CharacterSet& set);

}  // namespace newsfacts
