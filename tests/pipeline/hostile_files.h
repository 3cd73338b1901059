// Files that are made to break a reader: each format cut off and flipped in many places, and what
// attacks look like - bombs, paths that lead out, entities that reach for files, markup without
// end.

#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace newsfacts::test {

struct HostileFile {
  std::string name;  // of the file, which tells the format
  std::string what;  // was done to it
  std::function<std::string()> bytes;  // made when asked for: some are large
  std::string reason;  // words of the rejection it must end in; empty where it may be read
};

void PrintTo(const HostileFile& file, std::ostream* out);

std::vector<HostileFile> damaged_files();
std::vector<HostileFile> attacks();

}  // namespace newsfacts::test
