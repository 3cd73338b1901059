#include "corpus/json_faults.h"

#include <charconv>

#include "corpus/utf8.h"

namespace newsfacts {

std::optional<std::string> without_lone_surrogates(std::string_view line) {
  const auto unit = [&](std::size_t at) -> unsigned {
    unsigned value = 0;
    if (line.size() < at + 6 || line[at] != '\\' || line[at + 1] != 'u') return 0;
    const char* const end = line.data() + at + 6;
    return std::from_chars(line.data() + at + 2, end, value, 16).ptr == end ? value : 0;
  };
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = line.find('\\'); at < line.size(); at = line.find('\\', at)) {
    const unsigned here = unit(at);
    if (here < 0xD800 || here > 0xDFFF) {
      at += 2;
      continue;
    }
    const unsigned next = unit(at + 6);
    if (here < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
      at += 12;
      continue;
    }
    out.append(line, copied, at - copied) += "\\ufffd";
    copied = at += 6;
  }
  if (copied == 0) return std::nullopt;
  return out.append(line, copied);
}

std::string reason_of(simdjson::error_code error, std::string_view line) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return "invalid UTF-8 at byte " + std::to_string(invalid_utf8_at(line).value_or(0));
    case simdjson::DEPTH_ERROR: return "broken JSON: nested too deeply";
    case simdjson::EMPTY: return "broken JSON: the line is empty";
    case simdjson::UNCLOSED_STRING: return "broken JSON: a string is not closed";
    case simdjson::STRING_ERROR: return "broken JSON: a string holds an unknown escape";
    case simdjson::UNESCAPED_CHARS: return "broken JSON: a string holds a control character";
    case simdjson::NUMBER_ERROR: return "broken JSON: a number cannot be read";
    case simdjson::CAPACITY: return "the line is too long";
    default: return "broken JSON";
  }
}

}  // namespace newsfacts
