#include "db/full_text.h"

#include <cstdint>
#include <string_view>

#include "corpus/utf8.h"
#include "db/insertion.h"

namespace newsfacts {
namespace {

constexpr std::size_t kBytesPerTransaction = std::size_t{8} << 20;

// The sentences behind `done`, in the order of their rows, until enough bytes went by.  Cuts
// the words out of the text of the document itself: substr() in SQL would count code points from
// the beginning of the document for each.
class Sentences : public Rows {
 public:
  Sentences(const Database& database, std::int64_t done)
      : sentences_(database.prepare(
            "SELECT id, document, start, end FROM sentence WHERE id > ?1 ORDER BY id")),
        text_(database.prepare("SELECT text FROM document WHERE id = ?1")),
        done_(done) {
    sentences_.bind(1, done);
  }

  std::int64_t done() const { return done_; }

  bool next(Row& row) override {
    if (bytes_ >= kBytesPerTransaction || !sentences_.step()) return false;
    if (sentences_.integer(1) != document_) open(sentences_.integer(1));
    const auto begin = index_.bytes(static_cast<std::uint32_t>(sentences_.integer(2)));
    const auto end = index_.bytes(static_cast<std::uint32_t>(sentences_.integer(3)));
    done_ = sentences_.integer(0);
    bytes_ += end - begin;
    row.integer(done_).text(words_.substr(begin, end - begin));
    return true;
  }

 private:
  void open(std::int64_t document) {
    text_.reset();
    text_.bind(1, document).step();
    document_ = document;
    words_ = text_.text(0);
    index_ = CodePointIndex(words_);
  }

  Statement sentences_, text_;
  std::int64_t done_, document_ = 0;
  std::size_t bytes_ = 0;
  std::string_view words_;
  CodePointIndex index_{std::string_view()};
};

}  // namespace

void index_full_text(const Database& database) {
  Insertion insertion(database, "sentences_fts(rowid, text)", 2);
  Statement note = database.prepare(
      "INSERT INTO progress VALUES ('full text', ?1) "
      "ON CONFLICT (pass) DO UPDATE SET done = excluded.done");
  for (;;) {
    Transaction transaction(database);
    const std::int64_t done =
        database.integer("SELECT done FROM progress WHERE pass = 'full text'");
    Sentences sentences(database, done);
    insertion.run(sentences);
    if (sentences.done() == done) return;
    note.bind(1, sentences.done()).run();
    transaction.commit();
  }
}

}  // namespace newsfacts
