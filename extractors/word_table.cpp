#include "extractors/word_table.h"

#include <algorithm>
#include <stdexcept>

#include "corpus/ascii.h"
#include "corpus/embedded.h"

namespace newsfacts {
namespace {

constexpr std::size_t kLongestPhrase = 64;  // bytes; nothing longer is worth a look-up

std::string_view content_of(std::string_view name) {
  const std::string path = "vocabulary/" + std::string(name) + ".tsv";
  for (const EmbeddedFile& file : embedded_extractors())
    if (file.name == path) return file.content;
  throw std::runtime_error("no " + path);
}

std::size_t words_in(std::string_view phrase) {
  return 1 + static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' '));
}

}  // namespace

WordTable::WordTable(std::string_view name) {
  std::string_view rest = content_of(name);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == line.npos) continue;
    const std::string_view phrase = line.substr(0, tab);
    if (phrase.empty()) continue;
    rows_.emplace(phrase, line.substr(tab + 1));
    shapes_.set(shape_of(phrase));
    longest_ = std::max(longest_, words_in(phrase));
    longest_in_bytes_ = std::max(longest_in_bytes_, phrase.size());
  }
}

std::optional<std::string_view> WordTable::find(std::string_view phrase) const {
  while (!phrase.empty() && is_blank(phrase.front())) phrase.remove_prefix(1);
  if (phrase.empty() || phrase.size() > kLongestPhrase || !shapes_[shape_of(phrase)])
    return std::nullopt;
  char folded[kLongestPhrase];
  std::size_t size = 0;
  for (const char c : phrase) {
    if (!is_blank(c))
      folded[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    else if (size > 0 && folded[size - 1] != ' ')
      folded[size++] = ' ';
  }
  if (size > longest_in_bytes_) return std::nullopt;
  const auto row = rows_.find(std::string_view(folded, size));
  if (row == rows_.end()) return std::nullopt;
  return row->second;
}

}  // namespace newsfacts
