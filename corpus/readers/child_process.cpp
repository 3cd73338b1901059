#include "corpus/readers/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>

namespace newsfacts {
namespace {

// Closed when it goes; -1 is none.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::lseek(file, 0, SEEK_SET) == 0;
}

void limit(int resource, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

// Between fork and exec nothing may be allocated: another thread may hold the lock.
[[noreturn]] void become(char* const* arguments, int input, int output,
                         const ProcessLimits& limits) {
  static char* const kNoEnvironment[] = {nullptr};
  const int nothing = ::open("/dev/null", O_WRONLY);
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, limits.seconds);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);  // it writes to the pipe alone
  ::execvpe(arguments[0], arguments, kNoEnvironment);
  ::_exit(127);
}

}  // namespace

Finished run_program(const std::vector<std::string>& arguments, std::string_view input,
                     const ProcessLimits& limits) {
  using Clock = std::chrono::steady_clock;
  Finished finished;
  const Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  int ends[2] = {-1, -1};
  if (file.number() < 0 || !write_whole(file.number(), input) || ::pipe2(ends, O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "a child process");
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  std::vector<char*> words;
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "a child process");
  if (child == 0) become(words.data(), file.number(), to.number(), limits);
  to.close();
  const auto deadline = Clock::now() + std::chrono::seconds(2 * limits.seconds);
  const std::string slow = "took more than " + std::to_string(limits.seconds) + " seconds";
  char buffer[std::size_t{64} << 10];
  while (finished.reason.empty()) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{from.number(), POLLIN, 0};
    const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) {
      finished.reason = slow;
      break;
    }
    const ssize_t got = ::read(from.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    finished.output.append(buffer, static_cast<std::size_t>(got));
    if (finished.output.size() > limits.output_bytes)
      finished.reason = "gave more than " + std::to_string(limits.output_bytes) + " bytes";
  }
  if (!finished.reason.empty()) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!finished.reason.empty()) return finished;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
    finished.reason = arguments[0] + " is not installed";
  else if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
    finished.reason = slow;
  else if (WIFSIGNALED(status))
    finished.reason = arguments[0] + " ended by signal " + std::to_string(WTERMSIG(status));
  else if (WEXITSTATUS(status) != 0)
    finished.reason = arguments[0] + " ended with code " + std::to_string(WEXITSTATUS(status));
  return finished;
}

}  // namespace newsfacts
