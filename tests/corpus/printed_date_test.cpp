#include "corpus/printed_date.h"

#include <gtest/gtest.h>

namespace newsfacts {
namespace {

struct Printed {
  std::string_view text;
  std::string_view iso;  // empty: no date
  DateOrder order = DateOrder::kDayFirst;
};
void PrintTo(const Printed& printed, std::ostream* out) {
  *out << printed.text;
}

class PrintedDates : public testing::TestWithParam<Printed> {};

TEST_P(PrintedDates, AreReadToTheDayAndTheZoneTheyWerePrintedIn) {
  const auto date = date_in_field(GetParam().text, GetParam().order);
  EXPECT_EQ(date ? date->iso() : "", GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Iso8601, PrintedDates,
    testing::Values(Printed{"2026-03-14", "2026-03-14"},
                    Printed{"2026-03-14T08:30:05.123Z", "2026-03-14T08:30:05Z"},
                    Printed{"2026-03-14T08:30:00.123+0100", "2026-03-14T08:30:00+01:00"},
                    Printed{"2026-03-14T08:30-05", "2026-03-14T08:30-05:00"},
                    Printed{"2026-03-14 08:30:05 +0100", "2026-03-14T08:30:05+01:00"},
                    Printed{"2026-03-14 08:30", "2026-03-14T08:30"},
                    Printed{"20260314", "2026-03-14"},
                    Printed{"20260314T083005Z", "2026-03-14T08:30:05Z"},
                    Printed{"20260314T0830", "2026-03-14T08:30"}, Printed{"2026-02-31", ""},
                    Printed{"2026-03", ""}, Printed{"0001-01-01T00:00:00", ""}));

INSTANTIATE_TEST_SUITE_P(
    MailFeedsAndDumps, PrintedDates,
    testing::Values(Printed{"Sat, 14 Mar 2026 08:30:05 GMT", "2026-03-14T08:30:05Z"},
                    Printed{"Sat, 14 Mar 2026 08:30 +0100", "2026-03-14T08:30+01:00"},
                    Printed{"14 March 26 08:30:05 EST", "2026-03-14T08:30:05-05:00"},
                    Printed{"14 Mar 1999", "1999-03-14"},
                    Printed{"Sat Mar 14 08:30:05 2026", "2026-03-14T08:30:05"},
                    Printed{"Sat Mar 14 08:30:05 +0000 2026", "2026-03-14T08:30:05+00:00"},
                    Printed{"Sat Mar 14 08:30:05 CET 2026", "2026-03-14T08:30:05"},
                    Printed{"Sat Mar 14 2026 08:30:05 GMT+0100 (CET)", "2026-03-14T08:30:05+01:00"},
                    Printed{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
                    Printed{"1773478800", "2026-03-14T09:00:00Z"},
                    Printed{"1773478800000", "2026-03-14T09:00:00Z"},
                    Printed{"Sat, 31 Feb 2026 08:30:05 GMT", ""}));

INSTANTIATE_TEST_SUITE_P(
    People, PrintedDates,
    testing::Values(Printed{"March 14, 2026", "2026-03-14"},
                    Printed{"Mar. 14th 2026", "2026-03-14"}, Printed{"14 March 2026", "2026-03-14"},
                    Printed{"March 14, 2026, 8:30 pm", "2026-03-14T20:30"},
                    Printed{"March 14, 2026 at 12:05 a.m.", "2026-03-14T00:05"},
                    Printed{"14. M\u00E4rz 2026, 8:30", "2026-03-14T08:30"},
                    Printed{"14\u00A0de\u00A0marzo de 2026", "2026-03-14"},
                    Printed{"1er ao\u00FBt 2026", "2026-08-01"},
                    Printed{"14 \u043C\u0430\u0440\u0442\u0430 2026", "2026-03-14"},
                    Printed{"2026. m\u00E1rcius 14.", "2026-03-14"},
                    Printed{"2026\u5E743\u670814\u65E508:30", "2026-03-14T08:30"},
                    Printed{"2026. 3. 14.", "2026-03-14"}, Printed{"14 Mar 26", "2026-03-14"},
                    Printed{"Mar 142026", "2026-03-14"}, Printed{"Mar42026", "2026-03-04"},
                    Printed{"Mar 14202", ""}, Printed{"14 March 26 people", ""},
                    Printed{"March 14, 20 people", ""}, Printed{"March 2026", ""},
                    Printed{"last Friday", ""}));

INSTANTIATE_TEST_SUITE_P(
    MonthsOf, PrintedDates,
    testing::Values(Printed{"den 14 augusti 2026", "2026-08-14"},  // Swedish, Norwegian
                    Printed{"14. desember 2026", "2026-12-14"},
                    Printed{"14 Maret 2026", "2026-03-14"},          // Indonesian
                    Printed{"14 de juliol de 2026", "2026-07-14"},   // Catalan
                    Printed{"14. okt\u00F3bra 2026", "2026-10-14"},  // Slovak, Slovene, Serbian
                    Printed{"14. avgust 2026", "2026-08-14"},
                    Printed{"14. \u0434\u0435\u0446\u0435\u043C\u0431\u0440\u0430 2026",
                            "2026-12-14"},
                    Printed{"14. m\u00E4rts 2026", "2026-03-14"},  // Estonian
                    Printed{"14 \u044F\u043D\u0443\u0430\u0440\u0438 2026", "2026-01-14"},
                    Printed{"14 \u0441\u0456\u0447\u043D\u044F 2026", "2026-01-14"},
                    Printed{"14 \u0645\u0627\u0631\u0633 2026", "2026-03-14"},  // Arabic
                    Printed{"14 avgustina 2026", ""}, Printed{"14 gen\u00E8ric 2026", ""}));

INSTANTIATE_TEST_SUITE_P(
    NumbersAlone, PrintedDates,
    testing::Values(Printed{"2026/3/4", "2026-03-04"}, Printed{"14.03.2026", "2026-03-14"},
                    Printed{"14.3.26", "2026-03-14"}, Printed{"03/04/2026", "2026-04-03"},
                    Printed{"03/04/2026", "2026-03-04", DateOrder::kMonthFirst},
                    Printed{"14/03/2026", "2026-03-14", DateOrder::kMonthFirst},
                    // parted by a style sheet; a year with the seconds of a log behind it
                    Printed{"14.03.2608:30", "2026-03-14T08:30"},
                    Printed{"14/03/2016:08:30:05", "2016-03-14"}, Printed{"31.02.2026", ""},
                    Printed{"2026", ""}, Printed{"version 1.2.3", ""}, Printed{"555-12-2026", ""},
                    Printed{"", ""}));

TEST(PrintedDates, AreFoundInAText) {
  const auto dates = dates_in("Posted on March 14, 2026 | updated\u00A02026-03-15 by Jane",
                              DateOrder::kMonthFirst);
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(dates[0].iso(), "2026-03-14");
  EXPECT_EQ(dates[0].begin, 10u);
  EXPECT_EQ(dates[0].end, 24u);
  EXPECT_EQ(dates[1].iso(), "2026-03-15");
}

TEST(PrintedDates, WithDotsAreCertainButWhereTheMonthComesFirst) {
  const auto certain = [](std::string_view text, DateOrder order) {
    return date_in_field(text, order)->certain;
  };
  EXPECT_TRUE(certain("03.04.2026", DateOrder::kDayFirst));
  EXPECT_FALSE(certain("03.04.2026", DateOrder::kMonthFirst));
  EXPECT_TRUE(certain("14.04.2026", DateOrder::kMonthFirst));
}

TEST(PrintedDates, OfTwoPossibleDaysAreNoneWhereNobodyKnowsTheCustom) {
  EXPECT_EQ(iso_of_printed("03/04/2026"), "");
  EXPECT_EQ(iso_of_printed("14/03/2026"), "2026-03-14");
  EXPECT_EQ(iso_of_printed("03.04.2026"), "2026-04-03");
}

struct Address {
  const char* url;
  const char* day;  // "" is none
};
void PrintTo(const Address& test, std::ostream* out) {
  *out << test.url;
}

class DayInUrl : public testing::TestWithParam<Address> {};

TEST_P(DayInUrl, IsTheFirstWholeDayOfThePath) {
  const auto day = day_in_url(GetParam().url);
  EXPECT_EQ(day ? iso(*day) : "", GetParam().day);
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, DayInUrl,
    testing::Values(Address{"https://harbour.example/2026/04/27/quay", "2026-04-27"},
                    Address{"https://harbour.example/2026/4/7/quay", "2026-04-07"},
                    Address{"https://harbour.example/world/2026/apr/27/quay", "2026-04-27"},
                    Address{"https://harbour.example/quay-2026-04-27.html", "2026-04-27"},
                    Address{"https://harbour.example/20260427/quay", "2026-04-27"},
                    Address{"harbour.example/a?d=2026-04-27", "2026-04-27"},
                    Address{"https://harbour.example/id4711/2026/04/27", "2026-04-27"},
                    Address{"https://harbour.example/2026/04/27.html", "2026-04-27"},
                    Address{"https://harbour.example/notices/27-04-2026", "2026-04-27"},
                    Address{"https://harbour.example/quay-4-27-2026.html", "2026-04-27"},
                    // none: no day, no date, another number, the host
                    Address{"https://harbour.example/2026/04/quay", ""},
                    Address{"https://harbour.example/2026/13/27/quay", ""},
                    Address{"https://harbour.example/2026/02/30/quay", ""},
                    Address{"https://harbour.example/1826/04/27/quay", ""},
                    Address{"https://harbour.example/2026/04-27/quay", ""},
                    Address{"https://harbour.example/2026/04/27-people-hurt", ""},
                    Address{"https://harbour.example/notices/03-04-2026", ""},
                    Address{"https://harbour.example/tables-12-14-26", ""},
                    Address{"https://harbour.example/120260427/quay", ""},
                    Address{"https://2026-04-27.example/quay", ""},
                    Address{"https://harbour.example/quay", ""}, Address{"", ""}));

}  // namespace
}  // namespace newsfacts
