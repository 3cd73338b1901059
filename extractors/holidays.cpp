#include "extractors/holidays.h"

#include <charconv>
#include <chrono>

namespace newsfacts {
namespace {

namespace ch = std::chrono;

constexpr int kFirstGregorianEaster = 1583;

// Takes a number off the front of `text`; a plus sign is no part of one.
std::optional<int> take_number(std::string_view* text) {
  int value = 0;
  const auto [rest, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc()) return std::nullopt;
  text->remove_prefix(static_cast<std::size_t>(rest - text->data()));
  return value;
}

bool take(std::string_view* text, std::string_view word) {
  if (!text->starts_with(word)) return false;
  text->remove_prefix(word.size());
  return true;
}

// "+1", "-46", or nothing at all.
std::optional<ch::days> shift_of(std::string_view rest) {
  if (rest.empty()) return ch::days(0);
  take(&rest, "+");
  const auto days = take_number(&rest);
  if (!days || !rest.empty()) return std::nullopt;
  return ch::days(*days);
}

std::optional<Day> nth_weekday(int year, unsigned month, unsigned weekday, int which) {
  const ch::weekday name(weekday % 7);  // of ISO 8601, where Sunday is 7
  if (!name.ok() || weekday == 0 || which == 0) return std::nullopt;
  if (which < 0) return Day(ch::year(year) / ch::month(month) / name[ch::last]);
  const auto day = ch::year(year) / ch::month(month) / name[static_cast<unsigned>(which)];
  return day.ok() ? std::optional<Day>(day) : std::nullopt;
}

}  // namespace

Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return Day(ch::year(year) / ch::month(static_cast<unsigned>(n / 31)) /
             ch::day(static_cast<unsigned>(n % 31 + 1)));
}

std::optional<Day> holiday_in(int year, std::string_view rule) {
  if (take(&rule, "easter")) {
    const auto shift = shift_of(rule);
    if (!shift || year < kFirstGregorianEaster) return std::nullopt;
    return easter_sunday(year) + *shift;
  }
  const auto month = take_number(&rule);
  if (!month || *month < 1 || *month > 12 || !take(&rule, "-")) return std::nullopt;
  const auto number = take_number(&rule);
  if (!number || *number < 1) return std::nullopt;
  const auto m = static_cast<unsigned>(*month), n = static_cast<unsigned>(*number);
  if (rule.empty()) return day_of(year, m, n);
  if (!take(&rule, "#")) return std::nullopt;
  const auto which = take_number(&rule);
  const auto shift = shift_of(rule);
  if (!which || !shift) return std::nullopt;
  const auto day = nth_weekday(year, m, n, *which);
  return day ? std::optional<Day>(*day + *shift) : std::nullopt;
}

}  // namespace newsfacts
