// 3/4/2026: which way round a document writes it, and by what evidence.

#include <gtest/gtest.h>

#include <string>

#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/extract.h"

namespace newsfacts {
namespace {

struct Case {
  const char* text;
  Metadata metadata;
  const char* value;  // of the date that is printed 3/4/2026 or 3/4
};
void PrintTo(const Case& test, std::ostream* out) { *out << test.text; }

class DayOrder : public testing::TestWithParam<Case> {};

TEST_P(DayOrder, IsToldByTheDocumentOrLeftOpen) {
  static const Extraction extraction;
  const Case& test = GetParam();
  Document document(test.metadata, test.text);
  normalize(document);
  Segmenter().segment(document);
  extraction.extract(document);
  std::string found = "none";
  for (const Mention& mention : document.mentions)
    if (mention.time() && document.at(mention.span).find("3/4") != std::string_view::npos)
      found = to_string(mention.value);
  EXPECT_EQ(found, test.value);
}

Metadata from(std::string url, std::string source = {}, std::string published = "2026-06-30") {
  Metadata metadata;
  metadata.url = std::move(url);
  metadata.source = std::move(source);
  metadata.published = std::move(published);
  return metadata;
}

INSTANTIATE_TEST_SUITE_P(
    Evidence, DayOrder,
    testing::Values(
        // nothing tells
        Case{"It opened on 3/4/2026.", from(""), "2026-XX-XX"},
        Case{"It opened on 3/4/2026.", from("https://news.example.com/a"), "2026-XX-XX"},
        // the date's own weekday
        Case{"It opened on Friday, 3/4/2026.", from(""), "2026-04-03"},
        Case{"It opened on Wednesday, 3/4/2026.", from(""), "2026-03-04"},
        Case{"It opened on Monday, 3/4/2026.", from(""), "2026-XX-XX"},
        // other dates in figures
        Case{"It opened on 3/4/2026 and closed on 28/4/2026.", from(""), "2026-04-03"},
        Case{"It opened on 3/4/2026 and closed on 4/28/2026.", from(""), "2026-03-04"},
        Case{"It opened on 3/4/2026, moved on 4/28/2026 and closed on 28/5/2026.", from(""),
             "2026-XX-XX"},
        Case{"It opened on 3/4/2026 and closed on 28/4/2026.", from("https://news.example.us/"),
             "2026-04-03"},
        Case{"It opened on 3/4/2026 and closed on Friday, 3/4/2026.", from(""), "2026-04-03"},
        // the day it appeared
        Case{"Updated 3/4/2026.", from("", "", "2026-04-03"), "2026-04-03"},
        Case{"Updated 3/4/2026.", from("", "", "2026-03-04T10:00:00Z"), "2026-03-04"},
        // its place
        Case{"It opened on 3/4/2026.", from("https://www.example.co.uk/2026/a"), "2026-04-03"},
        Case{"It opened on 3/4/2026.", from("http://example.gov:80/a"), "2026-03-04"},
        Case{"It opened on 3/4/2026.", from("", "The Chicago Courier"), "2026-03-04"},
        Case{"It opened on 3/4/2026.", from("", "Sydney Evening Mail"), "2026-04-03"},
        Case{"It opened on 3/4/2026.", from("", "The London and New York Review"), "2026-XX-XX"},
        Case{"DUBLIN (Harbour News) - The bridge opened on 3/4/2026.", from(""), "2026-04-03"},
        Case{"BOISE, Idaho (Harbour News) - The bridge opened on 3/4/2026.", from(""),
             "2026-03-04"},
        // its spelling
        Case{"It opened on 3/4/2026, and not on 5 May 2026.", from(""), "2026-04-03"},
        Case{"It opened on 3/4/2026, and not on May 5, 2026.", from(""), "2026-XX-XX"},
        Case{"It cost $5. It opened on 3/4/2026, and not on May 5, 2026.", from(""), "2026-03-04"},
        // without a year
        Case{"It opened on 3/4.", from("https://www.example.co.uk/"), "2026-04-03"},
        Case{"It opened on 3/4.", from(""), "XXXX-XX-XX"},
        Case{"It held 3/4 of the votes.", from("https://www.example.co.uk/"), "none"}));

// What has figures and signs and is no date.
class NoDate : public testing::TestWithParam<const char*> {};

TEST_P(NoDate, IsNotReadAsOne) {
  static const Extraction extraction;
  Document document(from("https://www.example.co.uk/"), GetParam());
  normalize(document);
  Segmenter().segment(document);
  extraction.extract(document);
  for (const Mention& mention : document.mentions)
    EXPECT_FALSE(is_time(mention.kind)) << document.at(mention.span) << " "
                                        << mention.rule.str();
}

INSTANTIATE_TEST_SUITE_P(
    Figures, NoDate,
    testing::Values("Call (206) 555-0112 or +44 20 7946 0018 or 555-01-2014.",
                    "Version 2.10.3 follows 2.9.12 and 10.4.2026.1.",
                    "The server at 192.168.10.12 was down.",
                    "They won 3-2, 21-19 and 6/4 in the end.",
                    "The shop is open 24/7.",
                    "See https://example.org/2025/03/04/bridge and www.example.org/2025-03-04.",
                    "A ratio of 4:3 and odds of 10/1.",
                    "Paragraph 12.3 of section 4.5.6 applies.",
                    "Its number is 133-03-03-2020."));

}  // namespace
}  // namespace newsfacts
