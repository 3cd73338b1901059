// Inputs: the files that a user names, found and read one after the other.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/readers/reader.h"

namespace newsfacts {

// Every file under `paths`; "-" is standard input, and "crawls/2026-*.warc.gz" all that match, for
// there may be more of them than a command line holds.  A file that is named is read, whatever it
// is called, and goes by its file name.  Folders are entered, in the order of names, and each once,
// though links lead there again; a file in them goes by its name relative to the path that was
// given.  Hidden files are passed over, and so are those whose name ends like no format there is a
// reader for (formats.h).  A folder that cannot be listed comes out as a rejected Document.
class Inputs : public Reader {
 public:
  Inputs(std::vector<std::string> paths, ReadOptions options);
  ~Inputs() override;
  std::optional<Document> next() override;

  // Files of folders that are not hidden and were not read for their name, and what readers
  // passed over so far.
  std::uint64_t passed_over() const override;

  // Bytes behind us and in all (0 while unknown: standard input), for a progress bar.
  std::uint64_t bytes_done() const;
  std::uint64_t bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
