#include "corpus/readers/compressed.h"

#include <gtest/gtest.h>

#include "tests/corpus/readers/packing.h"
#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

using namespace std::string_literals;

struct Way {
  const char* ending;
  std::string (*pack)(std::string_view);
};
void PrintTo(const Way& way, std::ostream* out) {
  *out << way.ending;
}

class Compressed : public testing::TestWithParam<Way> {
 protected:
  std::string pack(std::string_view bytes) const { return GetParam().pack(bytes); }
  std::string name(std::string of = "a.txt") const { return of + "." + GetParam().ending; }
};

INSTANTIATE_TEST_SUITE_P(Ways, Compressed,
                         testing::Values(Way{"gz", gzip}, Way{"zst", zstd}, Way{"xz", xz},
                                         Way{"bz2", bzip2}),
                         [](const auto& test) { return std::string(test.param.ending); });

TEST_P(Compressed, IsReadAsWhatItHolds) {
  EXPECT_EQ(told(read_bytes(name(), pack("One."))), name() + ": One.");
  EXPECT_EQ(told(read_bytes(name("a.jsonl"), pack("{\"text\":\"One.\"}\nbroken\n"))),
            name("a.jsonl") + ":1: One. | " + name("a.jsonl") + ":2! broken JSON");
  EXPECT_EQ(told(read_bytes("no-ending", pack("One."))), "no-ending: One.");
  EXPECT_EQ(told(read_bytes(name(), pack(pack("Twice.")))), name() + ": Twice.");
  EXPECT_EQ(told(read_bytes(name(), pack(""))), name() + ": ");
}

TEST_P(Compressed, HasAnyNumberOfMembers) {
  EXPECT_EQ(told(read_bytes(name(), pack("One. ") + pack("") + pack("Two."))),
            name() + ": One. Two.");
}

TEST_P(Compressed, CutAnywhereIsReported) {
  const std::string whole = pack("Two men paid $5 million on Friday, and $6 million on Monday.");
  for (std::size_t size = 1; size < whole.size(); ++size)
    EXPECT_TRUE(any_rejected(read_bytes(name(), whole.substr(0, size)))) << size << " bytes";
}

// What says nothing of the content may flip unseen: a time, a system, the bits that fill a byte.
TEST_P(Compressed, WithAFlippedBitIsReportedOrHarmless) {
  const std::string text = "Two men paid $5 million on Friday, and $6 million on Monday.";
  const std::string whole = pack(text);
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      const auto documents = read_bytes(name(), flipped);
      ASSERT_FALSE(documents.empty()) << at << "." << bit;
      if (any_rejected(documents)) continue;
      EXPECT_EQ(told(documents), name() + ": " + text) << at << "." << bit;
    }
}

TEST_P(Compressed, WithBytesBehindItIsReported) {
  const auto documents = read_bytes(name(), pack("One.") + "more");
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_TRUE(any_rejected(documents));
}

TEST_P(Compressed, GivesTheRecordsBeforeAFault) {
  std::string lines;
  for (int i = 0; i < 3000; ++i)
    lines +=
        "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + std::to_string(i * 7919) + "\"}\n";
  const auto documents = read_bytes(name("a.jsonl"), pack(lines) + pack(lines).substr(0, 40));
  ASSERT_EQ(documents.size(), 3001u);
  EXPECT_EQ(documents[2999].raw(), std::to_string(2999 * 7919));
  EXPECT_NE(documents[3000].rejected->reason.find("cut off"), std::string::npos)
      << documents[3000].rejected->reason;
}

TEST_P(Compressed, UnpacksToNoMoreThanTheLimits) {
  const std::string bomb = pack(std::string(std::size_t{4} << 20, ' '));
  ReadOptions options;
  options.limits.unpacked_bytes = 1 << 20;
  EXPECT_EQ(told(read_bytes(name(), bomb, options)),
            name() + "! unpacks to more than 1048576 bytes (--max-unpacked-bytes)");
  options.limits.depth = 1;
  EXPECT_EQ(told(read_bytes(name(), pack(pack("Twice.")), options)),
            name() +
                "! archives and compressed files lie more than 1 deep in each other "
                "(--max-depth)");
}

TEST(Gzip, UnpacksToNoMoreThanSoManyTimesItsSize) {
  const std::string bomb = gzip(std::string(std::size_t{70} << 20, ' '));
  EXPECT_EQ(told(read_bytes("a.gz", bomb)),
            "a.gz! unpacks to more than 200 times its size (--max-ratio)");
}

TEST(Gzip, NamesTheByteOfAFault) {
  std::string flipped = gzip("One.");
  flipped[flipped.size() - 5] ^= 1;  // the last of the CRC
  EXPECT_EQ(told(read_bytes("a.gz", flipped)),
            "a.gz! damaged gzip at byte 20: incorrect data check");
  EXPECT_EQ(told(read_bytes("a.gz", "no gzip at all")),
            "a.gz! damaged gzip at byte 2: incorrect header check");
  EXPECT_EQ(told(read_bytes("a.gz", "")), "a.gz! damaged gzip: empty");
}

TEST(Gzip, MayBePaddedWithZeros) {
  EXPECT_EQ(told(read_bytes("a.gz", gzip("One.") + std::string(512, '\0'))), "a.gz: One.");
}

TEST(BareName, IsThatOfWhatIsCompressed) {
  for (const auto& [name, bare] : {std::pair{"a.txt.gz", "a.txt"},
                                   {"a.TGZ", "a.tar"},
                                   {"a.tar.zst", "a.tar"},
                                   {"a.txt", "a.txt"},
                                   {"photo.jpg.xz", "photo.jpg"}})
    EXPECT_EQ(bare_name(name), bare);
  EXPECT_TRUE(is_article("a.jsonl.bz2"));
  EXPECT_FALSE(is_article("photo.jpg.gz"));
}

}  // namespace
}  // namespace newsfacts
