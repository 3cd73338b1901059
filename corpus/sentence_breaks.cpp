#include "corpus/sentence_breaks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/abbreviations.h"
#include "corpus/ascii.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

bool is_small(char32_t c) {
  return is_letter(c) && !is_upper(c);
}
bool in(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

bool opens(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C ||
         c == 0xAB || c == 0x201E;
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB ||
         c == 0x201C;  // the last closes in German
}

bool is_armenian(char32_t c) {
  return in(c, 0x531, 0x58A);
}

// How the period at the end of `word` ("Sept", "U.S") reads; nullopt when it is a full stop.
std::optional<Follow> abbreviation(std::string_view word) {
  const auto known =
      std::lower_bound(kAbbreviations.begin(), kAbbreviations.end(), word,
                       [](const Abbreviation& a, std::string_view w) { return a.word < w; });
  if (known != kAbbreviations.end() && known->word == word) return known->follow;
  // An initial, or one or two letters between periods: U.S, p.m, Ph.D, S.p.A.
  std::size_t letters = 0, groups = 1;
  for (const char c : word) {
    if (c == '.') {
      if (letters == 0) return std::nullopt;
      letters = 0;
      ++groups;
    } else if (!is_ascii_letter(c) || ++letters > 2) {
      return std::nullopt;
    }
  }
  const bool initial = groups == 1 && word.size() == 1 && is_ascii_upper(word[0]);
  if (initial || (groups > 1 && letters > 0)) return Follow::kUnlessStarter;
  return std::nullopt;
}

// The word that ends at `end` and begins at `from` or behind it, without what opens before it.
std::string_view word_before(std::string_view text, std::size_t end, std::size_t from = 0) {
  constexpr std::size_t kLongest = 24;  // no abbreviation is longer
  std::size_t begin = end;
  while (begin > from && end - begin < kLongest &&
         (is_ascii_letter(text[begin - 1]) || is_digit(text[begin - 1]) || text[begin - 1] == '.' ||
          text[begin - 1] == '-'))
    --begin;
  // Letters beyond ASCII: a longer word than any abbreviation.
  if (begin > from && is_word_character(code_point_before(text, begin).value)) return {};
  return text.substr(begin, end - begin);
}

// The same of the period at `period`; also told are initials in other alphabets, and "N°".
std::optional<Follow> abbreviation_before(std::string_view text, std::size_t period,
                                          std::size_t from = 0) {
  const CodePoint last = code_point_before(text, period);
  if (last.value < 0x80) return abbreviation(word_before(text, period, from));
  const CodePoint before = code_point_before(text, period - last.size);
  if (last.value == 0xB0 || last.value == 0xBA)
    return before.value == 'N' || before.value == 'n' ? std::optional(Follow::kBeforeNumber)
                                                      : std::nullopt;
  const bool alone = before.size == 0 || before.value == ' ' || before.value == '.' ||
                     before.value == '\n' || opens(before.value);
  return alone && is_upper(last.value) ? std::optional(Follow::kUnlessStarter) : std::nullopt;
}

bool is_starter(std::string_view word) {
  return std::binary_search(kSentenceStarters.begin(), kSentenceStarters.end(), word);
}

std::string_view ascii_word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

bool is_time_of_day(std::string_view word) {
  return word == "a.m" || word == "p.m" || word == "A.M" || word == "P.M";
}

// "At 5 a.m.": nothing is told yet.  Words of `text` from `begin` to `end`, five at most.
bool is_short(std::string_view text, std::size_t begin, std::size_t end) {
  return std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                    text.begin() + static_cast<std::ptrdiff_t>(end), ' ') < 4;
}

// "[...]" and "(...)" stand for words that were left out; `end` is behind the bracket.
bool is_bracketed_ellipsis(std::string_view text, std::size_t end) {
  for (const std::string_view dots : {"[...]", "(...)", "[\u2026]", "(\u2026)"})
    if (text.substr(0, end).ends_with(dots)) return true;
  return false;
}

struct Dots {
  std::size_t begin, count;
};

// The row of dots with a space between two, that ends with the one at `last`.
Dots spaced_dots(std::string_view text, std::size_t last) {
  Dots dots{last, 1};
  while (dots.begin >= 2 && text[dots.begin - 1] == ' ' && text[dots.begin - 2] == '.') {
    dots.begin -= 2;
    ++dots.count;
  }
  return dots;
}

// "vom 12. Juni": an ordinal.  The months that English has too need a word before the day.
bool is_day_of_german_month(std::string_view text, std::size_t period, std::string_view month) {
  constexpr std::array kGerman =
      std::to_array<std::string_view>({"Dezember", "Januar", "Juli", "Juni", "Mai", "Oktober"});
  constexpr std::array kShared =
      std::to_array<std::string_view>({"April", "August", "November", "September"});
  constexpr std::array kBefore =
      std::to_array<std::string_view>({"Am", "Bis", "Der", "Seit", "Vom", "Zum", "am", "bis", "dem",
                                       "den", "der", "des", "seit", "vom", "zum"});
  const std::string_view day = word_before(text, period);
  if (day.empty() || day.size() > 2 || !std::all_of(day.begin(), day.end(), is_digit)) return false;
  if (std::find(kGerman.begin(), kGerman.end(), month) != kGerman.end()) return true;
  if (std::find(kShared.begin(), kShared.end(), month) == kShared.end()) return false;
  const std::size_t begin = period - day.size();
  return begin > 1 && text[begin - 1] == ' ' &&
         std::binary_search(kBefore.begin(), kBefore.end(), word_before(text, begin - 1));
}

}  // namespace

