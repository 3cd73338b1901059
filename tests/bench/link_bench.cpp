// What LINK costs a document, in the worst of ordinary cases: articles of one small vocabulary,
// whose names all meet each other, with and without dates.  Near-linear means that the time per
// document hardly grows from one row to the next.

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "corpus/fingerprint.h"
#include "db/link/link.h"
#include "db/store.h"
#include "extractors/names/name_parts.h"

namespace newsfacts {
namespace {

// Words by a distribution like that of language: a few everywhere, which are words that everybody
// knows to be everywhere, and many seldom.
class Words {
 public:
  std::string next() {
    static const std::vector<std::string> kEverywhere = {
        "the",  "of",   "and",   "to",    "in",    "that",  "for",  "was",   "with",  "said",
        "from", "they", "would", "which", "there", "their", "been", "after", "about", "when"};
    const std::size_t at = rank(4000);
    return at < kEverywhere.size() ? kEverywhere[at] : "w" + std::to_string(at);
  }
  std::size_t rank(std::size_t of) {
    const double u = (static_cast<double>(random_() % 100'000) + 1) / 100'001;
    return static_cast<std::size_t>(static_cast<double>(of) * u * u * u);
  }
  std::size_t pick(std::size_t of) { return random_() % of; }

 private:
  std::mt19937 random_{20'260'427};
};

Document article(Words& words, std::size_t number, bool dated) {
  Metadata from;
  from.id = std::to_string(number);
  from.source = "Outlet " + std::to_string(words.pick(50));
  if (dated)
    from.published =
        "2026-0" + std::to_string(1 + words.pick(9)) + "-1" + std::to_string(words.pick(10));
  for (int i = 0; i < 7; ++i) from.title += words.next() + " ";
  std::string text = from.title + "\n\n";
  std::vector<Mention> mentions;
  std::vector<Claim> claims;
  std::vector<Sentence> sentences;
  for (std::uint32_t sentence = 0; sentence < 20; ++sentence) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    const std::string name = "Name" + std::to_string(words.rank(300));
    mentions.push_back({{begin, static_cast<std::uint32_t>(begin + name.size())},
                        Kind::kOrganization,
                        Symbol("bench/name"),
                        Name{name}});
    text += name + " ";
    for (int i = 0; i < 12; ++i) text += words.next() + " ";
    if (sentence % 2 == 0) {
      const auto at = static_cast<std::uint32_t>(text.size());
      const auto count = static_cast<std::int64_t>(10 + words.pick(90));
      text += std::to_string(count);
      Amount amount;
      amount.low = amount.high = Decimal(count, 0);
      amount.unit = Symbol("person");
      Claim claim;
      claim.span = {begin, at + 2};
      claim.subject = name;
      claim.slot = "count:person|" + words.next() + " " + words.next() + " " + words.next();
      claim.value = static_cast<int>(mentions.size());
      mentions.push_back({{at, at + 2}, Kind::kNumber, Symbol("bench/number"), amount});
      claims.push_back(claim);
    }
    text += ".";
    sentences.push_back({{begin, static_cast<std::uint32_t>(text.size())}, Role::kBody, 0});
    text += "\n";
  }
  Document document(from, text);
  Alignment alignment;
  alignment.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, alignment);
  document.mentions = std::move(mentions);
  document.claims = std::move(claims);
  document.sentences = std::move(sentences);
  fingerprint(document);
  return document;
}

void link_articles(benchmark::State& state, bool dated) {
  const auto size = static_cast<std::size_t>(state.range(0));
  LinkCounts counts;
  for (auto _ : state) {
    state.PauseTiming();
    Store store(":memory:", Database::Mode::kCreate);
    Words words;
    std::vector<Document> batch;
    for (std::size_t i = 0; i < size; ++i) {
      batch.push_back(article(words, i, dated));
      if (batch.size() == 1000 || i + 1 == size) {
        store.load(batch);
        batch.clear();
      }
    }
    store.finish_load();
    state.ResumeTiming();
    counts = link(store, names::parts_of);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size));
  state.counters["stories"] = static_cast<double>(counts.stories);
  state.counters["copies"] = static_cast<double>(counts.copies);
}

void BM_LinkDated(benchmark::State& state) {
  link_articles(state, true);
}
void BM_LinkUndated(benchmark::State& state) {
  link_articles(state, false);
}
BENCHMARK(BM_LinkDated)->Arg(5'000)->Arg(20'000)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(BM_LinkUndated)->Arg(5'000)->Arg(20'000)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace newsfacts
