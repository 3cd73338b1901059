#include "db/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "corpus/embedded.h"
#include "db/table.h"

namespace newsfacts {
namespace {

constexpr std::size_t kRowsOfLayout = 1000;
constexpr std::size_t kBytesAtOnce = 1 << 16;

constexpr std::string_view kFolder = "queries/", kEnding = ".sql";

// What stands behind "-- params:" in the head of a page.
std::string_view head_line(std::string_view page, std::string_view label) {
  const std::string mark = fmt::format("-- {}:", label);
  const auto at = page.find(mark);
  assert(at != std::string_view::npos && "a question without a head");
  std::string_view line = page.substr(at + mark.size());
  line = line.substr(0, line.find('\n'));
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line;
}

std::vector<Question> read_questions() {
  std::vector<Question> all;
  for (const EmbeddedFile& file : embedded_db()) {
    if (!file.name.starts_with(kFolder)) continue;
    const std::string_view name =
        file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kEnding.size());
    all.push_back({name, head_line(file.content, name), head_line(file.content, "params"),
                   head_line(file.content, "columns"), file.content});
  }
  std::sort(all.begin(), all.end(),
            [](const Question& a, const Question& b) { return a.name < b.name; });
  return all;
}

std::string_view sql_of(std::string_view asked) {
  if (const Question* question = find_question(asked)) return question->sql;
  // One word is no SQL: somebody looks for a question.
  if (asked.find_first_of(" \t\n(;") != std::string_view::npos) return asked;
  std::string known;
  for (const Question& question : questions())
    known.append(known.empty() ? "" : ", ").append(question.name);
  throw QueryError(fmt::format("no question is called \"{}\"; there are {}", asked, known));
}

Statement prepared(const Database& database, std::string_view sql,
                   std::span<const Parameter> parameters) {
  try {
    Statement statement = database.prepare(sql);
    for (int at = 1; at <= statement.parameters(); ++at) statement.bind_null(at);
    for (const Parameter& parameter : parameters) {
      const int at = statement.parameter((":" + parameter.name).c_str());
      if (at == 0) throw QueryError(fmt::format("it asks for no parameter :{}", parameter.name));
      statement.bind(at, parameter.value);
    }
    return statement;
  } catch (const DatabaseError& error) {
    constexpr int kSqlError = 1, kDenied = 23, kMisuse = 21;
    if (error.code != kSqlError && error.code != kDenied && error.code != kMisuse) throw;
    throw QueryError(error.what());
  }
}

void read_row(const Statement& statement, std::vector<Cell>* cells) {
  constexpr char kDigits[] = "0123456789abcdef";
  cells->resize(static_cast<std::size_t>(statement.columns()));
  for (int at = 0; at < statement.columns(); ++at) {
    Cell& cell = (*cells)[static_cast<std::size_t>(at)];
    cell.type = statement.type(at);
    cell.text.clear();
    if (cell.type == Statement::Type::kBlob) {
      for (const unsigned char byte : statement.blob(at)) {
        cell.text.push_back(kDigits[byte >> 4]);
        cell.text.push_back(kDigits[byte & 15]);
      }
    } else {
      cell.text.assign(statement.text(at));
    }
  }
}

}  // namespace

std::span<const Question> questions() {
  static const std::vector<Question> all = read_questions();
  return all;
}

const Question* find_question(std::string_view name) {
  for (const Question& question : questions())
    if (question.name == name) return &question;
  return nullptr;
}

std::uint64_t ask(Store& store, std::string_view asked, const QueryOptions& options,
                  const std::function<void(std::string_view)>& write) {
  Database& database = store.database();
  const std::string_view sql = sql_of(asked);
  database.restrict_to_reading(options.seconds);
  Statement statement = prepared(database, sql, options.parameters);

  std::vector<std::string> columns;
  for (int at = 0; at < statement.columns(); ++at) columns.emplace_back(statement.column_name(at));

  std::string out;
  const auto flush = [&](std::size_t above) {
    if (out.size() <= above) return;
    write(out);
    out.clear();
  };
  std::uint64_t rows = 0;
  std::vector<Cell> cells;

  if (options.format == RowFormat::kTable) {
    std::vector<std::vector<Cell>> first;
    while (first.size() < kRowsOfLayout && statement.step()) {
      read_row(statement, &cells);
      first.push_back(cells);
    }
    const bool all = first.size() < kRowsOfLayout;
    rows = first.size();
    const Layout layout(columns, first, options.width);
    if (rows > 0) layout.append_head(&out);
    for (const std::vector<Cell>& row : first) layout.append_row(row, &out);
    while (!all && statement.step()) {
      read_row(statement, &cells);
      layout.append_row(cells, &out);
      ++rows;
      flush(kBytesAtOnce);
    }
  } else {
    if (options.format == RowFormat::kCsv) append_csv_line(columns, &out);
    while (statement.step()) {
      read_row(statement, &cells);
      if (options.format == RowFormat::kCsv)
        append_csv_line(cells, &out);
      else
        append_json_line(columns, cells, &out);
      ++rows;
      flush(kBytesAtOnce);
    }
  }
  flush(0);
  return rows;
}

}  // namespace newsfacts
