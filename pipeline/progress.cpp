#include "pipeline/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace newsfacts {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBarWidth = 30;

double seconds_since(Clock::time_point start) {
  return std::max(1e-6, std::chrono::duration<double>(Clock::now() - start).count());
}

std::string bytes_text(std::uint64_t bytes) {
  const auto b = static_cast<double>(bytes);
  if (bytes < 1'000) return fmt::format("{} B", bytes);
  if (bytes < 1'000'000) return fmt::format("{:.1f} kB", b / 1e3);
  if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", b / 1e6);
  return fmt::format("{:.2f} GB", b / 1e9);
}

}  // namespace

Progress::Progress(std::string_view what, bool always)
    : what_(what), active_(always || isatty(STDERR_FILENO) != 0), start_(Clock::now()) {}

Progress::~Progress() {
  if (!active_ || documents_ == 0) return;
  draw();
  std::fputc('\n', stderr);
}

void Progress::show(std::uint64_t bytes_done, std::uint64_t bytes_total,
                    std::uint64_t documents) {
  done_ = bytes_done;
  total_ = bytes_total;
  documents_ = documents;
  if (active_ && Clock::now() - last_ >= std::chrono::milliseconds(100)) draw();
}

void Progress::draw() {
  last_ = Clock::now();
  std::string bar;
  if (total_ > 0) {
    const auto full = static_cast<std::size_t>(
        std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_)) * kBarWidth);
    bar = fmt::format("[{}{}] ", std::string(full, '#'), std::string(kBarWidth - full, '.'));
  }
  fmt::print(stderr, "\r{} {}{} documents, {}, {:.1f} MB/s ", what_, bar, documents_,
             bytes_text(done_), static_cast<double>(done_) / 1e6 / seconds_since(start_));
  std::fflush(stderr);
}

std::string Summary::str() const {
  const double seconds = seconds_since(start);
  const std::string others = passed_over > 0 ? fmt::format(", {} passed over", passed_over) : "";
  return fmt::format("{} read, {} stored, {} duplicate, {} rejected{}; {} in {:.1f} s, {:.1f} MB/s",
                     read, stored, duplicate, rejected, others, bytes_text(bytes), seconds,
                     static_cast<double>(bytes) / 1e6 / seconds);
}

}  // namespace newsfacts
