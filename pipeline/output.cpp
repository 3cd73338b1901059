#include "pipeline/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

namespace newsfacts {
namespace {

[[noreturn]] void fail() {
  throw InputOutputError(std::string("standard output: ") + std::strerror(errno));
}

}  // namespace

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail();
}

void flush_out() {
  if (std::fflush(stdout) != 0) fail();
}

}  // namespace newsfacts
