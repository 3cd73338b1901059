#include "corpus/readers/pdf.h"

#include <gtest/gtest.h>

#include "corpus/readers/child_process.h"
#include "tests/corpus/readers/packing.h"
#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

bool is_installed() {
  return run_program({"pdftotext", "-v"}, "", {}).reason.find("not installed") == std::string::npos;
}

TEST(Pdf, IsReadWithWhatItSaysOfItself) {
  if (!is_installed()) GTEST_SKIP() << "there is no pdftotext";
  const auto documents = read_bytes(
      "a.pdf",
      pdf("BT /F 12 Tf 20 200 Td (Two men paid $5 & <more>.) Tj 0 -14 Td (On Friday.) Tj ET"));
  ASSERT_EQ(told(documents), "a.pdf: Two men paid $5 & <more>.\nOn Friday.\n");
  EXPECT_EQ(documents[0].metadata.title, "Fire");
  EXPECT_EQ(documents[0].metadata.author, "Jane Roe");
  EXPECT_EQ(documents[0].metadata.published, "2026-03-14T08:30:00");
}

TEST(Pdf, WithoutWordsOrBrokenIsRejected) {
  if (!is_installed()) GTEST_SKIP() << "there is no pdftotext";
  EXPECT_EQ(told(read_bytes("a.pdf", pdf(""))), "a.pdf! PDF without text: its pages are pictures");
  EXPECT_EQ(told(read_bytes("a.pdf", "%PDF-1.4\n")), "a.pdf! PDF: pdftotext ended with code 1");
  for (const std::size_t size : {20u, 60u, 150u, 300u})
    EXPECT_TRUE(any_rejected(read_bytes("a.pdf", pdf("").substr(0, size)))) << size;
}

TEST(ChildProcess, IsBoundInAllItTakes) {
  EXPECT_EQ(run_program({"cat"}, "in and out", {}).output, "in and out");
  EXPECT_EQ(run_program({"no-such-program"}, "", {}).reason, "no-such-program is not installed");
  EXPECT_EQ(run_program({"false"}, "", {}).reason, "false ended with code 1");
  EXPECT_EQ(run_program({"sleep", "60"}, "", {.seconds = 1}).reason, "took more than 1 seconds");
  EXPECT_EQ(run_program({"yes"}, "", {.output_bytes = 1000}).reason, "gave more than 1000 bytes");
  EXPECT_EQ(run_program({"env"}, "", {}).output, "") << "no environment";
}

}  // namespace
}  // namespace newsfacts
