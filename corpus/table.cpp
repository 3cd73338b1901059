#include "corpus/table.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "corpus/embedded.h"

namespace newsfacts {
namespace {

std::string_view content_of(std::string_view table) {
  for (const EmbeddedFile& file : embedded_corpus())
    if (file.name == table) return file.content;
  throw std::logic_error("no table " + std::string(table));
}

}  // namespace

std::vector<TableRow> table_rows(std::string_view table) {
  std::vector<TableRow> rows;
  for (const std::string_view line : parts_of(content_of(table), '\n'))
    if (const std::size_t tab = line.find('\t'); !line.starts_with('#') && tab != line.npos)
      rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  return rows;
}

std::vector<std::string_view> parts_of(std::string_view row, char between) {
  std::vector<std::string_view> parts;
  while (!row.empty()) {
    const std::size_t end = std::min(row.find(between), row.size());
    if (end > 0) parts.push_back(row.substr(0, end));
    row.remove_prefix(std::min(end + 1, row.size()));
  }
  return parts;
}

}  // namespace newsfacts
