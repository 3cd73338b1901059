// The store depends on the set of documents and on nothing else: not on the order, the number
// of workers, where the line is cut, how often it runs, or when it was killed.

#include <gtest/gtest.h>

#include "checkout.h"
#include "tests/pipeline/process.h"

namespace newsfacts::test {
namespace {

constexpr char kPiped[] =
    "newsfacts read $samples | newsfacts normalize | newsfacts segment | newsfacts extract | "
    "newsfacts claims | newsfacts fingerprint | newsfacts load --db piped.db && "
    "newsfacts link --db piped.db";

// Exit codes are the caller's to judge; a hash of nothing would equal any other failure.
std::string hash_of(const Folder& in, const std::string& commands) {
  const Ended made = shell("set -o pipefail; cd " + in.path() + " && " + commands);
  EXPECT_TRUE(made.code == 0 || made.code == 3) << made.code << " " << made.err;
  return made.out;
}

std::string ingest(const Folder& in, const std::string& arguments, const std::string& db) {
  return hash_of(in, "newsfacts ingest " + arguments + " --db " + db +
                         " && newsfacts status --hash --db " + db);
}

TEST(SameStore, HoweverTheLineIsRun) {
  const Folder folder;
  const std::string fused = ingest(folder, "$samples --workers 1", "one.db");
  ASSERT_EQ(fused.size(), 33u) << fused;  // 32 hexadecimal digits and a line end
  EXPECT_EQ(ingest(folder, "$samples --workers 2", "two.db"), fused);
  EXPECT_EQ(ingest(folder, "$samples --workers 8", "eight.db"), fused);
  EXPECT_EQ(hash_of(folder, std::string(kPiped) + " && newsfacts status --hash --db piped.db"),
            fused);
  EXPECT_EQ(hash_of(folder,
                    "newsfacts read $samples | sort -R --random-source=/etc/passwd >shuffled.jsonl;"
                    "newsfacts ingest shuffled.jsonl --db shuffled.db && "
                    "newsfacts status --hash --db shuffled.db"),
            fused);
}

TEST(SameStore, WhenLoadedPieceByPieceAndTwice) {
  const Folder folder;
  const std::string whole = ingest(folder, "$samples", "whole.db");
  EXPECT_EQ(hash_of(folder,
                    "newsfacts read $samples | tac >all.jsonl; split -l 3 all.jsonl part.;"
                    "for part in part.*; do newsfacts ingest $part --db parts.db || exit; done;"
                    "newsfacts status --hash --db parts.db"),
            whole);
  EXPECT_EQ(ingest(folder, "$samples", "whole.db"), whole);
}

TEST(SameStore, DiffersWhenADocumentDoes) {
  const Folder folder;
  EXPECT_NE(ingest(folder, "$samples/merger", "merger.db"),
            ingest(folder, "$samples/merger/ledger-deal.txt", "ledger.db"));
}

// Five stores, each killed four times at a random moment of the first half of its run.
constexpr char kKilling[] = R"(
  RANDOM=7; kills=0
  before=$(date +%s%N); newsfacts ingest many.jsonl --db timing.db
  took=$(( ($(date +%s%N) - before) / 1000000 + 1 ))
  for store in a b c d e; do
    for i in 1 2 3 4; do
      "$binary" ingest many.jsonl --db $store.db & victim=$!
      ms=$((RANDOM % (took / 2 + 1))); sleep $((ms / 1000)).$(printf %03d $((ms % 1000)))
      kill -9 $victim && kills=$((kills + 1)); wait $victim
    done
    newsfacts ingest many.jsonl --db $store.db && newsfacts verify --db $store.db || echo broken
    newsfacts status --hash --db $store.db >>hashes
  done 2>/dev/null >/dev/null
  sort -u hashes
  [ $kills -ge 10 ]  # else the test has tested nothing
)";

TEST(SameStore, AfterTwentyKillsAtAnyMoment) {
  const Folder folder;
  // The samples thirty times over under other names: enough that a kill lands in something.
  hash_of(folder, R"(newsfacts read $samples >one
                     for i in $(seq 30); do sed "s/\"id\":\"/&$i-/" one; done >many.jsonl)");
  const std::string whole = ingest(folder, "many.jsonl", "whole.db");
  ASSERT_EQ(whole.size(), 33u);
  const Ended killed =
      shell("cd " + folder.path() + "; binary=" NEWSFACTS_BINARY ";" + std::string(kKilling));
  EXPECT_EQ(killed.code, 0) << killed.err;
  EXPECT_EQ(killed.out, whole);
}

}  // namespace
}  // namespace newsfacts::test
