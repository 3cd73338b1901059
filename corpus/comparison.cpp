#include "corpus/comparison.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "corpus/unit.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

using Verdict = Comparison::Verdict;

// "about 300" is anything within 5 % of it.
constexpr double kAbout = 0.05;
// "at least 50" is what one says of 50 to 75; further off, the count has moved on.
constexpr double kReachOfBound = 1.5;
// The same, exactly, for what is converted; and a conversion is rounded once more by who made
// it: 6,000 miles for 10,000 km.
const Rational kExactAbout(5, 100), kExactReachOfBound(3, 2), kConversion(3, 100);

std::string quoted(std::string_view words) {
  return "\"" + std::string(words) + "\"";
}

Comparison agree(Difference kind, std::string reason) {
  return {Verdict::kAgree, kind, std::move(reason)};
}

Comparison conflict(Difference kind, std::string reason) {
  return {Verdict::kConflict, kind, std::move(reason)};
}

bool same_words(std::string_view a, std::string_view b) {
  return a == b || folded(a) == folded(b);
}

Comparison same(const Stated& a, const Stated& b) {
  if (same_words(a.words, b.words)) return agree(Difference::kExact, quoted(a.words) + " in both");
  return agree(Difference::kForm, quoted(a.words) + " = " + quoted(b.words));
}

// ---- times ----------------------------------------------------------------------------

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

Comparison compare_lengths(const Stated& a, const Stated& b, const Length& x, const Length& y) {
  if (x.months == y.months && x.seconds == y.seconds) return same(a, b);
  const double apart = std::abs(x.total() - y.total());
  if (apart <= std::max(x.finest, y.finest) / 2 && x.finest != y.finest)
    return agree(Difference::kApprox, quoted(a.words) + " ~ " + quoted(b.words));
  return conflict(Difference::kValue, quoted(a.words) + " <> " + quoted(b.words));
}

