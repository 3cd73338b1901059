#include "extractors/timex.h"

#include <algorithm>
#include <charconv>

namespace newsfacts {
namespace {

namespace ch = std::chrono;

// Years are astronomical: 0 is 1 BC.
constexpr int kFirstYear = -9998, kLastYear = 9999;
constexpr std::string_view kBeforeChrist = "BC";

struct Ymd {
  int year;
  unsigned month, day;
};

Ymd parts(Day day) {
  const ch::year_month_day date(day);
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

Day last_of_month(int year, unsigned month) {
  return ch::year(year) / ch::month(month) / ch::last;
}

Day monday_of(Day day) {
  return day - ch::days(iso_weekday(day) - 1);
}

// ISO 8601: week 1 is the one with the year's first Thursday.
Day first_monday(int year) {
  return monday_of(ch::year(year) / ch::January / 4);
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || rest != end || value < 0) return std::nullopt;
  return value;
}

std::optional<Day> date(int year, unsigned month, unsigned day) {
  const ch::year_month_day date = ch::year(year) / ch::month(month) / ch::day(day);
  if (!date.ok() || year < kFirstYear || year > kLastYear) return std::nullopt;
  return Day(date);
}

Interval years(int first, int last) {
  const auto from = date(first, 1, 1), to = date(last, 12, 31);
  if (!from || !to) return {};
  return {from, to};
}

// From the first day of a month to the last of another, counted on from January of `year`.
Interval months(int year, unsigned first, unsigned count) {
  const auto from = date(year, first, 1);
  if (!from) return {};
  const unsigned last = first + count - 2;
  const int last_year = year + static_cast<int>(last / 12);
  if (last_year > kLastYear) return {};
  return {from, last_of_month(last_year, last % 12 + 1)};
}

Interval week(int year, std::string_view rest) {
  const auto number_of_week = number(rest.substr(0, 2));
  if (rest.size() < 2 || !number_of_week || *number_of_week < 1) return {};
  const Day monday = first_monday(year) + ch::weeks(*number_of_week - 1);
  if (monday >= first_monday(year + 1)) return {};  // few years have a week 53
  if (rest.size() == 2) return {monday, monday + ch::days(6)};
  if (rest.substr(2) == "-WE") return {monday + ch::days(5), monday + ch::days(6)};
  return {};
}

Interval season(int year, std::string_view name) {
  if (name == "SP") return months(year, 3, 3);
  if (name == "SU") return months(year, 6, 3);
  if (name == "FA") return months(year, 9, 3);
  if (name == "WI") return months(year, 12, 3);
  return {};
}

}  // namespace

unsigned iso_weekday(Day day) {
  return ch::weekday(day).iso_encoding();
}

std::string padded(unsigned number, unsigned width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string timex_of(Day day, Grain grain) {
  const auto [year, month, day_of_month] = parts(day);
  const bool before_christ = year < 1;
  const std::string y = padded(static_cast<unsigned>(before_christ ? 1 - year : year), 4);
  const std::string era(before_christ ? kBeforeChrist : "");
  switch (grain) {
    case Grain::kWeek:
    case Grain::kWeekend: {
      const int week_year = parts(monday_of(day) + ch::days(3)).year;
      const auto weeks = (monday_of(day) - first_monday(week_year)).count() / 7 + 1;
      if (week_year < 1) return era + y + "-WXX";
      return padded(static_cast<unsigned>(week_year), 4) + "-W" +
             padded(static_cast<unsigned>(weeks), 2) + (grain == Grain::kWeekend ? "-WE" : "");
    }
    case Grain::kMonth: return era + y + "-" + padded(month, 2);
    case Grain::kQuarter: return era + y + "-Q" + std::to_string((month - 1) / 3 + 1);
    case Grain::kHalf: return era + y + "-H" + std::to_string((month - 1) / 6 + 1);
    case Grain::kYear: return era + y;
    case Grain::kDecade: return era + y.substr(0, 3);
    case Grain::kCentury: return era + y.substr(0, 2);
    default: return era + y + "-" + padded(month, 2) + "-" + padded(day_of_month, 2);
  }
}

Interval reckoned_days_of(std::string_view timex) {
  timex = timex.substr(0, timex.find('T'));
  const bool before_christ = timex.starts_with(kBeforeChrist);
  if (before_christ) timex.remove_prefix(kBeforeChrist.size());
  const auto astronomical = [&](int year) { return before_christ ? 1 - year : year; };
  if (timex.size() < 4) {
    const auto prefix = number(timex);
    if (!prefix || timex.size() < 2) return {};
    const int span = timex.size() == 3 ? 10 : 100;
    const int low = std::max(*prefix * span, 1), high = *prefix * span + span - 1;
    return before_christ ? years(astronomical(high), astronomical(low)) : years(low, high);
  }
  const auto printed = number(timex.substr(0, 4));
  if (!printed || *printed < 1) return {};
  const int year = astronomical(*printed);
  if (timex.size() == 4) return years(year, year);
  if (timex[4] != '-') return {};
  const std::string_view rest = timex.substr(5);
  if (rest.starts_with('W') && rest != "WI")
    return before_christ ? Interval() : week(year, rest.substr(1));
  if (rest.size() == 2) {
    if (rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4')
      return months(year, static_cast<unsigned>(rest[1] - '1') * 3 + 1, 3);
    if (rest[0] == 'H' && (rest[1] == '1' || rest[1] == '2'))
      return months(year, rest[1] == '1' ? 1 : 7, 6);
    const auto month = number(rest);
    return month ? months(year, static_cast<unsigned>(*month), 1) : season(year, rest);
  }
  if (!before_christ) {
    const auto day = parse_day(timex);
    return {day, day};
  }
  if (rest.size() != std::string_view("03-14").size()) return {};
  const auto month = number(rest.substr(0, 2)), day_of_month = number(rest.substr(3));
  if (!month || !day_of_month) return {};
  const auto day =
      date(year, static_cast<unsigned>(*month), static_cast<unsigned>(*day_of_month));
  return {day, day};
}

Interval days_of(std::string_view timex) {
  return timex.starts_with(kBeforeChrist) ? Interval() : reckoned_days_of(timex);
}

std::optional<Day> moved(Day day, Grain grain, int count) {
  if (count > 1'000'000 || count < -1'000'000) return std::nullopt;
  int months = 0;
  switch (grain) {
    case Grain::kWeek:
    case Grain::kWeekend: day += ch::weeks(count); break;
    case Grain::kMonth: months = count; break;
    case Grain::kQuarter: months = 3 * count; break;
    case Grain::kHalf: months = 6 * count; break;
    case Grain::kSeason:
    case Grain::kYear: months = 12 * count; break;
    case Grain::kDecade: months = 120 * count; break;
    case Grain::kCentury: months = 1200 * count; break;
    default: day += ch::days(count); break;
  }
  const auto [year, month, day_of_month] = parts(day);
  const int total = year * 12 + static_cast<int>(month) - 1 + months;
  const int y = (total >= 0 ? total : total - 11) / 12;  // rounded down
  const unsigned m = static_cast<unsigned>(total - y * 12) + 1;
  if (y < kFirstYear || y > kLastYear) return std::nullopt;
  return date(y, m, std::min(day_of_month, parts(last_of_month(y, m)).day));
}

std::string duration_of(std::string_view count, Grain unit) {
  const std::string number(count);
  switch (unit) {
    case Grain::kSecond: return "PT" + number + "S";
    case Grain::kMinute: return "PT" + number + "M";
    case Grain::kHour: return "PT" + number + "H";
    case Grain::kWeekend: return "P" + number + "WE";
    case Grain::kWeek: return "P" + number + "W";
    case Grain::kMonth: return "P" + number + "M";
    case Grain::kQuarter: return "P" + number + "Q";
    case Grain::kYear: return "P" + number + "Y";
    case Grain::kDecade: return "P" + number + "DE";
    case Grain::kCentury: return "P" + number + "CE";
    default: return "P" + number + "D";
  }
}

}  // namespace newsfacts
