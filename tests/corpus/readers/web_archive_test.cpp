#include "corpus/readers/web_archive.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "tests/corpus/readers/packing.h"
#include "tests/corpus/readers/reading.h"

namespace newsfacts {
namespace {

using namespace std::string_literals;

constexpr char kUrl[] = "https://a.example/news";

std::string http(const std::string& body,
                 const std::string& fields = "Content-Type: text/plain\r\n",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string chunked(const std::string& body) {
  const std::string one = body.substr(0, 1), rest = body.substr(1);
  char size[16];
  std::snprintf(size, sizeof size, "%zx", rest.size());
  return "1;x=y\r\n" + one + "\r\n" + size + "\r\n" + rest + "\r\n0\r\n\r\n";
}

const std::string kPlain = "Content-Type: text/plain\r\n";

struct Crawl {
  const char* name;
  std::string bytes, told;
};
void PrintTo(const Crawl& crawl, std::ostream* out) {
  *out << crawl.name;
}

class WebArchive : public testing::TestWithParam<Crawl> {};

TEST_P(WebArchive, GivesItsPages) {
  EXPECT_EQ(told(read_bytes("c.warc", GetParam().bytes)), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, WebArchive,
    testing::Values(
        Crawl{"plain", warc("response", http("One.")), "c.warc:1: One."},
        Crawl{"no_type", warc("response", http("One.", "")), "c.warc:1: One."},
        Crawl{"chunked",
              warc("response", http(chunked("One."), kPlain + "Transfer-Encoding: chunked\r\n")),
              "c.warc:1: One."},
        Crawl{"chunked_says_the_head_only",
              warc("response", http("One.", kPlain + "Transfer-Encoding: chunked\r\n")),
              "c.warc:1: One."},
        Crawl{
            "chunks_cut_off",
            warc("response", http("1\r\nO\r\n9\r\nne.", kPlain + "Transfer-Encoding: chunked\r\n")),
            "c.warc:1: One."},
        Crawl{"gzip", warc("response", http(gzip("One."), kPlain + "Content-Encoding: gzip\r\n")),
              "c.warc:1: One."},
        Crawl{"gzip_says_the_head_only",
              warc("response", http("One.", kPlain + "Content-Encoding: gzip\r\n")),
              "c.warc:1: One."},
        Crawl{"deflate",
              warc("response", http(deflate("One."), kPlain + "Content-Encoding: deflate\r\n")),
              "c.warc:1: One."},
        Crawl{"deflate_without_its_header",
              warc("response",
                   http(deflate("One.", false), kPlain + "Content-Encoding: deflate\r\n")),
              "c.warc:1: One."},
        Crawl{"brotli", warc("response", http(brotli("One."), kPlain + "content-encoding: br\r\n")),
              "c.warc:1: One."},
        Crawl{"zstd_in_chunks",
              warc("response",
                   http(chunked(zstd("One.")), kPlain + "Content-Encoding: zstd\r\n"
                                                        "Transfer-Encoding: chunked\r\n")),
              "c.warc:1: One."},
        Crawl{"gzip_cut_off",
              warc("response",
                   http(gzip("One.").substr(0, 18), kPlain + "Content-Encoding: gzip\r\n")),
              "c.warc:1! gzip body cut off"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Records, WebArchive,
    testing::Values(Crawl{"resource", warc("resource", "One.", kPlain), "c.warc:1: One."},
                    Crawl{"conversion", warc("conversion", "One.", kPlain), "c.warc:1: One."},
                    Crawl{"others_are_passed_over",
                          warc("warcinfo", "software: x\r\n", "") +
                              warc("request", "GET / HTTP/1.1\r\n\r\n") +
                              warc("metadata", "a: b\r\n", "") + warc("revisit", http("")) +
                              warc("response", http("Gone.", kPlain, "404 Not Found")) +
                              warc("response", http("\xFF\xD8", "Content-Type: image/jpeg\r\n")) +
                              warc("response", http("{}", "Content-Type: application/json\r\n")) +
                              warc("response", http("Eight.")),
                          "c.warc:8: Eight."},
                    Crawl{"lines_end_in_newline_alone",
                          "WARC/1.1\nwarc-type: resource\nWARC-Target-URI: <https://a.example/>\n"
                          "Content-Type: text/plain\nContent-Length: 4\n\nOne.\n\n",
                          "c.warc:1: One."},
                    Crawl{"no_http", warc("response", "One."), "c.warc:1! no HTTP response"},
                    Crawl{"nothing", "WARC/1.0\r\n", "c.warc:1! no head of a record"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Lies, WebArchive,
    testing::Values(
        Crawl{"length_too_short",
              warc("resource", "One.\nTwo.", kPlain, -5) + warc("resource", "Three.", kPlain),
              "c.warc:1: One. | c.warc:1! no record begins behind its Content-Length of 4 | "
              "c.warc:2: Three."},
        Crawl{"length_too_long",
              warc("resource", "One.", kPlain, 40) + warc("resource", "Two.", kPlain) +
                  warc("resource", "Three.", kPlain),
              "c.warc:1: One.\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nWARC- | "
              "c.warc:1! no record begins behind its Content-Length of 44 | c.warc:2: Three."},
        Crawl{"length_of_everything", warc("resource", "One.", kPlain, 1'000'000),
              "c.warc:1! cut off: its Content-Length is 1000004"},
        Crawl{"length_beyond_any_file",
              "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: file:a\r\n"
              "Content-Length: 18446744073709551615\r\n\r\nOne.",
              "c.warc:1! cut off: its Content-Length is 18446744073709551615"},
        Crawl{"length_is_no_number",
              "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: -4\r\n\r\nOne.\r\n\r\n" +
                  warc("resource", "Two.", kPlain),
              "c.warc:1! its Content-Length is no number | c.warc:2: Two."},
        Crawl{"junk_between",
              warc("resource", "One.", kPlain) + "junk\r\njunk\r\n" +
                  warc("resource", "Two.", kPlain),
              "c.warc:1: One. | c.warc:1! no record begins behind its Content-Length of 4 | "
              "c.warc:2: Two."}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Arc, WebArchive,
    testing::Values(Crawl{"version_1",
                          "filedesc://a.arc 0.0.0.0 20260314090000 text/plain 9\n1 0 Us\nx\n\n"
                          "https://a.example/a b 1.2.3.4 20260314090000 text/plain " +
                              std::to_string(http("One.").size()) + "\n" + http("One.") + "\n",
                          "c.warc:2: One."},
                    Crawl{"dns",
                          "filedesc://a.arc 0.0.0.0 20260314090000 text/plain 0\n\n"
                          "dns:a.example 1.2.3.4 20260314090000 text/dns 3\nA 1\n",
                          ""}),
    [](const auto& test) { return test.param.name; });

// A crawl of four records, each a member of its own, the second of which is damaged at `at` from
// its beginning, or its end where that is below 0.
std::string damaged_crawl(std::string (*pack)(std::string_view), int at) {
  std::string crawl;
  for (const char* text : {"One.", "Two.", "Three.", "Four."}) {
    std::string member = pack(warc("response", http(text)));
    if (text == std::string_view("Two."))
      member.at(at < 0 ? member.size() - static_cast<std::size_t>(-at)
                       : static_cast<std::size_t>(at)) ^= 1;
    crawl += member;
  }
  return crawl;
}

// What is told of a crawl, without the byte at which a fault was found.
std::string told_of(const std::string& name, const std::string& crawl) {
  std::string all = told(read_bytes(name, crawl));
  RE2::GlobalReplace(&all, " at byte \\d+", "");
  return all;
}

TEST(WebArchiveDamage, CostsTheRecordOfItsMemberOnly) {
  struct Row {
    const char* name;
    std::string (*pack)(std::string_view);
    int at;
    const char* told;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"c.warc.gz", gzip, -8,
            "c.warc.gz:1: One. | c.warc.gz:2! damaged gzip: incorrect data check | "
            "c.warc.gz:3: Three. | c.warc.gz:4: Four."},
           // A member of which nothing was read is of no record yet.
           {"c.warc.gz", gzip, 2,
            "c.warc.gz:1: One. | c.warc.gz! damaged gzip: unknown compression method | "
            "c.warc.gz:2: Three. | c.warc.gz:3: Four."},
           {"c.warc.gz", gzip, 0,
            "c.warc.gz:1: One. | c.warc.gz! damaged gzip: incorrect header check | "
            "c.warc.gz:2: Three. | c.warc.gz:3: Four."},
           {"c.warc.zst", zstd, -1,
            "c.warc.zst:1: One. | c.warc.zst! damaged zstd: Restored data doesn't match checksum | "
            "c.warc.zst:2: Three. | c.warc.zst:3: Four."},
           {"c.warc.xz", xz, -1, "c.warc.xz:1: One. | c.warc.xz:2! damaged xz: corrupt data"}})
    EXPECT_EQ(told_of(row.name, damaged_crawl(row.pack, row.at)), row.told) << row.name << row.at;
}

TEST(WebArchiveDamage, IsFoundWhereverAChunkEnds) {
  // The next member begins at each place around the end of a chunk of the file.
  for (std::size_t pad = InputFile::kChunk - 12; pad < InputFile::kChunk + 12; ++pad) {
    std::string crawl = gzip(warc("response", http("One.")));
    crawl[crawl.size() - 8] ^= 1;
    ASSERT_LT(crawl.size(), pad);
    crawl.resize(pad, 'x');
    crawl += gzip(warc("response", http("Two.")));
    EXPECT_EQ(told_of("c.warc.gz", crawl),
              "c.warc.gz:1! damaged gzip: incorrect data check | c.warc.gz:2: Two.")
        << pad;
  }
}

TEST(WebArchivePage, KeepsItsAddress) {
  const auto documents = read_bytes(
      "c.warc.gz", gzip(warc("warcinfo", "", "")) + gzip(warc("response", http("One."))));
  ASSERT_EQ(told(documents), "c.warc.gz:2: One.");
  EXPECT_EQ(documents[0].metadata.url, kUrl);
}

struct Fetched {
  const char* name;
  std::string_view published;  // by the page's <meta>
  std::string fields;          // of its server
  std::string_view kept;
};
void PrintTo(const Fetched& c, std::ostream* out) {
  *out << c.name;
}
class WebArchiveDay : public testing::TestWithParam<Fetched> {};

// Fetched on 2026-03-14.
TEST_P(WebArchiveDay, IsNoneAfterThePageWasFetchedOrChanged) {
  const std::string page = "<html><meta name=date content=\"" + std::string(GetParam().published) +
                           "\"><p>A fire broke out on the ferry, the coast guard said.";
  const auto documents = read_bytes(
      "c.warc", warc("response", http(page, "Content-Type: text/html\r\n" + GetParam().fields)));
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].metadata.published, GetParam().kept);
}

INSTANTIATE_TEST_SUITE_P(
    Days, WebArchiveDay,
    testing::Values(Fetched{"before", "2026-03-13", "", "2026-03-13"},
                    Fetched{"in_a_zone_ahead", "2026-03-15", "", "2026-03-15"},
                    Fetched{"after_the_fetch", "2026-03-17", "", ""},
                    Fetched{"after_its_change", "2026-03-13",
                            "Last-Modified: Tue, 10 Mar 2026 08:30:00 GMT\r\n", ""},
                    Fetched{"before_its_change", "2026-03-09",
                            "Last-Modified: Tue, 10 Mar 2026 08:30:00 GMT\r\n", "2026-03-09"},
                    Fetched{"changed_after_the_fetch", "2026-03-17",
                            "Last-Modified: Fri, 20 Mar 2026 08:30:00 GMT\r\n", ""},
                    Fetched{"changed_when_clocks_began", "2026-03-13",
                            "Last-Modified: Thu, 01 Jan 1970 00:00:00 GMT\r\n", "2026-03-13"}),
    [](const auto& test) { return test.param.name; });

TEST(WebArchivePage, CutAnywhereIsReported) {
  const std::string whole =
      gzip(warc("response", http("One."))) + gzip(warc("response", http("Two.")));
  const std::size_t first = gzip(warc("response", http("One."))).size();
  for (std::size_t size = 1; size < whole.size(); ++size)
    if (size != first) {
      const auto documents = read_bytes("c.warc.gz", whole.substr(0, size));
      EXPECT_TRUE(any_rejected(documents)) << size;
      if (size > first) {
        EXPECT_EQ(documents[0].raw(), "One.") << size;
      }
    }
}

TEST(WebArchivePage, UnpacksToNoMoreThanTheLimits) {
  ReadOptions options;
  options.limits.document_bytes = 1 << 20;
  const std::string bomb = warc("response", http(gzip(std::string(std::size_t{4} << 20, ' ')),
                                                 kPlain + "Content-Encoding: gzip\r\n"));
  const auto documents = read_bytes("c.warc", bomb + warc("response", http("Two.")), options);
  ASSERT_EQ(documents.size(), 2u) << told(documents);
  EXPECT_NE(documents[0].rejected->reason.find("(--max-document-bytes)"), std::string::npos)
      << documents[0].rejected->reason;
  EXPECT_EQ(documents[1].raw(), "Two.");
}

}  // namespace
}  // namespace newsfacts
