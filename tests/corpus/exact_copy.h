// A copy of some bytes in a heap buffer of exactly their size, so that the address sanitizer
// sees a read of one byte too far.

#pragma once

#include <algorithm>
#include <memory>
#include <string_view>

namespace newsfacts {

class ExactCopy {
 public:
  explicit ExactCopy(std::string_view bytes)
      : bytes_(std::make_unique<char[]>(bytes.size())), size_(bytes.size()) {
    std::copy(bytes.begin(), bytes.end(), bytes_.get());
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

}  // namespace newsfacts
