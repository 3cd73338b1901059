#include "corpus/decimal.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace newsfacts {
namespace {

constexpr int kMostDigits = 18;       // what an int64 holds without thought
constexpr int kLargestExponent = 60;  // beyond any figure a newspaper prints

__extension__ using Wide = __int128;

std::optional<Decimal> narrowed(Wide digits, int exponent) {
  constexpr Wide kLimit = 1'000'000'000'000'000'000;
  while ((digits >= kLimit || digits <= -kLimit) && digits % 10 == 0) {
    digits /= 10;
    ++exponent;
  }
  if (digits >= kLimit || digits <= -kLimit) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(digits), exponent);
}

int digits_in(std::int64_t value) {
  int count = 1;
  while (value /= 10) ++count;
  return count;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::int64_t digits = 0;
  int exponent = 0, read = 0;
  bool point = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    if (digits_in(digits) >= kMostDigits) return std::nullopt;
    digits = digits * 10 + (c - '0');
    if (point) --exponent;
    ++read;
  }
  if (read == 0) return std::nullopt;
  if (i < text.size()) {
    int power = 0;
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    const char* end = text.data() + text.size();
    const char* begin = text.data() + i + 1;
    if (begin != end && *begin == '+') ++begin;
    const auto [rest, error] = std::from_chars(begin, end, power);
    if (error != std::errc() || rest != end) return std::nullopt;
    exponent += power;
  }
  if (std::abs(exponent) > kLargestExponent) return std::nullopt;
  return Decimal(negative ? -digits : digits, exponent);
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  return narrowed(static_cast<Wide>(digits_) * other.digits_, exponent_ + other.exponent_);
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const Decimal& coarse = exponent_ > other.exponent_ ? *this : other;
  const Decimal& fine = exponent_ > other.exponent_ ? other : *this;
  Wide digits = coarse.digits_;
  for (int e = coarse.exponent_; e > fine.exponent_; --e) {
    if (digits > Wide{1} << 90 || digits < -(Wide{1} << 90)) return std::nullopt;
    digits *= 10;
  }
  return narrowed(digits + fine.digits_, fine.exponent_);
}

Decimal Decimal::rounded_to(int exponent) const {
  if (exponent <= exponent_) return *this;
  int drop = exponent - exponent_;
  if (drop > kMostDigits) return {0, exponent};
  std::int64_t digits = digits_;
  for (; drop > 1; --drop) digits /= 10;
  return {(digits + (digits < 0 ? -5 : 5)) / 10, exponent};
}

std::string Decimal::str() const {
  std::string text = std::to_string(std::abs(digits_));
  if (exponent_ >= 0) {
    if (digits_ != 0) text.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent_);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return digits_ < 0 ? "-" + text : text;
}

double Decimal::approximate() const {
  return static_cast<double>(digits_) * std::pow(10.0, exponent_);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const auto sign = [](std::int64_t v) { return (v > 0) - (v < 0); };
  if (sign(a.digits_) != sign(b.digits_)) return sign(a.digits_) <=> sign(b.digits_);
  if (a.digits_ == 0) return std::strong_ordering::equal;
  const int size_a = digits_in(a.digits_) + a.exponent_,
            size_b = digits_in(b.digits_) + b.exponent_;
  if (size_a != size_b) return a.digits_ > 0 ? size_a <=> size_b : size_b <=> size_a;
  // Equal magnitudes: at most 18 digits apart, which a Wide holds.
  Wide x = a.digits_, y = b.digits_;
  for (int e = a.exponent_; e > b.exponent_; --e) x *= 10;
  for (int e = b.exponent_; e > a.exponent_; --e) y *= 10;
  return x < y   ? std::strong_ordering::less
         : x > y ? std::strong_ordering::greater
                 : std::strong_ordering::equal;
}

}  // namespace newsfacts
