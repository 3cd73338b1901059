#include "db/table.h"

#include <utf8proc.h>

#include <algorithm>
#include <numeric>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::string_view kCut = "…";
constexpr std::size_t kNarrowest = 8;  // a column that gives way keeps this much

void append_csv_field(std::string_view field, std::string* out) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out->append(field);
    return;
  }
  out->push_back('"');
  for (const char c : field) {
    if (c == '"') out->push_back('"');
    out->push_back(c);
  }
  out->push_back('"');
}

void append_json_string(std::string_view text, std::string* out) {
  constexpr char kDigits[] = "0123456789abcdef";
  out->push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out->push_back('\\');
      out->push_back(c);
    } else if (c == '\n') {
      out->append("\\n");
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out->append("\\u00");
      out->push_back(kDigits[c >> 4 & 15]);
      out->push_back(kDigits[c & 15]);
    } else {
      out->push_back(c);
    }
  }
  out->push_back('"');
}

std::size_t width_of(char32_t c) {
  if (c < 0x20) return 1;  // shown as a space
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<int>(c))));
}

bool is_number(const Cell& cell) {
  return cell.type == Statement::Type::kInteger || cell.type == Statement::Type::kReal;
}

// Appends the beginning of the text that fits, with a mark where it is cut, and how wide it is.
std::size_t append_fitting(std::string_view text, std::size_t width, std::string* out) {
  const std::size_t whole = display_width(text);
  const std::size_t room = whole <= width ? width : width - 1;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (used + width_of(c.value) > room) break;
    used += width_of(c.value);
    if (c.value < 0x20)
      out->push_back(' ');
    else
      out->append(text, at, c.size);
    at += c.size;
  }
  if (whole <= width) return used;
  out->append(kCut);
  return used + 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    width += width_of(c.value);
    at += c.size;
  }
  return width;
}

void append_csv_line(std::span<const std::string> cells, std::string* out,
                     std::string_view line_end) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) out->push_back(',');
    append_csv_field(cells[i], out);
  }
  out->append(line_end);
}

void append_csv_line(std::span<const Cell> cells, std::string* out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) out->push_back(',');
    append_csv_field(cells[i].text, out);
  }
  out->push_back('\n');
}

void append_json_line(std::span<const std::string> columns, std::span<const Cell> cells,
                      std::string* out) {
  out->push_back('{');
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != 0) out->push_back(',');
    append_json_string(columns[i], out);
    out->push_back(':');
    if (cells[i].type == Statement::Type::kNull)
      out->append("null");
    else if (is_number(cells[i]) && cells[i].text.find("nf") == std::string::npos)
      out->append(cells[i].text);
    else  // infinity ("Inf") is no number in JSON
      append_json_string(cells[i].text, out);
  }
  out->append("}\n");
}

Layout::Layout(std::span<const std::string> columns, std::span<const std::vector<Cell>> rows,
               std::size_t width) {
  for (const std::string& name : columns) columns_.push_back({name, display_width(name), true});
  for (const std::vector<Cell>& row : rows)
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_[i].width = std::max(columns_[i].width, display_width(row[i].text));
      if (!is_number(row[i]) && row[i].type != Statement::Type::kNull) columns_[i].right = false;
    }
  if (width == 0 || columns_.empty()) return;

  // The widest columns are cut to a common width, the greatest with which all fit.  Numbers are
  // not: half a number is another number.
  const auto cut = [](const Column& column, std::size_t most) {
    return column.right ? column.width : std::min(column.width, most);
  };
  const std::size_t gaps = kGap.size() * (columns_.size() - 1);
  const auto total = [&](std::size_t most) {
    return std::accumulate(
        columns_.begin(), columns_.end(), gaps,
        [&](std::size_t sum, const Column& column) { return sum + cut(column, most); });
  };
  std::size_t most = std::max(width, kNarrowest);
  while (most > kNarrowest && total(most) > width) --most;
  for (Column& column : columns_) column.width = cut(column, most);
}

void Layout::append_head(std::string* out) const {
  std::vector<Cell> names;
  for (const Column& column : columns_) names.push_back({Statement::Type::kText, column.name});
  append_row(names, out);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i != 0) out->append(kGap);
    out->append(columns_[i].width, '-');
  }
  out->push_back('\n');
}

void Layout::append_row(std::span<const Cell> cells, std::string* out) const {
  std::string fitting;
  std::size_t spaces = 0;  // owed; none are written at the end of a line
  for (std::size_t i = 0; i < cells.size(); ++i) {
    fitting.clear();
    const std::size_t used = append_fitting(cells[i].text, columns_[i].width, &fitting);
    const std::size_t rest = columns_[i].width - used;
    if (i != 0) spaces += kGap.size();
    if (columns_[i].right) spaces += rest;
    if (!fitting.empty()) {
      out->append(spaces, ' ').append(fitting);
      spaces = 0;
    }
    if (!columns_[i].right) spaces += rest;
  }
  out->push_back('\n');
}

}  // namespace newsfacts
