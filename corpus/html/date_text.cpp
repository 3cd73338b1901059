#include "corpus/html/date_text.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "corpus/html/table.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(char c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

unsigned month_named(std::string_view word) {
  static const std::unordered_map<std::string, unsigned> months = [] {
    std::unordered_map<std::string, unsigned> all;
    for (const auto& [name, words] : table_rows("months.tsv")) {
      unsigned number = 0;
      std::from_chars(name.data(), name.data() + name.size(), number);
      for (const std::string_view spelling : parts_of(words, ' '))
        all.emplace(folded_without_marks(spelling), number);
    }
    return all;
  }();
  if (word.size() < 3 || word.size() > 30) return 0;
  const auto found = months.find(folded_without_marks(word));
  return found == months.end() ? 0 : found->second;
}

// A cursor over one text.
struct Cursor {
  std::string_view text;
  std::size_t at;

  char here() const { return at < text.size() ? text[at] : '\0'; }
  void blanks() {
    for (;;) {
      if (is_blank(here()))
        ++at;
      else if (text.substr(at).starts_with("\u00A0"))
        at += 2;
      else
        return;
    }
  }
  bool take(std::string_view words) {
    if (!text.substr(at).starts_with(words)) return false;
    at += words.size();
    return true;
  }
  // Digits, at most `most`; 0 digits where there is none or there are more.
  std::string_view digits(std::size_t most) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at > most) return {};
    const std::string_view found = text.substr(at, end - at);
    at = end;
    return found;
  }
  std::string_view word() {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end]) && !text.substr(end).starts_with("\u00A0"))
      ++end;
    const std::string_view found = text.substr(at, end - at);
    at = end;
    return found;
  }
};

int number(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Day> day(int y, int m, int d) {
  if (y < 1900 || y > 2100 || m < 1 || d < 1) return std::nullopt;
  return day_of(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
}

int full_year(std::string_view digits) {
  const int value = number(digits);
  if (digits.size() == 4) return value;
  if (digits.size() != 2) return -1;
  return value + (value < 70 ? 2000 : 1900);
}

// "T08:30:00.000+0100" or " 08:30" behind a day.
std::string time_behind(Cursor& cursor) {
  Cursor ahead = cursor;
  if (ahead.here() == 'T' || ahead.here() == 't')
    ++ahead.at;
  else if (is_blank(ahead.here()))
    ahead.blanks();
  else
    return {};
  const std::string_view hour = ahead.digits(2);
  if (hour.size() != 2 || number(hour) > 24 || !ahead.take(":")) return {};
  const std::string_view minute = ahead.digits(2);
  if (minute.size() != 2) return {};
  std::string time = "T" + std::string(hour) + ":" + std::string(minute);
  if (ahead.here() == ':') {
    ++ahead.at;
    const std::string_view second = ahead.digits(2);
    if (second.size() == 2) time += ":" + std::string(second);
    if (ahead.here() == '.') {
      ++ahead.at;
      ahead.digits(9);
    }
  }
  Cursor zone = ahead;
  if (is_blank(zone.here())) zone.blanks();
  if (zone.here() == 'Z' && !is_word(zone.text.substr(zone.at + 1).starts_with(' ') ? ' '
                                     : zone.at + 1 < zone.text.size() ? zone.text[zone.at + 1]
                                                                      : ' ')) {
    time += 'Z';
    ahead.at = zone.at + 1;
  } else if (zone.here() == '+' || zone.here() == '-') {
    const char sign = zone.here();
    ++zone.at;
    const std::string_view hours = zone.digits(4);
    std::string_view minutes = hours.size() == 4 ? hours.substr(2) : std::string_view("00");
    if (hours.size() == 2 && zone.take(":")) minutes = zone.digits(2);
    if ((hours.size() == 4 || hours.size() == 2) && minutes.size() == 2) {
      time += sign;
      time.append(hours.substr(0, 2)).append(":").append(minutes);
      ahead.at = zone.at;
    }
  }
  cursor.at = ahead.at;
  return time;
}

// "st", "nd", "." and "de", "of" between a day and its month.
void joints(Cursor& cursor) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "º", "."})
    if (cursor.take(ending)) break;
  cursor.blanks();
  for (const std::string_view joint : {"de ", "of ", "di ", "d'", "-", "/", ",", "."})
    if (cursor.take(joint)) break;
  cursor.blanks();
}

