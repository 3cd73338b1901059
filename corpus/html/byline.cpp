#include "corpus/html/byline.h"

#include <algorithm>
#include <array>

#include "corpus/ascii.h"
#include "corpus/html/shape.h"
#include "corpus/normalize.h"
#include "corpus/printed_date.h"
#include "corpus/utf8.h"

namespace newsfacts::html {
namespace {

// Before a name, in lower case.
constexpr auto kBefore = std::to_array<std::string_view>({"by",
                                                          "by:",
                                                          "written by",
                                                          "written by:",
                                                          "posted by",
                                                          "published by",
                                                          "author",
                                                          "author:",
                                                          "authors:",
                                                          "authors",
                                                          "words by",
                                                          "story by",
                                                          "article by",
                                                          "reviewed by",
                                                          "reported by",
                                                          "von",
                                                          "von:",
                                                          "autor:",
                                                          "autor",
                                                          "par",
                                                          "par:",
                                                          "por",
                                                          "por:",
                                                          "di",
                                                          "auteur:",
                                                          "auteur",
                                                          "texto:",
                                                          "text:",
                                                          "text von",
                                                          "door",
                                                          "av",
                                                          "af",
                                                          "words:",
                                                          "reporting by",
                                                          "report by",
                                                          "escrito por",
                                                          "publicado por",
                                                          "écrit par",
                                                          "publié par",
                                                          "rédigé par",
                                                          "geschrieben von",
                                                          "veröffentlicht von",
                                                          "ein artikel von",
                                                          "a cura di",
                                                          "scritto da",
                                                          "da",
                                                          "tekst:",
                                                          "posted by:",
                                                          "guest post by",
                                                          "created by",
                                                          "contributed by",
                                                          "last updated by",
                                                          "contributor:",
                                                          "contributors:",
                                                          "autorin:",
                                                          "autoren:",
                                                          "redaktion:",
                                                          "verfasst von",
                                                          "eingestellt von",
                                                          "erstellt von"});

// What is no name of a person or a desk.
constexpr auto kNobody = std::to_array<std::string_view>(
    {"admin",   "administrator",  "webmaster",    "author",    "unknown",
     "guest",   "user",           "anonymous",    "posted",    "share",
     "follow",  "view all posts", "view profile", "read more", "about the author",
     "about",   "home",           "contact",      "null",      "undefined",
     "none",    "root",           "facebook",     "twitter",   "http",
     "true",    "false",          "by",           "more",      "comments",
     "comment", "published",      "updated",      "n/a",       "editor",
     "website", "wordpress"});

void trim(std::string_view& words) {
  while (!words.empty()) {
    const CodePoint first = code_point_at(words, 0);
    if (is_word_character(first.value) || first.value == '@' || first.value == '"' ||
        first.value == 0x201C)
      break;
    words.remove_prefix(first.size);
  }
  while (!words.empty()) {
    const CodePoint last = code_point_before(words, words.size());
    if (is_word_character(last.value) || last.value == '.' || last.value == ')' ||
        last.value == '"' || last.value == 0x201D)
      break;
    words.remove_suffix(last.size);
  }
}

bool is_nobody(std::string_view name) {
  const std::string lower = folded(name);
  return std::find(kNobody.begin(), kNobody.end(), lower) != kNobody.end();
}

// One name, of two to five words or a nick.
bool is_name(std::string_view name) {
  if (name.size() < 2 || name.size() > 70 || is_nobody(name)) return false;
  if (name.find("://") != name.npos || name.find("www.") != name.npos || name.find('@') == 0)
    return false;
  if (name.front() >= '0' && name.front() <= '9') return false;
  std::size_t words = 0, digits = 0;
  bool in_word = false;
  for (const char c : name) {
    digits += c >= '0' && c <= '9';
    if (is_blank(c))
      in_word = false;
    else if (!in_word)
      in_word = true, ++words;
  }
  return words <= 7 && digits * 3 < name.size();
}

// Where a name must end: before a date, a bar, a role, an address.
std::string_view cut(std::string_view words) {
  for (const std::string_view end : {"|",           "•",        "·",
                                     " – ",         " — ",      " - ",
                                     "\n",          " / ",      "http",
                                     "Published",   "Updated",  "Posted",
                                     "Last update", " on ",     " @ ",
                                     "(",           "…",        " in ",
                                     " min read",   " at ",     "\u00A0| ",
                                     " · ",         "Follow",   "Contributor",
                                     "View ",       "More by",  "Ein Kommentar",
                                     "Kommentare",  " Comment", " comment",
                                     "Leave a"}) {
    const std::size_t at = words.find(end);
    if (at != words.npos && at > 0) words = words.substr(0, at);
  }
  const auto dates = dates_in(words, DateOrder::kMonthFirst);
  if (!dates.empty()) words = words.substr(0, dates.front().begin);
  // "Jane Roe 4 min read"
  const std::size_t last = words.rfind(' ');
  if (last != words.npos && last + 1 < words.size() &&
      std::all_of(words.begin() + static_cast<std::ptrdiff_t>(last) + 1, words.end(), is_digit))
    words = words.substr(0, last);
  return words;
}

// "Sat, March 14, 2026 - Jane Roe": behind the date and the signs by it.
std::string_view behind_date(std::string_view words) {
  constexpr std::size_t kWeekday = 14;
  const auto dates = dates_in(words, DateOrder::kMonthFirst);
  if (dates.empty() || dates.front().begin > kWeekday) return words;
  const std::string_view before = words.substr(0, dates.front().begin);
  if (!before.empty() && (!before.ends_with(", ") || before.find(' ') + 1 < before.size()))
    return words;
  words.remove_prefix(dates.front().end);
  while (!words.empty()) {
    const CodePoint first = code_point_at(words, 0);
    if (is_word_character(first.value)) break;
    words.remove_prefix(first.size);
  }
  return words;
}

}  // namespace

std::vector<std::string> names_in(std::string_view byline, bool in_byline) {
  std::vector<std::string> names;
  std::string held;
  if (byline.size() > 300 || introduces_name(byline)) return names;
  std::string_view rest = byline;
  while (!rest.empty() && (is_blank(rest.front()) || rest.front() == '|' || rest.front() == '-'))
    rest.remove_prefix(1);
  rest = behind_date(rest);
  const std::string lower = folded(rest);
  std::size_t longest = 0;
  if (lower.size() == rest.size())
    for (const std::string_view before : kBefore)
      if (lower.starts_with(before) && before.size() > longest && before.size() < lower.size() &&
          (is_blank(lower[before.size()]) || before.back() == ':' || lower[before.size()] == ':' ||
           lower.substr(before.size()).starts_with("\u00A0")))
        longest = before.size();
  // "ByJane Roe": a style sheet parts them.
  if (longest == 0 && rest.size() > 3 && rest.starts_with("By") && begins_upper(rest.substr(2)))
    longest = 2;
  if (longest == 0 && !in_byline) return names;
  rest.remove_prefix(longest);
  while (!rest.empty() && (is_blank(rest.front()) || rest.front() == ':')) rest.remove_prefix(1);
  // "Posted by" may be followed by one more "by".
  rest = cut(rest);
  // Names are apart by commas, semicolons and "and"; what follows a comma may be a role.
  held = std::string(rest);
  for (const std::string_view joint :
       {" and ", " & ", " und ", " et ", " y ", " e ", " with ", " AND "})
    for (std::size_t at = held.find(joint); at != held.npos; at = held.find(joint, at + 2))
      held.replace(at, joint.size(), "; ");
  std::string_view list = held;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",;"), list.size());
    std::string_view name = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    trim(name);
    if (name.size() >= 3 && (folded(name).starts_with("by "))) {
      name.remove_prefix(3);
      trim(name);
    }
    if (!is_name(name)) {
      if (!names.empty()) break;
      continue;
    }
    // A role or place behind the first name begins small or stands alone.
    const bool single = name.find(' ') == name.npos;
    if (!names.empty() && (!begins_upper(name) || single)) {
      if (single && begins_upper(name) && names.back().find(' ') == std::string::npos) {
      } else {
        continue;
      }
    }
    std::string clean = normalized_line(name);
    if (std::find(names.begin(), names.end(), clean) == names.end())
      names.push_back(std::move(clean));
    if (names.size() >= 12) break;
  }
  return names;
}

bool introduces_name(std::string_view line) {
  const std::string lower = folded(line);
  return std::find(kBefore.begin(), kBefore.end(), lower) != kBefore.end();
}

}  // namespace newsfacts::html
