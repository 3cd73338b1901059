#include "corpus/rational.h"

#include <cassert>

namespace newsfacts {
namespace {

using Wide = Rational::Wide;

Wide magnitude(Wide value) {
  return value < 0 ? -value : value;
}

Wide common_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// a/b against c/d, all positive but a and c, which may be 0: integral parts first, then the
// inverses of what is left, as Euclid's algorithm goes.  Nothing is multiplied.
std::strong_ordering compare(Wide a, Wide b, Wide c, Wide d) {
  bool turned = false;
  for (;;) {
    const Wide x = a / b, y = c / d;
    if (x != y)
      return (x < y) != turned ? std::strong_ordering::less : std::strong_ordering::greater;
    const Wide left = a % b, right = c % d;
    if (left == 0 || right == 0) {
      if (left == right) return std::strong_ordering::equal;
      return (left == 0) != turned ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    a = b;
    b = left;
    c = d;
    d = right;
    turned = !turned;
  }
}

}  // namespace

Rational::Rational(Wide numerator, Wide denominator)
    : numerator_(numerator), denominator_(denominator) {
  assert(denominator > 0);
  if (const Wide divisor = common_divisor(magnitude(numerator), denominator); divisor > 1) {
    numerator_ /= divisor;
    denominator_ /= divisor;
  }
}

Rational::Rational(const Decimal& value) : numerator_(value.digits()) {
  Wide power = 1;
  const int exponent = value.exponent();
  for (int e = exponent < 0 ? -exponent : exponent; e > 0; --e)
    if (__builtin_mul_overflow(power, Wide{10}, &power)) {
      *this = unknown();
      return;
    }
  if (exponent < 0)
    *this = Rational(numerator_, power);
  else if (__builtin_mul_overflow(numerator_, power, &numerator_))
    *this = unknown();
}

Rational Rational::unknown() {
  Rational none;
  none.denominator_ = 0;
  return none;
}

double Rational::approximate() const {
  return static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.known() || !b.known()) return Rational::unknown();
  // Crosswise first, so that the products are in lowest terms and as small as can be.
  const Rational x(a.numerator_, b.denominator_), y(b.numerator_, a.denominator_);
  Wide numerator = 0, denominator = 0;
  if (__builtin_mul_overflow(x.numerator_, y.numerator_, &numerator) ||
      __builtin_mul_overflow(x.denominator_, y.denominator_, &denominator))
    return Rational::unknown();
  return {numerator, denominator};
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.known() || !b.known()) return Rational::unknown();
  const Wide divisor = common_divisor(a.denominator_, b.denominator_);
  Wide left = 0, right = 0, sum = 0, denominator = 0;
  if (__builtin_mul_overflow(a.numerator_, b.denominator_ / divisor, &left) ||
      __builtin_mul_overflow(b.numerator_, a.denominator_ / divisor, &right) ||
      __builtin_add_overflow(left, right, &sum) ||
      __builtin_mul_overflow(a.denominator_, b.denominator_ / divisor, &denominator))
    return Rational::unknown();
  return {sum, denominator};
}

Rational Rational::inverse() const {
  if (!known() || numerator_ == 0) return unknown();
  return numerator_ < 0 ? Rational(-denominator_, -numerator_) : Rational(denominator_, numerator_);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  assert(a.known() && b.known());
  const bool negative_a = a.numerator_ < 0, negative_b = b.numerator_ < 0;
  if (negative_a != negative_b)
    return negative_a ? std::strong_ordering::less : std::strong_ordering::greater;
  if (negative_a) return compare(-b.numerator_, b.denominator_, -a.numerator_, a.denominator_);
  return compare(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
}

}  // namespace newsfacts
