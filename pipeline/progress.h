// What a long run says on stderr: a bar while it goes on, a summary when it ends.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsfacts {

// A bar on stderr, drawn at most ten times a second; nothing where stderr is no terminal and
// nobody asked for one.
class Progress {
 public:
  Progress(std::string_view what, bool always);
  ~Progress();

  // `total` 0 means unknown: counts without a bar.
  void show(std::uint64_t bytes_done, std::uint64_t bytes_total, std::uint64_t documents);

 private:
  void draw();

  std::string what_;
  bool active_;
  std::uint64_t done_ = 0, total_ = 0, documents_ = 0;
  std::chrono::steady_clock::time_point start_, last_;
};

// "18 read, 18 stored, 0 duplicate, 0 rejected; 38.1 kB in 0.1 s, 2.3 MB/s".  What is no article is
// told where there was any: "0 rejected, 3 passed over; ..."
struct Summary {
  std::uint64_t read = 0, stored = 0, duplicate = 0, rejected = 0, passed_over = 0, bytes = 0;
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  std::string str() const;
};

}  // namespace newsfacts
