// The report for programs: one JSON document, or a line for each relation of two documents.

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "db/report.h"

namespace newsfacts {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json span_of(Span span) {
  return Json::array({span.begin, span.end});
}

Json spans(const std::set<Span>& places) {
  Json list = Json::array();
  for (const Span place : places) list.push_back(span_of(place));
  return list;
}

// What the pairings of two documents in one slot say together.
struct Relation {
  std::set<Span> a, b;
  std::string kind, reason;
  double score = -1;

  void add(Span in_a, Span in_b, const Pairing& pairing) {
    a.insert(in_a);
    b.insert(in_b);
    if (pairing.score <= score) return;
    score = pairing.score;
    kind = pairing.kind;
    reason = pairing.reason;
  }
};

bool shown(const Finding& finding, Only only) {
  return !only || finding.verdict == *only;
}

}  // namespace

std::string report_json_lines(const Report& report, Only only) {
  std::string out;
  const auto write = [&](Verdict verdict, const Finding& finding, const Relation& relation,
                         const std::string& document_a, const Json& document_b) {
    if (only && verdict != *only) return;
    out += dumped({{"relation", word_in(kVerdictNames, verdict)},
                   {"kind", relation.kind},
                   {"reason", relation.reason},
                   {"slot", finding.what},
                   {"a", spans(relation.a)},
                   {"b", spans(relation.b)},
                   {"document_a", document_a},
                   {"document_b", document_b}}) +
           "\n";
  };
  for (const Finding& finding : report.findings) {
    std::map<std::tuple<std::size_t, std::size_t, Verdict>, Relation> relations;
    for (const Pairing& pairing : finding.pairings) {
      const Evidence &a = finding.evidence[pairing.a], &b = finding.evidence[pairing.b];
      relations[{a.document, b.document, pairing.verdict}].add(a.raw, b.raw, pairing);
    }
    for (const auto& [between, relation] : relations)
      write(std::get<2>(between), finding, relation,
            report.documents[std::get<0>(between)].name,
            report.documents[std::get<1>(between)].name);
    if (finding.verdict != Verdict::kOnly) continue;
    std::map<std::size_t, Relation> alone;
    for (const Evidence& evidence : finding.evidence) alone[evidence.document].a.insert(evidence.raw);
    for (const auto& [document, relation] : alone)
      write(Verdict::kOnly, finding, relation, report.documents[document].name, nullptr);
  }
  return out;
}

std::string report_json(const Report& report, Only only) {
  Json documents = Json::array();
  for (const ReportDocument& document : report.documents)
    documents.push_back({{"name", document.name},
                         {"source", document.source},
                         {"published", document.published},
                         {"title", document.title},
                         {"copy", document.copy()}});
  Json findings = Json::array();
  for (const Finding& finding : report.findings) {
    if (!shown(finding, only)) continue;
    Json evidence = Json::array();
    for (const Evidence& e : finding.evidence)
      evidence.push_back({{"document", e.document},
                          {"raw", span_of(e.raw)},
                          {"words", e.words},
                          {"value", e.value},
                          {"sentence", e.before + e.words + e.after},
                          {"said_by", e.said_by},
                          {"rule", e.rule},
                          {"claim", e.claim}});
    Json pairings = Json::array();
    for (const Pairing& p : finding.pairings)
      pairings.push_back({{"a", p.a},
                          {"b", p.b},
                          {"relation", word_in(kVerdictNames, p.verdict)},
                          {"kind", p.kind},
                          {"reason", p.reason}});
    findings.push_back({{"verdict", word_in(kVerdictNames, finding.verdict)},
                        {"slot", finding.what},
                        {"evidence", evidence},
                        {"pairings", pairings}});
  }
  return dumped({{"title", report.title}, {"documents", documents}, {"findings", findings}}, 1) +
         "\n";
}

}  // namespace newsfacts
