#include "corpus/readers/byte_source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace newsfacts {
namespace {

std::string failed(const char* what) {
  return std::string(what) + ": " + std::generic_category().message(errno);
}

}  // namespace

std::size_t MemorySource::read(char* into, std::size_t size) {
  size = std::min(size, bytes_.size() - at_);
  std::memcpy(into, bytes_.data() + at_, size);
  at_ += size;
  return size;
}

DescriptorSource::DescriptorSource(int descriptor) : descriptor_(descriptor) {
  if (descriptor_ < 0) fail(failed("cannot open"));
  struct stat about;
  waits_ = ::fstat(descriptor_, &about) == 0 && !S_ISREG(about.st_mode);
}

DescriptorSource::~DescriptorSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::size_t DescriptorSource::read(char* into, std::size_t size) {
  if (!failure().empty()) return 0;
  for (;;) {
    const ssize_t got = ::read(descriptor_, into, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR) continue;
    fail(failed("cannot read"));
    return 0;
  }
}

}  // namespace newsfacts
