// A ByteSource is where the bytes of an input come from, in order and once: a file descriptor,
// memory, a member of an archive, the decompressor over another source.  It knows nothing of
// documents.  An InputFile (input_file.h) reads one in chunks.
//
// A fault of the bytes or of the machine ends the source early and is told by failure(); what
// was given before it stands.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace newsfacts {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Puts up to `size` bytes at `into` and says how many; 0 at the end, and after a failure.
  virtual std::size_t read(char* into, std::size_t size) = 0;

  // Whether the next byte may be long in coming, as of a pipe: then what is there must do.
  virtual bool waits() const { return false; }

  // After a failure: whether the last bytes given are of what is damaged, as those of a member of a
  // .gz whose sum does not hold.
  virtual bool tainted() const { return false; }

  // After a failure: goes on behind what is damaged, where that can be told, as at the next member
  // of a .gz.  Then failure() is empty again.  False where the end is the end.
  virtual bool resume() { return false; }

  // "damaged gzip at byte 300: incorrect data check"; empty while all is well.
  const std::string& failure() const { return failure_; }

 protected:
  void fail(std::string reason) { failure_ = std::move(reason); }
  void recover() { failure_.clear(); }

 private:
  std::string failure_;
};

// Owned bytes.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* into, std::size_t size) override;

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// A file, pipe or standard input by its descriptor, closed at the end unless it is 0.  One below
// 0 is a failure "cannot open", with what errno says.
class DescriptorSource : public ByteSource {
 public:
  explicit DescriptorSource(int descriptor);
  ~DescriptorSource() override;
  DescriptorSource(const DescriptorSource&) = delete;
  std::size_t read(char* into, std::size_t size) override;
  bool waits() const override { return waits_; }

 private:
  int descriptor_;
  bool waits_ = false;
};

}  // namespace newsfacts
