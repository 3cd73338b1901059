#include "db/report.h"

#include <algorithm>
#include <map>

namespace newsfacts {
namespace {

constexpr char kDocuments[] = R"(
  SELECT d.id, coalesce(d.name, ''), coalesce(s.name, ''), coalesce(d.published, ''),
         coalesce(d.title, ''), l.origin
  FROM link l JOIN document d ON d.id = l.document LEFT JOIN source s ON s.id = d.source
  WHERE l.story = ?1
  ORDER BY d.published IS NULL, d.published, d.name, d.key)";

// The figure of a claim in its sentence, or the words of one that has none.  A sentence may be missing where a stage was left out.
constexpr char kClaims[] = R"(
  SELECT c.id, c.document, coalesce(x.slot, 0), coalesce(o.what, c.what),
         coalesce(m.raw_start, m.start, c.raw_start, c.start) AS place,
         coalesce(m.raw_end, m.end, c.raw_end, c.end),
         coalesce(m.value, m.text, substr(d.text, c.start + 1, c.end - c.start)),
         coalesce(m.text, substr(d.text, c.start + 1, c.end - c.start)),
         coalesce(substr(d.text, n.start + 1, coalesce(m.start, c.start) - n.start), ''),
         coalesce(substr(d.text, coalesce(m.end, c.end) + 1, n.end - coalesce(m.end, c.end)), ''),
         coalesce(q.said_by, ''), coalesce(r.name, ''), coalesce(m.start, c.start),
         coalesce(m.end, c.end), coalesce(m.low + 0.0, julianday(m.first) - 2440587.5),
         coalesce(m.high + 0.0, julianday(m.last) - 2440587.5)
  FROM link l
  JOIN claim c ON c.document = l.document
  JOIN document d ON d.id = c.document
  LEFT JOIN mention m ON m.document = c.document AND m.ord = c.value
  LEFT JOIN slot_claim x ON x.claim = c.id
  LEFT JOIN slot o ON o.id = x.slot
  LEFT JOIN rule r ON r.id = coalesce(m.rule, c.rule)
  LEFT JOIN quotes q ON q.document = c.document AND q.ord = c.attribution
  LEFT JOIN sentence n ON n.id = (SELECT y.id FROM sentence y
    WHERE y.document = c.document AND y.start <= coalesce(m.start, c.start)
      AND coalesce(m.end, c.end) <= y.end
    ORDER BY y.start DESC LIMIT 1)
  WHERE l.story = ?1 AND (c.value IS NOT NULL OR x.slot IS NOT NULL)
  ORDER BY c.document, place, c.ord)";

constexpr char kDifferences[] = R"(
  SELECT f.a, f.b, f.slot, f.relation, f.kind, f.reason, coalesce(f.score, 0)
  FROM difference f JOIN slot o ON o.id = f.slot
  WHERE o.story = ?1
  ORDER BY f.a, f.b)";

std::string text(const Statement& row, int at) {
  return std::string(row.text(at));
}

// Claims that share a slot make one finding; a claim without one stands alone.
class Reader {
 public:
  Reader(const Database& database, std::int64_t story) : database_(database), story_(story) {}

  std::optional<Report> read() {
    Statement title = database_.prepare("SELECT coalesce(title, '') FROM story WHERE id = ?1");
    title.bind(1, story_);
    if (!title.step()) return std::nullopt;
    report_.title = text(title, 0);
    documents();
    claims();
    differences();
    order();
    return std::move(report_);
  }

 private:
  Statement rows(const char* sql) {
    Statement statement = database_.prepare(sql);
    statement.bind(1, story_);
    return statement;
  }

  void documents() {
    for (Statement row = rows(kDocuments); row.step();) {
      at_[row.integer(0)] = report_.documents.size();
      report_.documents.push_back({row.integer(0), text(row, 1), text(row, 2), text(row, 3),
                                   text(row, 4), row.integer(5)});
    }
  }

