#include "corpus/readers/inputs.h"

#include <dirent.h>
#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <set>
#include <system_error>

#include "corpus/readers/formats.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

struct Found {
  std::string path, name;
  std::string failure;  // of a folder that cannot be listed
  bool standard_input = false;
  bool in_folder = false;
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
      found.push_back({path, "stdin", "", true, false});
    } else if (::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode)) {
      entered_.clear();
      entered_.insert({about.st_dev, about.st_ino});
      folder(path, "");
    } else if (const auto matches = matching(path); !matches.empty()) {
      for (const std::string& match : matches) argument(match);
    } else {
      if (::stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode))
        bytes += static_cast<std::uint64_t>(about.st_size);
      else
        bytes_known = false;
      found.push_back({path, path.substr(path.rfind('/') + 1), "", false, false});
    }
  }

 private:
  // The names that a pattern stands for, in their order; none of what is no pattern, or a name
  // itself.
  static std::vector<std::string> matching(const std::string& path) {
    std::vector<std::string> names;
    struct stat about;
    if (path.find_first_of("*?[") == path.npos || ::lstat(path.c_str(), &about) == 0) return names;
    glob_t found{};
    if (::glob(path.c_str(), 0, nullptr, &found) == 0)
      for (std::size_t i = 0; i < found.gl_pathc; ++i) names.emplace_back(found.gl_pathv[i]);
    ::globfree(&found);
    return names;
  }

  void folder(const std::string& path, const std::string& prefix) {
    DIR* const listing = ::opendir(path.c_str());
    if (!listing) {
      const std::string reason = std::generic_category().message(errno);
      found.push_back({path, prefix.empty() ? path : prefix.substr(0, prefix.size() - 1),
                       "cannot list: " + reason, false, true});
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
        found.push_back({within + name, prefix + name, "", false, true});  // opening it says why
      } else if (S_ISDIR(about.st_mode)) {
        // A folder is entered once, so that links in a circle come to an end.
        if (entered_.insert({about.st_dev, about.st_ino}).second)
          folder(within + name, prefix + name + "/");
      } else if (S_ISREG(about.st_mode) && is_article(name)) {
        bytes += static_cast<std::uint64_t>(about.st_size);
        found.push_back({within + name, prefix + name, "", false, true});
      } else {
        ++passed_over;
      }
    }
  }

  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

struct Inputs::State {
  Search search;
  ReadOptions options;
  std::size_t at = 0;
  std::unique_ptr<Reader> reader;
  std::uint64_t passed_over = 0;  // by the readers that came to their end
  std::atomic<std::uint64_t> done = 0;
};

Inputs::Inputs(std::vector<std::string> paths, ReadOptions options)
    : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
  for (const std::string& path : paths) state_->search.argument(path);
}

Inputs::~Inputs() = default;

std::optional<Document> Inputs::next() {
  State& state = *state_;
  for (;;) {
    if (state.reader) {
      if (auto document = state.reader->next()) return document;
      state.passed_over += state.reader->passed_over();
      state.reader.reset();
    }
    if (state.at == state.search.found.size()) return std::nullopt;
    const Found& found = state.search.found[state.at++];
    if (!found.failure.empty())
      return rejected(valid_utf8(found.name), found.failure, valid_utf8(found.path));
    InputFile file = found.standard_input ? InputFile::standard_input(&state.done)
                                          : InputFile::open(found.path, found.name, &state.done);
    if (!file.failure().empty())
      return rejected(file.name(), file.failure(), valid_utf8(found.path));
    if (found.in_folder) file.mark_as_found();
    state.reader = open_reader(std::move(file), state.options);
  }
}

std::uint64_t Inputs::bytes_done() const {
  return state_->done;
}
std::uint64_t Inputs::bytes_total() const {
  return state_->search.bytes_known ? state_->search.bytes : 0;
}
std::uint64_t Inputs::passed_over() const {
  return state_->search.passed_over + state_->passed_over +
         (state_->reader ? state_->reader->passed_over() : 0);
}

}  // namespace newsfacts
