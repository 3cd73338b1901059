#include "corpus/time_comparison.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "corpus/verdicts.h"

namespace newsfacts {
namespace {

// A duration in months and seconds: what a month is in days, no calendar says.
struct Length {
  double months = 0, seconds = 0;
  double finest = 0;  // seconds in its smallest unit: the precision stated

  static constexpr double kDay = 86400, kMonth = 30.436875 * kDay;
  double total() const { return months * kMonth + seconds; }
};

// ISO 8601: P3W, P1Y6M, PT2H30M.  nullopt for PXD and what else has no number.
std::optional<Length> length_of(std::string_view value) {
  if (value.size() < 3 || value.front() != 'P') return std::nullopt;
  Length length;
  bool of_day = false;
  for (std::size_t i = 1; i < value.size();) {
    if (value[i] == 'T') {
      of_day = true;
      ++i;
      continue;
    }
    double count = 0;
    const char* end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data() + i, end, count);
    if (error != std::errc() || rest == end) return std::nullopt;
    double months = 0, seconds = 0;
    switch (*rest) {
      case 'Y': months = 12; break;
      case 'M': (of_day ? seconds : months) = of_day ? 60 : 1; break;
      case 'W': seconds = 7 * Length::kDay; break;
      case 'D': seconds = Length::kDay; break;
      case 'H': seconds = 3600; break;
      case 'S': seconds = 1; break;
      default: return std::nullopt;
    }
    length.months += count * months;
    length.seconds += count * seconds;
    length.finest = months * Length::kMonth + seconds;
    i = static_cast<std::size_t>(rest - value.data()) + 1;
  }
  return length;
}

// "About three years", and how far beyond "at least" a length may reach: as for figures.
constexpr double kAbout = 0.05, kReachOfBound = 1.5;

// The least and the most seconds that a length with a bound can be.
struct Reach {
  double low, high;
};
Reach reach_of(const Length& length, Bound bound) {
  const double total = length.total();
  const double slack = std::max(total * kAbout, length.finest / 2);
  switch (bound) {
    case Bound::kAtLeast: return {total, total * kReachOfBound};
    case Bound::kAtMost: return {total / kReachOfBound, total};
    case Bound::kAbout: return {total - slack, total + slack};
    default: return {total, total};
  }
}

// At least one of them is no exact length.
Comparison compare_bounded(const Stated& a, const Stated& b, const Length& x, Bound bound_x,
                           const Length& y, Bound bound_y) {
  const Reach left = reach_of(x, bound_x), right = reach_of(y, bound_y);
  const std::string both = quoted(a.words) + " <> " + quoted(b.words);
  if (bound_x == bound_y && bound_x != Bound::kAbout)
    return conflict(Difference::kUpdate, both + ": two bounds");
  if (left.low <= right.high && right.low <= left.high)
    return agree(Difference::kApprox, quoted(a.words) + " ~ " + quoted(b.words));
  const bool bounded = bound_x == Bound::kAtLeast || bound_x == Bound::kAtMost ||
                       bound_y == Bound::kAtLeast || bound_y == Bound::kAtMost;
  return conflict(bounded ? Difference::kBound : Difference::kValue, both);
}

Comparison compare_lengths(const Stated& a, const Stated& b, const Length& x, Bound bound_x,
                           const Length& y, Bound bound_y) {
  if (x.months == y.months && x.seconds == y.seconds) return same(a, b);
  if (bound_x != Bound::kNone || bound_y != Bound::kNone)
    return compare_bounded(a, b, x, bound_x, y, bound_y);
  const double apart = std::abs(x.total() - y.total());
  if (apart <= std::max(x.finest, y.finest) / 2 && x.finest != y.finest)
    return agree(Difference::kApprox, quoted(a.words) + " ~ " + quoted(b.words));
  return conflict(Difference::kValue, quoted(a.words) + " <> " + quoted(b.words));
}

// On which side of a bound some days lie, and how near.
enum class Side : std::uint8_t { kBeside, kAllowed, kBarred };

// "Until 2032" names the end of something that lasts and "from 2032" its beginning: a day means
// the same only there.  "Before 2030" is said of what happens at one time, and 2028 may be that;
// 2004, in all likelihood, is another.
constexpr int kNear = 7;  // lengths of the edge: the days of a week, for a day

Side side_of(Bound bound, const Interval& edge, const Interval& days) {
  if (!edge.first || !edge.last || !days.first || !days.last) return Side::kAllowed;
  const auto near = kNear * (*edge.last - *edge.first + std::chrono::days(1));
  switch (bound) {
    case Bound::kUntil:
      if (days.overlaps(edge)) return Side::kBeside;
      return *days.last < *edge.first ? Side::kAllowed : Side::kBarred;
    case Bound::kFrom:
      if (days.overlaps(edge)) return Side::kBeside;
      return *days.first > *edge.last ? Side::kAllowed : Side::kBarred;
    case Bound::kBefore:
      if (days.overlaps(edge)) return Side::kAllowed;  // in the morning, before the evening's vote
      if (*days.last >= *edge.first) return Side::kBarred;
      return *edge.first - *days.last <= near ? Side::kBeside : Side::kAllowed;
    case Bound::kAfter:
      if (days.overlaps(edge)) return Side::kAllowed;
      if (*days.first <= *edge.last) return Side::kBarred;
      return *days.first - *edge.last <= near ? Side::kBeside : Side::kAllowed;
    default: break;
  }
  return Side::kAllowed;
}

// Minutes from UTC of "-05:00"; nullopt where no zone is named.
std::optional<int> offset_of(std::string_view zone) {
  if (zone.size() != std::string_view("-05:00").size()) return std::nullopt;
  const auto digit = [&](std::size_t at) { return zone[at] - '0'; };
  const int minutes = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
  return zone.front() == '-' ? -minutes : minutes;
}

// "T14:30" of 2026-04-27T14:30; "" without one.
std::string_view clock_of(const TimeValue& time) {
  const std::size_t at = time.value.find('T');
  return at == std::string::npos ? std::string_view() : std::string_view(time.value).substr(at + 1);
}

// Minutes of the day of "T06:40"; nullopt for a part of the day.
std::optional<int> minutes_of(std::string_view clock) {
  if (clock.size() < 5 || !std::isdigit(static_cast<unsigned char>(clock[0])) || clock[2] != ':')
    return std::nullopt;
  const auto digit = [&](std::size_t at) { return clock[at] - '0'; };
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

// `time` as the clocks of `zone` show it: 8 a.m. in New York is 1300 GMT, of the day after if need
// be.  nullopt where its own zone, its hour or its day is not told.
std::optional<TimeValue> in_zone(const TimeValue& time, std::string_view zone) {
  constexpr int kDay = 24 * 60;
  const auto from = offset_of(time.zone), to = offset_of(zone);
  const auto clock = minutes_of(clock_of(time));
  if (!from || !to || !clock || !time.days.first || time.days.first != time.days.last)
    return std::nullopt;
  const int there = *clock - *from + *to;
  const int days = there < 0 ? -1 : there / kDay, minutes = there - days * kDay;
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  TimeValue moved = time;
  const Day day = *time.days.first + std::chrono::days(days);
  moved.days = {day, day};
  moved.value = iso(day) + "T" + two(minutes / 60) + ":" + two(minutes % 60) +
                std::string(clock_of(time).substr(std::string_view("14:30").size()));
  moved.zone = zone;
  return moved;
}

// How far a time may be off that is told in round figures: "7 a.m." of 6:40, "9:30" of 9:27.
int slack_of(int minutes) {
  return minutes % 60 == 0 ? 20 : minutes % 15 == 0 ? 7 : 0;
}

// Whether two times of day may be one, the rounder told for the finer.
bool rounds(std::string_view clock_a, std::string_view clock_b) {
  const auto a = minutes_of(clock_a), b = minutes_of(clock_b);
  return a && b && std::abs(*a - *b) <= std::max(slack_of(*a), slack_of(*b));
}

bool has_digits(std::string_view clock) {
  return !clock.empty() && clock.front() >= '0' && clock.front() <= '9';
}

// "XXXX-07-14T" and "2026-07-14" have a common form as far as both go.  An X stands for what
// nobody said.
bool may_be_one(std::string_view x, std::string_view y) {
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
    if (x[i] != y[i] && x[i] != 'X' && y[i] != 'X') return false;
  return true;
}

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// Monday is 1: of a day that is known, or of "Monday" alone (XXXX-WXX-1).
std::optional<unsigned> weekday_of(const TimeValue& time) {
  if (time.days.known()) {
    if (time.days.first != time.days.last) return std::nullopt;
    return std::chrono::weekday(*time.days.first).iso_encoding();
  }
  constexpr std::string_view kAnyWeek = "XXXX-WXX-";
  if (!time.value.starts_with(kAnyWeek) || time.value.size() <= kAnyWeek.size())
    return std::nullopt;
  const char digit = time.value[kAnyWeek.size()];
  if (digit < '1' || digit > '7') return std::nullopt;
  return static_cast<unsigned>(digit - '0');
}

// "Tuesday", "14 July", "2 a.m.": no calendar tells which, but two reports of one thing that
// say the same agree, and those that say "Tuesday" and "Friday" do not.
Comparison compare_unresolved(const Stated& a, const Stated& b, const TimeValue& x,
                              const TimeValue& y) {
  const auto date_of = [](const TimeValue& time) {
    return std::string_view(time.value).substr(0, time.value.find('T'));
  };
  const std::string_view date_a = date_of(x), date_b = date_of(y);
  const std::string_view clock_a = clock_of(x), clock_b = clock_of(y);
  const bool clocks = has_digits(clock_a) && has_digits(clock_b);
  if (const auto on_a = weekday_of(x), on_b = weekday_of(y);
      on_a && on_b && x.days.known() != y.days.known()) {
    if (*on_a == *on_b)
      return agree(Difference::kGranularity,
                   quoted(a.words) + " and " + quoted(b.words) + ": the same day of the week");
    return {};
  }
  if (!date_a.empty() && !date_b.empty()) {
    const auto is_week = [](std::string_view date) { return date.find('W') != date.npos; };
    if (x.value == y.value && same_words(a.words, b.words)) return same(a, b);
    if (is_week(date_a) != is_week(date_b) || digits_in(date_a) == 0 || digits_in(date_b) == 0)
      return {};
    if (!may_be_one(date_a, date_b))
      return x.bound == y.bound ? conflict(Difference::kDate, x.value + " <> " + y.value)
                                : Comparison();
  } else if (!clocks) {
    return {};
  }
  if (clocks && clock_a != clock_b && rounds(clock_a, clock_b))
    return agree(Difference::kApprox, quoted(a.words) + " ~ " + quoted(b.words));
  if (clocks && clock_a != clock_b)
    return x.bound == y.bound ? conflict(Difference::kDate, x.value + " <> " + y.value)
                              : Comparison();
  if (x.value == y.value) return same(a, b);
  return agree(Difference::kGranularity, x.value + " and " + y.value + " may be one");
}

// "shortly before 7 a.m." and "6:40": on which side of a bound a time of day lies.
std::optional<Comparison> compare_with_bound(const TimeValue& x, const TimeValue& y) {
  if ((x.bound == Bound::kNone) == (y.bound == Bound::kNone)) return std::nullopt;
  const TimeValue& edge = x.bound != Bound::kNone ? x : y;
  const TimeValue& told = x.bound != Bound::kNone ? y : x;
  const auto limit = minutes_of(clock_of(edge)), at = minutes_of(clock_of(told));
  if (!limit || !at) return std::nullopt;
  const bool earlier = edge.bound == Bound::kBefore || edge.bound == Bound::kUntil;
  const std::string_view word = word_in(kBoundWords, edge.bound);
  if (earlier ? *at <= *limit : *at >= *limit)
    return agree(Difference::kGranularity,
                 told.value + " is " + std::string(word) + " " + edge.value);
  return conflict(Difference::kBound,
                  told.value + " is not " + std::string(word) + " " + edge.value);
}

}  // namespace

Comparison compare_times(const Stated& a, const Stated& b, const TimeValue& x, const TimeValue& y) {
  if (x.zone != y.zone)
    if (const auto there = in_zone(y, x.zone)) return compare_times(a, b, x, *there);
  if (x.freq != y.freq) {  // "twice a week", "three times a week"; "every week" may be either
    const bool both = x.value == y.value && !x.freq.empty() && !y.freq.empty();
    return both ? conflict(Difference::kValue, quoted(a.words) + " <> " + quoted(b.words))
                : Comparison();
  }
  if (const auto length_a = length_of(x.value), length_b = length_of(y.value); length_a && length_b)
    return compare_lengths(a, b, *length_a, x.bound, *length_b, y.bound);
  if (!x.days.known() || !y.days.known()) return compare_unresolved(a, b, x, y);
  const std::string both = x.value + " and " + y.value;
  if (x.bound != y.bound && x.bound != Bound::kNone && y.bound != Bound::kNone) return {};
  // A time of day alone is put on the day of publication, and a reprint of the next day moves it.
  const bool moved = x.basis == TimeBasis::kPublished && y.basis == TimeBasis::kPublished;
  if (moved || x.days.overlaps(y.days))
    if (auto found = compare_with_bound(x, y)) return *std::move(found);
  if (x.bound != y.bound) {
    const bool first = x.bound != Bound::kNone;
    const TimeValue& edge = first ? x : y;
    const TimeValue& day = first ? y : x;
    const std::string bound(word_in(kBoundWords, edge.bound));
    switch (side_of(edge.bound, edge.days, day.days)) {
      case Side::kBeside:
        return agree(Difference::kGranularity, day.value + " is " + bound + " " + edge.value);
      case Side::kAllowed: return {};
      case Side::kBarred: break;
    }
    if (edge.bound == Bound::kBefore || edge.bound == Bound::kAfter)
      return conflict(Difference::kBound, day.value + " is not " + bound + " " + edge.value);
  }
  const std::string_view clock_a = clock_of(x), clock_b = clock_of(y);
  if (moved && has_digits(clock_a) && clock_a == clock_b) return same(a, b);
  if ((moved || x.days.overlaps(y.days)) && clock_a != clock_b && rounds(clock_a, clock_b))
    return agree(Difference::kApprox, quoted(a.words) + " ~ " + quoted(b.words));
  if (!x.days.overlaps(y.days)) return conflict(Difference::kDate, x.value + " <> " + y.value);
  if (has_digits(clock_a) && has_digits(clock_b) && clock_a != clock_b)
    return conflict(Difference::kDate, x.value + " <> " + y.value);
  if (x.value == y.value || (x.days == y.days && clock_a == clock_b)) return same(a, b);
  if (x.days == y.days) return agree(Difference::kGranularity, both + ": the same day");
  if (x.days.covers(y.days)) return agree(Difference::kGranularity, x.value + " covers " + y.value);
  if (y.days.covers(x.days)) return agree(Difference::kGranularity, y.value + " covers " + x.value);
  return agree(Difference::kGranularity, both + " overlap");
}

}  // namespace newsfacts
