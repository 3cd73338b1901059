// A LineReader takes bytes that come in chunks as lines and runs: what JSON lines, crawls and
// mailboxes are made of.  It holds one line, or what the caller lets it.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace newsfacts {

class LineReader {
 public:
  // `next_chunk` gives what is to be read; each of its chunks is valid until the next, and an empty
  // one is the end.
  explicit LineReader(std::function<std::string_view()> next_chunk)
      : next_chunk_(std::move(next_chunk)) {}

  // The next line without its "\n", valid until the next call; nullopt at the end.  Of one longer
  // than `longest` only `*size` is told, and the line is empty.
  std::optional<std::string_view> line(std::size_t longest, std::size_t* size);

  // The next `count` bytes into `*bytes`, but none of them where they are more than `longest`.
  // False where the end came before.
  bool take(std::uint64_t count, std::size_t longest, std::string* bytes);

  std::uint64_t offset() const { return read_ - chunk_.size(); }  // bytes behind us

 private:
  bool refill();

  std::function<std::string_view()> next_chunk_;
  std::string_view chunk_;  // what is left of it
  std::string line_;        // one that began in an earlier chunk
  std::uint64_t read_ = 0;
};

}  // namespace newsfacts
