#include "db/find.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

namespace newsfacts {
namespace {

struct Candidate {
  std::int64_t row;
  std::string about;
};

std::vector<Candidate> candidates(Statement statement) {
  std::vector<Candidate> found;
  while (statement.step()) found.push_back({statement.integer(0), std::string(statement.text(1))});
  return found;
}

std::int64_t the_one(const std::vector<Candidate>& found, const std::string& things,
                     std::string_view name) {
  if (found.size() == 1) return found.front().row;
  std::string message = found.empty() ? "no" : std::to_string(found.size());
  message += " " + things + " called " + std::string(name);
  constexpr std::size_t kShown = 5;
  for (std::size_t i = 0; i < std::min(found.size(), kShown); ++i)
    message += (i == 0 ? ": " : ", ") + std::to_string(found[i].row) + " (" + found[i].about + ")";
  throw std::invalid_argument(message);
}

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::int64_t> first_row(Statement statement) {
  if (!statement.step() || statement.is_null(0)) return std::nullopt;
  return statement.integer(0);
}

}  // namespace

std::optional<std::int64_t> document_of(const Database& database, const Key& key) {
  Statement statement = database.prepare("SELECT id FROM document WHERE key = ?1");
  const auto bytes = key.bytes();
  statement.bind_blob(1, bytes);
  return first_row(std::move(statement));
}

std::optional<std::int64_t> story_of(const Database& database, std::int64_t document) {
  Statement statement = database.prepare("SELECT story FROM link WHERE document = ?1");
  statement.bind(1, document);
  return first_row(std::move(statement));
}

std::int64_t document_named(const Database& database, std::string_view name) {
  constexpr char kColumns[] =
      "SELECT d.id, coalesce(s.name, '') FROM document d LEFT JOIN source s ON s.id = d.source "
      "WHERE ";
  constexpr std::size_t kShortestKey = 8;
  Statement by_name = database.prepare(std::string(kColumns) + "d.name = ?1 ORDER BY d.id");
  by_name.bind(1, name);
  std::vector<Candidate> found = candidates(std::move(by_name));
  if (found.empty() && name.size() >= kShortestKey) {
    Statement by_key =
        database.prepare(std::string(kColumns) + "lower(hex(d.key)) GLOB ?1 || '*' ORDER BY d.id");
    by_key.bind(1, name);
    found = candidates(std::move(by_key));
  }
  if (const auto row = number_in(name); row && found.empty()) {
    Statement by_row = database.prepare(std::string(kColumns) + "d.id = ?1");
    by_row.bind(1, *row);
    found = candidates(std::move(by_row));
  }
  return the_one(found, "documents are", name);
}

std::int64_t story_named(const Database& database, std::string_view name) {
  if (const auto row = number_in(name)) {
    Statement by_row =
        database.prepare("SELECT id, coalesce(title, '') FROM story WHERE id = ?1");
    by_row.bind(1, *row);
    return the_one(candidates(std::move(by_row)), "stories are", name);
  }
  Statement by_words = database.prepare(
      "SELECT t.id, coalesce(t.title, '') FROM story t "
      "WHERE instr(lower(t.title), lower(?1)) OR EXISTS ("
      "  SELECT 1 FROM link l JOIN document d ON d.id = l.document "
      "  WHERE l.story = t.id AND instr(lower(d.name), lower(?1))) ORDER BY t.id");
  by_words.bind(1, name);
  return the_one(candidates(std::move(by_words)), "stories are", name);
}

}  // namespace newsfacts
