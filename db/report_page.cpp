#include "db/report_page.h"

#include <algorithm>

namespace newsfacts {
namespace {

constexpr char kText[] = "SELECT text FROM document WHERE id = ?1";

constexpr char kFacts[] = R"(
  SELECT m.start, m.end, m.kind, coalesce(e.name, m.value, ''), coalesce(r.name, '')
  FROM mention m LEFT JOIN entity e ON e.id = m.entity LEFT JOIN rule r ON r.id = m.rule
  WHERE m.document = ?1 ORDER BY m.start, m.end)";

ReportArticle article(const Database& database, std::int64_t row) {
  ReportArticle found;
  Statement text = database.prepare(kText);
  text.bind(1, row);
  if (text.step()) found.text = text.text(0);
  Statement facts = database.prepare(kFacts);
  facts.bind(1, row);
  while (facts.step())
    found.facts.push_back({{static_cast<std::uint32_t>(facts.integer(0)),
                            static_cast<std::uint32_t>(facts.integer(1))},
                           std::string(facts.text(2)),
                           std::string(facts.text(3)),
                           std::string(facts.text(4))});
  return found;
}

}  // namespace

ReportPage read_page(const Database& database, Report report, std::string made_by) {
  ReportPage page{std::move(report), {}, std::move(made_by)};
  for (const ReportDocument& document : page.report.documents)
    page.articles.push_back(article(database, document.row));
  return page;
}

}  // namespace newsfacts
