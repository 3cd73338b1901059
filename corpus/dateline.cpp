#include "corpus/dateline.h"

#include <algorithm>

#include "corpus/line_shape.h"
#include "corpus/utf8.h"

namespace newsfacts {

std::uint32_t dateline_of(std::string_view line) {
  constexpr std::size_t kMostBytes = 120;
  std::size_t end = 0, dash_end = 0;
  for (std::size_t at = 1; at < std::min(line.size(), kMostBytes) && dash_end == 0; ++at) {
    const bool space = line[at] == ' ';
    if (!space && line[at] != '\xE2') continue;
    const std::string_view rest = line.substr(at + space);
    for (const std::string_view dash : {"--", "-", "_", "\u2013", "\u2014"}) {
      if (!rest.starts_with(dash)) continue;
      const bool spaced = space && (rest.size() == dash.size() || rest[dash.size()] == ' ');
      if (!spaced && dash != "\u2014") continue;
      end = at;
      dash_end = at + space + dash.size();
      break;
    }
  }
  if (dash_end == 0) return 0;
  std::string_view place = line.substr(0, end);
  // The outlet, state or date behind the place gives it away; else only capitals do.
  bool told = false;
  if (place.back() == ')') {
    const std::size_t open = place.rfind('(');
    if (open == place.npos || open < 2) return 0;
    place = place.substr(0, open - 1);
    told = true;
  }
  const std::size_t comma = place.find(", ");
  const std::string_view city = place.substr(0, comma);
  if (comma != place.npos) {  // "Leander, TX", "Port Hallam, March 14"
    const std::string_view rest = place.substr(comma + 2);
    const bool state = rest.size() <= 5 && begins_upper(rest) &&
                       std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'a'; });
    const bool date = begins_upper(rest) && rest.back() >= '0' && rest.back() <= '9';
    told |= state || date;
  }
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < city.size();) {
    const CodePoint c = code_point_at(city, at);
    if (is_letter(c.value) && !is_upper(c.value) && !told) return 0;
    capitals += is_upper(c.value);
    at += c.size;
  }
  if (!begins_upper(city) || words_in(city) > 4) return 0;
  if (!told && capitals < 3) return 0;
  if (words_in(place) > 8) return 0;
  return static_cast<std::uint32_t>(dash_end);
}
}  // namespace newsfacts
