// Any bytes as a file, under the names of each format there is.

#include "corpus/readers/reader.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/fuzz/fuzz.h"

using namespace newsfacts;

namespace {

// One file in a folder of memory where there is one, removed with the process.
class File {
 public:
  File() {
    std::string name = access("/dev/shm", W_OK) == 0 ? "/dev/shm/fuzz-XXXXXX" : "/tmp/fuzz-XXXXXX";
    const int descriptor = mkstemp(name.data());
    fuzz::must(descriptor >= 0, "a file can be made");
    close(descriptor);
    path_ = name;
  }
  ~File() { unlink(path_.c_str()); }
  const std::string& holding(std::string_view content) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << content;
    return path_;
  }

 private:
  std::string path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const File file;
  const std::string& path = file.holding(fuzz::view(data, size));
  for (const char* name : {"a.txt", "a.jsonl", "a"}) {
    ReadLimits limits;
    limits.document_bytes = 1 << 12;
    const auto reader = open_reader(path, name, limits);
    std::size_t documents = 0;
    while (const auto document = reader->next()) {
      fuzz::must(++documents <= size + 1, "a file ends");
      if (document->rejected) {
        fuzz::must(!document->rejected->reason.empty(), "a rejection has a reason");
        fuzz::must(!document->rejected->place.empty() || !document->id().empty(), "and a place");
      } else {
        fuzz::must(document->raw().size() <= 3 * limits.document_bytes, "the limit is kept");
      }
    }
    fuzz::must(!reader->next(), "a reader that came to its end stays there");
  }
  return 0;
}
