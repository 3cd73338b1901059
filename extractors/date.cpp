// The readers of date.rules.  Which fields took part tells what was said.

#include <array>

#include "corpus/utf8.h"
#include "extractors/extractor.h"
#include "extractors/reckoning.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

std::optional<Reading> date(TimeValue time) {
  return Reading{Kind::kDate, std::move(time)};
}

std::optional<Reading> explicit_date(std::string value, Grain grain) {
  TimeValue time;
  time.days = days_of(value);
  if (!time.days.known()) return std::nullopt;
  time.value = std::move(value);
  time.grain = grain;
  return date(std::move(time));
}

std::optional<Reading> open_date(std::string x_form, Grain grain, Reckon how, int count = 0) {
  return date(open_value(std::move(x_form), grain, how, count));
}

// A reference without a value in the calendar: PAST_REF, FUTURE_REF.
std::optional<Reading> reference(std::string_view value) {
  TimeValue time;
  time.value = value;
  time.basis = TimeBasis::kPublished;
  return date(std::move(time));
}

int integer(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  int value = 0;
  for (const char c : digits.substr(negative ? 1 : 0)) value = value * 10 + (c - '0');
  return negative ? -value : value;
}

Reckon reckon_of(const Fields& fields) {
  if (!fields.has("rel")) return Reckon::kNear;
  const int shift = integer(fields["rel"]);
  return shift < 0 ? Reckon::kLast : shift > 0 ? Reckon::kNext : Reckon::kThis;
}

std::string year_of(const Fields& fields) {
  if (fields.has("year")) return std::string(fields["year"]);
  return "XXXX";
}

std::optional<Reading> of_form(const std::string& form, Grain grain, Reckon how) {
  return form.starts_with("XXXX") ? open_date(form, grain, how) : explicit_date(form, grain);
}

// Words that are also something else must be printed as the calendar prints them.
bool looks_like_a_name(std::string_view words) {
  return !words.empty() && is_upper(code_point_at(words, 0).value);
}

std::optional<Reading> day_of_month(const Fields& fields, unsigned month, unsigned day) {
  constexpr int kLeapYear = 2000;
  if (!day_of(kLeapYear, month, day)) return std::nullopt;
  return of_form(year_of(fields) + "-" + padded(month, 2) + "-" + padded(day, 2), Grain::kDay,
                 Reckon::kNear);
}

std::optional<Reading> month_of(const Fields& fields, unsigned month) {
  const std::string_view words = fields.words("month");
  const bool abbreviated = words.size() <= 4 && month != 5 && month != 6 && month != 7;
  if (fields.has("year"))
    return explicit_date(year_of(fields) + "-" + padded(month, 2), Grain::kMonth);
  if (!looks_like_a_name(words) || abbreviated) return std::nullopt;
  const std::string form = "XXXX-" + padded(month, 2);
  if (fields.has("same")) return open_date(form, Grain::kMonth, Reckon::kContext);
  return open_date(form, Grain::kMonth, reckon_of(fields));
}

struct Unit {
  Grain grain;
  std::string_view x_form;
};

std::optional<Unit> unit_of(std::string_view word) {
  static constexpr std::array<Unit, 8> kUnits = {{{Grain::kDay, "XXXX-XX-XX"},
                                                  {Grain::kWeekend, "XXXX-WXX-WE"},
                                                  {Grain::kWeek, "XXXX-WXX"},
                                                  {Grain::kMonth, "XXXX-XX"},
                                                  {Grain::kQuarter, "XXXX-QX"},
                                                  {Grain::kYear, "XXXX"},
                                                  {Grain::kDecade, "XXX"},
                                                  {Grain::kCentury, "XX"}}};
  for (const Unit& unit : kUnits)
    if (word_in(kGrainWords, unit.grain) == word) return unit;
  return std::nullopt;
}

// "three weeks ago", "two days later", "the same month".
std::optional<Reading> moved_by_units(const Fields& fields) {
  const auto unit = unit_of(fields["unit"]);
  if (!unit) return std::nullopt;  // hours ago is no date
  const std::string form(unit->x_form);
  if (fields.has("same")) return open_date(form, unit->grain, Reckon::kContext, 0);
  if (fields.has("step"))
    return open_date(form, unit->grain, Reckon::kContext, fields["step"] == "previous" ? -1 : 1);
  const std::string_view count = fields["count"];
  const bool article = count == "a" || count == "an" || count == "A" || count == "An";
  const bool later = fields.has("way") && fields["way"] != "earlier";
  if (count == "X") {
    if (fields.has("way")) return std::nullopt;
    return reference(fields.has("hence") ? "FUTURE_REF" : "PAST_REF");
  }
  const int units = article ? 1 : integer(count);
  if (fields.has("way"))
    return open_date(form, unit->grain, Reckon::kContext, later ? units : -units);
  return open_date(form, unit->grain, Reckon::kShift, fields.has("hence") ? units : -units);
}

