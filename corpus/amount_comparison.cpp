#include "corpus/amount_comparison.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "corpus/exchange_rates.h"
#include "corpus/unit.h"
#include "corpus/verdicts.h"

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

// Whether some day's rate may have made one sum of the other; nullopt where no bounds are known.
std::optional<bool> may_be_one(const Amount& x, const Amount& y) {
  const auto rate = exchange_rate(x.unit.str(), y.unit.str());
  if (!rate || x.per != y.per || !has_figures(x) || !has_figures(y)) return std::nullopt;
  const Reach left = reach_of(x), right = reach_of(y);
  return left.low * rate->low <= right.high && right.low <= left.high * rate->high;
}

// By the bounds of their rates, which every conversion the texts give must keep to.
Comparison compare_by_rates(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  const auto all = [](const Stated& side, const Amount& own) {
    std::vector<const Amount*> sums{&own};
    for (const Amount& other : side.also) sums.push_back(&other);
    return sums;
  };
  bool known = false;
  for (const Amount* left : all(a, x))
    for (const Amount* right : all(b, y))
      if (const auto fits = may_be_one(*left, *right)) {
        if (!*fits) return {};
        known = true;
      }
  if (!known) return {};
  return agree(Difference::kRate,
               quoted(a.words) + " may be " + quoted(b.words) + " by the rate of some day");
}

// Sums in two currencies meet where either text converts its own, else by what rates allow.
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
  return best.verdict == Verdict::kUnrelated ? compare_by_rates(a, b, x, y) : best;
}

}  // namespace

Comparison compare_amounts(const Stated& a, const Stated& b, const Amount& x, const Amount& y) {
  if (is_currency(x) != is_currency(y)) return {};
  if (x.unit == y.unit && x.per == y.per) return compare_in_one_unit(a, b, x, y);
  if (is_currency(x)) return compare_sums(a, b, x, y);
  if (counts_things(x) && counts_things(y) && x.per == y.per)
    return compare_in_one_unit(a, b, x, y);
  return compare_measures(a, b, x, y);
}

}  // namespace newsfacts
