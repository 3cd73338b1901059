#include "corpus/line_shape.h"

#include <algorithm>

#include "corpus/ascii.h"
#include "corpus/utf8.h"

namespace newsfacts {

std::size_t words_in(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

char32_t final_sign(std::string_view line) {
  std::size_t at = line.size();
  while (at > 0) {
    const CodePoint c = code_point_before(line, at);
    at -= c.size;
    const bool closes = c.value == '"' || c.value == '\'' || c.value == ')' || c.value == ']' ||
                        c.value == 0x2019 || c.value == 0x201D || c.value == 0xBB;
    if (!closes) return c.value;
  }
  return 0;
}

bool ends_sentence(std::string_view line) {
  const char32_t sign = final_sign(line);
  return sign == '.' || sign == '!' || sign == '?' || sign == 0x2026 || sign == 0x3002;
}

bool begins_lower(std::string_view line) {
  const char32_t c = code_point_at(line, 0).value;
  return is_letter(c) && !is_upper(c) && is_letter(code_point_at(line, 1).value);
}

bool is_url(std::string_view line) {
  return (line[0] == 'h' || line[0] == 'w') &&
         (line.starts_with("http://") || line.starts_with("https://") ||
          line.starts_with("www.")) &&
         line.find(' ') == line.npos;
}

std::uint32_t marker_of(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "\u2022 ", "\u00B7 ", "\u2013 ", "\u2023 ",
                                        "\u25AA ", "\u25CF ", "\u25E6 ", "\u2043 ", "\u25A0 "})
    if (line.starts_with(bullet)) return static_cast<std::uint32_t>(bullet.size());
  std::size_t at = line.starts_with("(");
  const std::size_t digits = at;
  while (at < line.size() && at < digits + 3 && is_digit(line[at])) ++at;
  if (line.substr(at).starts_with(".)")) ++at;
  if (at == digits || at + 1 >= line.size()) return 0;
  if ((line[at] != '.' || digits > 0) && line[at] != ')') return 0;
  if (line[at + 1] != ' ' || at + 2 == line.size()) return 0;
  const bool figure = line[at] == ')' && is_digit(line[at + 2]);  // a telephone number
  return figure ? 0 : static_cast<std::uint32_t>(at + 2);
}

bool names_an_outlet(std::string_view line) {
  std::size_t cut = line.npos, size = 0;
  for (const std::string_view bar : {" - ", " | ", " \u2013 ", " \u2014 "}) {
    const std::size_t at = line.rfind(bar);
    if (at != line.npos && (cut == line.npos || at > cut)) {
      cut = at;
      size = bar.size();
    }
  }
  if (cut == line.npos || words_in(line.substr(0, cut)) < 3) return false;
  const std::string_view outlet = line.substr(cut + size);
  return begins_upper(outlet) && words_in(outlet) <= 6 && !ends_sentence(line);
}

bool ends_with_dash(std::string_view line) {
  return line.ends_with('-') || line.ends_with('_') || line.ends_with("\u2013") ||
         line.ends_with("\u2014");
}

}  // namespace newsfacts
