#include "corpus/date_line.h"

#include <gtest/gtest.h>

namespace newsfacts {
namespace {

TEST(DateLine, SaysWhenAndNothingElse) {
  for (const char* line :
       {"19 March 2026", "March 19, 2026", "2026-03-19",
        "Published: Sat, 14 Mar 2026, 8:30 p.m. EDT", "Posted on 14/03/2026 at 17:50",
        "Last updated at 19:47 GMT, 4 August 2026", "14 March 2026 \u00B7 Updated 15 March 2026",
        "14 March 2026 \u2013 08:30 CEST", "Tuesday 2 June 2026 | 09.15 BST", "(14 March 2026)"})
    EXPECT_TRUE(is_date_line(line)) << line;
}

TEST(DateLine, IsNoLineThatSaysMore) {
  for (const char* line :
       {"14 March 2026 was a cold day", "The quay of March 14, 2026", "Oslo, 14 March 2026",
        "By Jane Roe, 14 March 2026", "14 March", "Saturday", "2026", "08:30", "Published", "",
        "1,200 on 14 March 2026?\u20AC", "14 March 2026 12345", "\u00C5 14 March 2026"})
    EXPECT_FALSE(is_date_line(line)) << line;
  EXPECT_FALSE(is_date_line(std::string(100, ' ') + "14 March 2026, 08:30 GMT")) << "too long";
}

}  // namespace
}  // namespace newsfacts
