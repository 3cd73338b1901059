// The report of a story: what its documents agree on, where they conflict, what only one of them
// says - each with the words, the value, the rule that read it, and the reason.
//
// A Report is read from the tables that LINK wrote and then written as text for a terminal
// (report_text.cpp), as one JSON document, as JSON lines (report_json.cpp), as CSV (report_csv.cpp) or
// as a page of HTML (report_page.h).  Writing is pure: it sees the Report and nothing else.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/span.h"
#include "corpus/words.h"
#include "db/database.h"

namespace newsfacts {

enum class Verdict : std::uint8_t { kConflict, kAgree, kOnly };
inline constexpr std::array<std::string_view, 3> kVerdictNames = {"conflict", "agree", "only"};

struct ReportDocument {
  std::int64_t row = 0;    // document.id of the store
  std::string name;        // the user's name for it
  std::string source, published, title;
  std::int64_t origin = 0;  // row of the document that speaks for all copies; `row` itself if none

  bool copy() const { return origin != row; }
};

// One claim: where it stands, and what it says.
struct Evidence {
  std::int64_t claim = 0;    // row in the store, as in `newsfacts why c12`
  std::size_t document = 0;  // index in Report::documents
  Span raw;                  // the figure; code points of the raw text
  Span text;                 // and of the text
  std::string value;         // normalized
  // Where the value stands among others of its kind: the ends of the amount, or the days since
  // 1970 of a date; none where an end is open.
  std::optional<std::pair<double, double>> extent;
  std::string before, words, after;  // the sentence, cut around the figure
  std::string said_by;               // empty: the article's own voice
  std::string rule;
};

// Two claims of two documents side by side.
struct Pairing {
  std::size_t a = 0, b = 0;  // indexes in Finding::evidence
  Verdict verdict = Verdict::kAgree;
  std::string kind, reason;
  double score = 0;
};

// One slot: the same thing measured or dated, by whom, and how their values compare.
struct Finding {
  Verdict verdict = Verdict::kOnly;  // kConflict as soon as one pairing is
  std::int64_t slot = 0;             // 0: a claim that no slot took
  std::string what;
  std::vector<Evidence> evidence;  // by document, then place
  std::vector<Pairing> pairings;
};

struct Report {
  std::string title;
  std::vector<ReportDocument> documents;  // by publication, then name
  std::vector<Finding> findings;          // conflicts, agreements, the rest; then by place

  std::size_t count(Verdict verdict) const;
};

// The whole story of that row; nullopt when there is none.
std::optional<Report> read_report(const Database& database, std::int64_t story);

// The part of a report that is about two of its documents: pairings of others are left out.
Report narrowed(const Report& report, std::int64_t document_a, std::int64_t document_b);

// Which findings are shown: all, or those of one verdict.
using Only = std::optional<Verdict>;

struct TextStyle {
  bool color = false;
  std::size_t width = 100;  // columns; longer quotations are cut
};
std::string report_text(const Report& report, Only only, const TextStyle& style);
std::string report_json(const Report& report, Only only);

// A row for each claim: verdict, kind, reason, slot, source, published, document, value, words,
// sentence, said_by, rule, claim (RFC 4180).
std::string report_csv(const Report& report, Only only);

// What is measured, the first word of a slot: "count", "money", "date".
std::string measure_of(const std::string& slot);

// The findings of one measure alone.
Report of_measure(Report report, std::string_view measure);

// What a slot is about, for people: "date until: retain license microsoft".
std::string readable(const std::string& slot);

// A line for each pair of documents and relation: {"relation","kind","reason","slot",
// "a":[[start,end],...],"b":[...],"document_a","document_b"}.
std::string report_json_lines(const Report& report, Only only);

}  // namespace newsfacts
