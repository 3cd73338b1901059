#include "db/link/doubts.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <unordered_set>

#include "corpus/token.h"
#include "db/link/slot_values.h"

namespace newsfacts {
namespace {

// Days from publication within which a report tells of its own day: "today", "on Tuesday".
constexpr int kOwnDays = 7;

// The day a date begins, counted from the day its article was published.
std::optional<int> from_publication(const SlotClaim& claim) {
  const TimeValue* time = std::get_if<TimeValue>(claim.value);
  if (!time || !time->days.first || !claim.published) return std::nullopt;
  return static_cast<int>((*time->days.first - *claim.published).count());
}

// The later article tells of the later day, and each of one about its own.
bool of_its_own_day(const SlotClaim& x, const SlotClaim& y) {
  const auto at_x = from_publication(x), at_y = from_publication(y);
  if (!at_x || !at_y || *x.published == *y.published) return false;
  if (std::abs(*at_x) > kOwnDays || std::abs(*at_y) > kOwnDays) return false;
  const auto day_x = *x.published + std::chrono::days(*at_x);
  const auto day_y = *y.published + std::chrono::days(*at_y);
  return (day_x < day_y) == (*x.published < *y.published);
}

// A day is held against a day, and a year against a year: "today" and "fiscal 2014", in one
// sentence of one budget, date two things.
bool of_other_grain(const SlotClaim& x, const SlotClaim& y) {
  const auto size = [](const SlotClaim& claim) {
    const TimeValue* time = std::get_if<TimeValue>(claim.value);
    if (!time || time->grain == Grain::kNone) return 0;
    return time->grain <= Grain::kWeek ? 1 : time->grain < Grain::kYear ? 2 : 3;
  };
  return size(x) > 0 && size(y) > 0 && std::abs(size(x) - size(y)) >= 1;
}

bool is_said(const SlotClaim& claim) {
  return claim.slot.substr(0, claim.slot.find('|')).ends_with(":said");
}

// Whether a name of the clause stands nowhere in the other article.
bool names_another(const SlotClaim& claim, const SlotClaim& other) {
  if (other.article.empty()) return false;
  return std::any_of(claim.names.begin(), claim.names.end(), [&](std::uint64_t name) {
    return !std::binary_search(other.article.begin(), other.article.end(), name);
  });
}

// "Three other rifles", "another 20": what is left beside a figure told before.
bool counts_the_rest(const SlotClaim& claim) {
  static const std::unordered_set<std::uint64_t> behind = {
      token_hash("other"), token_hash("others"), token_hash("more"), token_hash("further"),
      token_hash("additional")};
  static const std::unordered_set<std::uint64_t> before = {
      token_hash("another"), token_hash("other"), token_hash("additional"), token_hash("further"),
      token_hash("remaining")};
  if (!claim.around) return false;
  const auto& [left, right] = *claim.around;
  return (!right.empty() && behind.contains(right.front())) ||
         (!left.empty() && before.contains(left.front()));
}

}  // namespace

std::string_view doubt(const SlotClaim& x, const SlotClaim& y) {
  if (of_its_own_day(x, y)) return "each tells of its own day";
  if (of_other_grain(x, y)) return "a day and a year";
  if (is_said(x) && is_said(y) && !echo_of(x, y).same_passage()) return "said on two days";
  if (counts_the_rest(x) != counts_the_rest(y)) return "one counts the others alone";
  if (names_another(x, y) && names_another(y, x)) return "each names what the other never mentions";
  return {};
}

}  // namespace newsfacts
