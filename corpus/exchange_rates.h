// Exchange rates: between which bounds two currencies have traded since 1999.
//
//     euro in pounds  0.57 .. 0.98      "£1.7m" may be "two million euros", and is no "$30m"
//
// No day's rate is known here, so a sum in another currency is never reckoned; but what no day's
// rate could make of it, it is not.
//
// The lows and highs are rounded outwards by hand, and meant to be wide: they tell what is out of
// the question.  Where days count, see the reference rates of the European Central Bank and the
// release H.10 of the Federal Reserve.

#pragma once

#include <optional>
#include <string_view>

namespace newsfacts {

struct ExchangeRate {
  double low = 0, high = 0;
};

// What one unit of `currency` has cost in `other`, both by their ISO 4217 codes; nullopt for a pair
// that is not listed.  The bounds of (a, b) are those of (b, a) turned over.
std::optional<ExchangeRate> exchange_rate(std::string_view currency, std::string_view other);

}  // namespace newsfacts
