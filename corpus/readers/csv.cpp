#include "corpus/readers/csv.h"

#include <algorithm>
#include <utility>

#include "corpus/ascii.h"

namespace newsfacts {
namespace {

constexpr std::size_t kLongestName = 64, kMostColumns = 1000;

char delimiter_of(std::string_view header) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char delimiter : {',', ';', '\t'})
    if (const auto count = std::count(header.begin(), header.end(), delimiter); count > most) {
      most = count;
      best = delimiter;
    }
  return best;
}

std::string_view first_line(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  return bytes.substr(0, bytes.find('\n'));
}

bool is_text(const FieldName& name) {
  return name.field == ArticleField::kText || name.field == ArticleField::kMarkup;
}

}  // namespace

bool begins_csv(std::string_view bytes) {
  const std::string_view line = first_line(bytes);
  if (line.size() == bytes.size()) return false;
  const char delimiter = delimiter_of(line);
  const FieldNames names;
  std::size_t known = 0;
  bool text = false;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(delimiter, at), line.size());
    std::string_view cell = trimmed(line.substr(at, end - at));
    if (cell.size() > kLongestName) return false;
    if (cell.size() > 1 && cell.starts_with('"') && cell.ends_with('"'))
      cell = cell.substr(1, cell.size() - 2);
    if (const auto name = names.find(cell)) {
      ++known;
      text = text || is_text(*name);
    }
    at = end + 1;
  }
  return text && known >= 2;
}

CsvReader::CsvReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)), options_(options) {
  delimiter_ = delimiter_of(first_line(file_.beginning()));
}

bool CsvReader::row(std::size_t* size) {
  fields_.assign(1, {});
  *size = 0;
  row_line_ = line_;
  bool quoted = false, was_quoted = false, begun = false;
  for (;; chunk_.remove_prefix(1)) {
    if (chunk_.empty()) chunk_ = file_.next_chunk();
    if (chunk_.empty()) {
      unclosed_ = quoted;
      return begun;
    }
    const char c = chunk_.front();
    begun = true;
    line_ += c == '\n';
    if (quoted) {
      if (c == '"') {
        quoted = false;
        was_quoted = true;
        continue;
      }
    } else if (c == '"' && was_quoted) {
      quoted = true;  // a doubled one
    } else if (c == '"' && fields_.back().empty()) {
      quoted = true;
      continue;
    } else if (c == delimiter_) {
      was_quoted = false;
      if (fields_.size() < kMostColumns) fields_.emplace_back();
      continue;
    } else if (c == '\n') {
      if (fields_.back().ends_with('\r') && !was_quoted) fields_.back().pop_back();
      chunk_.remove_prefix(1);
      return true;
    } else if (c == '\r' && was_quoted) {
      continue;
    }
    was_quoted = false;
    ++*size;
    if (*size <= options_.limits.document_bytes)
      fields_.back() += c;
    else if (fields_.size() > 1 || !fields_[0].empty())
      fields_.assign(1, {});  // memory back
  }
}

std::optional<Document> CsvReader::header() {
  std::size_t size = 0;
  if (!row(&size)) {
    done_ = true;
    return std::nullopt;
  }
  if (fields_[0].starts_with("\uFEFF")) fields_[0].erase(0, 3);
  bool text = false;
  std::string names;
  for (std::string& field : fields_) {
    if (field.size() > 1 && field.starts_with('"') && field.ends_with('"'))
      field = field.substr(1, field.size() - 2);  // behind a byte order mark
    columns_.push_back(options_.fields.find(trimmed(field)));
    text = text || (columns_.back() && is_text(*columns_.back()));
    if (names.size() < 200) names.append(names.empty() ? "" : ", ").append(field);
  }
  if (text) return std::nullopt;
  done_ = true;
  passed_over_ = file_.about().found;
  if (passed_over_ > 0) return std::nullopt;
  return rejected(file_.name(), "no column is the text: " + names + " (--fields text=NAME)",
                  file_.name());
}

std::optional<Document> CsvReader::next() {
  if (!std::exchange(opened_, true))
    if (auto rejection = header()) return rejection;
  for (std::size_t size = 0; !done_;) {
    const bool found = row(&size);
    if (!file_.failure().empty()) {
      done_ = true;
      return rejected(file_.name(), file_.failure(), file_.name());
    }
    if (!found) break;
    const std::string place = file_.name() + ":" + std::to_string(row_line_);
    if (size > options_.limits.document_bytes)
      return rejected(place, too_long("row", size, options_.limits), place);
    if (std::exchange(unclosed_, false)) return rejected(place, "a quote is not closed", place);
    if (fields_.size() == 1 && trimmed(fields_[0]).empty()) continue;
    if (fields_.size() > columns_.size())
      return rejected(place,
                      std::to_string(fields_.size()) + " fields, and the header has " +
                          std::to_string(columns_.size()),
                      place);
    ArticleRecord record;
    for (std::size_t i = 0; i < fields_.size(); ++i)
      if (columns_[i]) record.say(*columns_[i], std::move(fields_[i]));
    return record.document(place);
  }
  return std::nullopt;
}

}  // namespace newsfacts
