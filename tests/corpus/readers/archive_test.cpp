#include "corpus/readers/archive.h"

#include <gtest/gtest.h>

#include "tests/corpus/readers/packing.h"
#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

using namespace std::string_literals;

struct Nest {
  const char* name;
  std::string file, bytes, told;
};
void PrintTo(const Nest& nest, std::ostream* out) {
  *out << nest.name;
}

class Archive : public testing::TestWithParam<Nest> {};

TEST_P(Archive, IsReadMemberByMember) {
  EXPECT_EQ(told(read_bytes(GetParam().file, GetParam().bytes)), GetParam().told);
}

const std::vector<FileToPack> kTwo = {{"a.txt", "One."}, {"b/c.txt", "Two."}};

INSTANTIATE_TEST_SUITE_P(
    Nests, Archive,
    testing::Values(
        Nest{"zip", "n.zip", zip(kTwo), "n.zip/a.txt: One. | n.zip/b/c.txt: Two."},
        Nest{"tar", "n.tar", tar(kTwo), "n.tar/a.txt: One. | n.tar/b/c.txt: Two."},
        Nest{"tar_gz", "n.tar.gz", gzip(tar(kTwo)),
             "n.tar.gz/a.txt: One. | n.tar.gz/b/c.txt: Two."},
        Nest{"tgz", "n.tgz", gzip(tar(kTwo)), "n.tgz/a.txt: One. | n.tgz/b/c.txt: Two."},
        Nest{"tar_zst", "n.tar.zst", zstd(tar({{"a.txt", "One."}})), "n.tar.zst/a.txt: One."},
        Nest{"tar_xz_by_content", "n", xz(tar({{"a.txt", "One."}})), "n/a.txt: One."},
        Nest{"zip_in_tar_in_zip", "n.zip",
             zip({{"x.tar", tar({{"y.zip", zip({{"a.txt", "Deep."}})}})}, {"b.txt", "Shallow."}}),
             "n.zip/x.tar/y.zip/a.txt: Deep. | n.zip/b.txt: Shallow."},
        Nest{"lines", "n.zip",
             zip({{"a.jsonl", "{\"text\":\"1\"}\n{\"id\":\"x\",\"text\":\"2\"}"}}),
             "n.zip/a.jsonl:1: 1 | x: 2"},
        Nest{"folders_pictures_and_hidden_files", "n.zip",
             zip({{"f/", ""},
                  {"f/p.jpg", "\xFF\xD8"},
                  {".git/a.txt", "Hidden."},
                  {"__MACOSX/f/._a.txt", "Hidden."},
                  {"plain", "Text."}}),
             "n.zip/plain: Text."},
        Nest{"names_that_climb", "n.tar", tar({{"../../etc/a.txt", "One."}, {"/b.txt", "Two."}}),
             "n.tar/../../etc/a.txt: One. | n.tar//b.txt: Two."},
        Nest{"a_name_that_is_no_utf8", "n.tar", tar({{"caf\xE9.txt", "One."}}),
             "n.tar/caf\uFFFD.txt: One."},
        Nest{"a_name_in_utf8", "n.zip", zip({{"日本.txt", "One."}}), "n.zip/日本.txt: One."},
        Nest{"empty_zip", "n.zip", zip({}), "n.zip! no document in it"},
        Nest{"empty_tar", "n.tar", std::string(1024, '\0'), "n.tar! no document in it"},
        Nest{"encrypted", "n.zip", encrypted_zip({{"a.txt", "One."}}), "n.zip/a.txt! encrypted"},
        Nest{"no_zip", "n.zip", "Only text.",
             "n.zip! damaged zip at byte 0: Unrecognized archive format"}),
    [](const auto& test) { return test.param.name; });

TEST(Archives, CountWhatTheyPassOver) {
  const auto reader = open_reader(
      InputFile::of(zip({{"a.jpg", "1"}, {"x.zip", zip({{"b.jpg", "2"}})}}), {.name = "n.zip"}),
      {});
  EXPECT_FALSE(reader->next());
  EXPECT_EQ(reader->passed_over(), 2u);
}

