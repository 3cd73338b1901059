#include "corpus/date_line.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/printed_date.h"

namespace newsfacts {
namespace {

constexpr std::size_t kMostBytes = 120, kMostDigits = 4;

// What may stand beside the day, in order of spelling.
constexpr std::array kBeside = std::to_array<std::string_view>(
    {"a",        "am",    "appeared", "at",      "created",   "date",     "dated",   "day",
     "est",      "filed", "first",    "fri",     "friday",    "gmt",      "h",       "hrs",
     "ist",      "last",  "local",    "m",       "modified",  "mon",      "monday",  "on",
     "p",        "pm",    "posted",   "printed", "published", "released", "revised", "sat",
     "saturday", "sun",   "sunday",   "thu",     "thursday",  "time",     "tue",     "tuesday",
     "updated",  "utc",   "was",      "wed",     "wednesday"});
static_assert(std::is_sorted(kBeside.begin(), kBeside.end()));

// A zone as it is abbreviated: "CEST".
bool is_zone(std::string_view word) {
  return word.size() >= 2 && word.size() <= 5 &&
         std::all_of(word.begin(), word.end(), is_ascii_upper);
}

bool stands_beside(std::string_view word) {
  if (is_digit(word[0])) return word.size() <= kMostDigits;
  return is_zone(word) || std::binary_search(kBeside.begin(), kBeside.end(), lower(word));
}

// Whether `words` are signs, hours and what else stands beside a day.
bool all_stand_beside(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const bool digit = is_digit(words[at]);
    if (!digit && !is_ascii_letter(words[at])) {
      if (static_cast<unsigned char>(words[at]) >= 0x80 && words.substr(at, 2) != "\u00B7" &&
          words.substr(at, 3) != "\u2013" && words.substr(at, 3) != "\u2014")
        return false;
      at += static_cast<unsigned char>(words[at]) < 0x80 ? 1 : words[at] == '\xC2' ? 2 : 3;
      continue;
    }
    std::size_t end = at;
    while (end < words.size() && (digit ? is_digit(words[end]) : is_ascii_letter(words[end])))
      ++end;
    if (!stands_beside(words.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

}  // namespace

bool is_date_line(std::string_view line) {
  if (line.size() > kMostBytes || std::none_of(line.begin(), line.end(), is_digit)) return false;
  const auto dates = dates_in(line, DateOrder::kMonthFirst);
  std::size_t read = 0;
  for (const PrintedDate& date : dates) {
    if (!all_stand_beside(line.substr(read, date.begin - read))) return false;
    read = date.end;
  }
  return !dates.empty() && all_stand_beside(line.substr(read));
}

}  // namespace newsfacts
