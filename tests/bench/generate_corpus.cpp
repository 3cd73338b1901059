// generate_corpus MEGABYTES [SEED]: JSON lines for `newsfacts ingest` on standard output.

#include <cstdio>
#include <cstdlib>

#include "checkout.h"
#include "tests/bench/generated_corpus.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: generate_corpus MEGABYTES [SEED]\n", stderr);
    return 2;
  }
  const auto wanted = static_cast<std::size_t>(std::atof(argv[1]) * 1e6);
  newsfacts::bench::GeneratedCorpus corpus(NEWSFACTS_SAMPLES,
                                           argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  for (std::size_t written = 0; written < wanted;) {
    const std::string line = corpus.next_line();
    std::fwrite(line.data(), 1, line.size(), stdout);
    written += line.size();
  }
  return std::fflush(stdout) == 0 ? 0 : 74;
}
