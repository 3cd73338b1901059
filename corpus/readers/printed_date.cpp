#include "corpus/readers/printed_date.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/day.h"

namespace newsfacts {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
struct Zone {
  std::string_view word, offset;
};
// RFC 822, 5.1.
constexpr std::array kZones = std::to_array<Zone>({{"gmt", "Z"},
                                                   {"utc", "Z"},
                                                   {"ut", "Z"},
                                                   {"z", "Z"},
                                                   {"est", "-05:00"},
                                                   {"edt", "-04:00"},
                                                   {"cst", "-06:00"},
                                                   {"cdt", "-05:00"},
                                                   {"mst", "-07:00"},
                                                   {"mdt", "-06:00"},
                                                   {"pst", "-08:00"},
                                                   {"pdt", "-07:00"}});

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// "+0100", "+01:00", "GMT" -> what stands behind a time in ISO 8601; empty for anything else.
std::string zone_of(std::string_view word) {
  for (const Zone& zone : kZones)
    if (same_word(word, zone.word)) return std::string(zone.offset);
  if (word.size() < 5 || (word.front() != '+' && word.front() != '-')) return {};
  std::string digits;
  for (const char c : word.substr(1))
    if (is_digit(c)) digits += c;
  if (digits.size() != 4) return {};
  return std::string(1, word.front()) + digits.substr(0, 2) + ":" + digits.substr(2);
}

// "19:48", "19:48:21.5" -> "19:48", "19:48:21".
std::string time_of(std::string_view word) {
  std::string time;
  for (std::size_t at = 0, part = 0; part < 3; ++part) {
    std::size_t end = at;
    while (end < word.size() && is_digit(word[end])) ++end;
    const auto value = number(word.substr(at, end - at));
    if (!value || end - at > 2 || *value > (part == 0 ? 23 : 60)) return part < 2 ? "" : time;
    char two[4];
    std::snprintf(two, sizeof two, "%02d", static_cast<int>(*value));
    time.append(part == 0 ? "" : ":").append(two);
    if (end == word.size() || word[end] != ':') return part == 0 ? "" : time;
    at = end + 1;
  }
  return time;
}

std::string iso_date(std::string_view date) {
  const auto day = parse_day(date);
  if (!day) {
    // One that does not pad its numbers, or has no separator where ISO has a T.
    return {};
  }
  std::string_view rest = date.substr(date[4] == '-' ? 10 : 8);
  std::string result = iso(*day);
  rest = trimmed(rest.starts_with('T') ? rest.substr(1) : rest);
  const std::string time = time_of(rest);
  if (time.empty()) return result;
  result.append("T").append(time);
  const std::size_t zone = rest.find_first_of("Zz+- ");
  if (zone == rest.npos) return result;
  return result.append(zone_of(trimmed(rest.substr(zone))));
}

std::string since_1970(std::string_view digits) {
  auto seconds = number(digits);
  if (!seconds || *seconds < 0) return {};
  if (digits.size() == 13) *seconds /= 1000;  // milliseconds
  const std::chrono::sys_seconds time{std::chrono::seconds(*seconds)};
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  char text[24];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return iso(day) + text;
}

unsigned month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (same_word(word.substr(0, 3), kMonths[i])) return static_cast<unsigned>(i) + 1;
  return 0;
}

// Runs of letters, of digits (with colons and points: a time), and signed numbers: a zone.
std::vector<std::string_view> words_of(std::string_view date) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < date.size() && words.size() < 12;) {
    const std::size_t begin = at;
    if (is_letter(date[at])) {
      while (at < date.size() && is_letter(date[at])) ++at;
    } else if (is_digit(date[at])) {
      while (at < date.size() && (is_digit(date[at]) || date[at] == ':' || date[at] == '.')) ++at;
    } else if ((date[at] == '+' || date[at] == '-') && begin > 0 &&
               (date[begin - 1] == ' ' || is_digit(date[begin - 1])) && at + 4 < date.size() &&
               is_digit(date[at + 1]) && is_digit(date[at + 2])) {
      ++at;
      while (at < date.size() && (is_digit(date[at]) || date[at] == ':')) ++at;
      if (at - begin < 5) at = begin + 1;  // "-1987": no zone
    } else {
      ++at;
      continue;
    }
    if (at - begin > 1 || is_digit(date[begin]) || is_letter(date[begin]))
      words.push_back(date.substr(begin, at - begin));
  }
  return words;
}

std::string named_month(std::string_view date) {
  unsigned month = 0;
  std::optional<std::int64_t> day, year;
  std::string time, zone;
  for (const std::string_view word : words_of(date)) {
    if (is_letter(word.front())) {
      if (const unsigned is = month_of(word); is != 0 && month == 0)
        month = is;
      else if (zone.empty() && !time.empty())
        zone = zone_of(word);
    } else if (word.find(':') != word.npos && is_digit(word.front())) {
      if (time.empty()) time = time_of(word);
    } else if (word.front() == '+' || (word.front() == '-' && !time.empty())) {
      zone = zone_of(word);
    } else if (const auto value = number(word.substr(word.front() == '-'))) {
      if (!day && *value >= 1 && *value <= 31 && word.size() <= 2)
        day = value;
      else if (!year)
        year = word.size() == 2 ? *value + (*value < 70 ? 2000 : 1900) : *value;
    }
  }
  if (month == 0 || !day || !year) return {};
  const auto read = day_of(static_cast<int>(*year), month, static_cast<unsigned>(*day));
  if (!read) return {};
  std::string result = iso(*read);
  if (!time.empty()) result.append("T").append(time).append(zone);
  return result;
}

}  // namespace

std::string iso_of_printed(std::string_view date) {
  date = trimmed(date).substr(0, 100);
  const bool digits_only = date.find_first_not_of("0123456789") == date.npos;
  if (digits_only && date.size() >= 9) return since_1970(date);
  std::string result = iso_date(date);
  return result.empty() ? named_month(date) : result;
}

}  // namespace newsfacts
