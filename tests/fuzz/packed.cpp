// Any bytes in a compressed file, an archive or a crawl, which is then damaged in a place that the
// bytes choose; and any bytes where one of these should be.

#include <string>

#include "corpus/readers/formats.h"
#include "tests/corpus/readers/packing.h"
#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

namespace {

void read(const std::string& name, std::string bytes) {
  ReadOptions options;
  options.limits.document_bytes = 1 << 14;
  options.limits.unpacked_bytes = 1 << 20;
  const std::size_t size = bytes.size();
  const auto reader = open_reader(InputFile::of(std::move(bytes), {.name = name}), options);
  std::size_t documents = 0;
  while (const auto document = reader->next()) {
    fuzz::must(++documents <= 40 * size + 10, "a file ends");
    if (document->rejected) {
      fuzz::must(!document->rejected->reason.empty(), "a rejection has a reason");
      fuzz::must(!document->rejected->place.empty(), "and a place");
    } else {
      fuzz::must(document->raw().size() <= options.limits.document_bytes, "the limit is kept");
    }
  }
  fuzz::must(!reader->next(), "a reader that came to its end stays there");
}

std::string warc(const std::string& bytes) {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
         "https://a.example/\r\nContent-Length: " +
         std::to_string(bytes.size() + 63) +
         "\r\n\r\nHTTP/1.1 200 OK\r\nContent-Encoding: br\r\nTransfer-Encoding: chunked\r\n\r\n" +
         bytes + "\r\n\r\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::view(data, size));
  const std::size_t place = size > 2 ? data[0] + 256u * data[size / 2] : 0;
  const unsigned char change = size > 2 ? data[size - 1] : 1;
  for (const auto& [name, packed] :
       {std::pair<const char*, std::string>{"a.txt.gz", gzip(bytes)},
        {"a.zst", zstd(bytes)},
        {"a.xz", xz(bytes)},
        {"a.bz2", bzip2(bytes)},
        {"a.zip", zip({{"a.jsonl", bytes}, {"b.zip", zip({{"c.txt", bytes}})}})},
        {"a.tgz", gzip(tar({{"a.txt", bytes}}))},
        {"a.tar", tar({{"a.txt", bytes}, {"b", bytes}})},
        {"a.warc", warc(bytes)}}) {
    std::string damaged = packed;
    damaged[place % damaged.size()] = static_cast<char>(damaged[place % damaged.size()] ^ change);
    read(name, damaged);
    read(name, damaged.substr(0, place % damaged.size()));
    read(name, bytes);
  }
  return 0;
}