bool is_break(std::string_view text, std::size_t begin, std::size_t end, std::size_t next) {
  std::size_t at = end;
  while (at > 0 && closes(code_point_before(text, at).value))
    at -= code_point_before(text, at).size;
  const bool closed = at < end;

  std::size_t ink = next;
  while (ink < text.size() && opens(code_point_at(text, ink).value))
    ink += code_point_at(text, ink).size;
  const CodePoint first = code_point_at(text, ink);
  if (is_letter(first.value) && !is_upper(first.value) && first.value < 0x250 && ink == next)
    return false;                                                  // "Really?" he said.
  if (first.value == 0x2116 || first.value == 0xA7) return false;  // "2012. No. 4" and "Par. 5"

  const std::string_view first_word = ascii_word_at(text, ink);
  const std::size_t word_end = ink + first_word.size();
  const bool period_behind = word_end < text.size() && text[word_end] == '.';
  if (at == 0) return true;
  if (closed) {
    // A reference behind a quotation that breaks off belongs to it.
    if (text[next] != '(') return true;
    std::size_t bracket = end;
    while (bracket > at && text[bracket - 1] != ']' && text[bracket - 1] != ')')
      bracket -= code_point_before(text, bracket).size;
    return !is_bracketed_ellipsis(text, bracket);
  }
  if (text[at - 1] == '!' && ink == next && period_behind &&
      abbreviation(first_word) == Follow::kUnlessStarter)
    return false;  // "Yahoo! Inc."
  if (text[at - 1] != '.') return true;
  const CodePoint last = code_point_before(text, text.find_last_not_of('.', at - 1) + 1);
  if (is_armenian(last.value)) return false;  // its full stop is a colon
  if (at >= 3 && text[at - 2] == ' ') {
    const Dots dots = spaced_dots(text, at - 1);
    const bool apart = dots.begin == 0 || text[dots.begin - 1] == ' ';
    if (dots.count == 3 && apart && first_word == "I")
      return false;                               // a capital that tells nothing
    if (dots.count >= 4 && !apart) return false;  // it ended with the first
  }
  const std::string_view word = word_before(text, at - 1, begin);
  const auto follow = abbreviation_before(text, at - 1, begin);
  if (!follow) {
    const bool abbreviated =
        word.size() == 1 && is_ascii_letter(word[0]) && first_word.size() == 1 && period_behind;
    return !abbreviated &&  // "z. B."
           !(ink == next && is_day_of_german_month(text, at - 1, first_word));
  }
  switch (*follow) {
    case Follow::kAlways: return false;
    case Follow::kBeforeNumber: return first.value < '0' || first.value > '9';
    case Follow::kUnlessStarter: break;
  }
  if (ink > next) return text[next] != '(' && text[next] != '[';  // a quotation begins
  if (period_behind)  // a title: "at 6 p.m. Mr. Roe left"
    return is_time_of_day(word) && abbreviation(first_word) == Follow::kAlways &&
           !is_short(text, begin, at);
  return is_starter(first_word);
}

namespace {

bool is_break_before_figure(std::string_view text, std::size_t period, std::size_t next) {
  const char32_t c = code_point_at(text, next).value;
  const bool figure = in(c, '0', '9') || c == '$' || c == 0xA3 || c == 0x20AC;
  if (!figure) return false;
  if (period == 0 || closes(code_point_before(text, period).value)) return period > 0;
  if (abbreviation_before(text, period)) return false;
  const std::string_view word = word_before(text, period);
  if (word.empty()) return true;
  // A short word with a capital is an abbreviation nobody listed: "Bldg. 5".
  return !(is_ascii_upper(word[0]) && word.size() <= 4);
}

// "home.Nobody", but no "U.S.Navy", "www.a.Com", "Node.Js": a small word of some length before, and
// behind it a word that stands alone; or one that begins sentences, or a title.
bool is_break_without_space(std::string_view text, std::size_t period) {
  constexpr std::array kDomains =
      std::to_array<std::string_view>({"Com", "Edu", "Gov", "Info", "Net", "Org"});
  const CodePoint first = code_point_at(text, period + 1);
  std::size_t end = period + 1;
  while (end < text.size() && is_word_character(code_point_at(text, end).value))
    end += code_point_at(text, end).size;
  const std::string_view word = text.substr(period + 1, end - period - 1);
  const char behind = end < text.size() ? text[end] : ' ';
  if (std::find(kDomains.begin(), kDomains.end(), word) != kDomains.end()) return false;
  const bool title = behind == '.' && abbreviation(word) == Follow::kAlways;
  if (behind != ' ' && behind != ',' && !title) return false;
  if (word.size() == first.size && word != "I" && word != "A") return false;

  std::size_t begin = period, letters = 0;
  bool small = true;
  while (begin > 0 && period - begin < 40) {
    const CodePoint c = code_point_before(text, begin);
    if (!is_word_character(c.value) && c.value != ',' && c.value != 0x2019 && c.value != '\'')
      break;
    small &= is_small(c.value);
    ++letters;
    begin -= c.size;
  }
  // Where more stands on the left it is an address or a name of a file.
  const char left = begin > 0 ? text[begin - 1] : ' ';
  if (left != ' ' && left != '\n' && left != '(' && left != '-' && left != '.') return false;
  if (left == '.' && !is_small(code_point_at(text, begin).value) && letters < 3) return false;
  if (abbreviation_before(text, period) || letters < 2) return false;
  const std::string_view ascii = ascii_word_at(text, period + 1);
  return title || is_starter(ascii) || (small && letters >= 4);
}

}  // namespace

