#include "tests/pipeline/process.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "checkout.h"

namespace newsfacts::test {

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Folder::Folder() {
  std::string name = std::filesystem::temp_directory_path() / "newsfacts-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, std::string_view content) const {
  const std::string whole = path(name);
  std::filesystem::create_directories(std::filesystem::path(whole).parent_path());
  std::ofstream(whole, std::ios::binary) << content;
  return whole;
}

Ended shell(const std::string& command) {
  const Folder scratch;
  const std::string script = "newsfacts() { " NEWSFACTS_BINARY
                             " \"$@\"; }; samples=" NEWSFACTS_SAMPLES "; " +
                             command;
  const std::string file = scratch.write("script", script);
  const int status = std::system(("bash " + file + " >" + scratch.path("out") + " 2>" +
                                  scratch.path("err") + " </dev/null")
                                     .c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          slurp(scratch.path("out")), slurp(scratch.path("err"))};
}

}  // namespace newsfacts::test
