// Any bytes as a file of one format, `--format WORD`, or of each there is.

#include <string>
#include <string_view>
#include <vector>

#include "corpus/normalize.h"
#include "corpus/readers/formats.h"
#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

namespace {

std::vector<std::string> words = [] {
  std::vector<std::string> all = format_words();
  std::erase(all, "pdf");  // a process of its own for each: only where it is asked for
  all.emplace_back();      // and told by its content
  return all;
}();

void read(const std::string& bytes, const std::string& word) {
  ReadOptions options;
  options.limits.document_bytes = 1 << 14;
  options.limits.unpacked_bytes = 1 << 20;
  options.as = word;
  const auto reader = open_reader(InputFile::of(bytes, {.name = "a"}), options);
  std::size_t documents = 0;
  while (auto document = reader->next()) {
    fuzz::must(++documents <= 300 * bytes.size() + 10, "a file ends");
    if (document->rejected) {
      fuzz::must(!document->rejected->reason.empty(), "a rejection has a reason");
      fuzz::must(!document->rejected->place.empty() || !document->id().empty(), "and a place");
      continue;
    }
    fuzz::must(document->raw().size() <= 3 * options.limits.document_bytes, "the limit is kept");
    normalize(*document);
    if (!document->rejected) fuzz::must_be_sound(*document);
  }
  fuzz::must(!reader->next(), "a reader that came to its end stays there");
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  constexpr std::string_view kOption = "--format=";
  for (int i = 1; i < *count; ++i)
    if (const std::string_view argument = (*arguments)[i]; argument.starts_with(kOption))
      words = {std::string(argument.substr(kOption.size()))};
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::view(data, size));
  for (const std::string& word : words) read(bytes, word);
  return 0;
}
