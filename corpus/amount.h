// An Amount is the interval that words about money, a percentage, a count or a quantity
// allow, kept to the precision that was stated.
//
//     "$1 billion"                  low = high = 10^9       =      USD (basis default)
//     "at least 50 people"          low = 50, high open     >=     people
//     "$3-4 million"                low = 3e6, high = 4e6   range  USD
//     "hundreds of billions of yen" 2e11 .. 999999999999    vague  JPY
//     "12 cents a share"            0.12                    =      USD, per "share"

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/decimal.h"
#include "corpus/symbol.h"
#include "corpus/words.h"

namespace newsfacts {

enum class Relation : std::uint8_t { kEqual, kAbout, kAtLeast, kAtMost, kRange, kVague };
inline constexpr std::array<std::string_view, 6> kRelationWords = {"=",  "~",     ">=",
                                                                   "<=", "range", "vague"};

// How the currency is known: a bare "$" is not yet USD.
enum class CurrencyBasis : std::uint8_t { kNone, kExplicit, kContext, kDefault };
inline constexpr std::array<std::string_view, 4> kCurrencyBasisWords = {"", "explicit", "context",
                                                                        "default"};

struct Amount {
  std::optional<Decimal> low, high;  // both ends included; nullopt = open
  Relation relation = Relation::kEqual;
  Symbol unit;  // ISO 4217 for money, "percent", a unit of measure, or the counted noun
  CurrencyBasis currency_basis = CurrencyBasis::kNone;  // money only
  Symbol per;                                           // "share", "year", "barrel"
  Symbol role;        // "rise-to", "fall-by", "total", "age": what the figure does
  int converts = -1;  // index in Document::mentions of the sum this one converts; -1 none

  friend bool operator==(const Amount&, const Amount&) = default;
};

}  // namespace newsfacts
