#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <set>
#include <system_error>

#include "corpus/readers/jsonl.h"
#include "corpus/readers/reader.h"
#include "corpus/readers/text.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// The formats there are.  `begins` looks at a file's first bytes; the one that claims them
// reads it, else the one whose ending the name has, else it is plain text.
struct Format {
  std::array<std::string_view, 3> endings;
  bool (*begins)(std::string_view bytes);
  std::unique_ptr<Reader> (*open)(InputFile, std::string name, const ReadLimits&);
};

template <typename FormatReader>
std::unique_ptr<Reader> open(InputFile file, std::string name, const ReadLimits& limits) {
  return std::make_unique<FormatReader>(std::move(file), std::move(name), limits);
}

bool begins_with_brace(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  const std::size_t at = bytes.find_first_not_of(" \t\r\n");
  return at != bytes.npos && bytes[at] == '{';
}

constexpr std::array kFormats = std::to_array<Format>({
    {{".jsonl", ".ndjson", ".json"}, begins_with_brace, open<JsonLinesReader>},
    {{".txt", ".text", ""}, [](std::string_view) { return false; }, open<TextReader>},
});

bool has_ending(const Format& format, std::string_view name) {
  return std::any_of(format.endings.begin(), format.endings.end(), [&](std::string_view ending) {
    return !ending.empty() && name.size() > ending.size() && name.ends_with(ending);
  });
}

const Format& format_of(std::string_view name, std::string_view bytes) {
  for (const Format& format : kFormats)
    if (format.begins(bytes)) return format;
  for (const Format& format : kFormats)
    if (has_ending(format, name)) return format;
  return kFormats.back();
}

// A file of a folder that no format's name fits, such as .md or .jpg, is no article; one without
// an ending may be.
bool is_article(std::string_view name) {
  return name.find('.') == name.npos ||
         std::any_of(kFormats.begin(), kFormats.end(),
                     [&](const Format& format) { return has_ending(format, name); });
}

// Text may hold a stray NUL, and it may be broken; what is full of NULs, or both holds some
// and is broken, was never text.
bool is_binary(std::string_view bytes) {
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (nuls * 10 > bytes.size()) return true;
  const auto fault = invalid_utf8_at(bytes);
  return nuls > 0 && fault && *fault + 4 < bytes.size();  // not a code point that is cut off
}

// One document that was made before it was asked for.
class Single : public Reader {
 public:
  explicit Single(Document document) : document_(std::move(document)) {}
  std::optional<Document> next() override { return std::exchange(document_, std::nullopt); }

 private:
  std::optional<Document> document_;
};

std::unique_ptr<Reader> reader_of(InputFile file, const std::string& path, std::string name,
                                  const ReadLimits& limits) {
  name = valid_utf8(name);
  const std::string_view bytes = file.beginning();
  if (!file.failure().empty())
    return std::make_unique<Single>(rejected(name, file.failure(), valid_utf8(path)));
  const Format& format = format_of(name, bytes);
  if (!format.begins(bytes) && is_binary(bytes))
    return std::make_unique<Single>(rejected(name, "binary data, not text", name));
  return format.open(std::move(file), std::move(name), limits);
}

struct Found {
  std::string path, name;
  std::string failure;  // of a folder that cannot be listed
  bool standard_input = false;
};

class Search {
 public:
  std::vector<Found> found;
  std::uint64_t bytes = 0;
  bool bytes_known = true;
  std::uint64_t passed_over = 0;

  void argument(const std::string& path) {
    struct stat about;
    if (path == "-") {
      bytes_known = false;
      found.push_back({path, "stdin", "", true});
    } else if (::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode)) {
      entered_.clear();
      entered_.insert({about.st_dev, about.st_ino});
      folder(path, "");
    } else {
      if (::stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode))
        bytes += static_cast<std::uint64_t>(about.st_size);
      else
        bytes_known = false;
      found.push_back({path, path.substr(path.rfind('/') + 1), "", false});
    }
  }

 private:
  void folder(const std::string& path, const std::string& prefix) {
    DIR* const listing = ::opendir(path.c_str());
    if (!listing) {
      const std::string reason = std::generic_category().message(errno);
      found.push_back({path, prefix.empty() ? path : prefix.substr(0, prefix.size() - 1),
                       "cannot list: " + reason, false});
      return;
    }
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(listing))
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    ::closedir(listing);
    std::sort(names.begin(), names.end());
    const std::string within = path.ends_with('/') ? path : path + "/";
    for (const std::string& name : names) {
      struct stat about;
      if (::stat((within + name).c_str(), &about) != 0) {
        found.push_back({within + name, prefix + name, "", false});  // opening it says why
      } else if (S_ISDIR(about.st_mode)) {
        // A folder is entered once, so that links in a circle come to an end.
        if (entered_.insert({about.st_dev, about.st_ino}).second)
          folder(within + name, prefix + name + "/");
      } else if (S_ISREG(about.st_mode) && is_article(name)) {
        bytes += static_cast<std::uint64_t>(about.st_size);
        found.push_back({within + name, prefix + name, "", false});
      } else {
        ++passed_over;
      }
    }
  }

  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

Document rejected(std::string_view id, std::string_view reason, std::string_view place) {
  Document document;
  document.metadata.id = id;
  document.rejected = Rejection{"read", std::string(reason), std::string(place)};
  return document;
}

std::string too_long(std::string_view what, std::size_t size, const ReadLimits& limits) {
  return std::string(what) + " of " + std::to_string(size) + " bytes exceeds the limit of " +
         std::to_string(limits.document_bytes) + " bytes (--max-document-bytes)";
}

std::unique_ptr<Reader> open_reader(const std::string& path, const std::string& name,
                                    const ReadLimits& limits) {
  return reader_of(InputFile(path, nullptr), path, name, limits);
}

std::unique_ptr<Reader> open_standard_input(const ReadLimits& limits) {
  return reader_of(InputFile::standard_input(nullptr), "-", "stdin", limits);
}

struct Inputs::State {
  Search search;
  ReadLimits limits;
  std::size_t at = 0;
  std::unique_ptr<Reader> reader;
  std::atomic<std::uint64_t> done = 0;
};

Inputs::Inputs(std::vector<std::string> paths, ReadLimits limits)
    : state_(std::make_unique<State>()) {
  state_->limits = limits;
  for (const std::string& path : paths) state_->search.argument(path);
}

Inputs::~Inputs() = default;

std::optional<Document> Inputs::next() {
  State& state = *state_;
  for (;;) {
    if (state.reader) {
      if (auto document = state.reader->next()) return document;
      state.reader.reset();
    }
    if (state.at == state.search.found.size()) return std::nullopt;
    const Found& found = state.search.found[state.at++];
    if (!found.failure.empty())
      return rejected(valid_utf8(found.name), found.failure, valid_utf8(found.path));
    state.reader = reader_of(found.standard_input ? InputFile::standard_input(&state.done)
                                                  : InputFile(found.path, &state.done),
                             found.path, found.name, state.limits);
  }
}

std::uint64_t Inputs::bytes_done() const {
  return state_->done;
}
std::uint64_t Inputs::bytes_total() const {
  return state_->search.bytes_known ? state_->search.bytes : 0;
}
std::uint64_t Inputs::passed_over() const {
  return state_->search.passed_over;
}

}  // namespace newsfacts
