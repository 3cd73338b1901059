#include "corpus/readers/printed_date.h"

#include <gtest/gtest.h>

namespace newsfacts {
namespace {

struct Printed {
  const char* date;
  const char* iso;
};
void PrintTo(const Printed& printed, std::ostream* out) {
  *out << printed.date;
}

class PrintedDate : public testing::TestWithParam<Printed> {};

TEST_P(PrintedDate, IsReadToTheDayAndTheZoneItWasPrintedIn) {
  EXPECT_EQ(iso_of_printed(GetParam().date), GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, PrintedDate,
    testing::Values(Printed{"Sat, 14 Mar 2026 08:30:05 GMT", "2026-03-14T08:30:05Z"},
                    Printed{"Sat, 14 Mar 2026 08:30 +0100", "2026-03-14T08:30+01:00"},
                    Printed{"14 March 26 08:30:05 EST", "2026-03-14T08:30:05-05:00"},
                    Printed{"14 Mar 1999", "1999-03-14"},
                    Printed{"Sat Mar 14 08:30:05 2026", "2026-03-14T08:30:05"},
                    Printed{"March 14, 2026", "2026-03-14"},
                    Printed{"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
                    Printed{"2026-03-14", "2026-03-14"}, Printed{"20260314T083005Z", "2026-03-14"},
                    Printed{"2026-03-14T08:30:05.123Z", "2026-03-14T08:30:05Z"},
                    Printed{"2026-03-14 08:30:05 +0100", "2026-03-14T08:30:05+01:00"},
                    Printed{"1773478800", "2026-03-14T09:00:00Z"},
                    Printed{"1773478800000", "2026-03-14T09:00:00Z"},
                    Printed{"Sat, 31 Feb 2026 08:30:05 GMT", ""}, Printed{"last Friday", ""},
                    Printed{"2026", ""}, Printed{"", ""}));

}  // namespace
}  // namespace newsfacts
