#include "corpus/readers/codec.h"

#include <brotli/decode.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <limits>
#include <new>

namespace newsfacts {
namespace {

using namespace std::string_view_literals;

// What a decoder may hold: its window.  `zstd --long` and `xz -9` stay below it.
constexpr std::size_t kMemory = std::size_t{256} << 20;
constexpr int kZstdWindowLog = 27;  // 128 MiB

// The libraries' interfaces of `unsigned` lengths and bytes that are not const.
unsigned length(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
}
template <typename Byte>
Byte* bytes_of(std::string_view in) {
  return reinterpret_cast<Byte*>(const_cast<char*>(in.data()));
}

class Zlib : public Codec {
 public:
  explicit Zlib(bool gzip) : gzip_(gzip) {
    if (inflateInit2(&stream_, gzip ? 15 + 16 : 15) != Z_OK) throw std::bad_alloc();
  }
  ~Zlib() override { inflateEnd(&stream_); }
  Zlib(const Zlib&) = delete;

  std::string_view name() const override { return gzip_ ? "gzip" : "deflate"; }
  std::string_view magic() const override { return gzip_ ? "\x1F\x8B\x08"sv : ""sv; }
  bool may_be_padded() const override { return gzip_; }

  Outcome run(std::string_view* in, bool, char* out, std::size_t size,
              std::size_t* given) override {
    if (ended_) inflateReset(&stream_);
    // A deflate stream should begin with the two bytes of RFC 1950, and often does not.
    if (!gzip_ && fresh_ && !in->empty() && (in->front() & 0x0F) != 8) inflateReset2(&stream_, -15);
    fresh_ = fresh_ && in->empty();
    stream_.next_in = bytes_of<Bytef>(*in);
    stream_.avail_in = length(in->size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = length(size);
    const int result = inflate(&stream_, Z_NO_FLUSH);
    *given = size - stream_.avail_out;
    in->remove_prefix(in->size() - stream_.avail_in);
    ended_ = result != Z_OK && result != Z_BUF_ERROR;
    if (!ended_) return Outcome::kMore;
    if (result == Z_STREAM_END) return Outcome::kEnd;
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    return broken(stream_.msg ? stream_.msg : "needs a dictionary");
  }

 private:
  z_stream stream_{};
  bool gzip_, ended_ = false, fresh_ = true;
};

class Zstd : public Codec {
 public:
  Zstd() : stream_(ZSTD_createDStream()) {
    if (!stream_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kZstdWindowLog);
  }
  ~Zstd() override { ZSTD_freeDStream(stream_); }
  Zstd(const Zstd&) = delete;

  std::string_view name() const override { return "zstd"; }
  std::string_view magic() const override { return "\x28\xB5\x2F\xFD"sv; }

  Outcome run(std::string_view* in, bool, char* out, std::size_t size,
              std::size_t* given) override {
    ZSTD_inBuffer input{in->data(), in->size(), 0};
    ZSTD_outBuffer output{out, size, 0};
    const std::size_t result = ZSTD_decompressStream(stream_, &output, &input);
    *given = output.pos;
    in->remove_prefix(input.pos);
    if (ZSTD_isError(result)) {
      ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only);
      if (ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge)
        return broken("its window exceeds the limit of 128 MiB");
      return broken(ZSTD_getErrorName(result));
    }
    return result == 0 ? Outcome::kEnd : Outcome::kMore;
  }

 private:
  ZSTD_DStream* stream_;
};

// Goes over all streams and the padding between them itself, and comes to its end once.
class Xz : public Codec {
 public:
  Xz() {
    if (lzma_stream_decoder(&stream_, kMemory, LZMA_CONCATENATED | LZMA_TELL_UNSUPPORTED_CHECK) !=
        LZMA_OK)
      throw std::bad_alloc();
  }
  ~Xz() override { lzma_end(&stream_); }
  Xz(const Xz&) = delete;

  std::string_view name() const override { return "xz"; }

