#include "corpus/entities.h"

#include <string>

#include "corpus/html/entities.h"

namespace newsfacts {
namespace {

constexpr std::size_t kLongest = 32;  // HTML's longest name has 31 letters

// No character is printed as a reference that stands for none.
bool is_printed(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character == "\uFFFD" || first == 0x7F) return false;
  return first >= 0x20 || first == '\t' || first == '\n' || first == '\r';
}

// What stands behind an ampersand, "#8217;" or "amp;": appends its character and returns its size.
std::size_t read_one(std::string_view rest, std::string* character) {
  const std::size_t end = rest.substr(0, kLongest).find(';');
  if (end == rest.npos || end == 0) return 0;
  const std::string reference = "&" + std::string(rest.substr(0, end + 1));
  std::string read;
  if (html::decode_reference(reference, false, &read) != reference.size() || !is_printed(read))
    return 0;
  *character = std::move(read);
  return end + 1;
}

}  // namespace

std::optional<Normalized> without_entities(std::string_view text) {
  std::optional<Rewriting> rewriting;
  for (std::size_t at = text.find('&'); at != text.npos;) {
    std::string character = "&";
    std::size_t end = at + 1;
    while (character == "&") {
      const std::size_t size = read_one(text.substr(end), &character);
      if (size == 0) break;
      end += size;
    }
    if (end > at + 1) {
      if (!rewriting) rewriting.emplace(text);
      rewriting->replace(at, end, character);
    }
    at = text.find('&', end);
  }
  if (!rewriting) return std::nullopt;
  return rewriting->finish();
}

}  // namespace newsfacts
