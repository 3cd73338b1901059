// Golden runs of the binary.  A folder of tests/cases/ is a case: `cmd` is run by bash inside a
// copy of the folder, and what it prints on standard output must be `expected`, its exit code
// `code` (0 where there is no such file).
//
//     NEWSFACTS_ACCEPT=1 build/dev/tests/pipeline_test --gtest_filter='Cases*'
//
// writes what is printed now as expected: review it in the diff.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "checkout.h"
#include "tests/pipeline/process.h"

namespace newsfacts::test {
namespace {

const std::string kCases = NEWSFACTS_SOURCE "/tests/cases/";

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(kCases))
    if (entry.is_directory()) found.push_back(entry.path().filename());
  std::sort(found.begin(), found.end());
  return found;
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, PrintsWhatIsExpected) {
  const std::string from = kCases + GetParam();
  const Folder folder;
  const Ended run = shell("cp -r " + from + "/. " + folder.path() + " && cd " + folder.path() +
                        " && . ./cmd");
  const std::string code = std::to_string(run.code);
  if (std::getenv("NEWSFACTS_ACCEPT")) {
    std::ofstream(from + "/expected", std::ios::binary) << run.out;
    if (run.code != 0) std::ofstream(from + "/code") << code << "\n";
    GTEST_SKIP() << "accepted: " << GetParam();
  }
  EXPECT_EQ(run.out, slurp(from + "/expected")) << run.err;
  const std::string expected = slurp(from + "/code");
  EXPECT_EQ(code + "\n", expected.empty() ? "0\n" : expected) << run.err;
}

INSTANTIATE_TEST_SUITE_P(Golden, Cases, testing::ValuesIn(names()),
                         [](const testing::TestParamInfo<std::string>& tested) {
                           std::string name = tested.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace newsfacts::test
