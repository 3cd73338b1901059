// Our calendar against ICU's, day by day from 1600 to 2200: 219,512 days, 72 leap-year rules'
// worth of centuries, every month end and every week 53.  ICU counts in the proleptic Gregorian
// calendar with ISO weeks, as we do.

#include <gtest/gtest.h>
#include <unicode/gregocal.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "extractors/timex.h"

namespace newsfacts {
namespace {

constexpr int kFirstYear = 1600, kLastYear = 2200;
constexpr double kDayInMilliseconds = 24.0 * 60 * 60 * 1000;

// One ICU calendar, asked over and over.
class Icu {
 public:
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    calendar_ = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), status);
    calendar_->setGregorianChange(-1e18, status);
    calendar_->setFirstDayOfWeek(UCAL_MONDAY);
    calendar_->setMinimalDaysInFirstWeek(4);
    EXPECT_TRUE(U_SUCCESS(status));
  }

  void set(Day day) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->setTime(static_cast<double>(day.time_since_epoch().count()) * kDayInMilliseconds,
                       status);
    EXPECT_TRUE(U_SUCCESS(status));
  }
  void add(UCalendarDateFields field, int count) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->add(field, count, status);
    EXPECT_TRUE(U_SUCCESS(status));
  }
  unsigned operator[](UCalendarDateFields field) const {
    UErrorCode status = U_ZERO_ERROR;
    const int value = calendar_->get(field, status);
    EXPECT_TRUE(U_SUCCESS(status));
    return static_cast<unsigned>(value);
  }
  unsigned last(UCalendarDateFields field) const {
    UErrorCode status = U_ZERO_ERROR;
    return static_cast<unsigned>(calendar_->getActualMaximum(field, status));
  }

  std::string year() const { return padded((*this)[UCAL_YEAR], 4); }
  std::string month() const { return year() + "-" + padded((*this)[UCAL_MONTH] + 1, 2); }
  std::string day() const { return month() + "-" + padded((*this)[UCAL_DAY_OF_MONTH], 2); }
  std::string week() const {
    return padded((*this)[UCAL_YEAR_WOY], 4) + "-W" + padded((*this)[UCAL_WEEK_OF_YEAR], 2);
  }

 private:
  std::unique_ptr<icu::GregorianCalendar> calendar_;
};

Day first_day() {
  return *day_of(kFirstYear, 1, 1);
}
Day last_day() {
  return *day_of(kLastYear, 12, 31);
}

TEST(Calendar, NamesEveryDayWeekMonthAndQuarterAsIcuDoes) {
  Icu icu;
  for (Day day = first_day(); day <= last_day(); day += std::chrono::days(1)) {
    icu.set(day);
    const std::string name = icu.day();
    ASSERT_EQ(iso(day), name);
    ASSERT_EQ(parse_day(name), day);
    ASSERT_EQ(iso_weekday(day), (icu[UCAL_DAY_OF_WEEK] + 5) % 7 + 1) << name;
    ASSERT_EQ(timex_of(day, Grain::kWeek), icu.week()) << name;
    ASSERT_EQ(timex_of(day, Grain::kMonth), icu.month()) << name;
    ASSERT_EQ(timex_of(day, Grain::kQuarter),
              icu.year() + "-Q" + std::to_string(icu[UCAL_MONTH] / 3 + 1));
    ASSERT_EQ(timex_of(day, Grain::kYear), icu.year());
  }
}

// Each name stands for the days that bear it, and for no others: the periods of a grain follow
// one another without gap or overlap.
TEST(Calendar, APeriodIsTheDaysThatBearItsName) {
  for (const Grain grain : {Grain::kDay, Grain::kWeek, Grain::kMonth, Grain::kQuarter, Grain::kHalf,
                            Grain::kYear, Grain::kDecade, Grain::kCentury})
    for (Day day = first_day(); day <= last_day();) {
      const std::string name = timex_of(day, grain);
      const Interval days = days_of(name);
      ASSERT_TRUE(days.first && days.last) << name;
      ASSERT_LE(*days.first, day) << name;
      ASSERT_GE(*days.last, day) << name;
      ASSERT_EQ(timex_of(*days.first, grain), name);
      ASSERT_EQ(timex_of(*days.last, grain), name);
      ASSERT_NE(timex_of(*days.first - std::chrono::days(1), grain), name);
      ASSERT_NE(timex_of(*days.last + std::chrono::days(1), grain), name);
      day = *days.last + std::chrono::days(1);
    }
}

TEST(Calendar, AWeekendIsTheSaturdayAndSundayOfItsWeek) {
  for (Day day = first_day(); day <= last_day(); day += std::chrono::days(1)) {
    const Interval weekend = days_of(timex_of(day, Grain::kWeekend));
    const Interval week = days_of(timex_of(day, Grain::kWeek));
    ASSERT_EQ(weekend.last, week.last) << iso(day);
    ASSERT_EQ(weekend.first, *week.last - std::chrono::days(1)) << iso(day);
    ASSERT_EQ(iso_weekday(*weekend.first), 6u) << iso(day);
  }
}

TEST(Calendar, SeasonsFollowOneAnotherThroughTheYear) {
  for (int year = kFirstYear; year < kLastYear; ++year) {
    const std::string y = padded(static_cast<unsigned>(year), 4);
    std::optional<Day> next = day_of(year, 3, 1);
    for (const char* season : {"-SP", "-SU", "-FA", "-WI"}) {
      const Interval days = days_of(y + season);
      ASSERT_EQ(days.first, next) << y << season;
      next = *days.last + std::chrono::days(1);
    }
    ASSERT_EQ(next, day_of(year + 1, 3, 1));
  }
}

