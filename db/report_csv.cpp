// The report as a table: a row for each claim, for a spreadsheet.

#include <array>
#include <map>
#include <set>

#include "db/report.h"
#include "db/table.h"

namespace newsfacts {
namespace {

constexpr std::string_view kLineEnd = "\r\n";  // for a spreadsheet

std::string joined(const std::set<std::string>& all) {
  std::string text;
  for (const std::string& one : all) text.append(text.empty() ? "" : "; ").append(one);
  return text;
}

}  // namespace

std::string report_csv(const Report& report, Only only) {
  std::string out =
      "verdict,kind,reason,slot,source,published,document,value,words,sentence,said_by,rule,claim\r\n";
  for (const Finding& finding : report.findings) {
    if (only && finding.verdict != *only) continue;
    // Of a claim, what made the finding what it is.
    std::map<std::size_t, std::pair<std::set<std::string>, std::set<std::string>>> told;
    for (const Pairing& pairing : finding.pairings)
      if (pairing.verdict == finding.verdict)
        for (const std::size_t claim : {pairing.a, pairing.b}) {
          told[claim].first.insert(pairing.kind);
          told[claim].second.insert(pairing.reason);
        }
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
      const Evidence& e = finding.evidence[i];
      const ReportDocument& document = report.documents[e.document];
      const std::array<std::string, 13> cells = {
          std::string(word_in(kVerdictNames, finding.verdict)),
          joined(told[i].first),
          joined(told[i].second),
          finding.what,
          document.source,
          document.published,
          document.name,
          e.value,
          e.words,
          e.before + e.words + e.after,
          e.said_by,
          e.rule,
          "c" + std::to_string(e.claim)};
      append_csv_line(cells, &out, kLineEnd);
    }
  }
  return out;
}

}  // namespace newsfacts
