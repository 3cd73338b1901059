#include "corpus/printed_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/table.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr int kFirstYear = 1600, kLastYear = 2199;
constexpr std::size_t kFarthestDigit = 8;  // bytes behind a month, "\u00A0de\u00A0"

struct Zone {
  std::string_view word, offset;
};
// RFC 822, 5.1.
constexpr auto kZones = std::to_array<Zone>({{"Z", "Z"},
                                             {"z", "Z"},
                                             {"GMT", "Z"},
                                             {"UTC", "Z"},
                                             {"UT", "Z"},
                                             {"EST", "-05:00"},
                                             {"EDT", "-04:00"},
                                             {"CST", "-06:00"},
                                             {"CDT", "-05:00"},
                                             {"MST", "-07:00"},
                                             {"MDT", "-06:00"},
                                             {"PST", "-08:00"},
                                             {"PDT", "-07:00"}});

// Bytes of the blank that stands there: also of those that do not break a line.
std::size_t blank_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_blank(text[at]);
  const CodePoint next = code_point_at(text, at);
  return is_space(next.value) ? next.size : 0;
}

std::size_t letter_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_ascii_letter(text[at]);
  const CodePoint next = code_point_at(text, at);
  return is_word_character(next.value) ? next.size : 0;
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

int number(std::string_view digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// A cursor over one text.
struct Cursor {
  std::string_view text;
  std::size_t at;

  std::string_view rest() const { return text.substr(at); }
  char here() const { return at < text.size() ? text[at] : '\0'; }
  void blanks() {
    while (const std::size_t size = blank_size(text, at)) at += size;
  }
  bool take(std::string_view words) {
    if (!rest().starts_with(words)) return false;
    at += words.size();
    return true;
  }
  bool take_one_of(std::initializer_list<std::string_view> all) {
    return std::any_of(all.begin(), all.end(), [&](std::string_view words) { return take(words); });
  }
  // Empty where there are none, or more than `most`.
  std::string_view digits(std::size_t most) {
    const std::size_t begin = at;
    while (is_digit(here())) ++at;
    if (at - begin > most) at = begin;
    return text.substr(begin, at - begin);
  }
  std::string_view word() {
    const std::size_t begin = at;
    while (const std::size_t size = letter_size(text, at)) at += size;
    return text.substr(begin, at - begin);
  }
};

std::optional<Day> day_at(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  return day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

int full_year(std::string_view digits) {
  const int value = number(digits);
  if (digits.size() == 4) return value;
  if (digits.size() != 2) return -1;
  return value + (value < 70 ? 2000 : 1900);
}

// "Z", " GMT", "+0100", " -05:00", "GMT+0100" behind a time.
std::string zone_at(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.blanks();
  std::string offset;
  if (const std::string_view word = ahead.word(); !word.empty()) {
    for (const Zone& zone : kZones)
      if (word == zone.word) offset = zone.offset;
    if (offset.empty()) return {};
    cursor = ahead;
    if (offset != "Z") return offset;
  }
  const char sign = ahead.here();
  if (sign != '+' && sign != '-') return offset;
  ++ahead.at;
  const std::string_view hours = ahead.digits(4);
  std::string_view minutes = hours.size() == 4 ? hours.substr(2) : "00";
  if (hours.size() == 2 && ahead.take(":")) minutes = ahead.digits(2);
  if ((hours.size() != 4 && hours.size() != 2) || minutes.size() != 2) return offset;
  cursor = ahead;
  return std::string(1, sign).append(hours.substr(0, 2)).append(":").append(minutes);
}

std::string two(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string clock(int hour, int minute, int second) {  // no seconds below 0
  std::string time = "T" + two(hour) + ":" + two(minute);
  return second < 0 ? time : time + ":" + two(second);
}

// "T08:30:00.000+0100", " 08:30", ", 8:30 pm EST" behind a day; `stuck`: with nothing between.
std::string time_at(Cursor& cursor, bool stuck = false) {
  Cursor ahead = cursor;
  if (!ahead.take_one_of({"T", "t"})) {
    ahead.take(",");
    ahead.blanks();
    ahead.take_one_of({"at ", "um ", "- ", "| "});
    if (ahead.at == cursor.at && !stuck) return {};
  }
  std::string_view hours = ahead.digits(6), minutes, seconds;
  if (hours.size() == 4 || hours.size() == 6) {
    if (ahead.text[ahead.at - hours.size() - 1] != 'T') return {};
    seconds = hours.substr(4);
    minutes = hours.substr(2, 2);
    hours = hours.substr(0, 2);
  } else if (ahead.take(":")) {
    minutes = ahead.digits(2);
    if (ahead.take(":")) seconds = ahead.digits(2);
  }
  int hour = number(hours);
  if (hours.empty() || hours.size() > 2 || minutes.size() != 2) return {};
  if (hour > 23 || number(minutes) > 59 || number(seconds) > 60) return {};
  if (!seconds.empty() && ahead.take(".")) ahead.digits(9);
  Cursor half = ahead;
  half.blanks();
  const bool afternoon = half.take_one_of({"pm", "PM", "p.m.", "P.M."});
  if ((afternoon || half.take_one_of({"am", "AM", "a.m.", "A.M."})) &&
      letter_size(half.text, half.at) == 0 && hour >= 1 && hour <= 12) {
    hour = hour % 12 + (afternoon ? 12 : 0);
    ahead = half;
  }
  std::string time = clock(hour, number(minutes), seconds.size() == 2 ? number(seconds) : -1);
  time += zone_at(ahead);
  cursor = ahead;
  return time;
}

// "st", "nd", "." and "de", "of" between a day and its month.
void joints(Cursor& cursor) {
  cursor.take_one_of({"st", "nd", "rd", "th", "er", "º", "."});
  cursor.blanks();
  Cursor ahead = cursor;
  if (ahead.take_one_of({"de", "of", "di"}) && blank_size(ahead.text, ahead.at) > 0)
    cursor = ahead;
  else
    cursor.take_one_of({"d'", "-", "/", ",", "."});
  cursor.blanks();
}

// "2608:30": the year, and the hour of a time that a style sheet parts from it.
bool is_year_and_hour(std::string_view digits, std::string_view behind) {
  return digits.size() == 4 && number(digits.substr(2)) <= 23 && behind.size() >= 3 &&
         behind[0] == ':' && is_digit(behind[1]) && is_digit(behind[2]) &&
         !behind.substr(3).starts_with(':');
}

// "2026-03-14", "20260314", "2026. 3. 14", "2026年3月14日", "14/3/2026", "14.3.26".
std::optional<PrintedDate> numeric(std::string_view text, std::size_t begin, DateOrder order) {
  Cursor cursor{text, begin};
  const std::string_view first = cursor.digits(8);
  std::string_view second, last;
  bool certain = true, ideographs = false, stuck = false;
  char joint = '\0';
  if (first.size() == 4) ideographs = cursor.take_one_of({"年", "년"});
  if (!ideographs && first.size() != 8) {
    joint = cursor.here();
    if (joint != '-' && joint != '/' && joint != '.') return std::nullopt;
    ++cursor.at;
  }
  std::optional<Day> day;
  if (first.size() == 8) {
    day = day_at(number(first.substr(0, 4)), number(first.substr(4, 2)), number(first.substr(6)));
  } else {
    if (joint != '-' && joint != '/') cursor.blanks();
    second = cursor.digits(2);
    if (!(ideographs ? cursor.take_one_of({"月", "월"}) : cursor.take({&joint, 1})))
      return std::nullopt;
    if (joint != '-' && joint != '/') cursor.blanks();
    last = cursor.digits(first.size() == 4 ? 2 : 4);
    if (first.size() <= 2 && (stuck = is_year_and_hour(last, cursor.rest()))) {
      last = last.substr(0, 2);
      cursor.at -= 2;
    }
    if (ideographs) cursor.take_one_of({"日", "일"});
    if (second.empty() || last.empty()) return std::nullopt;
    const int a = number(first), b = number(second);
    if (first.size() == 4) {
      day = day_at(a, b, number(last));
    } else if (first.size() <= 2 && (last.size() == 4 || joint != '-')) {
      const bool month_first =
          a <= 12 && (b > 12 || (joint == '/' && order == DateOrder::kMonthFirst));
      day = month_first ? day_at(full_year(last), a, b) : day_at(full_year(last), b, a);
      certain = a > 12 || b > 12 || a == b || (joint == '.' && order == DateOrder::kDayFirst);
    }
  }
  if (!day || (!ideographs && !stuck && is_digit(cursor.here()))) return std::nullopt;
  std::string time = time_at(cursor, ideographs || stuck);
  return PrintedDate{*day, std::move(time), certain, begin, cursor.at};
}

// "14. March 2026", "March 14th, 2026", "2026. március 14.", from its first word on.
std::optional<PrintedDate> named(std::string_view text, std::size_t begin) {
  Cursor cursor{text, begin};
  std::string_view day, year;
  std::string time;
  if (const std::string_view first = cursor.digits(4); !first.empty()) {
    (first.size() == 4 ? year : day) = first;
    joints(cursor);
  }
  const std::string_view word = cursor.word();
  // Most words end here.
  const std::string_view next = cursor.rest().substr(0, kFarthestDigit);
  if (std::none_of(next.begin(), next.end(), is_digit)) return std::nullopt;
  const unsigned month = month_named(word);
  if (month == 0) return std::nullopt;
  joints(cursor);
  if (day.empty()) {
    day = cursor.digits(6);
    if (day.size() > 4) {  // "Mar 142026", where a style sheet parts them
      year = day.substr(day.size() - 4);
      day.remove_suffix(4);
    }
    if (year.empty()) {
      time = time_at(cursor);  // asctime, before the year
      joints(cursor);
      if (!time.empty()) cursor.word();  // a zone of no table
      cursor.blanks();
    }
  }
  if (year.empty()) year = cursor.digits(4);
  if (day.empty() || day.size() > 2) return std::nullopt;
  const auto found = day_at(full_year(year), static_cast<int>(month), number(day));
  if (!found) return std::nullopt;
  if (time.empty()) time = time_at(cursor);
  // A number of two digits is a year where nothing else follows it.
  if (year.size() == 2 && time.empty() && cursor.at < text.size()) return std::nullopt;
  return PrintedDate{*found, std::move(time), true, begin, cursor.at};
}

std::optional<PrintedDate> since_1970(std::string_view digits) {
  const bool milliseconds = digits.size() == 13;
  if (!milliseconds && digits.size() != 9 && digits.size() != 10) return std::nullopt;
  std::int64_t value = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  if (end != digits.data() + digits.size()) return std::nullopt;
  const std::chrono::sys_seconds time{std::chrono::seconds(milliseconds ? value / 1000 : value)};
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss<std::chrono::seconds> of_day(time - day);
  return PrintedDate{
      day,
      clock(static_cast<int>(of_day.hours().count()), static_cast<int>(of_day.minutes().count()),
            static_cast<int>(of_day.seconds().count())) +
          "Z",
      true, 0, digits.size()};
}

}  // namespace

std::optional<Day> day_in_url(std::string_view url) {
  const Day first_of_web = std::chrono::sys_days(std::chrono::year(1990) / 1 / 1);
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == url.npos ? 0 : scheme + 3);
  for (Cursor cursor{url, std::min(path, url.size())}; cursor.at < url.size();) {
    const std::size_t begin = cursor.at;
    const std::string_view digits = cursor.digits(url.size());
    if (digits.empty()) ++cursor.at;
    int year = number(digits), month = 0, day = 0;
    if (const char joint = cursor.here(); digits.size() == 8) {
      year = number(digits.substr(0, 4));
      month = number(digits.substr(4, 2));
      day = number(digits.substr(6));
    } else if (digits.size() == 4 && (joint == '/' || joint == '-' || joint == '_')) {
      Cursor ahead{url, cursor.at + 1};
      const std::string_view figures = ahead.digits(2);
      month = figures.empty() ? static_cast<int>(month_named(ahead.word())) : number(figures);
      if (ahead.here() != joint) continue;
      ++ahead.at;
      day = number(ahead.digits(2));
      if (joint == '/' && ahead.here() == '-') continue;  // "/2026/04/27-people-hurt"
    } else if (!digits.empty() && digits.size() <= 2 && joint == '-') {
      const auto date = numeric(url, begin, DateOrder::kDayFirst);
      if (date && date->certain && date->day >= first_of_web) return date->day;
    }
    if (const auto found = day_at(year, month, day); found && *found >= first_of_web) return found;
  }
  return std::nullopt;
}

DateOrder order_of(std::string_view language) {
  // The day stands second in the United States and where their custom is followed.
  const std::string lower = folded(language);
  return lower.empty() || lower == "en" || lower.starts_with("en-us") || lower.starts_with("en_us")
             ? DateOrder::kMonthFirst
             : DateOrder::kDayFirst;
}

std::vector<PrintedDate> dates_in(std::string_view text, DateOrder order) {
  constexpr std::size_t kMost = 200;
  std::vector<PrintedDate> found;
  if (std::none_of(text.begin(), text.end(), is_digit)) return found;
  for (Cursor cursor{text, 0}; cursor.at < text.size() && found.size() < kMost;) {
    const bool at_digit = is_digit(cursor.here());
    auto date = at_digit ? numeric(text, cursor.at, order) : std::nullopt;
    if (!date) date = named(text, cursor.at);
    if (date) {
      cursor.at = date->end;
      found.push_back(*std::move(date));
    } else if (at_digit) {
      while (is_digit(cursor.here())) ++cursor.at;
    } else if (cursor.word().empty()) {
      ++cursor.at;
    }
  }
  return found;
}

std::optional<PrintedDate> date_in_field(std::string_view field, DateOrder order) {
  constexpr std::size_t kLongest = 200;
  Cursor cursor{field, 0};
  cursor.blanks();
  field = cursor.rest();
  while (!field.empty() && blank_size(field, field.size() - 1) > 0) field.remove_suffix(1);
  if (field.size() > kLongest) return std::nullopt;
  if (auto seconds = since_1970(field)) return seconds;
  auto all = dates_in(field, order);
  if (all.empty()) return std::nullopt;
  return std::move(all.front());
}

std::string iso_of_printed(std::string_view field) {
  const auto date = date_in_field(field, DateOrder::kDayFirst);
  return date && date->certain ? date->iso() : std::string();
}

}  // namespace newsfacts
