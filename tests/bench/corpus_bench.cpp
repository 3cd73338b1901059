// What each step of corpus/ costs, in bytes of article text a second, over the sample articles.
// Every benchmark holds its answer against one that was reached otherwise, so that a fast wrong
// answer is caught.

#include <benchmark/benchmark.h>

#include <algorithm>

#include "checkout.h"
#include "corpus/charset.h"
#include "corpus/fingerprint.h"
#include "corpus/mojibake.h"
#include "corpus/normalize.h"
#include "corpus/readers/inputs.h"
#include "corpus/segment.h"
#include "corpus/utf8.h"
#include "corpus/wire.h"

namespace newsfacts {
namespace {

// The samples through every stage of corpus/, and their sizes.
const std::vector<Document>& samples() {
  static const std::vector<Document> documents = [] {
    std::vector<Document> read;
    Inputs inputs({NEWSFACTS_SAMPLES}, {});
    Segmenter segmenter;
    while (auto document = inputs.next()) {
      normalize(*document);
      segmenter.segment(*document);
      fingerprint(*document);
      read.push_back(std::move(*document));
    }
    return read;
  }();
  return documents;
}

std::int64_t bytes_of_samples() {
  std::int64_t bytes = 0;
  for (const Document& document : samples()) bytes += std::ssize(document.text());
  return bytes;
}

// Runs `step` over every sample and counts bytes; `right` judges what the last round gave.
template <typename Step>
void over_samples(benchmark::State& state, Step step) {
  const std::int64_t bytes = bytes_of_samples();
  bool right = bytes > 0;
  for (auto _ : state)
    for (const Document& sample : samples()) right &= step(sample);
  if (!right) state.SkipWithError("wrong answer");
  state.SetBytesProcessed(state.iterations() * bytes);
}

Document normalized_only(const Document& sample) {
  Document document(sample.metadata, sample.raw());
  document.set_text(sample.text(), sample.alignment());
  return document;
}

// Pages of 24 kB: markup, and a sentence in eight of a language with letters beyond ASCII.
std::string page(std::string_view sentence) {
  std::string bytes = "<html><head><title>A page</title></head><body>\n";
  while (bytes.size() < 24'000) {
    for (int i = 0; i < 7; ++i) bytes += "<p class=\"teaser\">The ferry left the harbour.</p>\n";
    bytes.append("<p>").append(sentence).append("</p>\n");
  }
  return bytes;
}

void decoding(benchmark::State& state, std::string_view sentence, std::string_view charset) {
  const std::string bytes = page(sentence);
  for (auto _ : state) {
    const Decoded out = decoded(bytes);  // a copy of the bytes: below 1 % of the time
    if (out.charset != charset || out.faults > 0) state.SkipWithError("wrong answer");
  }
  state.SetBytesProcessed(state.iterations() * std::ssize(bytes));
}
BENCHMARK_CAPTURE(decoding, utf_8, "La gr\u00E8ve a \u00E9t\u00E9 longue.", "UTF-8");
BENCHMARK_CAPTURE(decoding, latin, "La gr\xE8ve a \xE9t\xE9 longue.", "windows-1252");
BENCHMARK_CAPTURE(decoding, cyrillic,
                  "\xCF\xE0\xF0\xEE\xEC \xF8\xB8\xEB \xE2 \xEF\xEE\xF0\xF2, \xEA\xEE\xE3\xE4\xE0 "
                  "\xED\xE0\xF7\xE0\xEB\xF1\xFF \xEF\xEE\xE6\xE0\xF0.",
                  "windows-1251");
BENCHMARK_CAPTURE(decoding, japanese,
                  "\x8D`\x82\xC5\x89\xCE\x8D\xD0\x82\xAA\x8BN\x82\xAB\x82\xBD\x81"
                  "B",
                  "Shift_JIS");

void looking_for_mojibake(benchmark::State& state) {
  over_samples(state, [](const Document& sample) { return mojibake_in(sample.text()).empty(); });
}
BENCHMARK(looking_for_mojibake);

// Text that is all beyond ASCII, and sound.
void looking_for_mojibake_in_cyrillic(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "\u0412\u0441\u0451 \u0431\u0443\u0434\u0435\u0442.\n";
  for (auto _ : state)
    if (!mojibake_in(text).empty()) state.SkipWithError("wrong answer");
  state.SetBytesProcessed(state.iterations() * std::ssize(text));
}
BENCHMARK(looking_for_mojibake_in_cyrillic);

void normalizing(benchmark::State& state) {
  over_samples(state, [](const Document& sample) {
    const Normalized found = normalized(sample.raw());
    return found.text == sample.text();
  });
}
BENCHMARK(normalizing);

// Letters in two code points, and everything else normalizing is for.
void normalizing_what_needs_it(benchmark::State& state) {
  std::string raw, text;
  for (int i = 0; i < 500; ++i) {
    raw += "Me\u0301xico\u00A0 paid  50\u00ADm.\r\n";
    text += "M\u00E9xico paid 50m.\n";
  }
  text.pop_back();
  for (auto _ : state)
    if (normalized(raw).text != text) state.SkipWithError("wrong answer");
  state.SetBytesProcessed(state.iterations() * std::ssize(raw));
}
BENCHMARK(normalizing_what_needs_it);

void tokenizing(benchmark::State& state) {
  over_samples(state, [](const Document& sample) {
    const std::vector<Token> tokens = tokenize(sample.text());
    const Span last = tokens.back().span;
    return tokens.back().hash == token_hash(sample.at(last)) && last.end == sample.text().size();
  });
}
BENCHMARK(tokenizing);

void segmenting(benchmark::State& state) {
  Segmenter segmenter;
  over_samples(state, [&](const Document& sample) {
    Document document = normalized_only(sample);  // two copies of the text: below 1 % of the time
    segmenter.segment(document);
    return document.sentences == sample.sentences;
  });
}
BENCHMARK(segmenting);

void fingerprinting(benchmark::State& state) {
  // Copies of normalized documents that have their tokens, which the rules share.
  std::vector<Document> documents;
  for (const Document& sample : samples()) {
    documents.push_back(normalized_only(sample));
    documents.back().tokens();
  }
  for (auto _ : state)
    for (Document& document : documents) fingerprint(document);
  for (std::size_t i = 0; i < documents.size(); ++i)
    if (documents[i].fingerprint != samples()[i].fingerprint) state.SkipWithError("wrong answer");
  state.SetBytesProcessed(state.iterations() * bytes_of_samples());
}
BENCHMARK(fingerprinting);

void writing_lines(benchmark::State& state) {
  std::string line;
  WireReader reader;
  bool right = true;
  for (const Document& sample : samples()) {
    line.clear();
    write_json_line(sample, &line);
    right &= reader.read(line, "bench:1").sentences == sample.sentences;
  }
  if (!right) state.SkipWithError("wrong answer");
  over_samples(state, [&](const Document& sample) {
    line.clear();
    write_json_line(sample, &line);
    return line.back() == '\n';
  });
}
BENCHMARK(writing_lines);

void reading_lines(benchmark::State& state) {
  std::vector<std::string> lines;
  for (const Document& sample : samples()) write_json_line(sample, &lines.emplace_back());
  WireReader reader;
  std::size_t at = 0;
  over_samples(state, [&](const Document& sample) {
    const Document document = reader.read(lines[at++ % lines.size()], "bench:1");
    return document.text() == sample.text() && document.fingerprint == sample.fingerprint;
  });
}
BENCHMARK(reading_lines);

void finding_code_points(benchmark::State& state) {
  over_samples(state, [](const Document& sample) {
    const CodePointIndex index(sample.text());
    return index.bytes(index.size() / 2) >= index.size() / 2;
  });
}
BENCHMARK(finding_code_points);

}  // namespace
}  // namespace newsfacts