  void claims() {
    for (Statement row = rows(kClaims); row.step();) {
      Evidence evidence{row.integer(0),
                        at_.at(row.integer(1)),
                        {static_cast<std::uint32_t>(row.integer(4)),
                         static_cast<std::uint32_t>(row.integer(5))},
                        {static_cast<std::uint32_t>(row.integer(12)),
                         static_cast<std::uint32_t>(row.integer(13))},
                        text(row, 6),
                        {},
                        text(row, 8),
                        text(row, 7),
                        text(row, 9),
                        text(row, 10),
                        text(row, 11)};
      if (!row.is_null(14) && !row.is_null(15)) evidence.extent = {row.real(14), row.real(15)};
      // A slot has a positive row number; a claim alone goes by its own, negated.
      const std::int64_t slot = row.integer(2);
      Finding& finding = findings_[slot != 0 ? slot : -evidence.claim];
      finding.slot = slot;
      finding.what = text(row, 3);
      finding.evidence.push_back(std::move(evidence));
    }
    for (auto& [slot, finding] : findings_) {
      std::stable_sort(finding.evidence.begin(), finding.evidence.end(),
                       [](const Evidence& a, const Evidence& b) {
                         return a.document != b.document ? a.document < b.document
                                                         : a.raw < b.raw;
                       });
      for (std::size_t i = 0; i < finding.evidence.size(); ++i)
        places_[finding.evidence[i].claim] = i;
    }
  }

  void differences() {
    for (Statement row = rows(kDifferences); row.step();) {
      Finding& finding = findings_.at(row.integer(2));
      const auto verdict = found_in<Verdict>(kVerdictNames, row.text(3));
      Pairing pairing{places_.at(row.integer(0)), places_.at(row.integer(1)),
                      verdict.value_or(Verdict::kAgree), text(row, 4), text(row, 5), row.real(6)};
      finding.verdict = std::min(finding.verdict, pairing.verdict);  // conflict comes first
      if (pairing.b < pairing.a) std::swap(pairing.a, pairing.b);
      finding.pairings.push_back(std::move(pairing));
    }
  }

  void order() {
    for (auto& [slot, finding] : findings_) report_.findings.push_back(std::move(finding));
    std::sort(report_.findings.begin(), report_.findings.end(),
              [](const Finding& a, const Finding& b) {
                if (a.verdict != b.verdict) return a.verdict < b.verdict;
                const Evidence &x = a.evidence.front(), &y = b.evidence.front();
                if (x.document != y.document) return x.document < y.document;
                return x.raw != y.raw ? x.raw < y.raw : x.claim < y.claim;
              });
    for (Finding& finding : report_.findings)
      std::sort(finding.pairings.begin(), finding.pairings.end(),
                [](const Pairing& a, const Pairing& b) {
                  return a.a != b.a ? a.a < b.a : a.b < b.b;
                });
  }

  const Database& database_;
  std::int64_t story_;
  Report report_;
  std::map<std::int64_t, std::size_t> at_;        // document row -> index
  std::map<std::int64_t, std::size_t> places_;    // claim row -> place in its finding
  std::map<std::int64_t, Finding> findings_;      // by slot row, or minus the claim's
};

}  // namespace

std::size_t Report::count(Verdict verdict) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.verdict == verdict; }));
}

std::optional<Report> read_report(const Database& database, std::int64_t story) {
  return Reader(database, story).read();
}

Report narrowed(const Report& report, std::int64_t document_a, std::int64_t document_b) {
  Report narrow;
  narrow.title = report.title;
  std::map<std::size_t, std::size_t> documents;  // old index -> new
  for (const std::int64_t row : {document_a, document_b})
    for (std::size_t i = 0; i < report.documents.size(); ++i)
      if (report.documents[i].row == row && documents.emplace(i, narrow.documents.size()).second)
        narrow.documents.push_back(report.documents[i]);

  for (const Finding& finding : report.findings) {
    Finding kept{Verdict::kOnly, finding.slot, finding.what, {}, {}};
    std::map<std::size_t, std::size_t> places;
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
      const auto document = documents.find(finding.evidence[i].document);
      if (document == documents.end()) continue;
      places[i] = kept.evidence.size();
      kept.evidence.push_back(finding.evidence[i]);
      kept.evidence.back().document = document->second;
    }
    if (kept.evidence.empty()) continue;
    for (Pairing pairing : finding.pairings) {
      const auto a = places.find(pairing.a), b = places.find(pairing.b);
      if (a == places.end() || b == places.end()) continue;
      pairing.a = a->second;
      pairing.b = b->second;
      if (kept.evidence[pairing.b].document < kept.evidence[pairing.a].document)
        std::swap(pairing.a, pairing.b);
      kept.verdict = std::min(kept.verdict, pairing.verdict);
      kept.pairings.push_back(std::move(pairing));
    }
    narrow.findings.push_back(std::move(kept));
  }
  std::stable_sort(narrow.findings.begin(), narrow.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
  return narrow;
}

std::string measure_of(const std::string& slot) {
  return slot.substr(0, slot.find_first_of(":|"));
}

Report of_measure(Report report, std::string_view measure) {
  std::erase_if(report.findings,
                [&](const Finding& finding) { return measure_of(finding.what) != measure; });
  return report;
}

}  // namespace newsfacts
