// The patterns of the rule pages, taken apart: the part of RE2's syntax that a page needs, and
// RE2's meaning of it, which the tests hold us to.
//
//     .  [a-z]  [^,;]  \d \w \s  \pL \p{Lu}  \$        one character
//     (?:...)  (?P<name>...)  (?i:...)  (?-i:...)      groups
//     a|b   a?  a*  a+  a{2}  a{1,3}  a{2,}            the first way that leads on is preferred
//     \b                                               where a word of ASCII letters ends
//
// Case, where it does not count, is that of Unicode's simple case folding.

#pragma once

#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/character_set.h"

namespace newsfacts {

// A part of a pattern.  Parts are shared: the same group on the same page is one Pattern.
struct Pattern {
  enum class Kind {
    kCharacter,     // one of `set`
    kSequence,      // `parts`, one behind the other; none: the empty word
    kAlternatives,  // one of `parts`, by preference
    kRepeat,        // the one part, `least` to `most` times, as often as can be
    kField,         // the one part, captured as `name`
    kWordEdge,      // \b
  };
  static constexpr int kUnbounded = -1;

  Kind kind = Kind::kSequence;
  const CharacterSet* set = nullptr;  // one address for each set
  std::vector<const Pattern*> parts;
  int least = 0, most = kUnbounded;
  std::string name;

  bool matches_empty() const;
};

// What is wrong with a pattern: "missing )".
struct PatternError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Owns the Patterns it reads; they live as long as it does.
class PatternReader {
 public:
  PatternReader() = default;
  PatternReader(const PatternReader&) = delete;
  PatternReader& operator=(const PatternReader&) = delete;

  // Throws PatternError.
  const Pattern& read(std::string_view text, bool case_sensitive);

 private:
  class Parser;

  const Pattern* keep(Pattern pattern);
  const Pattern* character(CharacterSet set);
  const Pattern* sequence(std::vector<const Pattern*> parts);
  const Pattern* alternatives(std::vector<const Pattern*> parts);

  std::deque<Pattern> patterns_;
  std::map<CharacterSet, const Pattern*> characters_;
  const Pattern* ascii_[2][128] = {};  // one character without and with case, at hand
  // Long groups by their text, with and without case: a vocabulary is read once.
  std::unordered_map<std::string, const Pattern*> known_[2];
};

}  // namespace newsfacts