  Outcome run(std::string_view* in, bool last, char* out, std::size_t size,
              std::size_t* given) override {
    stream_.next_in = bytes_of<const std::uint8_t>(*in);
    stream_.avail_in = in->size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out);
    stream_.avail_out = size;
    const lzma_ret result = lzma_code(&stream_, last ? LZMA_FINISH : LZMA_RUN);
    *given = size - stream_.avail_out;
    in->remove_prefix(in->size() - stream_.avail_in);
    switch (result) {
      case LZMA_OK:
      case LZMA_BUF_ERROR: return Outcome::kMore;
      case LZMA_STREAM_END: return Outcome::kEnd;
      case LZMA_MEM_ERROR: throw std::bad_alloc();
      case LZMA_MEMLIMIT_ERROR: return broken("its dictionary exceeds the limit of 256 MiB");
      case LZMA_UNSUPPORTED_CHECK: return broken("a check of an unknown kind");
      case LZMA_FORMAT_ERROR: return broken("no xz stream");
      case LZMA_OPTIONS_ERROR: return broken("unknown options");
      default: return broken("corrupt data");
    }
  }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

class Bzip2 : public Codec {
 public:
  Bzip2() { begin(); }
  ~Bzip2() override { BZ2_bzDecompressEnd(&stream_); }
  Bzip2(const Bzip2&) = delete;

  std::string_view name() const override { return "bzip2"; }

  Outcome run(std::string_view* in, bool, char* out, std::size_t size,
              std::size_t* given) override {
    if (ended_) {
      BZ2_bzDecompressEnd(&stream_);
      begin();
    }
    stream_.next_in = bytes_of<char>(*in);
    stream_.avail_in = length(in->size());
    stream_.next_out = out;
    stream_.avail_out = length(size);
    const int result = BZ2_bzDecompress(&stream_);
    *given = size - stream_.avail_out;
    in->remove_prefix(in->size() - stream_.avail_in);
    ended_ = result == BZ_STREAM_END;
    if (ended_) return Outcome::kEnd;
    if (result == BZ_OK) return Outcome::kMore;
    if (result == BZ_MEM_ERROR) throw std::bad_alloc();
    return broken(result == BZ_DATA_ERROR_MAGIC ? "no bzip2 stream" : "corrupt data");
  }

 private:
  void begin() {
    stream_ = {};
    ended_ = false;
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }

  bz_stream stream_{};
  bool ended_ = false;
};

class Brotli : public Codec {
 public:
  Brotli() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    if (!state_) throw std::bad_alloc();
  }
  ~Brotli() override { BrotliDecoderDestroyInstance(state_); }
  Brotli(const Brotli&) = delete;

  std::string_view name() const override { return "brotli"; }

  Outcome run(std::string_view* in, bool, char* out, std::size_t size,
              std::size_t* given) override {
    if (BrotliDecoderIsFinished(state_)) return broken("bytes behind its end");
    std::size_t left = in->size(), room = size;
    auto* next_in = bytes_of<const std::uint8_t>(*in);
    auto* next_out = reinterpret_cast<std::uint8_t*>(out);
    const auto result =
        BrotliDecoderDecompressStream(state_, &left, &next_in, &room, &next_out, nullptr);
    *given = size - room;
    in->remove_prefix(in->size() - left);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return Outcome::kEnd;
    if (result != BROTLI_DECODER_RESULT_ERROR) return Outcome::kMore;
    return broken(BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state_)));
  }

 private:
  BrotliDecoderState* state_;
};

}  // namespace

std::unique_ptr<Codec> gzip_codec() {
  return std::make_unique<Zlib>(true);
}
std::unique_ptr<Codec> deflate_codec() {
  return std::make_unique<Zlib>(false);
}
std::unique_ptr<Codec> zstd_codec() {
  return std::make_unique<Zstd>();
}
std::unique_ptr<Codec> xz_codec() {
  return std::make_unique<Xz>();
}
std::unique_ptr<Codec> bzip2_codec() {
  return std::make_unique<Bzip2>();
}
std::unique_ptr<Codec> brotli_codec() {
  return std::make_unique<Brotli>();
}

}  // namespace newsfacts
