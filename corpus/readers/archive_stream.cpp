#include "corpus/readers/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <new>

namespace newsfacts {
namespace {

using namespace std::string_view_literals;

// The end of a ZIP's directory is 22 bytes and a comment (APPNOTE 4.3.16), an entry of it 46 and
// three texts (4.3.12).
constexpr std::size_t kZipEnd = 22, kZipEntry = 46;

// Of the last bytes so many are kept: the directory of some 40,000 members.
constexpr std::size_t kTail = std::size_t{4} << 20;

constexpr std::size_t kTarBlock = 512;

// Older is what a clock that was never set writes.
constexpr Day kOldest = std::chrono::sys_days(std::chrono::year(1990) / 1 / 1);

unsigned u16(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) + 256u * static_cast<unsigned char>(bytes[at + 1]);
}

std::uint64_t u32(std::string_view bytes, std::size_t at) {
  return u16(bytes, at) + 65536ull * u16(bytes, at + 2);
}

// How many bytes the members hold by the directory; nullopt where that stands in Zip64 records.
std::optional<std::uint64_t> unpacked_size(std::string_view directory) {
  std::uint64_t sum = 0;
  while (directory.size() >= kZipEntry && directory.starts_with("PK\x01\x02"sv)) {
    const std::uint64_t size = u32(directory, 24);
    if (size == 0xFFFFFFFF) return std::nullopt;
    sum += size;
    const std::size_t texts = u16(directory, 28) + u16(directory, 30) + u16(directory, 32);
    directory.remove_prefix(std::min(kZipEntry + texts, directory.size()));
  }
  return sum;
}

}  // namespace

struct ArchiveStream::State {
  State(InputFile file, Kind of_kind, const ReadLimits& limits)
      : packed(std::move(file), limits), kind(of_kind) {}

  Packed packed;
  Kind kind;
  archive* reader = nullptr;
  std::string tail;  // the last bytes that were read
  std::size_t headers = 0;
  std::uint64_t given = 0;  // bytes of members
  bool sound = true;        // every member was given whole
  std::string failure;
  bool ended = false;

  std::string_view next_chunk() {
    const std::string_view chunk = packed.next_chunk();
    if (tail.size() > 2 * kTail) tail.erase(0, tail.size() - kTail);
    tail += chunk;
    return chunk;
  }

  void fail(const std::string& reason) {
    ended = true;
    if (const std::string& own = packed.file().failure(); !own.empty())
      failure = own;
    else if (const std::string limit = packed.unpacking().exceeded(); !limit.empty())
      failure = limit;
    else
      failure = std::string("damaged ") + (kind == Kind::kZip ? "zip" : "tar") + " at byte " +
                std::to_string(archive_filter_bytes(reader, -1)) + ": " + reason;
  }

  std::string error() const {
    const char* const words = archive_error_string(reader);
    return words ? words : "it cannot be read";
  }

  // Behind the last member: whether the end of the archive is there, and agrees with it.
  void end() {
    ended = true;
    while (!next_chunk().empty()) {
    }
    if (!packed.file().failure().empty()) return fail("");
    if (kind == Kind::kTar) {
      const std::string_view last =
          std::string_view(tail).substr(tail.size() - std::min(tail.size(), kTarBlock));
      if (last.find_first_not_of('\0') != last.npos) fail("cut off: it does not end in zeros");
      return;
    }
    const std::size_t at = tail.rfind("PK\x05\x06"sv);
    if (at == tail.npos || tail.size() - at < kZipEnd)
      return fail("cut off: the end of its directory is missing");
    const std::uint64_t members = u16(tail, at + 10), size = u32(tail, at + 12);
    if (members == 0xFFFF) return;  // it stands in a Zip64 record
    if (members != headers)
      return fail(std::to_string(members) + " members by its directory, and " +
                  std::to_string(headers) + " found");
    if (size > at || !sound) return;  // longer than what was kept
    const auto said = unpacked_size(std::string_view(tail).substr(at - size, size));
    if (said && *said != given)
      fail("members of " + std::to_string(*said) + " bytes by its directory, and of " +
           std::to_string(given) + " found");
  }

  static la_ssize_t read_callback(archive* reader, void* self, const void** buffer) {
    State& state = *static_cast<State*>(self);
    const std::string_view chunk = state.next_chunk();
    *buffer = chunk.data();
    if (!chunk.empty() || state.packed.file().failure().empty())
      return static_cast<la_ssize_t>(chunk.size());
    archive_set_error(reader, EIO, "%s", state.packed.file().failure().c_str());
    return -1;
  }
};

ArchiveStream::ArchiveStream(InputFile file, Kind kind, const ReadLimits& limits)
    : state_(std::make_unique<State>(std::move(file), kind, limits)) {
  State& state = *state_;
  state.reader = archive_read_new();
  if (!state.reader) throw std::bad_alloc();
  archive_read_support_filter_none(state.reader);
  if (kind == Kind::kZip)
    archive_read_support_format_zip_streamable(state.reader);
  else
    archive_read_support_format_tar(state.reader);
  if (archive_read_open(state.reader, &state, nullptr, State::read_callback, nullptr) != ARCHIVE_OK)
    state.fail(state.error());
}

ArchiveStream::~ArchiveStream() {
  archive_read_free(state_->reader);
}

std::optional<ArchiveStream::Member> ArchiveStream::next() {
  State& state = *state_;
  if (state.headers > 0) {  // what is left of the member at hand counts, too
    char rest[std::size_t{16} << 10];
    std::string fault;
    while (read(rest, sizeof rest, &fault) > 0) {
    }
  }
  if (state.ended) return std::nullopt;
  archive_entry* entry = nullptr;
  int result = ARCHIVE_RETRY;
  for (int tries = 0; result == ARCHIVE_RETRY && tries < 100; ++tries)
    result = archive_read_next_header(state.reader, &entry);
  if (result == ARCHIVE_EOF) {
    state.end();
    return std::nullopt;
  }
  // A warning is about a header's fields, such as a name in an unknown character set.
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
    state.fail(state.error());
    return std::nullopt;
  }
  ++state.headers;
  Member member;
  const char* path = archive_entry_pathname_utf8(entry);
  if (!path) path = archive_entry_pathname(entry);
  member.path = path ? path : std::to_string(state.headers);
  member.is_file = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry);
  member.encrypted = archive_entry_is_encrypted(entry) == 1;
  if (archive_entry_mtime_is_set(entry)) {
    Day day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(archive_entry_mtime(entry))));
    // A ZIP's times are of an unknown zone.
    if (state.kind == Kind::kZip) day += std::chrono::days(1);
    if (day >= kOldest) member.modified = day;
  }
  return member;
}

std::size_t ArchiveStream::read(char* into, std::size_t size, std::string* fault) {
  State& state = *state_;
  if (state.ended) return 0;
  la_ssize_t got = ARCHIVE_RETRY;
  for (int tries = 0; got == ARCHIVE_RETRY && tries < 100; ++tries)
    got = archive_read_data(state.reader, into, size);
  if (got < 0) {
    *fault = state.error();
    state.sound = false;
    return 0;
  }
  state.given += static_cast<std::uint64_t>(got);
  state.packed.unpacking().gave(static_cast<std::uint64_t>(got));
  if (std::string limit = state.packed.unpacking().exceeded(); !limit.empty()) {
    *fault = limit;
    state.fail(limit);
    return 0;
  }
  return static_cast<std::size_t>(got);
}

const std::string& ArchiveStream::failure() const {
  return state_->failure;
}
Packed& ArchiveStream::packed() {
  return state_->packed;
}

}  // namespace newsfacts
