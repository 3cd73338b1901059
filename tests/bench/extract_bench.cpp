// What the extract stage costs, in bytes of article text a second on one core: the pages of times,
// the pages of amounts and all of them together, and within each the token scan, the search and
// the second look.  Over generated articles, or over the news of your own that the environment
// names:
//
//     NEWSFACTS_NEWS=news.jsonl build/release/tests/newsfacts_bench --benchmark_filter=extract
//
// What the search finds is held against the plain search (plain_search.h) on the first articles.
//
// Counted in instructions a byte (the counter of the first benchmark says how many bytes):
//
//     valgrind --tool=callgrind --toggle-collect='*find_in*' ...

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string_view>

#include "checkout.h"
#include "corpus/normalize.h"
#include "corpus/readers/inputs.h"
#include "corpus/segment.h"
#include "extractors/extract.h"
#include "extractors/extractor.h"
#include "extractors/names.h"
#include "extractors/rule_book.h"
#include "extractors/rule_file.h"
#include "tests/bench/generated_corpus.h"
#include "tests/extractors/plain_search.h"

namespace newsfacts {
namespace {

constexpr std::size_t kBytes = 4'000'000;
constexpr std::size_t kChecked = 100'000;  // bytes: the plain search is slow

void prepare(Document& document) {
  normalize(document);
  thread_local Segmenter segmenter;
  segmenter.segment(document);
  document.tokens();  // shared with the names and the fingerprint: counted apart
}

const std::vector<Document>& articles() {
  static const std::vector<Document> all = [] {
    std::vector<Document> read;
    std::size_t bytes = 0;
    const auto add = [&](Document document) {
      prepare(document);
      bytes += document.text().size();
      read.push_back(std::move(document));
      return bytes < kBytes;
    };
    if (const char* news = std::getenv("NEWSFACTS_NEWS")) {
      Inputs inputs({news}, {});
      while (auto document = inputs.next())
        if (!add(std::move(*document))) break;
    } else {
      bench::GeneratedCorpus generated(NEWSFACTS_SAMPLES, 1);
      Metadata metadata;
      metadata.published = "2026-03-14";
      while (add(Document(metadata, generated.next_text()))) {
      }
    }
    return read;
  }();
  return all;
}

std::int64_t bytes_of_articles() {
  std::int64_t bytes = 0;
  for (const Document& document : articles()) bytes += std::ssize(document.text());
  return bytes;
}

// Some pages of the registry, as a book of their own; or each page `copies` times, to see what
// more rules would cost.
struct Group {
  explicit Group(bool (*belongs)(std::string_view page), int copies = 1) {
    for (int copy = 0; copy < copies; ++copy)
      for (const Extractor& extractor : newsfacts::extractors())
        if (belongs(extractor.page)) extractors.push_back(extractor);
    std::vector<RuleFile> files;
    for (const Extractor& extractor : extractors)
      files.push_back(read_rules(extractor.page, rule_source()));
    book = std::make_unique<RuleBook>(extractors, std::move(files));
  }

  std::vector<Extractor> extractors;
  std::unique_ptr<RuleBook> book;
};

bool is_of_amounts(std::string_view page) {
  return page == "money" || page == "percent" || page == "quantity" || page == "number";
}
bool is_of_times(std::string_view page) {
  return !is_of_amounts(page);
}
bool is_any(std::string_view) {
  return true;
}

template <bool (*belongs)(std::string_view)>
const Group& group() {
  static const Group only(belongs);
  return only;
}

__attribute__((noinline)) void find_in(const RuleBook& book, Document& document) {
  document.mentions = book.find(document);
}

__attribute__((noinline)) void settle_in(std::span<const Extractor> extractors,
                                         Document& document) {
  for (const Extractor& extractor : extractors)
    if (extractor.settle) extractor.settle(document);
}

void extract_tokens(benchmark::State& state) {
  std::size_t tokens = 0;
  for (auto _ : state)
    for (const Document& document : articles())
      benchmark::DoNotOptimize(tokens += tokenize(document.text()).size());
  state.SetBytesProcessed(state.iterations() * bytes_of_articles());
  state.counters["bytes"] = static_cast<double>(bytes_of_articles());
}
BENCHMARK(extract_tokens)->Unit(benchmark::kMillisecond);

bool finds_what_the_plain_search_finds(const RuleBook& book) {
  const PlainSearch plain(book.files());
  std::size_t bytes = 0;
  for (const Document& document : articles()) {
    std::vector<RuleMatch> matches = book.matches(document);
    std::sort(matches.begin(), matches.end());
    if (matches != plain.matches(document)) return false;
    if ((bytes += document.text().size()) > kChecked) break;
  }
  return true;
}

// The search alone, and with the second look.
template <bool (*belongs)(std::string_view), bool settles>
void extract_pages(benchmark::State& state) {
  const Group& pages = group<belongs>();
  if (!finds_what_the_plain_search_finds(*pages.book)) state.SkipWithError("wrong finds");
  std::vector<Document> documents = articles();
  std::size_t mentions = 0;
  for (auto _ : state) {
    mentions = 0;
    for (Document& document : documents) {
      find_in(*pages.book, document);
      if (settles) settle_in(pages.extractors, document);
      mentions += document.mentions.size();
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of_articles());
  state.counters["mentions"] = static_cast<double>(mentions);
}
BENCHMARK(extract_pages<is_of_times, false>)
    ->Name("extract_times/found")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(extract_pages<is_of_times, true>)
    ->Name("extract_times/settled")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(extract_pages<is_of_amounts, false>)
    ->Name("extract_amounts/found")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(extract_pages<is_of_amounts, true>)
    ->Name("extract_amounts/settled")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(extract_pages<is_any, false>)->Name("extract_all/found")->Unit(benchmark::kMillisecond);
BENCHMARK(extract_pages<is_any, true>)->Name("extract_all/settled")->Unit(benchmark::kMillisecond);

// Twice the rules are not twice the work: the automaton has no more states, and the text no more
// finds.
void extract_twice_the_rules(benchmark::State& state) {
  static const Group twice(is_any, 2);
  std::vector<Document> documents = articles();
  for (auto _ : state)
    for (Document& document : documents) find_in(*twice.book, document);
  state.SetBytesProcessed(state.iterations() * bytes_of_articles());
}
BENCHMARK(extract_twice_the_rules)->Unit(benchmark::kMillisecond);

void extract_with_names(benchmark::State& state) {
  static const Extraction extraction;
  std::vector<Document> documents = articles();
  for (auto _ : state)
    for (Document& document : documents) extraction.extract(document);
  state.SetBytesProcessed(state.iterations() * bytes_of_articles());
}
BENCHMARK(extract_with_names)->Unit(benchmark::kMillisecond);

// What every process pays before its first document.
void extract_startup(benchmark::State& state) {
  for (auto _ : state) {
    const Extraction extraction;
    if (extraction.book().files().empty()) state.SkipWithError("no pages");
  }
}
BENCHMARK(extract_startup)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsfacts
