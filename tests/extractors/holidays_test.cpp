// Days of the year that move.

#include "extractors/holidays.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace newsfacts {
namespace {

struct HolidayCase {
  int year;
  std::string_view rule;
  std::string_view day;  // "" = none
};

void PrintTo(const HolidayCase& test, std::ostream* out) {
  *out << test.rule << " of " << test.year;
}

class Holiday : public testing::TestWithParam<HolidayCase> {};

TEST_P(Holiday, FallsOnItsDay) {
  const auto day = holiday_in(GetParam().year, GetParam().rule);
  EXPECT_EQ(day ? iso(*day) : "", GetParam().day);
}

// The earliest and the latest there are, both sides of a century, and the two exceptions of the
// Gregorian reform (1954, 1981: a week earlier than the moon alone would have it).
INSTANTIATE_TEST_SUITE_P(
    Easter, Holiday,
    testing::Values(HolidayCase{1583, "easter", "1583-04-10"},
                    HolidayCase{1598, "easter", "1598-03-22"},
                    HolidayCase{1818, "easter", "1818-03-22"},
                    HolidayCase{1886, "easter", "1886-04-25"},
                    HolidayCase{1900, "easter", "1900-04-15"},
                    HolidayCase{1943, "easter", "1943-04-25"},
                    HolidayCase{1954, "easter", "1954-04-18"},
                    HolidayCase{1981, "easter", "1981-04-19"},
                    HolidayCase{2000, "easter", "2000-04-23"},
                    HolidayCase{2008, "easter", "2008-03-23"},
                    HolidayCase{2024, "easter", "2024-03-31"},
                    HolidayCase{2038, "easter", "2038-04-25"},
                    HolidayCase{2024, "easter-46", "2024-02-14"},
                    HolidayCase{2024, "easter+49", "2024-05-19"},
                    HolidayCase{1582, "easter", ""}));

INSTANTIATE_TEST_SUITE_P(
    Weekdays, Holiday,
    testing::Values(HolidayCase{2024, "11-4#4", "2024-11-28"},
                    HolidayCase{2025, "9-1#1", "2025-09-01"},
                    HolidayCase{2024, "5-1#-1", "2024-05-27"},
                    HolidayCase{2026, "5-7#2", "2026-05-10"},
                    HolidayCase{2022, "11-1#1+1", "2022-11-08"},
                    HolidayCase{2024, "2-1#5", ""}));

INSTANTIATE_TEST_SUITE_P(Fixed, Holiday,
                         testing::Values(HolidayCase{2026, "12-25", "2026-12-25"},
                                         HolidayCase{2024, "2-29", "2024-02-29"},
                                         HolidayCase{2026, "2-29", ""},
                                         HolidayCase{2026, "13-1", ""},
                                         HolidayCase{2026, "easter+x", ""},
                                         HolidayCase{2026, "", ""}));

// The computus and the calendar must agree that it is a Sunday from 22 March to 25 April.
TEST(EasterSunday, IsASundayInItsRange) {
  for (int year = 1583; year <= 9999; ++year) {
    const Day easter = easter_sunday(year);
    ASSERT_EQ(std::chrono::weekday(easter), std::chrono::Sunday) << year;
    ASSERT_GE(easter, *day_of(year, 3, 22)) << year;
    ASSERT_LE(easter, *day_of(year, 4, 25)) << year;
  }
}

}  // namespace
}  // namespace newsfacts
