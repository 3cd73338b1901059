// What open dates are reckoned from: the publication, or the text itself.

#include "extractors/reckoning.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/segment.h"
#include "extractors/extract.h"

namespace newsfacts {
namespace {

Document read(std::string_view text, std::string_view published) {
  static const Extraction kExtraction;
  Metadata metadata;
  metadata.published = published;
  Document document(metadata, std::string(text));
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(std::string(text), same);
  Segmenter().segment(document);
  kExtraction.extract(document);
  return document;
}

// "2026-03-10 from 2026-03-14", or "XXXX-WXX-2" where there is no anchor.
std::string reading(const TimeValue& time) {
  return time.anchor ? time.value + " from " + iso(*time.anchor) : time.value;
}

const TimeValue* last_time(const Document& document) {
  const TimeValue* last = nullptr;
  for (const Mention& mention : document.mentions)
    if (is_time(mention.kind)) last = mention.time();
  return last;
}

struct Case {
  std::string_view text;
  std::string_view value;  // of the last date
};

void PrintTo(const Case& test, std::ostream* out) {
  *out << '"' << test.text << '"';
}

// Of news that appeared on 2026-03-14, a Saturday.
class NewsDate : public testing::TestWithParam<Case> {};

TEST_P(NewsDate, IsReckonedFromThePublicationByTheTense) {
  const Document document = read(GetParam().text, "2026-03-14");
  const TimeValue* const time = last_time(document);
  ASSERT_NE(time, nullptr);
  EXPECT_EQ(reading(*time), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Tense, NewsDate,
    testing::Values(
        Case{"The board met Tuesday.", "2026-03-10 from 2026-03-14"},
        Case{"The board will meet Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The board is due to meet Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The quay burned on Tuesday. A 2013 hatchback blew up at 7 p.m.",
             "2026-03-10T19:00 from 2026-03-10"},
        Case{"The quay burned in 2013. A hatchback blew up at 7 p.m.",
             "2026-03-14T19:00 from 2026-03-14"},
        Case{"A man crossing the quay to attend a service Tuesday was hurt.",
             "2026-03-10 from 2026-03-14"},
        Case{"She was hurt on her way to attend a service Tuesday.", "2026-03-10 from 2026-03-14"},
        Case{"The board is preparing to meet Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The crews were planning to sail on Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The board announced plans Tuesday to meet.", "2026-03-10 from 2026-03-14"},
        Case{"The plan Tuesday to shut the mill failed.", "2026-03-10 from 2026-03-14"},
        Case{"The board plans Tuesday to meet.", "2026-03-17 from 2026-03-14"},
        Case{"The owner could not be found Tuesday.", "2026-03-10 from 2026-03-14"},
        Case{"The crew could be home Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The note by Will Amory on Tuesday was short.", "2026-03-10 from 2026-03-14"},
        Case{"The tenants have until Tuesday to move out.", "2026-03-17 from 2026-03-14"},
        Case{"The court gave the tenants until Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The trial was postponed until Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The match was put off until Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The vote was moved to Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The lorry was moved on Tuesday.", "2026-03-10 from 2026-03-14"},
        Case{"A vote was set for Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The firm must now cope after Tuesday's defection.", "2026-03-10 from 2026-03-14"},
        Case{"The vote is Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The ministers must meet Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"A verdict is likely Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"Shares rose ahead of Tuesday's vote.", "2026-03-17 from 2026-03-14"},
        Case{"The strike lasted until Tuesday.", "2026-03-10 from 2026-03-14"},
        Case{"The offer had been due to expire Friday.", "2026-03-13 from 2026-03-14"},
        Case{"The board, she said Tuesday, is split.", "2026-03-10 from 2026-03-14"},
        Case{"The bridge will open, he told a packed town hall on Tuesday.",
             "2026-03-10 from 2026-03-14"},
        Case{"The bridge opened in October.", "2025-10 from 2026-03-14"},
        Case{"The bridge opens in October.", "2026-10 from 2026-03-14"},
        Case{"He hopes to open the bridge in October.", "2026-10 from 2026-03-14"},
        Case{"The company said a dividend is to be paid June 3.", "2026-06-03 from 2026-03-14"},
        Case{"It would be paid on a still unspecified date in December.",
             "2026-12 from 2026-03-14"},
        Case{"The planned merger in August was cleared.", "2025-08 from 2026-03-14"},
        Case{"The owners have a meeting on July 9.", "2026-07-09 from 2026-03-14"},
        Case{"The owners have bought a mill on August 9.", "2025-08-09 from 2026-03-14"},
        Case{"Shares rose to close at 58 on Tuesday.", "2026-03-10 from 2026-03-14"},
        Case{"It failed to pay the loan on Tuesday.", "2026-03-10 from 2026-03-14"},
        Case{"They agreed to meet again on Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"Two more people are to be questioned on Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The result is expected to be announced Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"The fund, to be formally announced at the fair on Tuesday, is small.",
             "2026-03-17 from 2026-03-14"},
        Case{"The council passed the budget, which runs through September 30.",
             "2026-09-30 from 2026-03-14"},
        Case{"The hearing was set for July 9.", "2026-07-09 from 2026-03-14"},
        Case{"The mill has been shut since April.", "2025-04 from 2026-03-14"},
        Case{"Tuesday's visit is part of a drive to open the border.",
             "2026-03-10 from 2026-03-14"},
        Case{"On Tuesday the two sides are to open the border.", "2026-03-17 from 2026-03-14"},
        Case{"The minister is travelling to Oslo on Tuesday.", "2026-03-17 from 2026-03-14"},
        Case{"Heat is dear in the summer.", "2026-SU from 2026-03-14"},
        Case{"Heat was dear in the summer.", "2025-SU from 2026-03-14"},
        Case{"Profit rose in the third quarter.", "2025-Q3 from 2026-03-14"},
        Case{"Profit will rise in the third quarter.", "2026-Q3 from 2026-03-14"}));

INSTANTIATE_TEST_SUITE_P(
    Words, NewsDate,
    testing::Values(Case{"They spoke three weeks ago.", "2026-W08 from 2026-03-14"},
                    Case{"They spoke in April of last year.", "2025-04 from 2026-03-14"},
                    Case{"They spoke in February of last year.", "2025-02 from 2026-03-14"},
                    Case{"They spoke in the first half of last year.", "2025-H1 from 2026-03-14"},
                    Case{"They will speak on Easter Monday.", "2026-04-06 from 2026-03-14"},
                    Case{"They spoke on Thanksgiving.", "2025-11-27 from 2026-03-14"},
                    Case{"They speak by year-end.", "2026 from 2026-03-14"}));

// The date is the one that the test asks for: the last.
INSTANTIATE_TEST_SUITE_P(
    Range, NewsDate,
    testing::Values(Case{"Exports doubled between April and October.", "2025-10 from 2026-03-14"},
                    Case{"They fell by a third over the last year.", "P1Y"}));

INSTANTIATE_TEST_SUITE_P(
    QuarterUnderDiscussion, NewsDate,
    testing::Values(
        Case{"Sales rose in the third quarter from $2 million a year earlier.",
             "2024-Q3 from 2025-07-01"},
        Case{"Sales rose in the third quarter. A loss was avoided in the quarter.",
             "2025-Q3 from 2025-07-01"},
        Case{"Third-quarter sales were $3 million, up from $2 million a year ago. Profit was "
             "$1 million, the same as a year ago.",
             "2024-Q3 from 2025-07-01"},
        Case{"Sales rose in the third quarter. For all of 2025, they fell. They were higher a "
             "year earlier.",
             "2024 from 2025-07-01"},
        Case{"In the third quarter sales rose, against a loss in the first quarter. They were "
             "higher a year earlier.",
             "2024-Q3 from 2025-07-01"},
        Case{"Sales were lower than forecast in the third quarter. A year earlier they rose.",
             "2024-Q3 from 2025-07-01"},
        Case{"For the first nine months, it earned $2 million. A year earlier, it lost money.",
             "2025 from 2026-03-14"},
        Case{"Cargo fell in January, against 3 percent in the same month last year.",
             "2025-01 from 2026-01-01"},
        Case{"Cargo fell 3 percent, a rate last seen in the same month last year.",
             "2025 from 2026-03-14"},
        Case{"Sales in the year-ago quarter were higher.", "2024-Q4 from 2026-03-14"}));

INSTANTIATE_TEST_SUITE_P(
    Context, NewsDate,
    testing::Values(Case{"It sank on May 3, 2019. Two days later it was found.",
                         "2019-05-05 from 2019-05-03"},
                    Case{"It sank on May 3, 2019, and was found the following month.",
                         "2019-06 from 2019-05-03"},
                    Case{"It sank in May 2019 and was found later that year.",
                         "2019 from 2019-05-01"},
                    Case{"It rose to 14 on May 3, 2024, a Friday, and fell the following Monday.",
                         "2024-05-06 from 2024-05-03"},
                    Case{"It rose to 14 on May 3, 2024, a Friday.", "2024-05-03 from 2024-05-03"},
                    Case{"It rose to 14 on May 3, 2024, a Monday.", "2026-03-09 from 2026-03-14"},
                    Case{"It fell to 12 on May 3, 2024, from 14 the previous Friday.",
                         "2024-04-26 from 2024-05-03"},
                    Case{"It fell to 12 on May 3, 2024, from 14 the previous friday.",
                         "2024-04-26 from 2024-05-03"},
                    Case{"It fell to 12 on May 3, 2024, from 14 the previous Friday at 8 p.m.",
                         "2024-04-26T20:00 from 2024-05-03"},
                    Case{"It fell to 12, from 14 the previous Friday.", "2026-03-13 from 2026-03-14"},
                    Case{"It sank in June 2019 and was raised the following April.",
                         "2020-04 from 2019-06-01"},
                    Case{"It lost money in 2025. It will pay by the end of the year.",
                         "2026 from 2026-03-14"},
                    Case{"It lost money in 2024. It paid by the end of the year.",
                         "2024 from 2024-01-01"},
                    Case{"I hope it turns up in the next quarter.", "2026-Q2 from 2026-03-14"},
                    Case{"The talks ran from November to March 2019, he said.", "2019-03"}));

TEST(SharedYear, IsThatOfTheEndOfTheRange) {
  const Document document = read("The talks ran from November to March 2019.", "2026-03-14");
  ASSERT_EQ(document.mentions.size(), 2u);
  EXPECT_EQ(document.mentions[0].time()->value, "2018-11");
  EXPECT_EQ(document.mentions[1].time()->value, "2019-03");
}

// A narrative, which names its own days.
constexpr std::string_view kStory =
    "Drake had raided Cadiz in 1587. In 1585 war had begun, and in May 1586 a plot was found out. "
    "A queen died on 8 February 1587. The fleet sailed in May 1588. It had been fitted out since "
    "1586. On 29 July 1588 it was seen. ";

class NarrativeDate : public testing::TestWithParam<Case> {};

TEST_P(NarrativeDate, IsReckonedFromTheDatesItTellsOf) {
  const Document document =
      read(std::string(kStory) + std::string(GetParam().text), "2026-03-14");
  const TimeValue* const time = last_time(document);
  ASSERT_NE(time, nullptr);
  EXPECT_EQ(reading(*time), GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Story, NarrativeDate,
    testing::Values(
        Case{"In August it burned.", "1588-08 from 1588-07-29"},
        Case{"By February it was lost.", "1589-02 from 1588-07-29"},
        Case{"The next day it burned.", "1588-07-30 from 1588-07-29"},
        Case{"Ten days later it burned.", "1588-08-08 from 1588-07-29"},
        Case{"That year was the worst.", "1588 from 1588-07-29"},
        Case{"In the following year it sank.", "1589 from 1588-07-29"},
        Case{"By the 31st, it had burned.", "1588-07-31 from 1588-07-29"},
        Case{"During this period it rained.", "1588-07-29 from 1588-07-29"},
        Case{"On Sunday it rained.", "1588-07-31 from 1588-07-29"},
        Case{"At 9 a.m. the guns fell silent.", "1588-07-29T09:00 from 1588-07-29"}));

INSTANTIATE_TEST_SUITE_P(
    Asides, NarrativeDate,
    testing::Values(
        Case{"An older ship (12 May 1545) was forgotten. In August it burned.",
             "1588-08 from 1588-07-29"},
        Case{"None had come since 1066. In August it burned.", "1588-08 from 1588-07-29"},
        Case{"A decade earlier it would have won. In August it burned.",
             "1588-08 from 1588-07-29"},
        Case{"It was the summer of 1588. In August it burned.", "1588-08 from 1588-07-29"}));

INSTANTIATE_TEST_SUITE_P(
    FromTheDesk, NarrativeDate,
    testing::Values(Case{"The wreck was found two years ago.", "2024 from 2026-03-14"},
                    Case{"A mast can be seen today.", "2026-03-14 from 2026-03-14"}));

TEST(BeforeChrist, ANarrativeReckonsOnAndKeepsNoDays) {
  const Document document = read(
      "War came in 492 BC. The following year it spread. It ended in the winter of 480 BC.",
      "2026-03-14");
  ASSERT_EQ(document.mentions.size(), 3u);
  EXPECT_EQ(document.mentions[1].time()->value, "BC0491");
  EXPECT_EQ(document.mentions[1].time()->basis, TimeBasis::kContext);
  EXPECT_FALSE(document.mentions[1].time()->days.known());
  EXPECT_EQ(document.mentions[2].time()->value, "BC0480-WI");
}

struct ModeCase {
  std::string_view text;
  std::string_view published;
  bool narrative;
};

void PrintTo(const ModeCase& test, std::ostream* out) {
  *out << '"' << test.text << "\" of " << test.published;
}

class Mode : public testing::TestWithParam<ModeCase> {};

TEST_P(Mode, IsToldByTheDatesOfTheDocument) {
  const Document document =
      read(std::string(GetParam().text) + " In May it ended.", GetParam().published);
  const TimeValue* const may = last_time(document);
  ASSERT_NE(may, nullptr);
  EXPECT_EQ(may->basis == TimeBasis::kContext, GetParam().narrative) << reading(*may);
}

INSTANTIATE_TEST_SUITE_P(
    Documents, Mode,
    testing::Values(
        ModeCase{"He met her in 1911. They wed on 2 May 1913. He died in 1920.", "2026-03-14", true},
        ModeCase{"He met her in 1911. They wed on 2 May 1913. He died in 1920.", "1920-11-02",
                 false},
        ModeCase{"They were wed in 1911 and in 1913 and in 1920, she said Friday.", "2026-03-14",
                 false},
        ModeCase{"It was sold in 1911 and 1913.", "2026-03-14", false},
        ModeCase{"It was sold in 2025, on 3 January 2026 and 4 January 2026.", "2026-03-14",
                 false},
        ModeCase{"It was sold in 2025.", "", true}));

struct BoundCase {
  std::string_view text;
  Bound bound;  // of the last date or duration
};

void PrintTo(const BoundCase& test, std::ostream* out) {
  *out << '"' << test.text << '"';
}

class BoundOfTime : public testing::TestWithParam<BoundCase> {};

TEST_P(BoundOfTime, IsToldByTheWordsAroundIt) {
  const Document document = read(GetParam().text, "2026-03-14");
  const TimeValue* const time = last_time(document);
  ASSERT_NE(time, nullptr);
  EXPECT_EQ(word_in(kBoundWords, time->bound), word_in(kBoundWords, GetParam().bound));
}

INSTANTIATE_TEST_SUITE_P(
    Words, BoundOfTime,
    testing::Values(BoundCase{"The deal runs until 2032.", Bound::kUntil},
                    BoundCase{"The deal runs through the end of 2032.", Bound::kUntil},
                    BoundCase{"The deal has run since May 2024.", Bound::kFrom},
                    BoundCase{"The deal runs from 2024 to 2032.", Bound::kUntil},
                    BoundCase{"The deal was made before 2024.", Bound::kBefore},
                    BoundCase{"The deal ended after 2024.", Bound::kAfter},
                    BoundCase{"The deal was made in 2024.", Bound::kNone},
                    // Of a duration, how exactly it is told.
                    BoundCase{"The mill stood for more than 100 years.", Bound::kAtLeast},
                    BoundCase{"The mill stood for 20 or more years.", Bound::kAtLeast},
                    BoundCase{"The mill closes for up to three weeks.", Bound::kAtMost},
                    BoundCase{"The mill stood for nearly a century.", Bound::kAbout},
                    BoundCase{"The mill stood for the past 20 years.", Bound::kNone},
                    BoundCase{"The deal was put to the board in 2024.", Bound::kNone}));

// What looks like a date and is none.
class LooksLikeADate : public testing::TestWithParam<std::string_view> {};

TEST_P(LooksLikeADate, AndIsNone) {
  const Document document = read(GetParam(), "2026-03-14");
  EXPECT_EQ(last_time(document), nullptr) << last_time(document)->value;
}

INSTANTIATE_TEST_SUITE_P(
    Lookalikes, LooksLikeADate,
    testing::Values("June Carter sang.", "She met Theresa May.", "They may march again.",
                    "The war is over. May we never see another.",
                    "He led the March for Jobs.", "See page 1999.", "It runs on Windows 2000.",
                    "Flight 2019 was late.", "About 2019 people came.", "It cost $ 2019.",
                    "She is the player of the year.", "The second spring broke.",
                    "The current account fell.", "Prices fall and rise.",
                    "The party daily Nowy Wieczor hailed it.", "The People's Daily hailed it.",
                    "Talks on the future role of the army broke up.", "It stands at 2000 Alder Way."));

// Nobody knows from which day to reckon.
class Undated : public testing::TestWithParam<Case> {};

TEST_P(Undated, KeepsTheXFormAndSaysSo) {
  const Document document = read(GetParam().text, "");
  const TimeValue* const time = last_time(document);
  ASSERT_NE(time, nullptr);
  EXPECT_EQ(time->value, GetParam().value);
  EXPECT_EQ(time->basis, TimeBasis::kUnresolved);
  EXPECT_FALSE(time->anchor.has_value());
  EXPECT_FALSE(time->days.known());
}

INSTANTIATE_TEST_SUITE_P(
    Words, Undated,
    testing::Values(Case{"They met Tuesday.", "XXXX-WXX-2"}, Case{"They met in May.", "XXXX-05"},
                    Case{"They met on June 3.", "XXXX-06-03"},
                    Case{"They met last week.", "XXXX-WXX"},
                    Case{"They met two months ago.", "XXXX-XX"},
                    Case{"They met the next day.", "XXXX-XX-XX"},
                    Case{"They met in 1987. The next day they left.", "XXXX-XX-XX"},
                    Case{"They met in 1987, on a Friday.", "XXXX-WXX-5"},
                    Case{"They met on Easter Monday.", "XXXX-XX-XX"},
                    Case{"They met in the quarter.", "XXXX-QX"},
                    Case{"They met at 9 p.m.", "T21:00"}));

}  // namespace
}  // namespace newsfacts