std::optional<Reading> half_or_quarter(const Fields& fields, std::string_view letter) {
  const auto number = fields.number(letter == "H" ? "half" : "quarter");
  if (!number || (letter == "H" && *number > 2)) return std::nullopt;
  const std::string form = "-" + std::string(letter) + std::to_string(*number);
  const Grain grain = letter == "H" ? Grain::kHalf : Grain::kQuarter;
  if (!fields.has("this")) return of_form(year_of(fields) + form, grain, Reckon::kNear);
  // "the first half of last year"
  const auto year = fields["this"] == "last"   ? Reckon::kLast
                    : fields["this"] == "next" ? Reckon::kNext
                                               : Reckon::kThis;
  return open_date("XXXX" + form, grain, year);
}

std::optional<Reading> long_period(const Fields& fields) {
  if (fields.has("decade"))
    return explicit_date(std::string(fields["decade"].substr(0, 3)), Grain::kDecade);
  if (fields.has("tens"))
    return explicit_date("19" + std::string(fields["tens"].substr(0, 1)), Grain::kDecade);
  return explicit_date(padded(*fields.number("century") - 1, 2), Grain::kCentury);
}

}  // namespace

std::optional<Reading> read_date(const Fields& fields) {
  if (fields.has("counted")) return std::nullopt;
  if (fields.has("holiday"))
    return of_form(year_of(fields) + "-" + std::string(fields["holiday"]), Grain::kDay,
                   Reckon::kNear);
  if (fields.has("month")) {
    const auto month = fields.number("month"), day = fields.number("day");
    const std::string_view words = fields.words("month");
    if (!day) return month_of(fields, *month);
    // "you may 3", "they march 5 miles"
    const bool any_case = looks_like_a_name(words) || fields.has("any_case");
    if (!fields.has("year") && (*month == 3 || *month == 5) && !any_case)
      return std::nullopt;
    return day_of_month(fields, *month, *day);
  }
  if (fields.has("decade") || fields.has("tens") || fields.has("century"))
    return long_period(fields);
  if (fields.has("half")) return half_or_quarter(fields, "H");
  if (fields.has("quarter")) return half_or_quarter(fields, "Q");
  if (fields.has("season"))
    return of_form(year_of(fields) + "-" + std::string(fields["season"]), Grain::kSeason,
                   reckon_of(fields));
  if (fields.has("weekday")) {
    if (!looks_like_a_name(fields.words("weekday"))) return std::nullopt;
    return open_date("XXXX-WXX-" + std::string(fields["weekday"]), Grain::kDay, reckon_of(fields));
  }
  if (fields.has("shift"))
    return open_date("XXXX-XX-XX", Grain::kDay, Reckon::kShift, integer(fields["shift"]));
  if (fields.has("year")) return explicit_date(year_of(fields), Grain::kYear);
  if (fields.has("weekend")) return open_date("XXXX-WXX-WE", Grain::kWeekend, Reckon::kNear);
  if (fields.has("year_earlier")) return open_date("XXXX", Grain::kYear, Reckon::kShift, -1);
  if (fields.has("latest")) {
    const auto unit = unit_of(fields.has("unit") ? fields["unit"] : "quarter");
    return unit ? open_date(std::string(unit->x_form), unit->grain, Reckon::kShift, -1)
                : std::nullopt;
  }
  if (fields.has("year_end")) return open_date("XXXX", Grain::kYear, Reckon::kShift, 0);
  if (fields.has("rel")) {
    const auto unit = unit_of(fields["unit"]);
    if (!unit) return std::nullopt;
    return open_date(std::string(unit->x_form), unit->grain, Reckon::kShift,
                     integer(fields["rel"]));
  }
  if (fields.has("past")) return reference("PAST_REF");
  if (fields.has("future")) return reference("FUTURE_REF");
  if (fields.has("count") || fields.has("same") || fields.has("step"))
    return moved_by_units(fields);
  if (fields.has("unit")) {
    const auto unit = unit_of(fields["unit"]);
    return unit ? open_date(std::string(unit->x_form), unit->grain, Reckon::kShift) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace newsfacts
