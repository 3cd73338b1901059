// A Mention is one thing found in one document: where it stands, of what kind it
// is, what it says as a value, and which rule says so.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/amount.h"
#include "corpus/span.h"
#include "corpus/symbol.h"
#include "corpus/time_value.h"
#include "corpus/words.h"

namespace newsfacts {

enum class Kind : std::uint8_t {
  kDate, kTime, kDuration, kSet,                                              // TimeValue
  kMoney, kPercent, kNumber, kQuantity, kOrdinal, kAge,                       // Amount
  kPerson, kOrganization, kPlace, kProduct, kEvent, kGroup, kOther,           // Name
  kUrl,                                                                       // no value
};
inline constexpr std::array<std::string_view, 18> kKindWords = {
    "date",   "time",         "duration", "set",     "money", "percent", "number", "quantity",
    "ordinal", "age",    "person",   "organization", "place", "product", "event", "group",
    "other",   "url"};

constexpr bool is_time(Kind kind) { return kind <= Kind::kSet; }
constexpr bool is_amount(Kind kind) { return kind >= Kind::kMoney && kind <= Kind::kAge; }
constexpr bool is_name(Kind kind) { return kind >= Kind::kPerson && kind <= Kind::kOther; }

// Who or what a name stands for, as far as this document tells: "Altman" and
// "Sam Altman" both carry the canonical "Sam Altman".
struct Name {
  std::string canonical;
  friend bool operator==(const Name&, const Name&) = default;
};

using Value = std::variant<std::monostate, TimeValue, Amount, Name>;

struct Mention {
  Span span;
  Kind kind = Kind::kOther;
  Symbol rule;  // "date/day-month-year": the paragraph to open when this is wrong
  Value value;

  const TimeValue* time() const { return std::get_if<TimeValue>(&value); }
  const Amount* amount() const { return std::get_if<Amount>(&value); }
  const Name* name() const { return std::get_if<Name>(&value); }

  friend bool operator==(const Mention&, const Mention&) = default;
};

// The value as one line of text, the form the rule pages and the store use:
//
//     2026-04-27    P3W    1000000000 USD    >= 50 people    vague 200000000000..999999999999 JPY
//     0.12 USD per share    Sam Altman    P1W 2X    2026-04-27T08:00 -05:00
std::string to_string(const Value& value);

}  // namespace newsfacts
