// A Reader turns one input file, or standard input, into documents, one at a time, in
// constant memory: one format a file in this folder.
//
// A record that cannot be read comes out as a rejected Document that names its place
// ("crawl.jsonl:3"); the records behind it are still read.  What no record can be blamed for
// (the file cannot be opened, the disk fails) comes out the same way, with the path and the
// system's reason, and ends that file.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

struct ReadLimits {
  std::size_t document_bytes = std::size_t{64} << 20;  // a longer text or line is rejected
};

class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::optional<Document> next() = 0;  // nullopt at the end
};

// A document that could not be read: stage "read".
Document rejected(std::string_view id, std::string_view reason, std::string_view place);

// "line of 300 bytes exceeds the limit of 200 bytes (--max-document-bytes)"
std::string too_long(std::string_view what, std::size_t size, const ReadLimits& limits);

// `path` opens the file, `name` is what documents and rejections call it.  The format is told
// by the first bytes (a `{` begins JSON lines), then by the name.  Never throws for a bad file.
std::unique_ptr<Reader> open_reader(const std::string& path, const std::string& name,
                                    const ReadLimits& limits);
std::unique_ptr<Reader> open_standard_input(const ReadLimits& limits);

// Every file under `paths`; "-" is standard input.  A file that is named is read, whatever it is
// called, and goes by its file name.  Folders are entered, in the order of names, and each
// once, though links lead there again; a file in them goes by its name relative to the path
// that was given.  Hidden files are passed over, and so are those whose name ends like no
// format there is a reader for (README.md).  A folder that cannot be listed comes out as a
// rejected Document.
class Inputs : public Reader {
 public:
  Inputs(std::vector<std::string> paths, ReadLimits limits);
  ~Inputs() override;
  std::optional<Document> next() override;

  // Bytes behind us and in all (0 while unknown: standard input), for a progress bar.
  std::uint64_t bytes_done() const;
  std::uint64_t bytes_total() const;

  // Files of folders that are not hidden and were not read for their name.
  std::uint64_t passed_over() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
