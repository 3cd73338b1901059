#include "corpus/readers/header_fields.h"

#include <algorithm>

#include "corpus/ascii.h"

namespace newsfacts {
namespace {

constexpr std::size_t kMostFields = 1000, kLongestValue = 65536;

}  // namespace

std::size_t HeaderFields::read(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = std::min(end + 1, bytes.size());
    if (line.empty()) return at;
    add_line(line);
  }
  return bytes.size();
}

void HeaderFields::add_line(std::string_view line) {
  if (line.empty()) return;
  if (line.front() == ' ' || line.front() == '\t') {
    if (!fields_.empty() && fields_.back().second.size() < kLongestValue)
      fields_.back().second.append(" ").append(trimmed(line));
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0 || fields_.size() >= kMostFields) return;
  fields_.emplace_back(trimmed(line.substr(0, colon)),
                       trimmed(line.substr(colon + 1)).substr(0, kLongestValue));
}

std::string_view HeaderFields::operator[](std::string_view name) const {
  for (const auto& [field, value] : fields_)
    if (same_word(field, name)) return value;
  return {};
}

std::string media_type(std::string_view value) {
  return lower(trimmed(value.substr(0, value.find(';'))));
}

std::string parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != value.npos;) {
    value.remove_prefix(at + 1);
    const std::size_t equals = value.find('=');
    if (equals == value.npos) return {};
    const std::string_view key = trimmed(value.substr(0, equals));
    std::string_view rest = value.substr(equals + 1);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
    std::string words;
    std::size_t used = 0;
    if (rest.starts_with('"')) {
      for (used = 1; used < rest.size() && rest[used] != '"'; ++used) {
        if (rest[used] == '\\' && used + 1 < rest.size()) ++used;
        words += rest[used];
      }
    } else {
      used = std::min(rest.find(';'), rest.size());
      words = trimmed(rest.substr(0, used));
    }
    if (same_word(key.substr(key.rfind(';') + 1), name)) return words;
    value = rest.substr(std::min(used, rest.size()));
    at = value.find(';');
  }
  return {};
}

}  // namespace newsfacts