std::optional<DateText> numeric(std::string_view text, std::size_t begin, DateOrder order) {
  Cursor cursor{text, begin};
  const std::string_view first = cursor.digits(8);
  DateText found;
  found.begin = begin;
  if (first.size() == 8) {
    const auto all =
        day(number(first.substr(0, 4)), number(first.substr(4, 2)), number(first.substr(6)));
    if (!all) return std::nullopt;
    found.day = *all;
  } else if (first.size() == 4) {
    const bool ideographs = cursor.take("年") || cursor.take("년");
    const char joint = cursor.here();
    if (ideographs)
      cursor.blanks();
    else if (joint != '-' && joint != '/' && joint != '.')
      return std::nullopt;
    else
      ++cursor.at;
    if (joint == '.') cursor.blanks();
    const std::string_view month = cursor.digits(2);
    if (ideographs) {
      if (!cursor.take("月") && !cursor.take("월")) return std::nullopt;
      cursor.blanks();
    } else if (!cursor.take(std::string_view(&joint, 1))) {
      return std::nullopt;
    }
    if (joint == '.') cursor.blanks();
    const std::string_view last = cursor.digits(2);
    if (month.empty() || last.empty()) return std::nullopt;
    if (ideographs && !cursor.take("日")) cursor.take("일");
    const auto all = day(number(first), number(month), number(last));
    if (!all) return std::nullopt;
    found.day = *all;
  } else if (first.size() == 1 || first.size() == 2) {
    const char joint = cursor.here();
    if (joint != '/' && joint != '.' && joint != '-') return std::nullopt;
    ++cursor.at;
    if (joint == '.') cursor.blanks();
    const std::string_view second = cursor.digits(2);
    if (second.empty() || !cursor.take(std::string_view(&joint, 1))) return std::nullopt;
    if (joint == '.') cursor.blanks();
    const std::string_view last = cursor.digits(4);
    const int year = full_year(last);
    if (last.size() == 2 && joint == '-') return std::nullopt;
    const int a = number(first), b = number(second);
    const bool month_first =
        a <= 12 && (b > 12 || (joint == '/' && order == DateOrder::kMonthFirst));
    const auto all = month_first ? day(year, a, b) : day(year, b, a);
    if (!all) return std::nullopt;
    found.day = *all;
    found.certain = a > 12 || b > 12 || joint == '.' || a == b;
  } else {
    return std::nullopt;
  }
  if (is_digit(cursor.here())) return std::nullopt;
  found.time = time_behind(cursor);
  found.end = cursor.at;
  return found;
}

// "14. March 2026", from the day on.
std::optional<DateText> day_month_year(std::string_view text, std::size_t begin) {
  Cursor cursor{text, begin};
  const std::string_view first = cursor.digits(2);
  if (first.empty()) return std::nullopt;
  joints(cursor);
  const unsigned month = month_named(cursor.word());
  if (month == 0) return std::nullopt;
  joints(cursor);
  const std::string_view year = cursor.digits(4);
  if (year.size() != 4) return std::nullopt;
  const auto all = day(number(year), static_cast<int>(month), number(first));
  if (!all) return std::nullopt;
  DateText found{*all, {}, true, begin, cursor.at};
  found.time = time_behind(cursor);
  found.end = cursor.at;
  return found;
}

// "March 14th, 2026", from the month on.
std::optional<DateText> month_day_year(std::string_view text, std::size_t begin) {
  Cursor cursor{text, begin};
  const unsigned month = month_named(cursor.word());
  if (month == 0) return std::nullopt;
  cursor.take(".");
  cursor.blanks();
  const std::string_view date = cursor.digits(2);
  if (date.empty()) return std::nullopt;
  joints(cursor);
  const std::string_view year = cursor.digits(4);
  if (year.size() != 4) return std::nullopt;
  const auto all = day(number(year), static_cast<int>(month), number(date));
  if (!all) return std::nullopt;
  DateText found{*all, {}, true, begin, cursor.at};
  found.time = time_behind(cursor);
  found.end = cursor.at;
  return found;
}

}  // namespace

DateOrder order_of(std::string_view language) {
  // The day stands second in the United States and where their custom is followed.
  const std::string lower = folded(language);
  return lower.empty() || lower == "en" || lower.starts_with("en-us") || lower.starts_with("en_us")
             ? DateOrder::kMonthFirst
             : DateOrder::kDayFirst;
}

std::optional<DateText> date_in_value(std::string_view value, DateOrder order) {
  while (!value.empty() && is_blank(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
  if (value.size() > 200) return std::nullopt;
  const bool all_digits = !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
  if (all_digits && (value.size() == 10 || value.size() == 13)) {
    long long seconds = 0;
    std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (value.size() == 13) seconds /= 1000;
    const Day found{std::chrono::floor<std::chrono::days>(std::chrono::seconds(seconds))};
    return DateText{found, {}, true, 0, value.size()};
  }
  const auto all = dates_in(value, order);
  if (all.empty()) return std::nullopt;
  return all.front();
}

std::vector<DateText> dates_in(std::string_view text, DateOrder order) {
  constexpr std::size_t kMost = 200;
  std::vector<DateText> found;
  for (std::size_t at = 0; at < text.size() && found.size() < kMost;) {
    std::optional<DateText> date;
    if (is_digit(text[at])) {
      date = numeric(text, at, order);
      if (!date) date = day_month_year(text, at);
      if (!date)
        while (at < text.size() && is_digit(text[at])) ++at;
    } else if (is_word(text[at])) {
      date = month_day_year(text, at);
      if (!date)
        while (at < text.size() && is_word(text[at]) && !text.substr(at).starts_with("\u00A0"))
          ++at;
      if (!date && text.substr(at).starts_with("\u00A0")) at += 2;
      if (!date && text.substr(at).starts_with("年")) at += 3;
    } else {
      ++at;
    }
    if (date) {
      at = std::max(date->end, at + 1);
      found.push_back(std::move(*date));
    }
  }
  return found;
}

}  // namespace newsfacts::html
