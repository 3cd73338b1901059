// A program that reads bytes and writes bytes, with bounded memory, time and output: for parsers of
// formats that are too risky to be run in this process.  It gets its input as a file in memory on
// standard input, no environment and no files of ours.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsfacts {

struct ProcessLimits {
  std::size_t memory_bytes = std::size_t{1} << 30;
  unsigned seconds = 10;  // of processor time; and as much again of waiting
  std::size_t output_bytes = std::size_t{64} << 20;
};

struct Finished {
  std::string output;
  std::string reason;  // why it did not end well: "took more than 10 seconds"; else empty
};

// `arguments` begins with the name of the program, which is looked for in the usual places.
Finished run_program(const std::vector<std::string>& arguments, std::string_view input,
                     const ProcessLimits& limits);

}  // namespace newsfacts
