#include "db/link/passes.h"

namespace newsfacts {
std::vector<DocumentId> rows(Statement&& statement) {
  std::vector<DocumentId> all;
  while (statement.step()) all.push_back(statement.integer(0));
  return all;
}

PassProgress::PassProgress(const Database& database, std::string_view pass)
    : database_(database), pass_(pass) {
  Statement read = database.prepare("SELECT done FROM progress WHERE pass = ?");
  read.bind(1, pass_);
  if (read.step()) done_ = read.integer(0);
}

std::vector<DocumentId> PassProgress::next(std::int64_t documents) const {
  Statement read = database_.prepare("SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?");
  read.bind(1, done_).bind(2, documents);
  return rows(std::move(read));
}

void PassProgress::reach(DocumentId done) {
  done_ = done;
  database_.prepare("INSERT OR REPLACE INTO progress(pass, done) VALUES (?, ?)")
      .bind(1, pass_)
      .bind(2, done)
      .run();
}

}  // namespace newsfacts
