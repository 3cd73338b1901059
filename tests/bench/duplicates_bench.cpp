// What finding copies costs: signatures and candidates in memory, and into a store in which a million
// documents are already.  Articles of 1.6 KB, one in ten a print of an earlier one with some words
// changed; a tenth of the text are stock phrases, a few of them in every second article.
//
//     newsfacts_bench --benchmark_filter=Duplicates

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "corpus/fingerprint.h"
#include "corpus/key.h"
#include "db/link/duplicates.h"
#include "db/link/meetings.h"
#include "db/link/passes.h"
#include "db/store.h"

namespace newsfacts {
namespace {

constexpr std::size_t kBytes = 1600;

class Articles {
 public:
  Articles() {
    for (std::size_t i = 0; i < 20'000; ++i) {
      std::string phrase;
      for (std::size_t n = 5 + pick(4); n > 0; --n) phrase += word() + ' ';
      phrases_.push_back(std::move(phrase));
    }
  }

  // `copied` tells the number of the article this is a print of, or none.
  std::string next(std::ptrdiff_t* copied) {
    std::string text;
    *copied = -1;
    if (!recent_.empty() && pick(10) == 0) {
      const std::size_t back = pick(recent_.size());
      *copied = static_cast<std::ptrdiff_t>(written_ - 1 - back);
      text = recent_[(written_ - 1 - back) % kRecent];
      for (int changes = 0; changes < 8; ++changes) {
        const std::size_t at = text.find(' ', pick(text.size() - 1));
        if (at != text.npos) text.insert(at, ' ' + word());
      }
    } else {
      while (text.size() < kBytes) text += pick(60) == 0 ? phrases_[rank(phrases_.size())] : word() + ' ';
    }
    if (recent_.size() < kRecent)
      recent_.push_back(text);
    else
      recent_[written_ % kRecent] = text;
    ++written_;
    return text;
  }

 private:
  static constexpr std::size_t kRecent = 1000;
  std::size_t pick(std::size_t of) { return random_() % of; }
  std::size_t rank(std::size_t of) {
    const double u = (static_cast<double>(pick(1'000'000)) + 1) / 1'000'001;
    return static_cast<std::size_t>(static_cast<double>(of) * u * u * u);
  }
  std::string word() {
    std::string letters;
    for (std::size_t n = rank(50'000) + 26; n > 0; n /= 26) letters += static_cast<char>('a' + n % 26);
    return letters + "es";
  }

  std::mt19937 random_{20'260'427};
  std::vector<std::string> phrases_, recent_;
  std::size_t written_ = 0;
};

Document article(Articles& articles, std::size_t number, std::ptrdiff_t* copied) {
  Metadata from;
  from.id = std::to_string(number);
  from.published = "2026-0" + std::to_string(1 + number * 7919 % 9) + "-1" + std::to_string(number % 10);
  const std::string text = articles.next(copied);
  Document document(from, text);
  Alignment alignment;
  alignment.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, alignment);
  return document;
}

Place place_of(std::size_t number) {
  return {static_cast<std::uint16_t>(number * 7919 % 1000), static_cast<std::uint32_t>(number),
          static_cast<std::uint32_t>(number)};
}

void BM_DuplicatesInMemory(benchmark::State& state) {
  const auto size = static_cast<std::size_t>(state.range(0));
  Articles articles;
  std::vector<Document> documents;
  std::vector<DocumentPair> copies;
  for (std::size_t i = 0; i < size; ++i) {
    std::ptrdiff_t copied = -1;
    documents.push_back(article(articles, i, &copied));
    if (copied >= 0) copies.emplace_back(copied, i);
  }
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Document> fresh = documents;
    state.ResumeTiming();
    std::vector<Indexed> indexed;
    indexed.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      fingerprint(fresh[i]);
      indexed.push_back({place_of(i), std::move(fresh[i].fingerprint->shingles)});
      fresh[i] = Document();  // goes on to the next stage
    }
    const auto met = meetings(indexed, kCopyReach, kCopyMeetings);
    state.PauseTiming();
    for (const DocumentPair& pair : copies)
      if (!std::binary_search(met.begin(), met.end(), pair)) state.SkipWithError("a copy was missed");
    state.counters["pairs"] = static_cast<double>(met.size());
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size * kBytes));
}
BENCHMARK(BM_DuplicatesInMemory)->Arg(50'000)->Unit(benchmark::kMillisecond)->Iterations(1);

// The last 50,000 documents into a store that holds the others.
void BM_DuplicatesIntoTheStore(benchmark::State& state) {
  constexpr std::size_t kFresh = 50'000;
  const auto size = static_cast<std::size_t>(state.range(0));
  const std::string path = "/tmp/newsfacts-duplicates-bench.db";
  for (auto _ : state) {
    state.PauseTiming();
    std::remove(path.c_str());
    Store store(path, Database::Mode::kCreate);
    store.finish_load();
    store.database().execute(kLinkCache);
    Articles articles;
    std::size_t copies = 0, copies_of_fresh = 0;
    const auto load = [&](std::size_t from, std::size_t to) {
      std::vector<Document> batch;
      for (std::size_t i = from; i < to; ++i) {
        std::ptrdiff_t copied = -1;
        batch.push_back(article(articles, i, &copied));
        fingerprint(batch.back());
        copies += copied >= 0;
        copies_of_fresh += copied >= 0 && i >= size;
        if (batch.size() == 1000 || i + 1 == to) {
          store.load(batch);
          batch.clear();
        }
      }
    };
    const auto bytes = [&] {
      return static_cast<double>(store.database().integer("PRAGMA page_count") -
                                 store.database().integer("PRAGMA freelist_count")) *
             static_cast<double>(store.database().integer("PRAGMA page_size"));
    };
    load(0, size);
    const double loaded = bytes();
    link_duplicates(store.database());
    const double linked = bytes();
    load(size, size + kFresh);
    state.ResumeTiming();
    link_duplicates(store.database());
    state.PauseTiming();
    const auto found = static_cast<std::size_t>(
        store.database().integer("SELECT count(*) FROM link WHERE document <> origin"));
    if (found != copies) state.SkipWithError("the copies are others than were made");
    state.counters["copies"] = static_cast<double>(copies_of_fresh);
    // What LINK adds, and the fingerprint that LOAD wrote.
    const double fingerprints = static_cast<double>(store.database().integer(
        "SELECT sum(length(shingles) + length(sentences) + 44) FROM fingerprint"));
    state.counters["bytes/document"] = (linked - loaded) / static_cast<double>(size) +
                                       fingerprints / static_cast<double>(size + kFresh);
    state.ResumeTiming();
  }
  std::remove(path.c_str());
  state.SetItemsProcessed(static_cast<std::int64_t>(kFresh));
}
BENCHMARK(BM_DuplicatesIntoTheStore)
    ->Arg(50'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace newsfacts
