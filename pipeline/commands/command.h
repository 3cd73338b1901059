// A command is one file in this folder: its help, its options, and what it does.
//
// To add one: a file that defines its Command, and a line in the table of command.cpp.  The
// README test fails for a command that the README does not mention.

#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string_view>

namespace newsfacts {

// Exit codes, as the README lists them.
enum Exit : int {
  kOk = 0,
  kNothingFound = 1,  // or: the diff has conflicts
  kUsage = 2,
  kSomeRejected = 3,
  kOtherSchema = 4,
  kInputOutput = 74,
  kInterrupted = 128,  // plus the number of the signal
};

struct Command {
  std::string_view name;
  std::string_view summary;  // one line, for `newsfacts --help`
  std::string_view help;     // what it reads and writes, with examples

  // Adds the command's options; what it returns runs the command and gives the exit code.
  std::function<int()> (*declare)(CLI::App& app);
};

std::span<const Command* const> commands();

}  // namespace newsfacts
