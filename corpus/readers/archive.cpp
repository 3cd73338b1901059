#include "corpus/readers/archive.h"

#include <utility>

#include "corpus/readers/archive_stream.h"
#include "corpus/readers/formats.h"

namespace newsfacts {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kTarHeader = 512, kTarChecksum = 148, kTarChecksumSize = 8;

// The member at hand of an archive that outlives it.
class MemberSource : public ByteSource {
 public:
  explicit MemberSource(ArchiveStream& archive) : archive_(&archive) {}

  std::size_t read(char* into, std::size_t size) override {
    if (!failure().empty()) return 0;
    std::string fault;
    const std::size_t got = archive_->read(into, size, &fault);
    if (!fault.empty()) fail("damaged member: " + fault);
    return got;
  }

 private:
  ArchiveStream* archive_;
};

// Hidden: a name, or a folder on the way, with a dot before it.  `..` and `.` hide nothing.
bool is_hidden(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.size() > 1 && part.front() == '.' && part != "..") return true;
    begin = end + 1;
  }
  return path.starts_with("__MACOSX/");  // where a Mac keeps what is hidden
}

class ArchiveReader : public Reader {
 public:
  ArchiveReader(InputFile file, ArchiveStream::Kind kind, const ReadOptions& options)
      : name_(file.name()), options_(options), archive_(std::move(file), kind, options.limits) {}

  std::optional<Document> next() override {
    for (;;) {
      if (member_) {
        if (auto document = member_->next()) return document;
        passed_over_ += member_->passed_over();
        member_.reset();
      }
      const auto member = archive_.next();
      if (!member) {
        if (archive_.failure().empty() || std::exchange(failed_, true)) return std::nullopt;
        return rejected(name_, archive_.failure(), name_);
      }
      if (auto document = enter(*member)) return document;
    }
  }

  std::uint64_t passed_over() const override {
    return passed_over_ + (member_ ? member_->passed_over() : 0);
  }

 private:
  std::optional<Document> enter(const ArchiveStream::Member& member) {
    if (!member.is_file) return std::nullopt;
    InputFile file(std::make_unique<MemberSource>(archive_),
                   archive_.packed().within(name_ + "/" + member.path, member.modified));
    file.mark_as_found();
    const bool wanted = !options_.as.empty() || is_article(member.path);
    if (!wanted || is_hidden(member.path)) {
      ++passed_over_;
      return std::nullopt;
    }
    if (member.encrypted) return rejected(file.name(), "encrypted", file.name());
    member_ = open_reader(std::move(file), options_);
    return std::nullopt;
  }

  std::string name_;
  ReadOptions options_;
  ArchiveStream archive_;
  std::unique_ptr<Reader> member_;  // of the one at hand
  std::uint64_t passed_over_ = 0;
  bool failed_ = false;
};

}  // namespace

bool begins_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

// By the sum of the header's bytes, its own field counted as spaces: older tars have no mark.
bool begins_tar(std::string_view bytes) {
  if (bytes.size() < kTarHeader) return false;
  const std::string_view field = bytes.substr(kTarChecksum, kTarChecksumSize);
  unsigned said = 0, sum = ' ' * kTarChecksumSize;
  bool digits = false;
  for (const char c : field.substr(0, field.find('\0')))
    if (c >= '0' && c <= '7') {
      said = said * 8 + static_cast<unsigned>(c - '0');
      digits = true;
    }
  for (std::size_t i = 0; i < kTarHeader; ++i)
    if (i < kTarChecksum || i >= kTarChecksum + kTarChecksumSize)
      sum += static_cast<unsigned char>(bytes[i]);
  return digits && sum == said;
}

std::unique_ptr<Reader> open_zip(InputFile file, const ReadOptions& options) {
  return std::make_unique<ArchiveReader>(std::move(file), ArchiveStream::Kind::kZip, options);
}
std::unique_ptr<Reader> open_tar(InputFile file, const ReadOptions& options) {
  return std::make_unique<ArchiveReader>(std::move(file), ArchiveStream::Kind::kTar, options);
}

}  // namespace newsfacts
