#include "corpus/readers/input_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace newsfacts {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;

std::string failed(const char* what) {
  return std::string(what) + ": " + std::generic_category().message(errno);
}

}  // namespace

InputFile::InputFile(int descriptor, std::atomic<std::uint64_t>* counter)
    : descriptor_(descriptor), counter_(counter) {
  if (descriptor_ < 0) failure_ = failed("cannot open");
}

InputFile::InputFile(const std::string& path, std::atomic<std::uint64_t>* counter)
    : InputFile(::open(path.c_str(), O_RDONLY | O_CLOEXEC), counter) {}

InputFile InputFile::standard_input(std::atomic<std::uint64_t>* counter) {
  return InputFile(STDIN_FILENO, counter);
}

InputFile::InputFile(InputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)),
      size_(std::exchange(other.size_, 0)),
      given_(other.given_),
      at_end_(other.at_end_),
      failure_(std::move(other.failure_)),
      counter_(other.counter_) {}

InputFile::~InputFile() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

// Reads until there are `least` bytes, or no more: a pipe gives what it has.
void InputFile::fill(std::size_t least) {
  buffer_.resize(kChunk);
  size_ = 0;
  while (size_ < least && !at_end_ && failure_.empty()) {
    const ssize_t got = ::read(descriptor_, buffer_.data() + size_, buffer_.size() - size_);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failure_ = failed("cannot read");
    at_end_ = got <= 0;
    size_ += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  }
  if (counter_) counter_->fetch_add(size_, std::memory_order_relaxed);
}

std::string_view InputFile::beginning() {
  if (given_) {
    // A pipe may hold its writer's first line for long, so what comes first must do.
    fill(1);
    given_ = false;
  }
  return {buffer_.data(), size_};
}

std::string_view InputFile::next_chunk() {
  if (given_) fill(1);
  given_ = true;
  return {buffer_.data(), size_};
}

}  // namespace newsfacts
