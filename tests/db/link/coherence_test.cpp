#include "db/link/coherence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace newsfacts {
namespace {

struct Report {
  std::string published, text;
};

Outline outline_of(const Report& report) {
  Outliner outliner(Key::of({report.published, report.text}), parse_day(report.published));
  outliner.words(report.text);
  return std::move(outliner).outline();
}

std::vector<Part> parts_of(const std::vector<Report>& reports) {
  std::vector<Outline> outlines;
  for (const Report& report : reports) outlines.push_back(outline_of(report));
  std::vector<const Outline*> documents;
  for (const Outline& outline : outlines) documents.push_back(&outline);
  return coherent_parts(documents);
}

using Places = std::vector<std::vector<std::size_t>>;

Places places(const std::vector<Part>& parts) {
  Places all;
  for (const Part& part : parts) all.push_back(part.members);
  return all;
}

// Two landslides on one road, a winter apart.
const std::vector<Report> kFirstSlide = {
    {"", "A landslide near Ostervik buried the coast road and the sawmill of Berg on Tuesday."},
    {"", "The landslide at Ostervik came after rain; the Berg sawmill on the coast road is gone."},
    {"", "Geologist Ada Krohn: rain loosened the clay above the Berg sawmill at Ostervik."},
    {"", "Ostervik landslide: the coast road past the Berg sawmill stays shut, says Ada Krohn."},
    {"", "Rain and clay: why the Ostervik landslide took the Berg sawmill, by Ada Krohn."}};
const std::vector<Report> kSecondSlide = {
    {"",
     "A landslide near Ostervik threw a school bus off the coast road; the driver Tor Vang lives."},
    {"", "Thaw set off the landslide at Ostervik that hit the school bus of driver Tor Vang."},
    {"", "The coast road at Ostervik had no fence where the landslide hit the bus, pupils say."},
    {"", "Pupils thank bus driver Tor Vang after the Ostervik landslide on the coast road."},
    {"", "After the thaw: Ostervik landslide hits school bus, pupils and driver Tor Vang unhurt."}};

std::vector<Report> together(std::vector<Report> one, const std::vector<Report>& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

std::vector<Report> on_days(std::vector<Report> reports, const std::vector<std::string>& days) {
  for (std::size_t i = 0; i < reports.size(); ++i) reports[i].published = days[i];
  return reports;
}

struct Case {
  std::string what;
  std::vector<Report> reports;
  Places parts;
};
void PrintTo(const Case& row, std::ostream* out) {
  *out << row.what;
}

class Coherence : public testing::TestWithParam<Case> {};

TEST_P(Coherence, TellsEventsApart) {
  EXPECT_EQ(places(parts_of(GetParam().reports)), GetParam().parts);
}

const std::vector<std::size_t> kFive = {0, 1, 2, 3, 4};

INSTANTIATE_TEST_SUITE_P(
    , Coherence,
    testing::Values(
        Case{"one event is one", kFirstSlide, {kFive}},
        Case{"two events of one sort in one place",
             together(kFirstSlide, kSecondSlide),
             {kFive, {5, 6, 7, 8, 9}}},
        Case{"too few to tell", {kFirstSlide[0], kFirstSlide[1], kSecondSlide[1]}, {{0, 1, 2}}},
        Case{"one alone", {kFirstSlide[0]}, {{0}}},
        Case{"nothing in common",
             {{"", "Rain."}, {"", "Snow."}, {"", "Hail."}, {"", "Fog."}},
             {{0, 1, 2, 3}}},
        Case{"a long story is cut where it was silent",
             on_days(kFirstSlide,
                     {"2026-01-05", "2026-01-06", "2026-01-12", "2026-02-09", "2026-02-10"}),
             {{0, 1, 2}, {3, 4}}},
        Case{"and again, while a chapter is too long",
             on_days(kFirstSlide,
                     {"2026-01-05", "2026-01-06", "2026-02-09", "2026-02-11", "2026-03-30"}),
             {{0, 1}, {2, 3}, {4}}},
        Case{"a story of four weeks is one, whatever its gaps",
             on_days(kFirstSlide,
                     {"2026-01-05", "2026-01-06", "2026-01-29", "2026-01-30", "2026-02-02"}),
             {kFive}},
        Case{"what has no date stays with the first chapter",
             on_days(kFirstSlide, {"2026-01-05", "2026-01-06", "2026-02-20", "2026-02-21", ""}),
             {{0, 1, 4}, {2, 3}}}));

TEST(CoherenceReason, NamesTheWordsThatTellTheEventsApart) {
  const std::vector<Part> parts = parts_of(together(kFirstSlide, kSecondSlide));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_NE(parts[0].apart.find("sawmill"), std::string::npos) << parts[0].apart;
  EXPECT_LT(parts[0].apart.find("sawmill"), parts[0].apart.find("; not "));
  EXPECT_GT(parts[0].apart.find("bus"), parts[0].apart.find("; not ")) << parts[0].apart;
  EXPECT_LT(parts[1].apart.find("bus"), parts[1].apart.find("; not ")) << parts[1].apart;
  EXPECT_EQ(parts[0].apart.find("Ostervik"), std::string::npos) << "both have it";
}

TEST(CoherenceReason, TellsTheDaysWithoutAReport) {
  const std::vector<Part> parts = parts_of(
      on_days(kFirstSlide, {"2026-01-05", "2026-01-06", "2026-01-12", "2026-02-09", "2026-02-10"}));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].apart, "");
  EXPECT_EQ(parts[1].apart, "after 28 days without a report");
}

}  // namespace
}  // namespace newsfacts
