#include "corpus/readers/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// Of a regular file; that of a pipe says nothing about what comes through it.
std::optional<Day> day_modified(int descriptor) {
  struct stat about;
  if (descriptor < 0 || ::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) return {};
  // Midnight on the dot is what packers write to make archives reproducible.
  if (about.st_mtime % 86400 == 0) return {};
  return std::chrono::floor<std::chrono::days>(
      std::chrono::system_clock::from_time_t(about.st_mtime));
}

}  // namespace

InputFile::InputFile(std::unique_ptr<ByteSource> source, Provenance about,
                     std::atomic<std::uint64_t>* counter)
    : source_(std::move(source)), about_(std::move(about)), counter_(counter) {
  about_.name = valid_utf8(about_.name);
}

InputFile InputFile::open(const std::string& path, std::string name,
                          std::atomic<std::uint64_t>* counter) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  auto source = std::make_unique<DescriptorSource>(descriptor);
  Provenance about{.name = std::move(name), .modified = day_modified(descriptor)};
  return InputFile(std::move(source), std::move(about), counter);
}

InputFile InputFile::standard_input(std::atomic<std::uint64_t>* counter) {
  return InputFile(std::make_unique<DescriptorSource>(STDIN_FILENO),
                   {.name = "stdin", .modified = day_modified(STDIN_FILENO)}, counter);
}

InputFile InputFile::of(std::string bytes, Provenance about) {
  return InputFile(std::make_unique<MemorySource>(std::move(bytes)), std::move(about));
}

void InputFile::fill(std::size_t least) {
  buffer_.resize(kChunk);
  size_ = 0;
  while (size_ < least && !at_end_) {
    const std::size_t got = source_->read(buffer_.data() + size_, buffer_.size() - size_);
    at_end_ = got == 0;
    size_ += got;
  }
  if (counter_) counter_->fetch_add(size_, std::memory_order_relaxed);
}

const std::string& InputFile::failure() const {
  static const std::string kNone;
  return size_ == 0 ? source_->failure() : kNone;
}

std::string_view InputFile::beginning() {
  if (given_) {
    // A pipe may hold its writer's first line for long, so what comes first must do.
    fill(source_->waits() ? 1 : kChunk);
    given_ = false;
  }
  return {buffer_.data(), size_};
}

std::string_view InputFile::next_chunk() {
  if (given_) fill(1);
  given_ = true;
  return {buffer_.data(), size_};
}

bool InputFile::resume() {
  const bool resumed = source_->resume();
  at_end_ = !resumed;
  return resumed;
}

}  // namespace newsfacts
