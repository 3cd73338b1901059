// What the documentation says is executed: every ```console block of README.md is run, in order,
// in one folder, and must print what the README prints.  "..." in a line stands for anything,
// a line of only "..." for any lines.

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "checkout.h"
#include "pipeline/commands/command.h"
#include "tests/pipeline/process.h"

namespace newsfacts::test {
namespace {

struct Example {
  int line = 0;  // in README.md
  std::string command;
  std::vector<std::string> output;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Example> examples() {
  std::vector<Example> found;
  bool inside = false;
  int number = 0;
  for (const std::string& line : lines_of(slurp(NEWSFACTS_SOURCE "/README.md"))) {
    ++number;
    if (line.rfind("```", 0) == 0) {
      inside = !inside && line == "```console";
    } else if (inside && line.rfind("$ ", 0) == 0) {
      found.push_back({number, line.substr(2), {}});
    } else if (inside && !found.empty() && found.back().output.empty() &&
               found.back().command.ends_with('\\')) {
      found.back().command += "\n" + line;
    } else if (inside && !found.empty()) {
      found.back().output.push_back(line);
    }
  }
  return found;
}

// Is `line` made of the pieces of `pattern` between its "..."?
bool matches(const std::string& pattern, const std::string& line) {
  std::size_t at = 0, from = 0;
  while (true) {
    const std::size_t dots = pattern.find("...", from);
    const std::string piece = pattern.substr(from, dots - from);
    const std::size_t found = from == 0 ? (line.rfind(piece, 0) == 0 ? 0 : line.npos)
                                        : line.find(piece, at);
    if (found == line.npos) return false;
    at = found + piece.size();
    if (dots == pattern.npos) return at == line.size() || (from > 0 && line.ends_with(piece));
    from = dots + 3;
    if (from == pattern.size()) return true;
  }
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& lines,
             std::size_t p = 0, std::size_t l = 0) {
  for (; p < pattern.size(); ++p, ++l) {
    if (pattern[p] == "...") {
      for (std::size_t rest = l; rest <= lines.size(); ++rest)
        if (matches(pattern, lines, p + 1, rest)) return true;
      return false;
    }
    if (l >= lines.size() || !matches(pattern[p], lines[l])) return false;
  }
  return l == lines.size();
}

TEST(Readme, EveryExamplePrintsWhatItSays) {
  const auto all = examples();
  ASSERT_GE(all.size(), 8u);
  const Folder folder;
  for (const Example& example : all) {
    const Ended run = shell("cd " + folder.path() + "; [ -e corpus ] || ln -s " NEWSFACTS_SOURCE
                          "/corpus corpus;\n" + example.command + " 2>&1");
    EXPECT_TRUE(matches(example.output, lines_of(run.out)))
        << "README.md:" << example.line << ": " << example.command << "\nprinted\n"
        << run.out;
  }
}

TEST(Readme, NamesEveryCommand) {
  const std::string readme = slurp(NEWSFACTS_SOURCE "/README.md");
  for (const Command* command : commands())
    EXPECT_NE(readme.find("`" + std::string(command->name)), std::string::npos) << command->name;
}

TEST(Readme, MatchesDotsAsAnything) {
  struct Case {
    const char* pattern;
    const char* line;
    bool matches;
  };
  const Case table[] = {
      {"abc", "abc", true},        {"abc", "abcd", false},       {"a...d", "abcd", true},
      {"a...d", "abcde", false},   {"...d", "abcd", true},       {"a...", "abcd", true},
      {"a...c...", "abcd", true},  {"a...x...", "abcd", false},  {"a...", "bcd", false},
      {"a...b", "ab...b", true},   {"", "", true},               {"", "a", false},
  };
  for (const auto& [pattern, line, expected] : table)
    EXPECT_EQ(matches(std::string(pattern), std::string(line)), expected)
        << pattern << " / " << line;
}

}  // namespace
}  // namespace newsfacts::test
