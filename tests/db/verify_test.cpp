#include "db/verify.h"

#include <gtest/gtest.h>

#include "tests/db/newsroom.h"

namespace newsfacts {
namespace {

struct Verified {
  VerifyCounts counts;
  std::string faults;  // a line each
};

Verified verified(const Database& database) {
  Verified result;
  result.counts =
      verify(database, [&](std::string_view fault) { result.faults.append(fault).append("\n"); });
  return result;
}

void fill(Store& store) {
  store.load(newsroom());
  store.finish_load();
  link_newsroom(store.database());
}

TEST(Verify, FindsNothingWrongInWhatWasLoaded) {
  Store store(":memory:", Database::Mode::kCreate);
  fill(store);
  const Verified result = verified(store.database());
  EXPECT_EQ(result.faults, "");
  EXPECT_EQ(result.counts.faults, 0u);
  EXPECT_EQ(result.counts.documents, 4u);
  EXPECT_EQ(result.counts.spans,
            static_cast<std::uint64_t>(store.database().integer(
                "SELECT (SELECT count(*) FROM sentence) + (SELECT count(*) FROM mention) + "
                "(SELECT count(*) FROM attribution_span) + (SELECT count(*) FROM claim)")));
}

TEST(Verify, SaysThatTheLoadWasCutOff) {
  Store store(":memory:", Database::Mode::kCreate);
  store.load(newsroom());
  EXPECT_EQ(verified(store.database()).faults,
            ":memory:: 10 sentences are not in the full-text index: the load was cut off\n");
}

struct Damage {
  const char* sql;
  const char* fault;
};
void PrintTo(const Damage& damage, std::ostream* out) {
  *out << damage.sql;
}

class VerifyAfter : public testing::TestWithParam<Damage> {};

TEST_P(VerifyAfter, SaysWhatIsWrong) {
  Store store(":memory:", Database::Mode::kCreate);
  fill(store);
  store.database().execute(GetParam().sql);
  EXPECT_EQ(verified(store.database()).faults, GetParam().fault);
}

INSTANTIATE_TEST_SUITE_P(
    Damage, VerifyAfter,
    testing::Values(
        Damage{"UPDATE document SET title = 'Fire' WHERE name = 'courier'",
               "courier: its key is not that of its content\n"},
        Damage{"UPDATE document SET characters = 7 WHERE name = 'chess'",
               "chess: 47 characters are said to be 7\n"},
        Damage{"UPDATE document SET alignment = '[[12,22,12,16]]' WHERE name = 'courier'",
               "courier: its alignment does not fit\n"},
        Damage{"UPDATE sentence SET end = end + 5 WHERE document = 4 AND paragraph = 0",
               "chess: sentence 1 at 18 begins within another\n"},
        Damage{"UPDATE sentence SET end = 1000 WHERE document = 4 AND paragraph = 1",
               "chess: sentence 1 at 18..1000 is not within the text\n"},
        Damage{"UPDATE mention SET text = '$901' WHERE text = '$900'",
               "chess: mention 0 at 32..36, \"$901\", is \"$900\" in the text\n"},
        Damage{"UPDATE mention SET raw_start = raw_start - 1 WHERE document = 1 AND text = 'Six'",
               "courier: mention 1 at 29..32 leads to another place in raw\n"},
        Damage{"UPDATE attribution_span SET start = end WHERE part = 'cue' AND document = 3",
               "reprint: cue of attribution 0 at 82..82 is not within the text\n"},
        Damage{"UPDATE claim SET what = 'money|win' WHERE what = 'money|give'",
               "chess: the key of claim 0 is not that of what it says\n"},
        Damage{"UPDATE link SET story = 9 WHERE document = 2",
               ":memory:: 1 rows of link point at no story\n"}));

}  // namespace
}  // namespace newsfacts
