// Standard output, for data only.  A write that fails (a full disk, a closed pipe) throws; it is
// never lost in a buffer.

#pragma once

#include <stdexcept>
#include <string_view>

namespace newsfacts {

// "standard output: No space left on device"; exit code 74.
struct InputOutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void write_out(std::string_view text);
void flush_out();

}  // namespace newsfacts
