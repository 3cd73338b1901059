// The readers of date_forms.rules.

#include "corpus/utf8.h"
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

bool is_capital(std::string_view words) {
  return is_upper(code_point_at(words, 0).value);
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

}  // namespace

std::optional<Reading> read_date_forms(const Fields& fields) {
  if (fields.has("a")) return in_figures(fields);
  const std::string year = year_of(fields);
  if (const auto month = fields.number("month")) {
    const auto day = fields.number("day");
    const bool cased = is_capital(fields.words("month"));
    if (!day) return explicit_date(year + "-" + padded(*month, 2), Grain::kMonth);
    if (year == "XXXX" && !cased) return std::nullopt;  // the march second graders made
    return date_on(year, *month, *day);
  }
  if (fields.has("season"))
    return explicit_date(year + "-" + std::string(fields["season"]), Grain::kSeason);
  return explicit_date(year, Grain::kYear);
}

void settle_date_forms(Document& document) {
  settle_day_order(document);
  settle_times(document);
}

}  // namespace newsfacts
