#include "corpus/html/meta_tags.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/html/entities.h"
#include "corpus/normalize.h"
#include "corpus/table.h"
#include "corpus/words.h"

namespace newsfacts::html {
namespace {

struct Place {
  std::size_t field = 0, rank = 0;
};

const std::unordered_map<std::string, Place>& places() {
  static const std::unordered_map<std::string, Place> all = [] {
    std::unordered_map<std::string, Place> read;
    for (const auto& [word, names] : table_rows("html/meta_names.tsv")) {
      const auto field = found_in<MetaField>(kMetaFieldWords, word);
      if (!field) continue;
      std::size_t rank = 0;
      for (const std::string_view name : parts_of(names, ' '))
        read.emplace(std::string(name), Place{static_cast<std::size_t>(*field), rank++});
    }
    return read;
  }();
  return all;
}

}  // namespace

std::string plain_line(std::string_view value) {
  constexpr std::size_t kMost = 20000;
  std::string words = decoded(value.substr(0, kMost));
  if (words.find('&') != words.npos) words = decoded(words);  // decoded once is not always enough
  std::string plain;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char next = at + 1 < words.size() ? words[at + 1] : ' ';
    if (words[at] == '<' && (next == '/' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z'))) {
      const std::size_t end = words.find('>', at);
      if (end != words.npos) {
        plain += ' ';
        at = end;
        continue;
      }
    }
    plain += words[at];
  }
  return normalized_line(plain);
}

bool is_host_name(std::string_view line) {
  constexpr std::size_t kShortest = 2;  // of what stands behind the dot
  const std::size_t dot = line.rfind('.');
  return dot != line.npos && dot > 0 && line.find(' ') == line.npos &&
         line.size() - dot > kShortest &&
         std::all_of(line.begin() + static_cast<std::ptrdiff_t>(dot) + 1, line.end(),
                     is_ascii_letter);
}

MetaTags::MetaTags(const Page& page) {
  struct Found {
    std::size_t rank;
    std::string value;
  };
  std::array<std::vector<Found>, kMetaFieldWords.size()> found;
  for (const Mark& mark : page.marks()) {
    if (mark.tag != Tag::kMeta || mark.content.empty()) continue;
    for (const std::string_view written : {mark.property, mark.name, mark.itemprop}) {
      if (written.empty() || written.size() > 60) continue;
      const std::string name = lower(written);
      const auto place = places().find(name);
      if (place == places().end()) continue;
      std::string value = plain_line(mark.content);
      if (!value.empty())
        found[place->second.field].push_back({place->second.rank, std::move(value)});
      break;
    }
  }
  for (std::size_t field = 0; field < found.size(); ++field) {
    std::stable_sort(found[field].begin(), found[field].end(),
                     [](const Found& a, const Found& b) { return a.rank < b.rank; });
    for (Found& each : found[field]) values_[field].push_back(std::move(each.value));
  }
}

}  // namespace newsfacts::html
