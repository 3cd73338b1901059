// A path for one test: nothing stands there before, and nothing after.

#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace newsfacts {

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& name) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    std::string stem = std::string(test->test_suite_name()) + "." + test->name() + "." + name;
    for (char& c : stem)
      if (c == '/') c = '_';
    path_ = std::filesystem::path(testing::TempDir()) / stem;
    remove();
  }
  ~TemporaryFile() { remove(); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  std::string path() const { return path_.string(); }
  // What SQLite may leave beside a file.
  bool has_company() const {
    for (const char* end : {"-wal", "-shm", "-journal"})
      if (std::filesystem::exists(path_.string() + end)) return true;
    return false;
  }

 private:
  void remove() {
    for (const char* end : {"", "-wal", "-shm", "-journal"})
      std::filesystem::remove(path_.string() + end);
  }
  std::filesystem::path path_;
};

}  // namespace newsfacts
