// A Decimal is a number exactly as it was printed: its digits and the power of ten
// of the last of them.  "4.2 billion" is 42 x 10^8, "4,200,000,000" is 4200000000 x 10^0:
// the same number, stated to another precision.  Never a binary fraction.

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsfacts {

class Decimal {
 public:
  Decimal() = default;
  constexpr Decimal(std::int64_t digits, int exponent) : digits_(digits), exponent_(exponent) {}

  // Reads "1250000.50", "-3", "4.2e9"; thousands separators are the caller's to
  // remove.  nullopt if it is no number or does not fit 18 digits.
  static std::optional<Decimal> parse(std::string_view text);

  std::int64_t digits() const { return digits_; }
  int exponent() const { return exponent_; }  // the precision: power of ten of the last digit

  // Exact; nullopt when the result does not fit 18 digits.
  std::optional<Decimal> times(const Decimal& other) const;
  std::optional<Decimal> plus(const Decimal& other) const;
  Decimal scaled(int power_of_ten) const { return {digits_, exponent_ + power_of_ten}; }

  // To `exponent`, half away from zero; a coarser Decimal is returned as it is.
  Decimal rounded_to(int exponent) const;

  // Plain digits, "4200000000", "0.75"; no exponent, no trailing zeros behind a point.
  std::string str() const;
  double approximate() const;  // for ratios and indexes, never for what is shown

  // By value: 42 x 10^8 == 4200000000 x 10^0.
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  std::int64_t digits_ = 0;
  int exponent_ = 0;
};

}  // namespace newsfacts
