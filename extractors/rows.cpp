#include "extractors/rows.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "corpus/ascii.h"
#include "corpus/embedded.h"

namespace newsfacts {
namespace {

std::string_view page_of(std::string_view name) {
  const std::string path = "vocabulary/" + std::string(name) + ".tsv";
  for (const EmbeddedFile& file : embedded_extractors())
    if (file.name == path) return file.content;
  throw std::runtime_error("no " + path);
}

}  // namespace

std::vector<std::string_view> pieces_of(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (const std::string_view piece = trimmed(text.substr(0, end)); !piece.empty())
      pieces.push_back(piece);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

std::vector<Row> rows_of(std::string_view name, std::size_t at_least) {
  std::vector<Row> rows;
  for (const std::string_view line : pieces_of(page_of(name), '\n')) {
    if (line.front() == '#') continue;
    Row row = pieces_of(line, '\t');
    if (row.size() < at_least)
      throw std::runtime_error("vocabulary/" + std::string(name) +
                               ".tsv: a column is missing in \"" + std::string(line) + "\"");
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace newsfacts
