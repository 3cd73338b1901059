// Hostile files: each is read by a process of its own, which ends by itself, within its bounds of
// time and memory, with every document stored or rejected for a reason.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "tests/pipeline/hostile_files.h"
#include "tests/pipeline/process.h"

namespace newsfacts::test {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kSlower = 20, kLarger = 8;
#else
constexpr double kSlower = 1, kLarger = 1;
#endif
constexpr double kSeconds = 10 * kSlower;   // of processor time
constexpr double kWaiting = 12 * kSeconds;  // of a busy machine
constexpr double kKilobytes = (1 << 20) * kLarger;

// That all processes so far have taken.
double processor_seconds() {
  rusage all{};
  getrusage(RUSAGE_CHILDREN, &all);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(all.ru_utime) + seconds(all.ru_stime);
}

class Hostile : public testing::TestWithParam<HostileFile> {};

TEST_P(Hostile, IsStoredOrRejectedWithinBounds) {
  const HostileFile& file = GetParam();
  const Folder folder;
  folder.write(file.name, file.bytes());
  const auto begin = std::chrono::steady_clock::now();
  const double before = processor_seconds();
  const Ended run =
      shell("cd " + folder.path() + " && newsfacts ingest " + file.name + " --db f.db");
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;

  EXPECT_TRUE(run.code == 0 || run.code == 3) << run.code << "\n" << run.err;
  EXPECT_LT(processor_seconds() - before, kSeconds);
  EXPECT_LT(took.count(), kWaiting);
  rusage most{};  // that any process so far has held
  ASSERT_EQ(getrusage(RUSAGE_CHILDREN, &most), 0);
  EXPECT_LT(static_cast<double>(most.ru_maxrss), kKilobytes);
  long read = -1, stored = 0, duplicate = 0, rejected = 0;
  const std::size_t summary = run.err.find(" read, ");
  ASSERT_NE(summary, std::string::npos) << run.err;
  const std::size_t line = run.err.rfind('\n', summary) + 1;
  ASSERT_EQ(std::sscanf(run.err.c_str() + line, "%ld read, %ld stored, %ld duplicate, %ld rejected",
                        &read, &stored, &duplicate, &rejected),
            4)
      << run.err;
  // A crawl may be left without a page: then what else it holds is told.
  EXPECT_TRUE(read >= 1 || run.err.find(" passed over;") != std::string::npos) << run.err;
  EXPECT_EQ(read, stored + duplicate + rejected) << run.err;

  const Ended reasons = shell("sqlite3 -readonly " + folder.path("f.db") +
                              " \"SELECT reason FROM rejected WHERE reason <> ''\"");
  EXPECT_EQ(std::count(reasons.out.begin(), reasons.out.end(), '\n'), rejected) << reasons.out;
  if (!file.reason.empty()) {
    EXPECT_NE(reasons.out.find(file.reason), std::string::npos) << reasons.out;
  }
  EXPECT_EQ(shell("newsfacts verify --db " + folder.path("f.db")).code, 0);
}

TEST(HostileFiles, GaveNothingAway) {
  // What an entity or a path reaches for is in no store and in no file.
  const Folder folder;
  for (const HostileFile& file : attacks())
    if (file.name.starts_with("passwd") || file.name.starts_with("out"))
      folder.write("in/" + file.name, file.bytes());
  const Ended run = shell("cd " + folder.path() + " && newsfacts ingest in --db f.db;" +
                          "sqlite3 -readonly f.db 'SELECT text FROM document'");
  EXPECT_EQ(run.out.find("root:"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("Paid $5 million."), std::string::npos) << run.out << run.err;
  EXPECT_NE(shell("test -e /tmp/newsfacts-out.txt").code, 0);
}

TEST(HostileFiles, AreMany) {
  EXPECT_GE(damaged_files().size() + attacks().size(), 300U);
}

std::string name_of(const testing::TestParamInfo<HostileFile>& tested) {
  std::string name = tested.param.name + "_" + tested.param.what;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Damaged, Hostile, testing::ValuesIn(damaged_files()), name_of);
INSTANTIATE_TEST_SUITE_P(Attacks, Hostile, testing::ValuesIn(attacks()), name_of);

}  // namespace
}  // namespace newsfacts::test
