#include "corpus/readers/compressed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/readers/codec.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/unpacking.h"

namespace newsfacts {
namespace {

using namespace std::string_view_literals;

class Decompressed : public ByteSource {
 public:
  Decompressed(std::shared_ptr<Packed> packed, std::unique_ptr<Codec> codec)
      : packed_(std::move(packed)), codec_(std::move(codec)) {}

  bool waits() const override { return packed_->file().waits(); }

  std::size_t read(char* into, std::size_t size) override {
    std::size_t given = 0;
    while (given == 0 && failure().empty() && !done_) {
      if (chunk_.empty() && !last_) refill();
      if (!failure().empty()) break;
      if (at_boundary_ && over()) break;
      given = step(into, size);
    }
    packed_->unpacking().gave(given);
    if (std::string limit = packed_->unpacking().exceeded(); !limit.empty()) {
      fail(std::move(limit));
      broken_ = false;
      return 0;
    }
    return given;
  }

  bool tainted() const override { return spoke_; }

  bool resume() override {
    if (!std::exchange(broken_, false) || codec_->magic().empty()) return false;
    recover();
    // Not the member that is broken once more: zstd takes none of what it finds so.
    if (place() == member_ && !chunk_.empty()) chunk_.remove_prefix(1);
    at_boundary_ = find_member() && failure().empty();
    return at_boundary_;
  }

 private:
  void refill() {
    chunk_ = packed_->next_chunk();
    last_ = chunk_.empty();
    if (!packed_->file().failure().empty()) fail(packed_->file().failure());
  }

  // Moves to the magic bytes of the next member, which may begin in one chunk and end in another.
  bool find_member() {
    const std::string_view magic = codec_->magic();
    for (;;) {
      const std::size_t at = chunk_.find(magic);
      if (at != chunk_.npos) {
        chunk_.remove_prefix(at);
        return true;
      }
      std::string tail(chunk_.substr(chunk_.size() - std::min(chunk_.size(), magic.size() - 1)));
      refill();
      if (chunk_.empty()) return false;
      joined_ = std::move(tail.append(chunk_));
      chunk_ = joined_;
    }
  }

  // Between members: whether there is no other.
  bool over() {
    if (codec_->may_be_padded() && members_ > 0)
      while (!chunk_.empty() && chunk_.front() == '\0') {
        chunk_.remove_prefix(1);
        if (chunk_.empty()) refill();
      }
    if (chunk_.empty() && members_ == 0) fail("damaged " + std::string(codec_->name()) + ": empty");
    done_ = chunk_.empty();
    return done_;
  }

  std::size_t step(char* into, std::size_t size) {
    std::size_t given = 0;
    if (at_boundary_) member_ = place();
    const std::size_t before = chunk_.size();
    const auto outcome = codec_->run(&chunk_, last_, into, size, &given);
    at_boundary_ = outcome == Codec::Outcome::kEnd;
    members_ += at_boundary_;
    spoke_ = !at_boundary_ && (spoke_ || given > 0);
    broken_ = outcome == Codec::Outcome::kBroken;
    if (broken_) fault(codec_->reason());
    const bool stuck = given == 0 && before == chunk_.size();
    if (outcome == Codec::Outcome::kMore && last_ && stuck) fault("cut off");
    return given;
  }

  std::uint64_t place() const { return packed_->given() - chunk_.size(); }

  void fault(std::string_view reason) {
    fail("damaged " + std::string(codec_->name()) + " at byte " + std::to_string(place()) + ": " +
         std::string(reason));
  }

  std::shared_ptr<Packed> packed_;
  std::unique_ptr<Codec> codec_;
  std::string_view chunk_;   // what is left of it
  std::string joined_;       // the end of one and the next, while a member is looked for
  bool last_ = false;        // there is no chunk behind it
  bool at_boundary_ = true;  // before the first member, or behind one
  bool done_ = false;
  bool broken_ = false;  // the codec said so
  bool spoke_ = false;   // something of the member at hand was given
  std::size_t members_ = 0;
  std::uint64_t member_ = 0;  // where the one at hand begins
};

std::unique_ptr<Reader> unpacked(InputFile file, std::unique_ptr<Codec> codec,
                                 const ReadOptions& options) {
  auto packed = std::make_shared<Packed>(std::move(file), options.limits);
  Provenance about = packed->within(packed->file().name());
  about.bare_name = bare_name(about.bare_name.empty() ? about.name : about.bare_name);
  return open_reader(
      InputFile(std::make_unique<Decompressed>(std::move(packed), std::move(codec)), about),
      options);
}

}  // namespace

bool begins_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B"sv);
}
bool begins_zstd(std::string_view bytes) {
  // A frame, or one of those that are to be skipped.
  return bytes.starts_with("\x28\xB5\x2F\xFD"sv) ||
         (bytes.size() >= 4 && (bytes[0] & 0xF0) == 0x50 && bytes.substr(1, 3) == "\x2A\x4D\x18"sv);
}
bool begins_xz(std::string_view bytes) {
  return bytes.starts_with(
      "\xFD"
      "7zXZ\0"sv);
}
bool begins_bzip2(std::string_view bytes) {
  // "BZh1" to "BZh9", then a block, or the end of an empty stream.
  return bytes.size() >= 10 && bytes.starts_with("BZh") && bytes[3] >= '1' && bytes[3] <= '9' &&
         (bytes.substr(4, 6) == "1AY&SY"sv || bytes.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"sv);
}

std::string bare_name(std::string_view name) {
  struct Ending {
    std::string_view packed, bare;
  };
  static constexpr std::array kEndings = std::to_array<Ending>({{".tgz", ".tar"},
                                                                {".tzst", ".tar"},
                                                                {".txz", ".tar"},
                                                                {".tbz2", ".tar"},
                                                                {".gz", ""},
                                                                {".zst", ""},
                                                                {".xz", ""},
                                                                {".bz2", ""}});
  for (const Ending& ending : kEndings)
    if (name_ends(name, ending.packed))
      return std::string(name.substr(0, name.size() - ending.packed.size())).append(ending.bare);
  return std::string(name);
}

std::unique_ptr<Reader> open_gzip(InputFile file, const ReadOptions& options) {
  return unpacked(std::move(file), gzip_codec(), options);
}
std::unique_ptr<Reader> open_zstd(InputFile file, const ReadOptions& options) {
  return unpacked(std::move(file), zstd_codec(), options);
}
std::unique_ptr<Reader> open_xz(InputFile file, const ReadOptions& options) {
  return unpacked(std::move(file), xz_codec(), options);
}
std::unique_ptr<Reader> open_bzip2(InputFile file, const ReadOptions& options) {
  return unpacked(std::move(file), bzip2_codec(), options);
}

}  // namespace newsfacts
