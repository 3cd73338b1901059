// Which tokens can begin a match of a pattern: what lets the engine try, at each token of the
// text, only the rules that have a chance there.
//
//     (jan|january|feb) [0-9]{1,2}     begins   jan  january  feb      goes on with a number
//     US\$ ?[0-9]                      begins   us                     goes on with $
//     [0-9]+(,[0-9]+)* people          begins   any number             goes on with , or people
//
// The pattern is walked as far as its second token.  The answer may be too wide, never too
// narrow: a construct the walker does not know may begin, or go on, with anything.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsfacts {

inline constexpr std::size_t kManyDigits = 6;

// One token, or any of a class of them.
struct TokenChoice {
  enum class Kind {
    kExact,       // the word or sign `text`, in any case
    kNumber,      // `digits` digits: 2026
    kNumberWord,  // begins with a digit and has letters: 3bn, 1990s
    kWordNumber,  // begins with a letter and has digits: FY2026
    kCapital,     // begins with an upper-case letter, FY2026 included
    kWord,        // begins with a letter, FY2026 included
    kSign,        // is neither letter nor digit
    kAny,         // whatever; as second token also nothing at all
  };
  Kind kind = Kind::kAny;
  std::string text;
  std::size_t digits = 0;  // kManyDigits stands for as many and more

  friend auto operator<=>(const TokenChoice&, const TokenChoice&) = default;
};

struct Opening {
  TokenChoice first, second;
  friend auto operator<=>(const Opening&, const Opening&) = default;
};

// `pattern` as a Rule has it: RE2 syntax.  Ascending, distinct, never empty.
std::vector<Opening> openings(std::string_view pattern, bool case_sensitive);

}  // namespace newsfacts
