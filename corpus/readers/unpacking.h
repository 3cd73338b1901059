// What unpacking may cost.  A small file can hold a very large one (a "zip bomb"), and files can
// lie in files; so everything that is unpacked out of one file, however deep, is counted together
// and measured against the bytes that were read of it.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "corpus/readers/reader.h"

namespace newsfacts {

class Unpacking {
 public:
  explicit Unpacking(const ReadLimits& limits) : limits_(limits) {}

  void took(std::uint64_t bytes) { packed_ += bytes; }    // of the outermost file
  void gave(std::uint64_t bytes) { unpacked_ += bytes; }  // at any depth

  // "unpacks to more than 200 times its size (--max-ratio)"; empty while within the limits.
  std::string exceeded() const;

 private:
  ReadLimits limits_;
  std::uint64_t packed_ = 0, unpacked_ = 0;
};

// A file on its way to a ByteSource that unpacks it: its bytes in chunks, counted.
class Packed {
 public:
  Packed(InputFile file, const ReadLimits& limits);

  InputFile& file() { return file_; }
  const InputFile& file() const { return file_; }
  const std::string& name() const { return file_.name(); }
  std::string_view next_chunk();  // as InputFile's
  std::uint64_t given() const { return given_; }

  Unpacking& unpacking() const { return *unpacking_; }

  // Of a file within it, which is called `name` and was written no later than `modified`.
  Provenance within(std::string name, std::optional<Day> modified = {}) const;

 private:
  InputFile file_;
  std::shared_ptr<Unpacking> unpacking_;
  bool outermost_;
  std::uint64_t given_ = 0;
};

}  // namespace newsfacts
