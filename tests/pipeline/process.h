// Runs the binary as a user does: through a shell, with its exit code, output and messages.

#pragma once

#include <string>

namespace newsfacts::test {

struct Ended {
  int code = 0;  // as the shell gives it: 128 + n after signal n
  std::string out, err;
};

// `newsfacts` in `command` is the binary under test, `samples` the sample corpus.
Ended shell(const std::string& command);

// A folder of its own under the system's temporary folder, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  std::string path(const std::string& name = "") const { return path_ + "/" + name; }
  std::string write(const std::string& name, std::string_view content) const;  // gives the path

 private:
  std::string path_;
};

std::string slurp(const std::string& path);

}  // namespace newsfacts::test
