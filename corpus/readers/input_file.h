// An InputFile is bytes that are read once, from begin to end, in chunks, and what is known of
// them beforehand.  Where they come from is their ByteSource's: a file, standard input, memory,
// a member of an archive, what a compressed file holds.

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/day.h"
#include "corpus/readers/byte_source.h"

namespace newsfacts {

class Unpacking;  // unpacking.h

// What is known of a file before it is read.  All but the name may be absent, which is empty.
struct Provenance {
  std::string name = {};  // what documents and rejections call it, "crawl.zip/a/1.html": UTF-8
  std::string url = {};   // where it was fetched from
  std::string media_type = {};       // what its server said it is, "text/html"
  std::string charset = {};          // and how it is encoded, "windows-1252"
  std::optional<Day> modified = {};  // the last day on which its content can have been published
  std::string bare_name =
      {};  // that its format is told by, where it is not the name: "crawl.jsonl"
  std::shared_ptr<Unpacking> unpacking = {};  // what may still come out of the file it lies in
  bool found = false;  // in a folder or archive that was named, and not named itself
  unsigned depth = 0;  // how many archives and compressed files it lies within
};

class InputFile {
 public:
  static constexpr std::size_t kChunk = std::size_t{64} << 10;

  // Bytes read are added to `*counter`, for a progress bar.
  InputFile(std::unique_ptr<ByteSource> source, Provenance about,
            std::atomic<std::uint64_t>* counter = nullptr);

  // Never throws for a bad path: a file that cannot be opened has a failure(), and no bytes.
  static InputFile open(const std::string& path, std::string name,
                        std::atomic<std::uint64_t>* counter = nullptr);
  static InputFile standard_input(std::atomic<std::uint64_t>* counter = nullptr);
  static InputFile of(std::string bytes, Provenance about);

  const Provenance& about() const { return about_; }
  void mark_as_found() { about_.found = true; }
  const std::string& name() const { return about_.name; }

  // The first bytes, which next_chunk() gives again: to tell the format.  As many as there are
  // up to kChunk, or what a pipe has.
  std::string_view beginning();

  // Up to kChunk bytes, valid until the next call; empty at the end, or after a failure.
  std::string_view next_chunk();

  // "cannot open: Permission denied"; empty while all is well, and while there are bytes that were
  // given before the fault.
  const std::string& failure() const;

  bool waits() const { return source_->waits(); }  // these as ByteSource has them
  bool tainted() const { return source_->tainted(); }
  bool resume();

 private:
  void fill(std::size_t least);

  std::unique_ptr<ByteSource> source_;
  Provenance about_;
  std::vector<char> buffer_;
  std::size_t size_ = 0;  // bytes in the buffer
  bool given_ = true;     // and whether next_chunk() gave them
  bool at_end_ = false;
  std::atomic<std::uint64_t>* counter_;
};

}  // namespace newsfacts
