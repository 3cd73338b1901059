// replay --runs N SEED...: the entry point of a fuzz target over every seed (files, and all files
// of folders), then over mutations of them, N runs in all.  The same seeds and N give the same
// runs.  An input that ends the process is left in the working folder as crash-<target>.

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "tests/corpus/exact_copy.h"
#include "tests/fuzz/fuzz.h"

namespace fs = std::filesystem;
using newsfacts::ExactCopy;

namespace {

constexpr std::size_t kLargest = 12 << 10;  // bytes of a mutation: many small ones find more

std::string target, input;  // of the run at hand

void keep_input(int signal) {
  const int file = open(("crash-" + target).c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0644);
  if (file >= 0 && write(file, input.data(), input.size()) == static_cast<ssize_t>(input.size()))
    std::fprintf(stderr, "the input is in crash-%s\n", target.c_str());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void run() {
  // Of its exact size, so that the address sanitizer sees a read of one byte too far.
  const ExactCopy bytes(input);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.view().data()),
                         bytes.view().size());
}

void read_seeds(const fs::path& path, std::vector<std::string>* seeds) {
  if (fs::is_directory(path)) {
    std::vector<fs::path> entries(fs::directory_iterator(path), {});
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) read_seeds(entry, seeds);
    return;
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in) throw std::runtime_error("cannot read " + path.string());
  seeds->push_back(text.str());
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& seeds) : seeds_(seeds) {}

  std::string next() {
    std::string bytes = part_of(any_seed(), kLargest);
    for (std::size_t steps = 1 + below(4); steps > 0; --steps) mutate(&bytes);
    bytes.resize(std::min(bytes.size(), kLargest));
    return bytes;
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
  const std::string& any_seed() { return seeds_[below(seeds_.size())]; }

  std::string part_of(const std::string& whole, std::size_t most) {
    if (whole.size() <= most && below(4) != 0) return whole;
    const std::size_t begin = below(whole.size() + 1);
    return whole.substr(begin, 1 + below(most));
  }

  void mutate(std::string* bytes) {
    const std::size_t at = below(bytes->size() + 1);
    switch (below(10)) {
      case 0: bytes->insert(at, kPieces[below(std::size(kPieces))]); break;
      case 1: bytes->insert(at, part_of(any_seed(), 200)); break;
      case 2: bytes->insert(at, part_of(*bytes, 60)); break;
      case 3: bytes->erase(at, 1 + below(40)); break;
      case 4: bytes->replace(at, 1 + below(8), kPieces[below(std::size(kPieces))]); break;
      case 5:
        if (at < bytes->size()) (*bytes)[at] ^= static_cast<char>(1u << below(8));
        break;
      case 6:
        if (at < bytes->size()) (*bytes)[at] = static_cast<char>(below(256));
        break;
      default: change_number(bytes, at); break;
    }
  }

  // The next number from there on becomes another, in what is else as it was: offsets and indexes
  // that do not fit, months and scales that are none.
  void change_number(std::string* bytes, std::size_t from) {
    constexpr std::string_view kDigits = "0123456789";
    const std::size_t begin = bytes->find_first_of(kDigits, from);
    if (begin == bytes->npos) return;
    const std::size_t end = std::min(bytes->find_first_not_of(kDigits, begin), bytes->size());
    constexpr std::string_view kNumbers[] = {"0",   "1",  "2",          "7",
                                             "13",  "32", "60",         "99",
                                             "254", "-1", "4294967295", "9223372036854775807"};
    bytes->replace(begin, end - begin,
                   below(3) == 0 ? std::to_string(below(200))
                                 : std::string(kNumbers[below(std::size(kNumbers))]));
  }

  // What the readers and rules look for, and what breaks a text in unusual places.
  static constexpr std::string_view kPieces[] = {"\n",
                                                 "\n\n",
                                                 "\r\n",
                                                 "\t",
                                                 " ",
                                                 ". ",
                                                 "? ",
                                                 "! ",
                                                 ", ",
                                                 "\"",
                                                 "“",
                                                 "”",
                                                 "‘",
                                                 "’",
                                                 "'",
                                                 "(",
                                                 ")",
                                                 "[",
                                                 "]",
                                                 "{",
                                                 "}",
                                                 "|",
                                                 "\\",
                                                 "@",
                                                 "$",
                                                 "€",
                                                 "%",
                                                 "-",
                                                 "–",
                                                 "…",
                                                 ":",
                                                 ";",
                                                 "0",
                                                 "9",
                                                 "1,000",
                                                 "1.5",
                                                 "00",
                                                 "99999999999999999999",
                                                 "-1",
                                                 "1e9",
                                                 "null",
                                                 "true",
                                                 "[[0,1]]",
                                                 "2026",
                                                 "31",
                                                 "February",
                                                 "Q4",
                                                 "12:60",
                                                 "a.m.",
                                                 "million",
                                                 "half a",
                                                 "dozen",
                                                 "per",
                                                 "said",
                                                 "that",
                                                 "according to",
                                                 "Mr.",
                                                 "U.S.",
                                                 "Inc.",
                                                 "\xEF\xBB\xBF",
                                                 "\xC2\xA0",
                                                 "\xC2\xAD",
                                                 "\xCC\x81",
                                                 "\xE2\x80\x8B",
                                                 "\xE2\x80\xA8",
                                                 "\xF0\x9F\x98\x80",
                                                 "\xED\xA0\x80",
                                                 "\xFF",
                                                 "\xC3",
                                                 "rule ",
                                                 "field ",
                                                 "let ",
                                                 "use ",
                                                 "  = ",
                                                 "  + ",
                                                 "  - ",
                                                 "  ? ",
                                                 "=> ",
                                                 "(?P<",
                                                 "\\p{L}",
                                                 "[^",
                                                 "{2,3}"};
  static_assert(std::size(kPieces) > 50);

  const std::vector<std::string>& seeds_;
  std::mt19937 random_{2026};
};

}  // namespace

int main(int count, char** arguments) {
  std::size_t runs = 0;
  std::vector<std::string> seeds;
  target = fs::path(arguments[0]).filename();
  for (int i = 1; i < count; ++i) {
    if (std::string_view(arguments[i]) == "--runs" && i + 1 < count)
      runs = std::stoul(arguments[++i]);
    else
      read_seeds(arguments[i], &seeds);
  }
  if (seeds.empty()) {
    std::fprintf(stderr, "%s: no seeds\n", target.c_str());
    return 2;
  }
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS})
    std::signal(signal, keep_input);
  for (const std::string& seed : seeds) {
    input = seed;
    run();
  }
  Mutator mutator(seeds);
  for (std::size_t done = seeds.size(); done < runs; ++done) {
    input = mutator.next();
    run();
  }
  std::printf("%zu seeds, %zu runs\n", seeds.size(), std::max(runs, seeds.size()));
}
