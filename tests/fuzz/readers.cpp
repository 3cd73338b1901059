// Any bytes as a file, under the names of each format there is.

#include "corpus/readers/formats.h"

#include <string>

#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::view(data, size));
  for (const char* name : {"a.txt", "a.jsonl", "a.json", "a.csv", "a.rss", "a.md", "a.eml", "a.mbox",
                           "a.sgm", "a.nitf", "a.html", "a"}) {
    ReadOptions options;
    options.limits.document_bytes = 1 << 12;
    const auto reader = open_reader(InputFile::of(bytes, {.name = name}), options);
    std::size_t documents = 0;
    while (const auto document = reader->next()) {
      fuzz::must(++documents <= size + 1, "a file ends");
      if (document->rejected) {
        fuzz::must(!document->rejected->reason.empty(), "a rejection has a reason");
        fuzz::must(!document->rejected->place.empty() || !document->id().empty(), "and a place");
      } else {
        fuzz::must(document->raw().size() <= 3 * options.limits.document_bytes,
                   "the limit is kept");
      }
    }
    fuzz::must(!reader->next(), "a reader that came to its end stays there");
  }
  return 0;
}
