#include "pipeline/signals.h"

#include <csignal>

namespace newsfacts {
namespace {

volatile std::sig_atomic_t received = 0;

extern "C" void remember(int signal) {
  received = signal;
  std::signal(signal, SIG_DFL);  // who asks twice is not kept waiting
}

}  // namespace

void catch_signals() {
  std::signal(SIGINT, remember);
  std::signal(SIGTERM, remember);
}

int signal_received() {
  return received;
}

}  // namespace newsfacts
