// An InputFile is a file, pipe or standard input, read once from begin to end in chunks.

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsfacts {

class InputFile {
 public:
  // Never throws for a bad path: a file that cannot be opened has a failure(), and no bytes.
  // Bytes read are added to `*counter`, for a progress bar.
  InputFile(const std::string& path, std::atomic<std::uint64_t>* counter);
  static InputFile standard_input(std::atomic<std::uint64_t>* counter);
  ~InputFile();
  InputFile(InputFile&&) noexcept;
  InputFile& operator=(InputFile&&) = delete;

  // The first bytes, up to 64 KiB, which next_chunk() gives again: to tell the format.
  std::string_view beginning();

  // Up to 64 KiB, valid until the next call; empty at the end, or after a failure.
  std::string_view next_chunk();

  // "cannot open: Permission denied"; empty while all is well.
  const std::string& failure() const { return failure_; }

 private:
  explicit InputFile(int descriptor, std::atomic<std::uint64_t>* counter);
  void fill(std::size_t least);

  int descriptor_ = -1;
  std::vector<char> buffer_;
  std::size_t size_ = 0;  // bytes in the buffer
  bool given_ = true;     // and whether next_chunk() gave them
  bool at_end_ = false;
  std::string failure_;
  std::atomic<std::uint64_t>* counter_;
};

}  // namespace newsfacts
