// The readers of date.rules, relative.rules and story.rules.  Which fields took part tells what
// was said.

#include <algorithm>
#include <array>

#include "corpus/utf8.h"
#include "extractors/date_words.h"
#include "extractors/extractor.h"
#include "extractors/open_value.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

std::optional<Reading> date(TimeValue time) {
  return Reading{Kind::kDate, std::move(time)};
}

std::optional<Reading> explicit_date(std::string value, Grain grain) {
  if (!reckoned_days_of(value).known()) return std::nullopt;
  TimeValue time;
  time.days = days_of(value);
  time.value = std::move(value);
  time.grain = grain;
  return date(std::move(time));
}

std::optional<Reading> open_date(std::string x_form, Grain grain, Reckon how,
                                 int count = 0) {
  return date(open_value(std::move(x_form), grain, how, count));
}

// A reference without a value in the calendar: PAST_REF, PRESENT_REF, FUTURE_REF.
std::optional<Reading> reference(std::string_view value) {
  TimeValue time;
  time.value = value;
  time.basis = TimeBasis::kPublished;
  return date(std::move(time));
}

// A day that nothing tells, or its `hour`: "the day after the battle", "by night".
std::optional<Reading> some_day(std::string_view hour = {}) {
  TimeValue time;
  time.value = "XXXX-XX-XX" + std::string(hour);
  time.grain = hour.empty() ? Grain::kDay : Grain::kDayPart;
  time.basis = TimeBasis::kUnresolved;
  return Reading{hour.empty() ? Kind::kDate : Kind::kTime, std::move(time)};
}

// "The turn of the century": of which one, nothing tells.
std::optional<Reading> some_year() {
  TimeValue time;
  time.value = "XXXX";
  time.grain = Grain::kYear;
  time.basis = TimeBasis::kUnresolved;
  return date(std::move(time));
}

int integer(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  int value = 0;
  for (const char c : digits.substr(negative ? 1 : 0)) value = value * 10 + (c - '0');
  return negative ? -value : value;
}

bool names_year(const Fields& fields) {
  return fields.has("year") || fields.has("bc") || fields.has("ad");
}

std::string year_of(const Fields& fields) {
  if (fields.has("year")) return std::string(fields["year"]);
  if (fields.has("bc")) return "BC" + padded(*fields.number("bc"), 4);
  if (fields.has("ad")) return padded(*fields.number("ad"), 4);
  if (fields.has("of"))  // 1990-94
    return std::string(fields["of"].substr(0, 2)) + std::string(fields["yy"]);
  return "XXXX";
}

// `part` of a year, "-03-14", "-SU": of the year that is named, of "last year", of "that year",
// of last May, or of a year that is left open.
std::optional<Reading> of_year(const Fields& fields, const std::string& part, Grain grain) {
  const std::string form = year_of(fields) + part;
  if (!form.starts_with("XXXX")) return explicit_date(form, grain);
  if (fields.has("year_rel"))
    return open_date(form, grain, Reckon::kThis, integer(fields["year_rel"]));
  if (fields.has("same")) return open_date(form, grain, Reckon::kContext);
  return open_date(form, grain, reckon_of(fields));
}

std::optional<Reading> day_of_month(const Fields& fields, unsigned month, unsigned day) {
  constexpr int kLeapYear = 2000;
  if (!day_of(kLeapYear, month, day)) return std::nullopt;
  return of_year(fields, "-" + padded(month, 2) + "-" + padded(day, 2), Grain::kDay);
}

