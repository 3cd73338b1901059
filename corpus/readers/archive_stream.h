// An ArchiveStream goes over the members of one archive, by libarchive.  It is the only file that
// speaks to that library; Readers over it: archives (archive.h), and formats that are an archive
// inside (docx.h).

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "corpus/readers/unpacking.h"

namespace newsfacts {

class ArchiveStream {
 public:
  enum class Kind { kZip, kTar };

  struct Member {
    std::string path;             // as the archive has it
    std::optional<Day> modified;  // no later than this
    bool is_file = false;         // and no folder or link
    bool encrypted = false;
  };

  ArchiveStream(InputFile file, Kind kind, const ReadLimits& limits);
  ~ArchiveStream();
  ArchiveStream(const ArchiveStream&) = delete;

  // nullopt at the end, or where the archive is damaged: then there is a failure().
  std::optional<Member> next();

  // The bytes of the member at hand: 0 at its end, or where it is damaged, which *fault tells.
  std::size_t read(char* into, std::size_t size, std::string* fault);

  const std::string& failure() const;
  Packed& packed();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
