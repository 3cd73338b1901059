// The readers of date_forms.rules.

#include "corpus/utf8.h"
#include "extractors/date_words.h"
#include "extractors/day_order.h"
#include "extractors/extractor.h"
#include "extractors/reckoning.h"
#include "extractors/timex.h"

namespace newsfacts {
namespace {

constexpr unsigned kPivot = 50;  // '49 is 2049, '50 is 1950
constexpr int kLeapYear = 2000;

std::optional<Reading> explicit_date(std::string value, Grain grain) {
  TimeValue time;
  time.days = days_of(value);
  if (!time.days.known()) return std::nullopt;
  time.value = std::move(value);
  time.grain = grain;
  return Reading{Kind::kDate, std::move(time)};
}

// "nineteen ninety-nine", "nineteen hundred", "two thousand and five".
std::string year_in_words(const Fields& fields) {
  if (fields.has("thousand")) return "20" + padded(fields.number("ones").value_or(0), 2);
  const std::string century(fields["century"]);
  if (fields.has("hundred")) return century + padded(fields.number("ones").value_or(0), 2);
  return century + std::string(fields["rest"]);
}

std::string year_of(const Fields& fields) {
  if (fields.has("year")) return std::string(fields["year"]);
  if (fields.has("century") || fields.has("thousand")) return year_in_words(fields);
  if (!fields.has("yy")) return "XXXX";
  const unsigned yy = *fields.number("yy");
  return (yy < kPivot ? "20" : "19") + padded(yy, 2);
}

std::optional<Reading> date_on(const std::string& year, unsigned month, unsigned day) {
  if (!day_of(kLeapYear, month, day)) return std::nullopt;
  std::string form = year + "-" + padded(month, 2) + "-" + padded(day, 2);
  if (year == "XXXX")
    return Reading{Kind::kDate, open_value(std::move(form), Grain::kDay, Reckon::kNear)};
  return explicit_date(std::move(form), Grain::kDay);
}

// Round the clock and round the year, and the day of the attacks on New York: no dates of now.
bool is_an_idiom(unsigned a, unsigned b) {
  return (a == 24 && b == 7) || (a == 9 && b == 11);
}

std::optional<Reading> in_figures(const Fields& fields) {
  const unsigned a = *fields.number("a"), b = *fields.number("b");
  const std::string year = year_of(fields);
  if (year == "XXXX" && is_an_idiom(a, b)) return std::nullopt;
  const auto day_first = date_on(year, b, a), month_first = date_on(year, a, b);
  if (!day_first || !month_first || a == b) return day_first ? day_first : month_first;
  TimeValue time;
  time.value = year + "-XX-XX";
  time.grain = Grain::kDay;
  time.basis = TimeBasis::kUnresolved;
  return Reading{Kind::kDate, std::move(time)};
}

// 2022/23 and 1999/2000 are a year; 2022/24 is a fraction, or the number of a file.
bool follows(unsigned year, unsigned next) {
  return next < 100 ? (year + 1) % 100 == next : year + 1 == next;
}

// The `nth` (from 1; 0 is the last) `weekday` of a month.
std::optional<Day> weekday_of_month(int year, unsigned month, unsigned weekday, unsigned nth) {
  namespace ch = std::chrono;
  const auto first = day_of(year, month, 1);
  if (!first || nth > 5) return std::nullopt;
  const ch::weekday wanted(weekday % 7);
  const ch::year_month_day last(ch::year(year) / ch::month(month) / ch::last);
  const Day day = nth == 0 ? Day(ch::sys_days(last)) - (ch::weekday(ch::sys_days(last)) - wanted)
                           : *first + (wanted - ch::weekday(*first)) + ch::weeks(nth - 1);
  if (ch::year_month_day(day).month() != ch::month(month)) return std::nullopt;
  return day;
}

std::optional<Reading> month_near(const Fields& fields, unsigned month) {
  const std::string year = year_of(fields);
  std::string form = year + "-" + padded(month, 2);
  if (year != "XXXX") return explicit_date(std::move(form), Grain::kMonth);
  return Reading{Kind::kDate, open_value(std::move(form), Grain::kMonth, Reckon::kNear)};
}

// "the last week of July", "the first Monday of October 2025".
std::optional<Reading> part_of_month(const Fields& fields, unsigned month) {
  const auto weekday = fields.number("weekday");
  if (!weekday || !fields.has("year")) return month_near(fields, month);
  const unsigned nth = fields.has("last") ? 0 : fields.number("nth").value_or(9);
  const auto day = weekday_of_month(static_cast<int>(*fields.number("year")), month, *weekday, nth);
  return day ? explicit_date(iso(*day), Grain::kDay) : std::nullopt;
}

std::optional<Reading> week_of_year(const Fields& fields) {
  const std::string year(fields["year"]);
  if (fields.has("last")) {
    const auto day = day_of(static_cast<int>(*fields.number("year")), 12, 28);  // in it by ISO 8601
    return explicit_date(timex_of(*day, Grain::kWeek), Grain::kWeek);
  }
  const auto week = fields.number(fields.has("week") ? "week" : "nth");
  return week ? explicit_date(year + "-W" + padded(*week, 2), Grain::kWeek) : std::nullopt;
}

// "on monday", "next friday"; date.rules has those in capitals.
std::optional<Reading> on_weekday(const Fields& fields) {
  if (begins_upper(fields.words("weekday"))) return std::nullopt;
  return Reading{Kind::kDate, open_value("XXXX-WXX-" + std::string(fields["weekday"]), Grain::kDay,
                                         reckon_of(fields))};
}

// The holiday itself, to be moved to its weekend by settle_date_forms().
std::optional<Reading> holiday_of(const Fields& fields) {
  if (!begins_upper(fields.words("holiday"))) return std::nullopt;
  auto value = value_of_holiday(fields, "", Grain::kDay);
  if (!value) return std::nullopt;
  return Reading{Kind::kDate, *std::move(value)};
}

// A day of some month, to be found by settle_date_forms().
std::optional<Reading> some_day(unsigned day) {
  if (day < 1 || day > 31) return std::nullopt;
  TimeValue time;
  time.value = "XXXX-XX-" + padded(day, 2);
  time.grain = Grain::kDay;
  time.basis = TimeBasis::kUnresolved;
  return Reading{Kind::kDate, std::move(time)};
}

// "Friday the 13th" is the nearest one on a Friday.
void close_some_day(unsigned weekday, Day published, TimeValue* time) {
  constexpr int kMonths = 14;  // no two Fridays the 13th are further apart
  if (!time->value.starts_with("XXXX-XX-")) return;
  const std::string day_of_month = time->value.substr(time->value.size() - 2);
  std::optional<Day> nearest;
  const auto far = [&](Day day) { return std::chrono::abs(day - published); };
  for (int months = -kMonths; months <= kMonths; ++months) {
    const auto there = moved(published, Grain::kMonth, months);
    if (!there) continue;
    const auto day = parse_day(timex_of(*there, Grain::kMonth) + "-" + day_of_month);
    if (!day || iso_weekday(*day) != weekday) continue;
    if (!nearest || far(*day) < far(*nearest)) nearest = day;
  }
  if (!nearest) return;
  time->value = iso(*nearest);
  time->days = {nearest, nearest};
  time->basis = TimeBasis::kPublished;
  time->anchor = published;
}

// "the week of April 10".
void widen_to_week(TimeValue* time) {
  if (!time->days.first) return;
  time->value = timex_of(*time->days.first, Grain::kWeek);
  time->days = days_of(time->value);
  time->grain = Grain::kWeek;
}

// "Labor Day weekend": the one nearest to it.
void move_to_weekend(TimeValue* time) {
  time->grain = Grain::kWeekend;
  if (!time->days.first) {
    time->value = "XXXX-WXX-WE";
    return;
  }
  constexpr unsigned kTuesday = 2;
  const std::chrono::days back(iso_weekday(*time->days.first) <= kTuesday ? 7 : 0);
  time->value = timex_of(*time->days.first - back, Grain::kWeekend);
  time->days = days_of(time->value);
}

}  // namespace

std::optional<Reading> read_date_forms(const Fields& fields) {
  if (fields.has("counted")) return std::nullopt;
  if (fields.has("next") && !follows(*fields.number("year"), *fields.number("next")))
    return std::nullopt;
  if (fields.has("a")) return in_figures(fields);
  if (fields.has("holiday")) return holiday_of(fields);
  if (fields.has("any_case")) return on_weekday(fields);
  if (const std::string_view unit = fields["unit"]; !unit.empty()) {
    const bool week = unit == "week" || unit == "Week";
    return Reading{Kind::kDate,
                   open_value(week ? "XXXX-WXX" : "XXXX", week ? Grain::kWeek : Grain::kYear,
                              Reckon::kShift, std::stoi(std::string(fields["rel"])))};
  }
  const std::string year = year_of(fields);
  const auto month = fields.number("month"), day = fields.number("day");
  if (month && day) {
    const bool cased = begins_upper(fields.words("month"));
    if (year == "XXXX" && !cased) return std::nullopt;  // the march second graders made
    return date_on(year, *month, *day);
  }
  if (month) {
    // 2009-12 may be a season of two years; 2015-12 is not.
    if (fields.has("late") && *month > *fields.number("year") % 100) return std::nullopt;
    return part_of_month(fields, *month);
  }
  if (fields.has("lone") && *day <= 31)
    return Reading{Kind::kDate,
                   open_value("XXXX-XX-" + padded(*day, 2), Grain::kDay, Reckon::kNear)};
  if (day) {
    // "on Monday the first tanker"
    const bool may_count = *day < 10 && !fields.words("day").starts_with(fields["day"]);
    return may_count ? std::nullopt : some_day(*day);
  }
  if (const std::string_view half = fields["half"]; !half.empty())
    return explicit_date(year + "-H" + std::string(half), Grain::kHalf);
  if (const std::string_view quarter = fields["quarter"]; !quarter.empty())
    return explicit_date(year + "-Q" + std::string(quarter), Grain::kQuarter);
  if (fields.has("season"))
    return explicit_date(year + "-" + std::string(fields["season"]), Grain::kSeason);
  if (fields.has("week") || fields.has("nth") || fields.has("last")) return week_of_year(fields);
  return explicit_date(year, Grain::kYear);
}

void settle_date_forms(Document& document) {
  static const Symbol with_weekday("date_forms/weekday-and-day"), week("date_forms/week-of"),
      weekend("date_forms/holiday-weekend");
  settle_day_order(document);
  settle_times(document);
  const auto published = document.metadata.published_day();
  for (Mention& mention : document.mentions) {
    if (mention.rule == weekend) move_to_weekend(&std::get<TimeValue>(mention.value));
    if (mention.rule == week) widen_to_week(&std::get<TimeValue>(mention.value));
    if (!published || mention.rule != with_weekday) continue;
    if (const auto weekday = weekday_in(document.at(mention.span)))
      close_some_day(*weekday, *published, &std::get<TimeValue>(mention.value));
  }
}

}  // namespace newsfacts