TEST(Calendar, MonthsAndYearsEndWhereIcuEndsThem) {
  Icu icu;
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      const Day first = *day_of(year, month, 1);
      icu.set(first);
      const unsigned days = icu.last(UCAL_DAY_OF_MONTH);
      const Interval whole = days_of(timex_of(first, Grain::kMonth));
      ASSERT_EQ(whole.first, first);
      ASSERT_EQ(whole.last, day_of(year, month, days)) << year << "-" << month;
      ASSERT_EQ(day_of(year, month, days + 1), std::nullopt) << year << "-" << month;
    }
    const unsigned weeks = icu.last(UCAL_WEEK_OF_YEAR);
    const std::string y = padded(static_cast<unsigned>(year), 4);
    ASSERT_TRUE(days_of(y + "-W" + std::to_string(weeks)).known()) << year;
    ASSERT_FALSE(days_of(y + "-W" + std::to_string(weeks + 1)).known()) << year;
  }
}

// "A month on from 31 January" is the last of February; in ICU's words, the day is pinned.
TEST(Calendar, MovesByDaysWeeksMonthsAndYearsAsIcuDoes) {
  struct Step {
    Grain grain;
    UCalendarDateFields field;
    int times;
  };
  const std::vector<Step> steps = {{Grain::kDay, UCAL_DATE, 1},
                                   {Grain::kWeek, UCAL_DATE, 7},
                                   {Grain::kMonth, UCAL_MONTH, 1},
                                   {Grain::kQuarter, UCAL_MONTH, 3},
                                   {Grain::kHalf, UCAL_MONTH, 6},
                                   {Grain::kYear, UCAL_YEAR, 1},
                                   {Grain::kDecade, UCAL_YEAR, 10},
                                   {Grain::kCentury, UCAL_YEAR, 100}};
  const std::vector<int> counts = {-13, -12, -7, -3, -2, -1, 0, 1, 2, 5, 11, 12, 14};
  constexpr std::chrono::days kStride{5};  // prime to weeks, so every kind of day comes up
  Icu icu;
  for (Day day = first_day(); day <= last_day(); day += kStride)
    for (const Step& step : steps) {
      const int count = counts[static_cast<std::size_t>(day.time_since_epoch().count() + 1000000) %
                               counts.size()];
      icu.set(day);
      icu.add(step.field, count * step.times);
      const auto there = moved(day, step.grain, count);
      ASSERT_TRUE(there) << iso(day);
      ASSERT_EQ(iso(*there), icu.day())
          << iso(day) << " moved by " << count << " " << word_in(kGrainWords, step.grain);
    }
}

TEST(Calendar, MonthEndsMoveToMonthEnds) {
  Icu icu;
  for (int year = kFirstYear; year <= kLastYear; ++year)
    for (unsigned month = 1; month <= 12; ++month)
      for (int count = -14; count <= 14; ++count) {
        const Day last = *days_of(padded(static_cast<unsigned>(year), 4) + "-" +
                                  padded(month, 2)).last;
        icu.set(last);
        icu.add(UCAL_MONTH, count);
        ASSERT_EQ(iso(*moved(last, Grain::kMonth, count)), icu.day()) << iso(last) << " " << count;
      }
}

TEST(Calendar, LeavesTheCalendarAtYear9999OnEitherSide) {
  EXPECT_EQ(moved(*day_of(9999, 12, 31), Grain::kMonth, 1), std::nullopt);
  EXPECT_EQ(moved(*day_of(9999, 12, 31), Grain::kDay, 1), std::nullopt);
  EXPECT_EQ(moved(*day_of(1, 1, 1), Grain::kYear, -10000), std::nullopt);
  EXPECT_TRUE(moved(*day_of(9999, 12, 30), Grain::kDay, 1));
}

struct BeforeChristCase {
  int years;  // back from 1 January of the year 1
  Grain grain;
  std::string_view value;
};

// 1 BC stands before the year 1: there is no year 0 on paper.
TEST(Calendar, CountsTheYearsBeforeChristBackwards) {
  for (const auto& [years, grain, value] :
       {BeforeChristCase{1, Grain::kYear, "BC0001"}, BeforeChristCase{490, Grain::kYear, "BC0490"},
        BeforeChristCase{490, Grain::kMonth, "BC0490-01"},
        BeforeChristCase{490, Grain::kDecade, "BC049"},
        BeforeChristCase{490, Grain::kCentury, "BC04"},
        BeforeChristCase{44, Grain::kDay, "BC0044-01-01"}}) {
    const auto day = moved(*day_of(1, 1, 1), Grain::kYear, -years);
    ASSERT_TRUE(day);
    EXPECT_EQ(timex_of(*day, grain), value);
    const Interval days = reckoned_days_of(value);
    ASSERT_TRUE(days.first && days.last) << value;
    EXPECT_TRUE(*days.first <= *day && *day <= *days.last) << value;
    EXPECT_FALSE(days_of(value).known()) << value;
  }
  EXPECT_FALSE(reckoned_days_of("BC0490-13").known());
  EXPECT_FALSE(reckoned_days_of("BC0000").known());
}

TEST(Calendar, KnowsNoDaysForWhatIsNoPeriod) {
  for (const char* none :
       {"", "2", "2026-", "2026-13", "2026-00", "2026-02-30", "2026-Q5", "2026-Q0", "2026-H3",
        "2026-W00", "2026-W54", "2025-W53", "2026-XX", "XXXX-03", "XXXX", "PAST_REF", "P3D",
        "0000", "2026-W1", "2026-W", "2026-SX", "20266"})
    EXPECT_FALSE(days_of(none).known()) << none;
}

}  // namespace
}  // namespace newsfacts