// Whether `day` lies where "before ..." or "after ..." says.
bool allows(Bound bound, const Interval& edge, const Interval& days) {
  switch (bound) {
    case Bound::kBefore: return days.last && edge.first && *days.last < *edge.first;
    case Bound::kUntil: return days.last && edge.last && *days.last <= *edge.last;
    case Bound::kAfter: return days.first && edge.last && *days.first > *edge.last;
    case Bound::kFrom: return days.first && edge.first && *days.first >= *edge.first;
    case Bound::kNone: break;
  }
  return false;
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

Comparison compare_times(const Stated& a, const Stated& b, const TimeValue& x, const TimeValue& y) {
  if (const auto length_a = length_of(x.value), length_b = length_of(y.value); length_a && length_b)
    return compare_lengths(a, b, *length_a, *length_b);
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
    if (allows(edge.bound, edge.days, day.days))
      return agree(
          Difference::kGranularity,
          day.value + " is " + std::string(word_in(kBoundWords, edge.bound)) + " " + edge.value);
    if (edge.bound == Bound::kBefore || edge.bound == Bound::kAfter)
      return conflict(Difference::kBound, day.value + " is not " +
                                              std::string(word_in(kBoundWords, edge.bound)) + " " +
                                              edge.value);
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

// ---- amounts --------------------------------------------------------------------------

bool is_currency(const Amount& amount) {
  return amount.currency_basis != CurrencyBasis::kNone;
}

bool is_share(std::string_view unit) {
  return unit == "percent" || unit == "percentage point";
}

// Money, percentages and measures never meet anything but their own kind; what is counted may
// go by many names (sailors, people), and the slot has already said it is the same.
bool counts_things(const Amount& amount) {
  return !is_currency(amount) && !is_share(amount.unit.str()) &&
         units_named(amount.unit.str()).empty();
}

double half_of_last_digit(const Decimal& value) {
  return std::pow(10.0, value.exponent()) / 2;
}

// The single figure of an amount that has one.
const Decimal& figure_of(const Amount& amount) {
  return amount.low ? *amount.low : *amount.high;
}

bool has_figures(const Amount& amount) {
  switch (amount.relation) {
    case Relation::kAtMost: return amount.high.has_value();
    case Relation::kRange:
    case Relation::kVague: return amount.low && amount.high;
    default: return amount.low.has_value();
  }
}

// The least and the most an amount can be, as doubles: ratios and tolerances only.
struct Reach {
  double low, high;
};
Reach reach_of(const Amount& amount) {
  switch (amount.relation) {
    case Relation::kAbout: {
      const double value = amount.low->approximate();
      const double slack = std::max(std::abs(value) * kAbout, half_of_last_digit(*amount.low));
      return {value - slack, value + slack};
    }
    case Relation::kAtLeast: {
      const double value = amount.low->approximate();
      return {value, value * kReachOfBound};
    }
    case Relation::kAtMost: {
      const double value = amount.high->approximate();
      return {value / kReachOfBound, value};
    }
    default:
      return {amount.low->approximate(),
              amount.high ? amount.high->approximate() : amount.low->approximate()};
  }
}

std::string plural(std::string_view noun) {
  const std::string word(noun);
  if (word == "person") return "people";
  if (word.ends_with("child")) return word + "ren";
  if (word.ends_with("man")) return word.substr(0, word.size() - 2) + "en";
  if (word.ends_with("s") || word.ends_with("x") || word.ends_with("ch") || word.ends_with("sh"))
    return word + "es";
  if (word.size() > 2 && word.ends_with("y") &&
      std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos)
    return word.substr(0, word.size() - 1) + "ies";
  return word + "s";
}

// "6 <> 14 rifles": as printed, with what is counted where only one thing is.
std::string differing(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  std::string text = std::string(a.words) + " <> " + std::string(b.words);
  if (counts_things(x) && x.unit == y.unit && !x.unit.empty()) text += " " + plural(x.unit.str());
  return text;
}

std::string apart_in_percent(double a, double b) {
  const double most = std::max(std::abs(a), std::abs(b));
  if (most == 0) return {};
  const double percent = std::abs(a - b) / most * 100;
  if (percent < 0.5) return ": less than 1 % apart";
  return ": " + std::to_string(std::lround(percent)) + " % apart";
}

Comparison value_conflict(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  return conflict(Difference::kValue,
                  differing(a, b, x, y) +
                      apart_in_percent(figure_of(x).approximate(), figure_of(y).approximate()));
}

// Two figures without any "about": equal, or equal to the precision of the coarser.
Comparison compare_figures(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  const Decimal &left = *x.low, &right = *y.low;
  if (left == right) return same(a, b);
  const bool left_coarser = left.exponent() > right.exponent();
  const Decimal& coarse = left_coarser ? left : right;
  const Decimal& fine = left_coarser ? right : left;
  if (coarse.exponent() > fine.exponent() && fine.rounded_to(coarse.exponent()) == coarse)
    return agree(Difference::kApprox, std::string(left_coarser ? a.words : b.words) + " rounds " +
                                          std::string(left_coarser ? b.words : a.words));
  return value_conflict(a, b, x, y);
}

// One side at least is a bound: "at least", "up to".
Comparison compare_bounds(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  if (x.relation == y.relation) {
    if (figure_of(x) == figure_of(y)) return same(a, b);
    const bool lower = x.relation == Relation::kAtLeast;
    return conflict(lower ? Difference::kUpdate : Difference::kValue,
                    differing(a, b, x, y) + (lower ? ": two lower bounds" : ": two upper bounds"));
  }
  const bool bound_first = x.relation == Relation::kAtLeast ||
                           (x.relation == Relation::kAtMost && y.relation != Relation::kAtLeast);
  const Amount& bound = bound_first ? x : y;
  const Amount& other = bound_first ? y : x;
  const std::string_view bound_words = (bound_first ? a : b).words;
  const std::string_view other_words = (bound_first ? b : a).words;
  const Reach allowed = reach_of(bound), stated = reach_of(other);
  const bool lower = bound.relation == Relation::kAtLeast;
  if (lower ? stated.high < allowed.low : stated.low > allowed.high)
    return conflict(Difference::kBound, std::string(other_words) +
                                            (lower ? " is less than " : " is more than ") +
                                            figure_of(bound).str());
  if (lower ? stated.low <= allowed.high : stated.high >= allowed.low)
    return agree(Difference::kApprox,
                 std::string(other_words) + " is within " + quoted(bound_words));
  if (lower)
    return conflict(Difference::kUpdate,
                    std::string(other_words) + " is far above " + quoted(bound_words));
  return {};  // far below "up to": both may be true, and say little of each other
}

Comparison compare_in_one_unit(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  if (!has_figures(x) || !has_figures(y)) return {};
  if (x.relation == y.relation && x.low == y.low && x.high == y.high) return same(a, b);
  const auto is = [&](Relation relation) {
    return x.relation == relation || y.relation == relation;
  };
  if (is(Relation::kAtLeast) || is(Relation::kAtMost)) return compare_bounds(a, b, x, y);
  if (x.relation == Relation::kEqual && y.relation == Relation::kEqual)
    return compare_figures(a, b, x, y);
  const Reach left = reach_of(x), right = reach_of(y);
  if (left.low <= right.high && right.low <= left.high)
    return agree(Difference::kApprox, quoted(a.words) + " ~ " + quoted(b.words));
  if (is(Relation::kRange) || is(Relation::kVague))
    return conflict(Difference::kValue, differing(a, b, x, y) + ": no figure fits both");
  return value_conflict(a, b, x, y);
}

// What an amount may be in the base units of its dimension, exactly, with the slack of its
// rounding.
struct Extent {
  Rational low, high;
  bool known() const { return low.known() && high.known(); }
};

Extent extent_of(const Amount& amount, const Unit& unit) {
  const Decimal& figure = figure_of(amount);
  const Rational half_of_last(Decimal(5, figure.exponent() - 1));
  Rational low(amount.low.value_or(figure)), high(amount.high.value_or(figure));
  if (amount.relation == Relation::kAbout) {
    const Rational slack = (low < Rational() ? -low : low) * kExactAbout;
    low = low - slack;
    high = high + slack;
  } else if (amount.relation == Relation::kAtLeast) {
    high = high * kExactReachOfBound;
  } else if (amount.relation == Relation::kAtMost) {
    low = low * kExactReachOfBound.inverse();
  }
  const std::int64_t seconds = seconds_in(amount.per.str());
  const Rational rate(1, seconds > 0 ? seconds : 1);
  return {in_base_unit(low - half_of_last, unit) * rate,
          in_base_unit(high + half_of_last, unit) * rate};
}

// "length" of miles, "speed" of miles an hour and of knots, "volume/time" of barrels a day,
// "length/gallon" of miles to the gallon.
std::string measured(const Unit& unit, const Amount& amount) {
  std::string dimension(unit.dimension);
  if (amount.per.empty()) return dimension;
  if (seconds_in(amount.per.str()) == 0) return dimension.append("/").append(amount.per.str());
  return dimension == "length" ? "speed" : dimension + "/time";
}

bool meet(const Extent& one, const Extent& two, bool exact) {
  const Rational widest = std::max(one.high, two.high);
  const Rational slack = exact ? Rational() : widest * kConversion;
  return one.low <= two.high + slack && two.low <= one.high + slack;
}

// Where a name stands for several units, one reading of each side must do.
Comparison compare_measures(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  const auto left = units_named(x.unit.str()), right = units_named(y.unit.str());
  if (left.empty() || right.empty() || !has_figures(x) || !has_figures(y)) return {};
  if (measured(left.front(), x) != measured(right.front(), y)) return {};
  const bool exact = left.front().dimension == "temperature";
  Comparison verdict;
  for (const Unit& unit_a : left) {
    for (const Unit& unit_b : right) {
      if (!unit_a.converts() || !unit_b.converts()) continue;
      const Extent one = extent_of(x, unit_a), two = extent_of(y, unit_b);
      if (!one.known() || !two.known()) continue;
      if (meet(one, two, exact))
        return agree(Difference::kUnit, quoted(a.words) + " = " + quoted(b.words));
      if (verdict.verdict == Verdict::kUnrelated)
        verdict = conflict(Difference::kValue,
                           std::string(a.words) + " <> " + std::string(b.words) +
                               apart_in_percent((one.low + one.high).approximate() / 2,
                                                (two.low + two.high).approximate() / 2));
    }
  }
  return verdict;
}

// Sums in two currencies meet where either text converts its own.
Comparison compare_sums(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  const auto meet = [&](const Amount& left, const Amount& right) -> Comparison {
    if (left.unit != right.unit || left.per != right.per) return {};
    Comparison found = compare_in_one_unit(a, b, left, right);
    if (found.verdict == Verdict::kAgree) found.kind = Difference::kUnit;
    return found;
  };
  Comparison best;
  const auto keep = [&](Comparison found) {
    if (found.verdict == Verdict::kAgree || best.verdict == Verdict::kUnrelated)
      if (best.verdict != Verdict::kAgree) best = std::move(found);
  };
  for (const Amount& other : b.also) keep(meet(x, other));
  for (const Amount& other : a.also) keep(meet(other, y));
  for (const Amount& left : a.also)
    for (const Amount& right : b.also) keep(meet(left, right));
  return best;
}

Comparison compare_amounts(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  if (is_currency(x) != is_currency(y)) return {};
  if (x.unit == y.unit && x.per == y.per) return compare_in_one_unit(a, b, x, y);
  if (is_currency(x)) return compare_sums(a, b, x, y);
  if (counts_things(x) && counts_things(y) && x.per == y.per)
    return compare_in_one_unit(a, b, x, y);
  return compare_measures(a, b, x, y);
}

}  // namespace

Comparison compare(const Stated& a, const Stated& b) {
  const auto* time_a = std::get_if<TimeValue>(&a.value);
  const auto* time_b = std::get_if<TimeValue>(&b.value);
  if (time_a && time_b) return compare_times(a, b, *time_a, *time_b);
  const auto* amount_a = std::get_if<Amount>(&a.value);
  const auto* amount_b = std::get_if<Amount>(&b.value);
  if (amount_a && amount_b) return compare_amounts(a, b, *amount_a, *amount_b);
  return {};
}

}  // namespace newsfacts
