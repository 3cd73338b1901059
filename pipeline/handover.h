// A Handover tells the thread sanitizer what oneTBB guarantees: that whoever works on `what` sees
// all that was done to it before.  The library is not built with the sanitizer, which without a
// word would take each document that goes from worker to worker for a race, and bury the real
// ones.  In any other build it is nothing.

#pragma once

#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace newsfacts {

class Handover {
 public:
#ifdef __SANITIZE_THREAD__
  explicit Handover(const void* what) : what_(const_cast<void*>(what)) {
    __tsan_acquire(what_);
  }
  ~Handover() {
    __tsan_release(what_);
  }
#else
  explicit Handover(const void*) {}
  ~Handover() {}
#endif
  Handover(const Handover&) = delete;
  Handover& operator=(const Handover&) = delete;

#ifdef __SANITIZE_THREAD__
 private:
  void* what_;
#endif
};

}  // namespace newsfacts
