// How the words of a figure become a number: digits, number words and scales, in any mixture
// that a newspaper prints.
//
//     "1,250.50"  1250.50        "seventy-five thousand"  75 x 10^3     "8 1/2"      8.5
//     "5 lakh crore"  5 x 10^12  "one and a half million"  1.5 x 10^6   "half a billion"  5 x 10^8
//
// The power of ten of the last digit is kept: it is the precision that was stated.  What does
// not add up ("nineteen ninety-nine", "1,25") is refused, not guessed at.

#pragma once

#include <optional>
#include <string_view>

#include "corpus/decimal.h"

namespace newsfacts {

struct Numeral {
  Decimal value;
  int power = 0;         // of ten, of the scale that closes it: 9 of "1.5 billion", else 0
  bool grouped = false;  // digits in groups: "1,250"
};

// `words` is the whole figure, nothing before or after it.
std::optional<Numeral> read_numeral(std::string_view words);

}  // namespace newsfacts
