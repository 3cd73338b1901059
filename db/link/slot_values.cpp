#include "db/link/slot_values.h"

#include <algorithm>

#include "corpus/comparison.h"

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

}  // namespace

std::string figure(const SlotClaim& claim) {
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
  return compare({*x.value, x.words, x.also}, {*y.value, y.words, y.also}).verdict ==
         Comparison::Verdict::kAgree;
}

bool is_common(const SlotClaim& claim) {
  const Amount* amount = std::get_if<Amount>(claim.value);
  if (!amount) {
    const Grain grain = std::get_if<TimeValue>(claim.value)->grain;
    return grain == Grain::kNone || grain > Grain::kDay;
  }
  if (claim.kind == Kind::kOrdinal) return true;
  const double low = amount->low ? amount->low->approximate() : 0;
  return claim.kind == Kind::kNumber && low <= 12;
}

Bound bound_of(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  return time ? time->bound : Bound::kNone;
}

bool is_open(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  return time && claim.kind != Kind::kDuration && !time->days.known() &&
         time->value.find_first_of("0123456789") == std::string::npos;
}

}  // namespace newsfacts
