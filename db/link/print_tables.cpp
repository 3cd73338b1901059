#include "db/link/print_tables.h"

#include "corpus/utf8.h"
#include "db/link/passages.h"
#include "db/link/prints.h"

namespace newsfacts {
namespace {

Span bytes_of(std::span<const WordAt> words, std::uint32_t first, std::uint32_t count) {
  return {words[first].span.begin, words[first + count - 1].span.end};
}

std::string text_of(Statement& statement, DocumentId document) {
  statement.bind(1, document);
  std::string text;
  if (statement.step()) text = statement.text(0);
  statement.reset();
  return text;
}

constexpr std::string_view kText = "SELECT text FROM document WHERE id = ?";

}  // namespace

PassageTable::PassageTable(const Database& database)
    : text_(database.prepare(kText)),
      add_(database.prepare("INSERT INTO passage(a, b, a_start, a_end, b_start, b_end, words, label) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      forget_(database.prepare(
          "DELETE FROM passage WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)")) {}

bool PassageTable::write(DocumentId a, const Print& print_of_a, DocumentId b,
                         const Print& print_of_b) {
  if (print_of_b.key < print_of_a.key) return write(b, print_of_b, a, print_of_a);
  forget(a, b);
  const auto runs = passages(print_of_a.text, print_of_a.anchors, print_of_b.text, print_of_b.anchors);
  if (runs.empty()) return false;
  const std::string one = text_of(text_, a), other = text_of(text_, b);
  const CodePointIndex in_one(one), in_other(other);
  for (const SharedRun& run : runs) {
    const Span of_a = bytes_of(print_of_a.text, run.a, run.length);
    const Span of_b = bytes_of(print_of_b.text, run.b, run.length);
    const PassageLabel label = label_of(of_a, {print_of_a.quoted, print_of_a.boilerplate}, of_b,
                                        {print_of_b.quoted, print_of_b.boilerplate});
    const Span points_of_a = in_one.code_points(of_a), points_of_b = in_other.code_points(of_b);
    add_.bind(1, a).bind(2, b);
    add_.bind(3, std::int64_t{points_of_a.begin}).bind(4, std::int64_t{points_of_a.end});
    add_.bind(5, std::int64_t{points_of_b.begin}).bind(6, std::int64_t{points_of_b.end});
    add_.bind(7, std::int64_t{run.length}).bind(8, word_in(kPassageLabelWords, label)).run();
  }
  return true;
}

void PassageTable::forget(DocumentId a, DocumentId b) {
  forget_.bind(1, a).bind(2, b).run();
}

CorrectionTable::CorrectionTable(const Database& database)
    : text_(database.prepare(kText)),
      figures_(database.prepare("SELECT ord, start, end, kind, value, unit FROM mention "
                                "WHERE document = ? AND (low IS NOT NULL OR high IS NOT NULL OR "
                                "(kind = 'date' AND basis = 'explicit')) ORDER BY ord")),
      add_(database.prepare("INSERT INTO correction(a, a_ord, b, b_ord) VALUES (?, ?, ?, ?)")),
      forget_(database.prepare("DELETE FROM correction WHERE a = ?1 OR b = ?1")) {}

std::vector<Figure> CorrectionTable::figures(DocumentId document) {
  const std::string text = text_of(text_, document);
  const CodePointIndex index(text);
  std::vector<Figure> all;
  figures_.bind(1, document);
  while (figures_.step()) {
    const auto kind = found_in<Kind>(kKindWords, figures_.text(3));
    if (!kind) continue;
    all.push_back({figures_.integer(0),
                   {index.bytes(static_cast<std::uint32_t>(figures_.integer(1))),
                    index.bytes(static_cast<std::uint32_t>(figures_.integer(2)))},
                   *kind,
                   Key::of({figures_.text(4)}).low,
                   *kind == Kind::kQuantity ? Key::of({figures_.text(5)}).low : 0});
  }
  figures_.reset();
  return all;
}

void CorrectionTable::write(DocumentId a, const Print& print_of_a, DocumentId b,
                            const Print& print_of_b) {
  for (const auto& [of_a, of_b] :
       corrections(print_of_a.text, figures(a), print_of_b.text, figures(b)))
    add_.bind(1, a).bind(2, of_a).bind(3, b).bind(4, of_b).run();
}

void CorrectionTable::forget(DocumentId document) {
  forget_.bind(1, document).run();
}

}  // namespace newsfacts
