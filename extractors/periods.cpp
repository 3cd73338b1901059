#include "extractors/periods.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/holidays.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

namespace ch = std::chrono;

// "He was named in March" looks back; but a month, or a day, this close ahead is the one that
// is meant: "a hearing was set for July 25".
constexpr ch::days kSoon{60}, kSoonDay{120};
// "Profit will equal that of the third quarter": one just over is meant where the next one to
// come is this far off.
constexpr ch::days kJustOver{60}, kFarOff{210};
// In a narrative time goes on: two days back are as far as three ahead.
constexpr int kAheadWeight = 2, kBehindWeight = 3;

int year_of(Day day) {
  return static_cast<int>(ch::year_month_day(day).year());
}

std::optional<Period> in_year(const OpenValue& open, int year) {
  if (!open.holiday.empty()) {
    const auto day = holiday_in(year, open.holiday);
    if (!day) return std::nullopt;
    return Period{iso(*day), {day, day}};
  }
  const Day new_year = ch::year(year) / ch::January / 1;
  Period period{timex_of(new_year, Grain::kYear) + open.x_form.substr(4), {}};
  period.days = reckoned_days_of(period.value);
  if (!period.days.first || !period.days.last) return std::nullopt;
  return period;
}

std::optional<Period> in_month(const OpenValue& open, Day now, int months) {
  const auto there = moved(now, Grain::kMonth, months);
  if (!there) return std::nullopt;
  const std::string value = timex_of(*there, Grain::kMonth) + open.x_form.substr(7);
  const Interval days = reckoned_days_of(value);
  if (!days.known()) return std::nullopt;
  return Period{value, days};
}

Period in_week(const OpenValue& open, Day monday) {
  if (open.x_form.ends_with("WE")) {
    const Day saturday = monday + ch::days(5);
    return {timex_of(saturday, Grain::kWeekend), {saturday, saturday + ch::days(1)}};
  }
  const Day day = monday + ch::days(open.x_form.back() - '1');
  return {timex_of(day, Grain::kDay), {day, day}};
}

ch::days behind(const Period& period, const Interval& now) {
  return std::max(ch::days(0), *now.first - *period.days.last);
}

ch::days ahead(const Period& period, const Interval& now) {
  return std::max(ch::days(0), *period.days.first - *now.last);
}

template <typename Fits>
const Period* first_that(const std::vector<Period>& list, Fits fits) {
  const auto place = std::find_if(list.begin(), list.end(), fits);
  return place == list.end() ? nullptr : &*place;
}

template <typename Fits>
const Period* last_that(const std::vector<Period>& list, Fits fits) {
  const auto place = std::find_if(list.rbegin(), list.rend(), fits);
  return place == list.rend() ? nullptr : &*place;
}

const Period* nearest(const std::vector<Period>& list, const Interval& now, int ahead_weight = 1,
                      int behind_weight = 1) {
  const auto far = [&](const Period& p) {
    return ahead_weight * ahead(p, now) + behind_weight * behind(p, now);
  };
  const auto place = std::min_element(
      list.begin(), list.end(), [&](const auto& a, const auto& b) { return far(a) < far(b); });
  return place == list.end() ? nullptr : &*place;
}

}  // namespace

std::vector<Period> periods(const OpenValue& open, Day now) {
  std::vector<Period> list;
  for (int step = -1; step <= 1; ++step) {
    if (open.in_week()) {
      const Day monday = now - ch::days(iso_weekday(now) - 1);
      list.push_back(in_week(open, monday + ch::weeks(step)));
    } else if (auto period = open.in_month() ? in_month(open, now, step)
                                             : in_year(open, year_of(now) + step)) {
      list.push_back(*std::move(period));
    }
  }
  return list;
}

const Period* by_word(const std::vector<Period>& list, const Interval& now, Reckon how, int years) {
  switch (how) {
    case Reckon::kLast:
    case Reckon::kBefore:
      return last_that(list, [&](const Period& p) { return *p.days.last < *now.first; });
    case Reckon::kNext:
    case Reckon::kAfter:
      return first_that(list, [&](const Period& p) { return *p.days.first > *now.last; });
    default:
      return list.size() == 3 && years >= -1 && years <= 1
                 ? &list[static_cast<std::size_t>(1 + years)]
                 : nullptr;
  }
}

const Period* by_tense(const std::vector<Period>& list, Day day, Tense tense, bool either_side) {
  const Interval now{day, day};
  const Period* const upcoming =
      first_that(list, [&](const Period& p) { return *p.days.last >= day; });
  const Period* const begun = last_begun(list, day);
  if (tense == Tense::kFuture) {
    const bool just_over =
        begun && upcoming && behind(*begun, now) <= kJustOver && ahead(*upcoming, now) >= kFarOff;
    return just_over ? begun : upcoming;
  }
  if (!either_side) return begun;
  const Period* const near = nearest(list, now);
  const bool is_day = near && near->days.first == near->days.last;
  if (tense == Tense::kPast && near && ahead(*near, now) > (is_day ? kSoonDay : kSoon))
    return begun;
  return near;
}

const Period* by_narrative(const std::vector<Period>& list, const Interval& now) {
  return nearest(list, now, kAheadWeight, kBehindWeight);
}

const Period* last_begun(const std::vector<Period>& list, Day by) {
  return last_that(list, [&](const Period& p) { return *p.days.first <= by; });
}

}  // namespace newsfacts
