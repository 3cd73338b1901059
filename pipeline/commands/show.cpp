// show: an article of the store, with every mention marked where it stands.

#include <fmt/format.h>

#include "db/find.h"
#include "db/store.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"

namespace newsfacts {
namespace {

constexpr char kHeader[] = R"(
  SELECT coalesce(title, name, ''), coalesce(source, ''), coalesce(published, ''),
         coalesce(url, ''), coalesce(story_title, ''), copy, key
  FROM documents WHERE document = ?1)";

// The text in pieces: what lies between two mentions, then the mention.
constexpr char kPieces[] = R"(
  SELECT substr(d.text, 1 + coalesce(lag(m.end) OVER (ORDER BY m.start), 0),
                m.start - coalesce(lag(m.end) OVER (ORDER BY m.start), 0)),
         m.text, m.kind, coalesce(e.name, m.value, '')
  FROM mention m JOIN document d ON d.id = m.document LEFT JOIN entity e ON e.id = m.entity
  WHERE m.document = ?1 ORDER BY m.start)";

constexpr char kRest[] = R"(
  SELECT substr(text, 1 + coalesce((SELECT max(end) FROM mention WHERE document = ?1), 0))
  FROM document WHERE id = ?1)";

int show(const std::string& db, const std::string& name) {
  const Store store(db, Database::Mode::kReadOnly);
  const Database& database = store.database();
  const std::int64_t document = document_named(database, name);
  const auto rows = [&](const char* sql) {
    Statement statement = database.prepare(sql);
    statement.bind(1, document);
    return statement;
  };
  Statement header = rows(kHeader);
  header.step();
  write_out(fmt::format("{}\n{}{}{}\n", header.text(0), header.text(1),
                        header.text(2).empty() ? "" : ", ", header.text(2)));
  if (!header.text(3).empty()) write_out(fmt::format("{}\n", header.text(3)));
  if (!header.text(4).empty())
    write_out(fmt::format("story: {}{}\n", header.text(4), header.integer(5) ? " (a copy)" : ""));
  write_out(fmt::format("key: {}\n\n", header.text(6)));
  for (Statement piece = rows(kPieces); piece.step();)
    write_out(fmt::format("{}[{}]({}{}{})", piece.text(0), piece.text(1), piece.text(2),
                          piece.text(3).empty() ? "" : " ", piece.text(3)));
  Statement rest = rows(kRest);
  rest.step();
  write_out(fmt::format("{}\n", rest.text(0)));
  flush_out();
  return kOk;
}

}  // namespace

const Command kShow = {
    "show", "an article of the store, with its mentions marked: [last May](date 2025-05)",
    "DOCUMENT is a name, a row number, or the beginning of a key.\n\n"
    "  newsfacts show --db facts.db merger/ledger-deal.txt",
    [](CLI::App& app) {
      auto db = std::make_shared<std::string>("facts.db");
      auto name = std::make_shared<std::string>();
      add_store_option(app, db.get());
      app.add_option("DOCUMENT", *name, "the article")->required();
      return std::function<int()>([db, name] { return show(*db, *name); });
    }};

}  // namespace newsfacts
