// A Rational is the exact quotient of two integers: 5/9 of a degree, 1,609.344 metres to the
// mile.  What was printed is a Decimal; a Rational is what becomes of it in another unit.
//
// Never rounded.  A result that does not fit 127 bits is not known(), and neither is anything
// reckoned with it; to compare, both must be known.

#pragma once

#include <compare>
#include <cstdint>

#include "corpus/decimal.h"

namespace newsfacts {

class Rational {
 public:
  __extension__ using Wide = __int128;

  Rational() = default;                        // 0
  Rational(Wide numerator, Wide denominator);  // denominator > 0
  explicit Rational(const Decimal& value);

  bool known() const { return denominator_ != 0; }
  double approximate() const;  // for what is shown of a difference, never for the verdict

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a) { return a * Rational(-1, 1); }
  friend Rational operator-(const Rational& a, const Rational& b) { return a + -b; }
  Rational inverse() const;  // unknown for 0

  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }

 private:
  static Rational unknown();

  Wide numerator_ = 0, denominator_ = 1;  // in lowest terms; denominator 0 = not known
};

}  // namespace newsfacts
