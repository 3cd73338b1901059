// A Codec undoes one way of compressing, a member (stream, frame) at a time, over bytes in memory.
// Sources over it: compressed files (compressed.h) and the bodies of crawled pages (http_body.h).

#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace newsfacts {

class Codec {
 public:
  enum class Outcome {
    kMore,    // all is well so far: it wants more input or more room
    kEnd,     // the member came to its end, and its checks hold
    kBroken,  // reason() says how
  };

  virtual ~Codec() = default;

  // Unpacks from `*in` into the `size` bytes at `out`.  Moves `*in` over what it took, and says in
  // `*given` how much it wrote.  `last`: there is no input behind `*in`.  After kEnd, and where
  // there is a magic() after kBroken, the next call begins the next member.
  virtual Outcome run(std::string_view* in, bool last, char* out, std::size_t size,
                      std::size_t* given) = 0;

  virtual std::string_view name() const = 0;  // "gzip"

  // What each member begins with, so that one behind a broken one can be found; empty where
  // members are no use alone.
  virtual std::string_view magic() const { return {}; }

  // Whether zero bytes may stand behind the last member, as on tapes.
  virtual bool may_be_padded() const { return false; }

  const std::string& reason() const { return reason_; }

 protected:
  Outcome broken(std::string reason) {
    reason_ = std::move(reason);
    return Outcome::kBroken;
  }

 private:
  std::string reason_;
};

std::unique_ptr<Codec> gzip_codec();     // RFC 1952
std::unique_ptr<Codec> deflate_codec();  // RFC 1950, or RFC 1951 as some servers send it
std::unique_ptr<Codec> zstd_codec();     // RFC 8878
std::unique_ptr<Codec> xz_codec();       // The .xz File Format 1.1.0
std::unique_ptr<Codec> bzip2_codec();
std::unique_ptr<Codec> brotli_codec();  // RFC 7932

}  // namespace newsfacts
