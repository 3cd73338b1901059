// A corpus of any size in the words of the sample articles, for benchmarks and for what only
// shows at size.  Deterministic: the same seed gives the same bytes on every machine.
//
// Articles are walks over the pairs of words the samples contain (a bigram chain), with every
// figure rolled anew, so that they have the density of names, dates and sums of real articles and
// hardly a shingle in common.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsfacts::bench {

class GeneratedCorpus {
 public:
  // `folder` is corpus/samples.  Throws where it has no articles.
  GeneratedCorpus(const std::string& folder, std::uint64_t seed);

  // One article, 1 to 5 KB, as a line of JSON for `newsfacts read`.
  std::string next_line();
  std::string next_text();  // the article alone

 private:
  std::uint64_t roll(std::uint64_t below);

  struct Word {
    std::string text;
    std::vector<std::uint32_t> followers;  // with repeats: a follower as often as it followed
  };
  std::vector<Word> words_;
  std::vector<std::uint32_t> starters_;
  std::uint64_t state_;
  std::uint64_t written_ = 0;
};

}  // namespace newsfacts::bench