TEST(Archives, SayWhenAMemberWasWritten) {
  // Told by a format that looks at it; here by what the members are opened with.
  ReadOptions options;
  options.as = "text";
  EXPECT_EQ(told(read_bytes("n.zip", zip({{"a.html", "<p>"}}), options)), "n.zip/a.html: <p>");
}

TEST(Zip, CutAnywhereIsReported) {
  const std::string whole = zip({{"a.txt", "Two men paid $5 million."}, {"b.txt", "On Friday."}});
  for (std::size_t size = 1; size < whole.size(); ++size)
    EXPECT_TRUE(any_rejected(read_bytes("n.zip", whole.substr(0, size)))) << size << " bytes";
}

// What a member holds is covered by its CRC, and its head by the archive's directory in part: a
// name may become another, so that it is no article's.
TEST(Zip, WithAFlippedBitIsReportedOrHarmless) {
  const std::string one = "Two men paid $5 million on Friday, and $6 million on Monday.";
  const std::string whole = zip({{"a.txt", one}, {"b.txt", "On Friday."}});
  const std::size_t a = whole.find("a.txt"), b = whole.find("b.txt");
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = whole;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      const auto documents = read_bytes("n.zip", flipped);
      if (any_rejected(documents) || (at >= a && at < a + 5) || (at >= b && at < b + 5)) continue;
      ASSERT_EQ(documents.size(), 2u) << at << "." << bit << " " << told(documents);
      EXPECT_EQ(documents[0].raw(), one) << at << "." << bit;
      EXPECT_EQ(documents[1].raw(), "On Friday.") << at << "." << bit;
    }
}

TEST(Zip, GoesOnBehindADamagedMember) {
  std::string whole = zip({{"a.txt", std::string(100, 'x')}, {"b.txt", "Two."}});
  whole[whole.find("PK\x07\x08") + 4] ^= 1;  // its CRC
  const auto documents = read_bytes("n.zip", whole);
  ASSERT_EQ(documents.size(), 2u) << told(documents);
  EXPECT_TRUE(documents[0].rejected);
  EXPECT_EQ(documents[1].raw(), "Two.");
}

TEST(Tar, CutAnywhereIsReported) {
  const std::string whole = tar({{"a.txt", "One."}, {"b.txt", "Two."}});
  for (std::size_t size : {512u, 513u, 1000u, 1024u, 1536u, 1540u, 2048u})
    EXPECT_TRUE(any_rejected(read_bytes("n.tar", whole.substr(0, size)))) << size << " bytes";
}

TEST(Archives, UnpackToNoMoreThanTheLimits) {
  ReadOptions options;
  options.limits.unpacked_bytes = 1 << 20;
  const std::string zeros(std::size_t{4} << 20, '\0');
  for (const std::string& bomb :
       {zip({{"a.txt", zeros}}), zip({{"a.jpg", zeros}}), gzip(tar({{"a.txt", zeros}})),
        zip({{"a.zip", zip({{"b.zip", zip({{"c.txt", zeros}})}})}})}) {
    const auto documents = read_bytes("n.zip", bomb, options);
    ASSERT_TRUE(any_rejected(documents));
    EXPECT_NE(told(documents).find("(--max-unpacked-bytes)"), std::string::npos) << told(documents);
  }
}

// A file that holds itself would never end.
TEST(Archives, LieNoDeeperInEachOtherThanTheLimit) {
  std::string nest = zip({{"a.txt", "Deep."}});
  for (int i = 0; i < 20; ++i) nest = zip({{"n.zip", nest}});
  const std::string outcome = told(read_bytes("n.zip", nest));
  EXPECT_NE(outcome.find("(--max-depth)"), std::string::npos) << outcome;
}

}  // namespace
}  // namespace newsfacts