std::optional<Reading> month_of(const Fields& fields, unsigned month) {
  const std::string_view words = fields.words("month");
  const bool abbreviated = words.size() <= 4 && month != 5 && month != 6 && month != 7;
  // Words that are also something else must be printed as the calendar prints them.
  const bool is_name = begins_upper(words) && !abbreviated;
  if (!names_year(fields) && !is_name) return std::nullopt;
  return of_year(fields, "-" + padded(month, 2), Grain::kMonth);
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

// "Over the last year", "within the next month": so long, up to now or from now on.
std::optional<Reading> stretch_of(std::string_view word) {
  const auto unit = unit_of(word);
  if (!unit) return std::nullopt;
  TimeValue time;
  time.value = duration_of("1", unit->grain);
  time.grain = unit->grain;
  return Reading{Kind::kDuration, std::move(time)};
}

// "three weeks ago", "two days later".
std::optional<Reading> moved_by_units(const Fields& fields, Unit unit) {
  const std::string form(unit.x_form);
  const std::string_view count = fields["count"];
  const std::string_view way = fields["way"];
  const bool ahead = way == "later" || way == "hence" || way == "from now";
  const bool from_text = way == "later" || way == "earlier" || way == "before";
  if (count == "X" || !fields.has("count"))  // "weeks later"
    return reference(ahead ? "FUTURE_REF" : "PAST_REF");
  if (fields.has("and_half")) {  // "three and a half years ago"
    if (unit.grain != Grain::kYear) return std::nullopt;
    constexpr int kMonths = 12, kHalf = 6;
    const int years = fields.number("count") ? integer(count) : 1;
    return open_date("XXXX-XX", Grain::kMonth, Reckon::kSpoken, -(years * kMonths + kHalf));
  }
  const int units = fields.number("count") ? integer(count) : 1;  // "a week ago"
  if (unit.grain == Grain::kYear && units == 1 && !ahead)
    return open_date(form, unit.grain, Reckon::kYearBefore, from_text ? 1 : 0);
  return open_date(form, unit.grain, from_text ? Reckon::kContext : Reckon::kSpoken,
                   ahead ? units : -units);
}

std::optional<Reading> relative_unit(const Fields& fields) {
  if (fields.has("turn")) return some_year();
  if (fields.has("fortnight")) {
    const std::string_view way = fields["way"];
    const bool spoken = way == "ago";
    return open_date("XXXX-WXX", Grain::kWeek, spoken ? Reckon::kSpoken : Reckon::kContext,
                     way == "later" ? 2 : -2);
  }
  const auto unit = unit_of(fields.has("unit") ? fields["unit"] : "quarter");
  if (!unit) return std::nullopt;  // hours ago is no date
  const std::string form(unit->x_form);
  if (fields.has("way")) return moved_by_units(fields, *unit);
  if (fields.has("same")) return open_date(form, unit->grain, Reckon::kContext);
  if (fields.has("step")) {
    const bool next = fields.words("step") == "next" && unit->grain >= Grain::kQuarter;
    return open_date(form, unit->grain, next ? Reckon::kUpcoming : Reckon::kContext,
                     integer(fields["step"]));
  }
  if (fields.has("like")) return open_date("XXXX-XX", Grain::kMonth, Reckon::kYearBefore);
  if (fields.has("year_ago")) return open_date(form, unit->grain, Reckon::kYearBefore);
  // The quarter or the year that is over; the week or the month that runs.
  if (fields.has("latest"))
    return open_date(form, unit->grain, Reckon::kSpoken, unit->grain >= Grain::kQuarter ? -1 : 0);
  if (fields.has("before_last")) return open_date(form, unit->grain, Reckon::kShift, -2);
  if (fields.has("ending"))  // "by year-end"
    return open_date(form, unit->grain, Reckon::kShift);
  if (fields.has("rel")) {
    const int count = integer(fields["rel"]);
    const bool told = is_of_text(fields.words("rel"));
    return open_date(form, unit->grain, told ? Reckon::kContext : Reckon::kShift, count);
  }
  return open_date(form, unit->grain, Reckon::kDiscussed);
}

std::optional<Reading> half_or_quarter(const Fields& fields, std::string_view letter) {
  const auto number = fields.number(letter == "H" ? "half" : "quarter");
  if (!number || (letter == "H" && *number > 2)) return std::nullopt;
  const std::string form = "-" + std::string(letter) + std::to_string(*number);
  const Grain grain = letter == "H" ? Grain::kHalf : Grain::kQuarter;
  return of_year(fields, form, grain);
}

std::optional<Reading> long_period(const Fields& fields) {
  const std::string era = fields.has("era") ? "BC" : "";
  if (fields.has("decade"))
    return explicit_date(era + padded(*fields.number("decade"), 4).substr(0, 3), Grain::kDecade);
  if (fields.has("tens"))
    return explicit_date("19" + std::string(fields["tens"].substr(0, 1)), Grain::kDecade);
  return explicit_date(era + padded(*fields.number("century") - 1, 2), Grain::kCentury);
}

std::optional<Reading> holiday_of(const Fields& fields) {
  // "Easter" is a name, and printed as such; "election day" tells in lower case, too.
  const std::string_view words = fields.words("holiday");
  const bool tells = words.ends_with(" day") || words.ends_with(" eve") || words == "christmas";
  if (!begins_upper(words) && !tells) return std::nullopt;
  auto value = value_of_holiday(fields, "", Grain::kDay);
  return value ? date(*std::move(value)) : std::nullopt;
}

}  // namespace

std::optional<Reading> read_date(const Fields& fields) {
  if (fields.has("counted")) return std::nullopt;
  if (fields.has("holiday")) return holiday_of(fields);
  if (fields.has("month")) {
    const auto month = fields.number("month"), day = fields.number("day");
    const std::string_view words = fields.words("month");
    if (!day) return month_of(fields, *month);
    // "you may 3", "they march 5 miles"
    const bool any_case = begins_upper(words) || fields.has("any_case");
    if (!names_year(fields) && (*month == 3 || *month == 5) && !any_case)
      return std::nullopt;
    return day_of_month(fields, *month, *day);
  }
  if (fields.has("decade") || fields.has("tens") || fields.has("century"))
    return long_period(fields);
  if (fields.has("half")) return half_or_quarter(fields, "H");
  if (fields.has("quarter")) return half_or_quarter(fields, "Q");
  if (fields.has("season"))
    return of_year(fields, "-" + std::string(fields["season"]), Grain::kSeason);
  if (fields.has("weekday")) {
    if (!begins_upper(fields.words("weekday"))) return std::nullopt;
    const std::string form = "XXXX-WXX-" + std::string(fields["weekday"]);
    if (fields.has("week_rel"))
      return open_date(form, Grain::kDay, Reckon::kThis, integer(fields["week_rel"]));
    return open_date(form, Grain::kDay, reckon_of(fields));
  }
  if (fields.has("ever")) return stretch_of(fields["ever"]);
  if (fields.has("shift"))
    return open_date("XXXX-XX-XX", Grain::kDay, Reckon::kSpoken, integer(fields["shift"]));
  if (fields.has("part")) return some_day("T" + std::string(fields["part"]));
  if (fields.has("some_day")) return some_day();
  if (fields.has("that_time")) return open_date("XXXX-XX-XX", Grain::kNone, Reckon::kDiscussed);
  if (names_year(fields) || fields.has("yy")) return explicit_date(year_of(fields), Grain::kYear);
  if (fields.has("weekend")) return open_date("XXXX-WXX-WE", Grain::kWeekend, Reckon::kNear);
  if (fields.has("past")) return reference("PAST_REF");
  if (fields.has("present")) return reference("PRESENT_REF");
  if (fields.has("future")) return reference("FUTURE_REF");
  return relative_unit(fields);
}

}  // namespace newsfacts
