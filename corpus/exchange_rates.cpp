#include "corpus/exchange_rates.h"

#include <array>

namespace newsfacts {
namespace {

struct Pair {
  std::string_view currency, other;
  ExchangeRate rate;
};

constexpr std::array<Pair, 14> kPairs = {{
    {"EUR", "USD", {0.82, 1.61}},
    {"EUR", "GBP", {0.57, 0.99}},
    {"EUR", "JPY", {88, 186}},
    {"EUR", "CHF", {0.91, 1.69}},
    {"GBP", "USD", {1.03, 2.12}},
    {"GBP", "JPY", {116, 252}},
    {"USD", "JPY", {75, 162}},
    {"USD", "CHF", {0.72, 1.84}},
    {"USD", "CAD", {0.90, 1.62}},
    {"USD", "CNY", {6.0, 8.3}},
    {"USD", "INR", {39, 92}},
    {"AUD", "USD", {0.47, 1.11}},
    {"NZD", "USD", {0.38, 0.89}},
    {"USD", "SEK", {5.8, 11.5}},
}};

}  // namespace

std::optional<ExchangeRate> exchange_rate(std::string_view currency, std::string_view other) {
  for (const Pair& pair : kPairs) {
    if (pair.currency == currency && pair.other == other) return pair.rate;
    if (pair.currency == other && pair.other == currency)
      return ExchangeRate{1 / pair.rate.high, 1 / pair.rate.low};
  }
  return std::nullopt;
}

}  // namespace newsfacts
