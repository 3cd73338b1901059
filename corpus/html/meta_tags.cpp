#include "corpus/html/meta_tags.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "corpus/embedded.h"
#include "corpus/html/entities.h"
#include "corpus/normalize.h"
#include "corpus/words.h"

namespace newsfacts::html {
namespace {

struct Place {
  std::size_t field = 0, rank = 0;
};

const std::unordered_map<std::string, Place>& places() {
  static const std::unordered_map<std::string, Place> all = [] {
    std::unordered_map<std::string, Place> read;
    std::string_view page;
    for (const EmbeddedFile& file : embedded_corpus())
      if (file.name == "html/meta_names.tsv") page = file.content;
    while (!page.empty()) {
      const std::size_t end = std::min(page.find('\n'), page.size());
      std::string_view row = page.substr(0, end);
      page.remove_prefix(std::min(end + 1, page.size()));
      const std::size_t tab = row.find('\t');
      if (row.starts_with('#') || tab == row.npos) continue;
      const auto field = found_in<MetaField>(kMetaFieldWords, row.substr(0, tab));
      if (!field) continue;
      row.remove_prefix(tab + 1);
      for (std::size_t rank = 0; !row.empty(); ++rank) {
        const std::size_t stop = std::min(row.find(' '), row.size());
        read.emplace(std::string(row.substr(0, stop)),
                     Place{static_cast<std::size_t>(*field), rank});
        row.remove_prefix(std::min(stop + 1, row.size()));
      }
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
      std::string name(written);
      for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
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
