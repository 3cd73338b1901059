// The report of a story as one HTML file that needs nothing beside it: no script, no network,
// readable in any browser, by mail and from an archive.
//
// Its content security policy forbids everything but its own style sheet, and every word of an
// article, a title, a name or a source is escaped: what a hostile page smuggled into the store is shown
// as text.  Filters are radio buttons and rules of CSS.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/report.h"

namespace newsfacts {

// Something found in the text of an article; spans are in code points of it.
struct ReportFact {
  Span span;
  std::string kind, value, rule;
};

// A document with its text, for the view in which its facts are marked.
struct ReportArticle {
  std::string text;
  std::vector<ReportFact> facts;  // by place; they may overlap
};

struct ReportPage {
  Report report;
  std::vector<ReportArticle> articles;  // one for each of Report::documents
  std::string made_by;                  // "newsfacts 0.3, 27 April 2026"
};

// Reads the articles of a report that was read from this store.
ReportPage read_page(const Database& database, Report report, std::string made_by);

std::string report_html(const ReportPage& page, Only only);

}  // namespace newsfacts
