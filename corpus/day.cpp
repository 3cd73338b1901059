#include "corpus/day.h"

#include <charconv>
#include <cstdio>

namespace newsfacts {
namespace {

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || rest != end || digits.empty() || value < 0) return std::nullopt;
  return value;
}

std::optional<Day> day_from(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = number(year), m = number(month), d = number(day);
  if (!y || !m || !d) return std::nullopt;
  return day_of(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

}  // namespace

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
  namespace ch = std::chrono;
  if (year < 1 || year > 9999) return std::nullopt;
  const ch::year_month_day date{ch::year(year), ch::month(month), ch::day(day)};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<Day> parse_day(std::string_view iso) {
  const bool dashed = iso.size() >= 10 && iso[4] == '-' && iso[7] == '-';
  const std::size_t length = dashed ? 10 : 8;
  if (iso.size() < length) return std::nullopt;
  if (iso.size() > length && iso[length] != 'T' && iso[length] != ' ') return std::nullopt;
  return dashed ? day_from(iso.substr(0, 4), iso.substr(5, 2), iso.substr(8, 2))
                : day_from(iso.substr(0, 4), iso.substr(4, 2), iso.substr(6, 2));
}

std::string iso(Day day) {
  const std::chrono::year_month_day date(day);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

bool Interval::covers(const Interval& other) const {
  if (!known() || !other.known()) return false;
  const bool from = !first || (other.first && *first <= *other.first);
  const bool to = !last || (other.last && *other.last <= *last);
  return from && to;
}

bool Interval::overlaps(const Interval& other) const {
  if (!known() || !other.known()) return false;
  const bool before = last && other.first && *last < *other.first;
  const bool after = first && other.last && *other.last < *first;
  return !before && !after;
}

}  // namespace newsfacts
