#include "corpus/readers/text.h"

#include <array>

#include "corpus/ascii.h"
#include "corpus/normalize.h"
#include "corpus/printed_date.h"

namespace newsfacts {
namespace {

constexpr std::size_t kLongestHeader = 16384;

struct Key {
  std::string_view name;
  std::string Metadata::*field;
};
constexpr std::array kKeys = std::to_array<Key>({{"id", &Metadata::id},
                                                 {"source", &Metadata::source},
                                                 {"url", &Metadata::url},
                                                 {"title", &Metadata::title},
                                                 {"author", &Metadata::author},
                                                 {"published", &Metadata::published},
                                                 {"date", &Metadata::published},
                                                 {"language", &Metadata::language}});

// Reads the header into `metadata`; returns how many bytes it takes, 0 where there is none.
std::size_t header(std::string_view raw, Metadata& metadata) {
  Metadata found = metadata;
  std::size_t at = 0;
  for (bool first = true;; first = false) {
    const std::size_t end = raw.find('\n', at);
    if (end == raw.npos || end > kLongestHeader) return 0;
    std::string_view line = raw.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    if (line.empty()) {
      if (first) return 0;
      found.published = iso_of_printed(found.published);
      metadata = std::move(found);
      return at;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return 0;
    const Key* key = nullptr;
    for (const Key& each : kKeys)
      if (same_word(line.substr(0, colon), each.name)) key = &each;
    if (!key) return 0;
    if (std::string value = normalized_line(line.substr(colon + 1)); !value.empty())
      found.*key->field = std::move(value);
  }
}

}  // namespace

Document read_text(InputFile file, const ReadOptions& options) {
  std::string raw;
  if (auto rejection = take_whole_text(file, "text", options.limits, &raw))
    return *std::move(rejection);
  Metadata metadata;
  metadata.id = file.name();
  metadata.url = file.about().url;
  if (const std::size_t bytes = header(raw, metadata)) raw.erase(0, bytes);
  return Document(std::move(metadata), std::move(raw));
}

}  // namespace newsfacts
