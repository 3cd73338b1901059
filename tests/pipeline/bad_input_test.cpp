// Bad input is normal: a clear message or rejection with place and reason, nothing lost, the
// right exit code.

#include <gtest/gtest.h>

#include "checkout.h"
#include "tests/pipeline/process.h"

namespace newsfacts::test {
namespace {

using namespace std::string_literals;

struct Rejected {
  const char* name;
  std::string content;
  const char* reason;  // as the store's `rejected` shows it
  const char* place;
};

void PrintTo(const Rejected& c, std::ostream* out) {
  *out << c.name;
}

class BadFile : public testing::TestWithParam<Rejected> {};

TEST_P(BadFile, IsRejectedWithPlaceAndReasonAndItsNeighbourIsStored) {
  const auto& [name, content, reason, place] = GetParam();
  const Folder folder;
  folder.write("in/"s + name, content);
  folder.write("in/good.txt", "Two men paid $5 million on Friday.\n");
  const Ended run = shell("cd " + folder.path() + " && newsfacts ingest in --db f.db");
  EXPECT_EQ(run.code, 3) << run.err;
  const Ended why = shell("sqlite3 -readonly " + folder.path("f.db") +
                        " 'SELECT reason, name || ifnull(place, char(32)) FROM rejected'");
  EXPECT_NE(why.out.find(reason), std::string::npos) << why.out << why.err;
  EXPECT_NE(why.out.find(place), std::string::npos) << why.out;
  EXPECT_EQ(shell("sqlite3 -readonly " + folder.path("f.db") +
                  " \"SELECT count(*) FROM document WHERE name = 'good.txt'\"")
                .out,
            "1\n");
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Table, BadFile, testing::Values(
    Rejected{"utf16.txt",  "\xfe\xff\0A\xdc\1\xdc\2\xdc\3"s,              "no text in UTF-16BE: byte 4", "utf16.txt"},
    Rejected{"empty.txt",  "",                                            "no text", "empty.txt"},
    Rejected{"blank.txt",  " \n\n\t\n",                                   "no text", "blank.txt"},
    Rejected{"zip.txt",    "PK\x03\x04\0\0\0\0\0\0\x01\0\0\0\0\0\0\0"s,   "damaged zip at byte 0", "zip.txt"},
    Rejected{"exe.txt",    "MZ\x03\x04\0\0\0\0\0\0\x01\0\0\0\0\0\0\0"s,   "binary data", "exe.txt"},
    Rejected{"list.jsonl", "{\"id\":\"a\",\"text\":\"One died.\"}\n{\"id\":\"b\",\"text\":\"Two died.\"}\n"
                           "{\"id\":\"c\",\"text\":\n{\"id\":\"d\",\"text\":\"Four died.\"}\n",
                                                                          "", "list.jsonl:3"},
    Rejected{"deep.jsonl", "{\"id\":\"a\",\"x\":" + std::string(100'000, '[') + "\n", "", "deep.jsonl:1"}),
    [](const testing::TestParamInfo<Rejected>& tested) {
      std::string name = tested.param.name;
      return name.substr(0, name.find('.'));
    });
// clang-format on

TEST(BadInput, NulsAreDroppedAndSpansStillFit) {
  const Folder folder;
  folder.write("nul.txt", "The firm paid $5\0 million on\0 Friday to settle."s);
  const Ended run = shell("cd " + folder.path() +
                        " && newsfacts ingest nul.txt --db f.db && newsfacts verify --db f.db");
  EXPECT_EQ(run.code, 0) << run.err;
}

TEST(BadInput, BrokenLineLosesNoNeighbour) {
  const Folder folder;
  folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"One died.\"}\n{broken\n"
                          "{\"id\":\"3\",\"text\":\"Three died.\"}");
  const Ended run = shell("newsfacts ingest " + folder.path("a.jsonl") + " --db " +
                        folder.path("f.db"));
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(run.err.find("3 read, 2 stored, 0 duplicate, 1 rejected"), std::string::npos)
      << run.err;
}

TEST(BadInput, ALineOf200MegabytesIsRejectedWithoutBeingHeld) {
  const Folder folder;
  ASSERT_EQ(shell("{ echo '{\"id\":\"1\",\"text\":\"One died.\"}';"
                  "  printf '{\"id\":\"2\",\"text\":\"'; head -c 200000000 /dev/zero | tr '\\0' x;"
                  "  echo '\"}'; echo '{\"id\":\"3\",\"text\":\"Three died.\"}'; } >" +
                  folder.path("long.jsonl"))
                .code,
            0);
  const Ended run = shell("newsfacts ingest " + folder.path("long.jsonl") + " --db " +
                        folder.path("f.db"));
  EXPECT_EQ(run.code, 3) << run.err;
  EXPECT_NE(run.err.find("3 read, 2 stored, 0 duplicate, 1 rejected"), std::string::npos)
      << run.err;
  const Ended why =
      shell("sqlite3 -readonly " + folder.path("f.db") + " 'SELECT reason, place FROM rejected'");
  EXPECT_NE(why.out.find("exceeds the limit"), std::string::npos) << why.out;
  EXPECT_NE(why.out.find("long.jsonl:2"), std::string::npos) << why.out;
}

TEST(BadInput, AFolderWithoutPermissionIsRejectedByName) {
  const Folder folder;
  folder.write("in/open/a.txt", "Two men paid $5 million on Friday.\n");
  folder.write("in/shut/b.txt", "Two men paid $5 million on Friday.\n");
  // Root may read everything, so the binary runs as nobody.
  const Ended run = shell("cd " + folder.path() + "; chmod 000 in/shut; chmod 777 .; run=;"
                        "cp " NEWSFACTS_BINARY " bin; chmod 755 bin;"
                        "[ $(id -u) -ne 0 ] || run='setpriv --reuid=65534 --clear-groups';"
                        "ASAN_OPTIONS=detect_leaks=0 $run ./bin ingest in --db f.db; code=$?;"
                        "chmod 700 in/shut; sqlite3 -readonly f.db 'SELECT reason, place FROM rejected';"
                        "exit $code");
  EXPECT_EQ(run.code, 3) << run.err;
  EXPECT_NE(run.out.find("Permission denied"), std::string::npos) << run.out << run.err;
  EXPECT_NE(run.out.find("shut"), std::string::npos) << run.out;
}

TEST(BadInput, AFileThatIsNotThereIsRejectedByName) {
  const Folder folder;
  const Ended run = shell("newsfacts ingest /nowhere/at/all.txt --db " + folder.path("f.db"));
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(shell("sqlite3 -readonly " + folder.path("f.db") + " 'SELECT reason, place FROM rejected'")
                .out.find("No such file"),
            std::string::npos);
}

TEST(BadInput, AStoreOfAnotherProgramOrSchemaIsRefused) {
  const Folder folder;
  struct Case {
    const char* make;
    int code;
  };
  // clang-format off
  const Case table[] = {
      {"sqlite3 f.db 'CREATE TABLE songs (title TEXT)'",                                    4},
      {"echo 'Dear diary, this is no database at all, only a line of text.' >f.db",         4},
      {"newsfacts ingest $samples/merger --db f.db; sqlite3 f.db 'PRAGMA user_version=999'", 4},
  };
  // clang-format on
  for (const auto& [make, code] : table) {
    const Ended run = shell("cd " + folder.path() + " && rm -f f.db; " + make +
                          "; md5sum <f.db >before; newsfacts ingest $samples/merger --db f.db;"
                          "code=$?; md5sum <f.db | cmp - before || exit 99; exit $code");
    EXPECT_EQ(run.code, code) << make << "\n" << run.err;
    EXPECT_NE(run.err.find("f.db"), std::string::npos) << run.err;
  }
}

TEST(BadInput, AFullDiskEndsWith74AndTheStoreGoesOnAfterwards) {
  const Folder folder;
  const Ended full = shell("cd " + folder.path() +
                         " && (ulimit -f 100; trap '' XFSZ; newsfacts ingest $samples --db f.db)");
  EXPECT_EQ(full.code, 74) << full.err;
  EXPECT_NE(full.err.find("f.db"), std::string::npos) << full.err;
  const Ended after = shell("cd " + folder.path() +
                          " && newsfacts ingest $samples --db f.db && newsfacts verify --db f.db &&"
                          " newsfacts status --hash --db f.db >a &&"
                          " newsfacts ingest $samples --db g.db &&"
                          " newsfacts status --hash --db g.db | cmp - a");
  EXPECT_EQ(after.code, 0) << after.err;
}

// The same on a file system that is full, where one can be mounted.
TEST(BadInput, AFullFileSystemEndsWith74AndHoldsNoHalfArticle) {
  const Folder folder;
  if (shell("unshare -rm mount -t tmpfs -o size=1m none " + folder.path()).code != 0)
    GTEST_SKIP() << "no file system can be mounted here";
  const Ended full =
      shell("cat >" + folder.path("inside") + " <<'END'\n" + "mount -t tmpfs -o size=256k none " +
            folder.path() + " && cd " + folder.path() + " && " NEWSFACTS_BINARY
            " ingest " NEWSFACTS_SAMPLES " --db f.db; code=$?\n" NEWSFACTS_BINARY
            " verify --db f.db >&2\nexit $code\nEND\nunshare -rm bash " + folder.path("inside"));
  EXPECT_EQ(full.code, 74) << full.err;
  EXPECT_NE(full.err.find("f.db"), std::string::npos) << full.err;
  EXPECT_NE(full.err.find("No space left on device"), std::string::npos) << full.err;
}

TEST(BadInput, AFullOutputEndsWith74) {
  const Ended run = shell("newsfacts read $samples >/dev/full");
  EXPECT_EQ(run.code, 74);
  EXPECT_NE(run.err.find("standard output"), std::string::npos) << run.err;
}

TEST(Usage, EndsWith2) {
  for (const char* arguments : {"", "frobnicate", "ingest", "ingest a --workers many",
                                "query --db /nowhere.db conflicts", "diff onlyone", "read --as page a",
                                "read --fields text a", "read -T /nowhere/list", "read --max-ratio 0 a"}) {
    const Ended run = shell("newsfacts "s + arguments);
    EXPECT_TRUE(run.code == 2 || run.code == 74) << arguments << " " << run.code;
    EXPECT_FALSE(run.err.empty()) << arguments;
    EXPECT_TRUE(run.out.empty()) << arguments;
  }
}

TEST(FileLists, NameTheFilesToRead) {
  const Folder folder;
  folder.write("a b.txt", "One.");
  folder.write("c.txt", "Two.");
  folder.write("list", folder.path("a b.txt") + "\n\n" + folder.path("c.txt") + "\n");
  for (const auto& [arguments, lines] :
       {std::pair{"-T list", "2\n"}, {"-T list c.txt", "3\n"}, {"c.txt", "1\n"},
        {"'*.txt'", "2\n"}, {"'[ab]*.tx?'", "1\n"}, {"'*.rtf'", "1\n"}})  // a rejection
    EXPECT_EQ(shell("cd " + folder.path() + " && newsfacts read " + arguments + " | wc -l").out, lines);
}

TEST(Signals, EndWithTheirNumberAfterACleanCheckpoint) {
  const Folder folder;
  const Ended run = shell("cd " + folder.path() + "; mkfifo pipe; "
                        NEWSFACTS_BINARY " ingest - --db f.db <pipe & victim=$!;"
                        "exec 3>pipe; newsfacts read $samples >&3; sleep 1; kill -TERM $victim;"
                        "newsfacts read $samples/merger >&3; exec 3>&-; wait $victim; code=$?;"
                        "newsfacts verify --db f.db || exit 1; exit $code");
  EXPECT_EQ(run.code, 143) << run.err;
}

}  // namespace
}  // namespace newsfacts::test
