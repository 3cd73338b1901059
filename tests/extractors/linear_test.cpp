// The work is linear in the text, whatever the text: words that could go on for ever, four times
// as many of them, take about four times as long.  What looks from each find at all others would
// take sixteen.

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <ostream>
#include <string>

#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/attribution.h"
#include "extractors/claims.h"
#include "extractors/extract.h"

namespace newsfacts {
namespace {

struct Phrase {
  const char* name;   // of the test
  const char* words;  // said again and again, on one line
};

void PrintTo(const Phrase& phrase, std::ostream* out) {
  *out << phrase.words << "...";
}

class Work : public testing::TestWithParam<Phrase> {};

// What this thread has used of a processor, in seconds: a busy machine does not count.
double used() {
  std::timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// The best of three runs.
double time_of(std::string_view phrase, std::size_t bytes) {
  static const Extraction extraction;
  static Segmenter segmenter;
  std::string raw;
  while (raw.size() < bytes) raw += phrase;
  double best = std::numeric_limits<double>::max();
  for (int run = 0; run < 3; ++run) {
    Metadata metadata;
    metadata.published = "2026-03-14";
    Document document(metadata, raw);
    const double begin = used();
    normalize(document);
    segmenter.segment(document);
    extraction.extract(document);
    find_attributions(document);
    find_claims(document);
    best = std::min(best, used() - begin);
  }
  return best;
}

TEST_P(Work, IsLinearInTheText) {
  constexpr std::size_t kBytes = 40'000;
  constexpr double kMost = 10;        // between 4, and the 16 of quadratic work
  constexpr double kShortest = 0.01;  // seconds; less is not told apart
  const double one = time_of(GetParam().words, kBytes);
  const double four = time_of(GetParam().words, 4 * kBytes);
  EXPECT_LT(four, kMost * std::max(one, kShortest));
}

// clang-format off
const Phrase phrases[] = {
    {"Scales",      "two hundred thousand "},
    {"Days",        "3 May and "},
    {"Weekdays",    "Monday, "},
    {"Ranges",      "between 1 and "},
    {"Sums",        "$1 to "},
    {"Conversions", "$1 (2 euros "},
    {"Dashes",      "1-"},
    {"Commas",      "1, "},
    {"Percent",     "5 percent or "},
    {"Words",       "a "},
    {"Capitals",    "Aaa "},
    {"Names",       "Mr. Ada Lovelace of Acme Corp. and "},
    {"Quotes",      "\""},
    {"Quoted",      "\"Yes,\" said Ada. "},
    {"Brackets",    "("},
    {"Said",        "he said she said "},
    {"Units",       "3 miles an hour "},
    {"Ago",         "three weeks ago a year earlier "},
    {"Sentences",   "It rose 3 percent. "},
    {"Url",         "http://a.b/"},
};
// clang-format on

INSTANTIATE_TEST_SUITE_P(Repeated, Work, testing::ValuesIn(phrases),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace newsfacts
