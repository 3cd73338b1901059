// What finding the names costs, in bytes of article text a second, over the sample articles and
// over one long document.  The lexicon costs no start: its tables are made when newsfacts is built.

#include <benchmark/benchmark.h>

#include "checkout.h"
#include "corpus/normalize.h"
#include "corpus/readers/inputs.h"
#include "corpus/segment.h"
#include "extractors/names.h"
#include "extractors/names/lexicon.h"

namespace newsfacts {
namespace {

std::vector<Document> samples() {
  std::vector<Document> read;
  Inputs inputs({NEWSFACTS_SAMPLES}, {});
  Segmenter segmenter;
  while (auto document = inputs.next()) {
    normalize(*document);
    segmenter.segment(*document);
    document->tokens();  // shared with the rules: not of this cost
    read.push_back(std::move(*document));
  }
  return read;
}

std::size_t names_in(Document& document) {
  document.mentions.clear();
  find_names(document);
  return document.mentions.size();
}

void run(benchmark::State& state, std::vector<Document> documents, std::size_t at_least) {
  std::int64_t bytes = 0;
  for (const Document& document : documents) bytes += std::ssize(document.text());
  std::size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (Document& document : documents) found += names_in(document);
  }
  if (found < at_least) state.SkipWithError("names were lost");
  state.SetBytesProcessed(state.iterations() * bytes);
}

void names_of_articles(benchmark::State& state) {
  run(state, samples(), 200);
}
BENCHMARK(names_of_articles);

// All samples as one document, several times over.
void names_of_a_long_document(benchmark::State& state) {
  std::string text;
  for (int round = 0; round < 20; ++round)
    for (const Document& sample : samples()) text.append(sample.text()).append("\n\n");
  std::vector<Document> one;
  one.emplace_back(Metadata{}, text);
  normalize(one.front());
  Segmenter().segment(one.front());
  one.front().tokens();
  run(state, std::move(one), 4000);
}
BENCHMARK(names_of_a_long_document);

}  // namespace
}  // namespace newsfacts