std::size_t begins_behind_period(std::string_view text, std::size_t period) {
  if (period + 2 >= text.size()) return 0;
  const char c = text[period + 1];
  if (c == ' ') {
    const std::size_t next = period + 2;
    if (text[next] != '.') return is_break_before_figure(text, period, next) ? next : 0;
    if (period == 0 || text[period - 1] == '.' || text[period - 1] == ' ') return 0;
    // An ellipsis behind a full stop.
    if (text.substr(next).starts_with(". . ") && next + 5 < text.size() && text[next + 4] == '.' &&
        text[next + 5] == ' ')
      return is_upper(code_point_at(text, next + 6).value) ? next : 0;
    if (text.substr(next).starts_with("...") && !abbreviation_before(text, period))
      return is_letter(code_point_at(text, next + 3).value) ? next : 0;
    return 0;
  }
  if (period == 0 || (static_cast<signed char>(c) >= 0 && !is_ascii_upper(c))) return 0;
  if (text[period - 1] == '.' || !is_upper(code_point_at(text, period + 1).value)) return 0;
  return is_break_without_space(text, period) ? period + 1 : 0;
}

std::size_t begins_behind_colon(std::string_view text, std::size_t sign) {
  if (sign + 2 >= text.size() || text[sign + 1] != ' ') return 0;
  const char32_t before = code_point_before(text, sign).value;
  const char32_t after = code_point_at(text, sign + 2).value;
  const bool ends = text[sign] == ';' ? in(before, 0x370, 0x3FF) && is_upper(after)
                                      : is_armenian(before) ||
                                            (in(before, 0x620, 0x6FF) && in(after, 0x620, 0x6FF));
  return ends ? sign + 2 : 0;
}

namespace {

struct Marker {
  std::string_view bullet, closing;
  bool is_letter = false;
  int ordinal = 0;
  std::size_t size = 0;  // with the space behind it
};

// "1. ", "a) ", "2.) ", "\u2022 3. "; size 0 where none stands.
Marker marker_at(std::string_view text, std::size_t at) {
  Marker marker;
  std::size_t end = at;
  for (const std::string_view bullet : {"\u2022 ", "\u2043 ", "\u2043", "- ", "* "})
    if (marker.bullet.empty() && text.substr(at).starts_with(bullet)) marker.bullet = bullet;
  end += marker.bullet.size();
  const std::size_t digits = end;
  while (end < text.size() && end < digits + 2 && is_digit(text[end]))
    marker.ordinal = marker.ordinal * 10 + (text[end++] - '0');
  if (end == digits && end < text.size() && text[end] >= 'a' && text[end] <= 'z') {
    marker.is_letter = true;
    marker.ordinal = text[end++] - 'a' + 1;
  }
  if (end == digits) return {};
  for (const std::string_view closing : {".)", ")", "."})
    if (marker.closing.empty() && text.substr(end).starts_with(closing)) marker.closing = closing;
  end += marker.closing.size();
  if (marker.closing.empty() || end + 1 >= text.size() || text[end] != ' ') return {};
  if (marker.closing == "." && !is_upper(code_point_at(text, end + 1).value)) return {};
  marker.size = end + 1 - at;
  return marker;
}

}  // namespace

std::vector<ListItem> list_items(std::string_view block) {
  std::vector<ListItem> items;
  Marker last = marker_at(block, 0);
  if (last.size == 0) return items;
  const auto add = [&](std::size_t at) {
    items.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + last.size)});
  };
  add(0);
  for (std::size_t space = block.find(' ', last.size); space != block.npos;
       space = block.find(' ', space + 1)) {
    const Marker next = marker_at(block, space + 1);
    if (next.size == 0 || next.bullet != last.bullet || next.closing != last.closing ||
        next.is_letter != last.is_letter || next.ordinal != last.ordinal + 1)
      continue;
    last = next;
    add(space + 1);
  }
  if (items.size() == 1) items.clear();
  return items;
}

}  // namespace newsfacts
