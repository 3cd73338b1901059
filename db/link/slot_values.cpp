#include "db/link/slot_values.h"

#include <algorithm>

#include "corpus/verdicts.h"
#include "db/link/doubts.h"

namespace newsfacts {
namespace {

std::string_view clock_of(const SlotClaim& claim) {
  const std::string& value = std::get_if<TimeValue>(claim.value)->value;
  return std::string_view(value).substr(std::min(value.find('T'), value.size()));
}

// Told to the minute, and to none that is a round one.
bool is_moment(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  if (!time || time->grain != Grain::kMinute) return false;
  const std::string_view clock = clock_of(claim);
  return clock.size() == 6 && clock.substr(4) != "00" && clock.substr(4) != "30";
}

bool has_unit(const SlotClaim& claim) {
  const Amount* amount = std::get_if<Amount>(claim.value);
  return amount && !amount->unit.empty();
}

// Two figures of one sentence, of which a unit may have been read with one alone.
Comparison compare_in_one_sentence(const SlotClaim& x, const SlotClaim& y) {
  const Stated a{*x.value, x.words, x.also}, b{*y.value, y.words, y.also};
  if (same_words(x.words, y.words)) return same(a, b);
  if (has_unit(x) == has_unit(y)) return compare(a, b);
  const auto bare = [](const SlotClaim& claim) {
    Amount amount = std::get<Amount>(*claim.value);
    amount.unit = {};
    amount.currency_basis = CurrencyBasis::kNone;
    return Value(amount);
  };
  if (!std::holds_alternative<Amount>(*x.value) || !std::holds_alternative<Amount>(*y.value))
    return compare(a, b);
  const Value one = bare(x), other = bare(y);
  return compare({one, x.words}, {other, y.words});
}

// A relation has no value: both state it, or one denies it, which words alone do not make sure.
Comparison compare_relations(const SlotClaim& x, const SlotClaim& y) {
  if (!is_relation(x) || !is_relation(y) || x.polarity != y.polarity) return {};
  // A sentence that was copied is no second voice.
  if (same_words(x.words, y.words))
    return echo_of(x, y).same_sentence() ? Comparison()
                                         : agree(Difference::kExact, "both say so");
  return agree(Difference::kForm, "both say so, in other words");
}

// A number in a name, or one that was not read, tells nothing by itself.  In one sentence printed
// twice it is the same or another.
Comparison compare_designations(const SlotClaim& x, const SlotClaim& y) {
  if (!echo_of(x, y).same_sentence()) return {};
  const std::string both = quoted(x.words) + " <> " + quoted(y.words);
  if (same_words(x.words, y.words)) return agree(Difference::kExact, quoted(x.words) + " in both");
  const auto number = [](const SlotClaim& claim) {
    if (const Amount* amount = std::get_if<Amount>(claim.value)) return amount->low;
    return Decimal::parse(claim.words);
  };
  const auto one = number(x), other = number(y);
  if (!one || !other) return {};
  if (*one == *other) return agree(Difference::kForm, quoted(x.words) + " = " + quoted(y.words));
  return conflict(Difference::kValue, both);
}

}  // namespace

bool is_relation(const SlotClaim& claim) {
  return claim.kind == Kind::kOther && claim.slot.starts_with("relation:");
}

bool is_disputed(const SlotClaim& x, const SlotClaim& y) {
  return (x.modality == Modality::kDenied) != (y.modality == Modality::kDenied);
}

bool is_designation(const SlotClaim& claim) {
  return claim.kind == Kind::kOther && claim.slot.starts_with("designation");
}

Comparison compare_claims(const SlotClaim& x, const SlotClaim& y) {
  if (is_relation(x) || is_relation(y)) return compare_relations(x, y);
  if (is_designation(x) || is_designation(y)) return compare_designations(x, y);
  Comparison found = echo_of(x, y).same_passage()
                         ? compare_in_one_sentence(x, y)
                         : compare({*x.value, x.words, x.also}, {*y.value, y.words, y.also});
  if (found.verdict == Comparison::Verdict::kConflict && !doubt(x, y).empty()) return {};
  if (found.verdict == Comparison::Verdict::kAgree && is_disputed(x, y)) return {};
  return found;
}

Echo echo_of(const SlotClaim& x, const SlotClaim& y) {
  return x.around && y.around ? echo(*x.around, *y.around) : Echo();
}

std::string figure(const SlotClaim& claim) {
  if (is_designation(claim)) return std::string(claim.words);
  const Amount* amount = std::get_if<Amount>(claim.value);
  if (!amount || claim.kind != Kind::kNumber) return to_string(*claim.value);
  Amount bare = *amount;
  bare.unit = {};
  return to_string(Value(bare));
}

bool is_clock(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  return time && (time->grain == Grain::kMinute || time->grain == Grain::kHour);
}

bool same_moment(const SlotClaim& x, const SlotClaim& y) {
  if (!is_clock(x) || !is_clock(y) || (!is_moment(x) && !is_moment(y))) return false;
  if (clock_of(x) == clock_of(y)) return true;
  const TimeValue &one = *std::get_if<TimeValue>(x.value),
                  &other = *std::get_if<TimeValue>(y.value);
  if (!one.days.known() || one.days != other.days) return false;
  return compare_claims(x, y).verdict == Comparison::Verdict::kAgree;
}

bool is_common(const SlotClaim& claim) {
  if (const TimeValue* time = std::get_if<TimeValue>(claim.value))
    return time->grain == Grain::kNone || time->grain > Grain::kDay;
  const Amount* amount = std::get_if<Amount>(claim.value);
  if (!amount) return true;
  if (claim.kind == Kind::kOrdinal) return true;
  const double low = amount->low ? amount->low->approximate() : 0;
  return claim.kind == Kind::kNumber && low <= 12;
}

bool is_first(const SlotClaim& claim) {
  const Amount* amount = std::get_if<Amount>(claim.value);
  return amount && claim.kind == Kind::kOrdinal && amount->low == Decimal(1, 0);
}

Bound bound_of(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  return time && claim.kind != Kind::kDuration ? time->bound : Bound::kNone;
}

bool is_of_any_week(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  return time && time->value.starts_with("XXXX-WXX");
}

bool is_open(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  return time && claim.kind != Kind::kDuration && !time->days.known() &&
         time->value.find_first_of("0123456789") == std::string::npos;
}

}  // namespace newsfacts
