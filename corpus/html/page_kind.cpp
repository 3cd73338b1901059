#include "corpus/html/page_kind.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/ascii.h"
#include "corpus/table.h"
#include "corpus/words.h"

namespace newsfacts::html {
namespace {

enum class Where : std::uint8_t { kType, kOg, kPath, kHost, kClass, kGenerator, kDepth };
constexpr std::array<std::string_view, 7> kWhereWords = {"type",  "og",        "path", "host",
                                                         "class", "generator", "depth"};

struct Vote {
  std::size_t row;
  PageKind kind;
  int weight;
};

class Votes {
 public:
  Votes() {
    for (const auto& [name, rest] : table_rows("html/page_kinds.tsv")) {
      const auto fields = parts_of(rest, '\t');
      if (fields.size() != 3) continue;
      const auto kind = found_in<PageKind>(kPageKindWords, name);
      const auto where = found_in<Where>(kWhereWords, fields[1]);
      if (!kind || !where) continue;
      Vote vote{rows_++, *kind, 0};
      std::from_chars(fields[0].data(), fields[0].data() + fields[0].size(), vote.weight);
      for (const std::string_view word : parts_of(fields[2], ' '))
        votes_[static_cast<std::size_t>(*where)].emplace(word, vote);
    }
  }

  std::size_t rows() const { return rows_; }
  auto of(Where where, const std::string& word) const {
    return votes_[static_cast<std::size_t>(where)].equal_range(word);
  }

 private:
  std::size_t rows_ = 0;
  std::array<std::unordered_multimap<std::string, Vote>, kWhereWords.size()> votes_;
};

const Votes& votes() {
  static const Votes all;
  return all;
}

// A row counts once, however many of its words there are.
class Count {
 public:
  void word(Where where, std::string_view written) {
    if (written.empty() || written.size() > kLongest) return;
    const std::string word = lower(written);
    const auto [begin, end] = votes().of(where, word);
    for (auto each = begin; each != end; ++each) {
      const Vote& vote = each->second;
      if (told_[vote.row]) continue;
      told_[vote.row] = 1;
      sums_[static_cast<std::size_t>(vote.kind)] += vote.weight;
    }
  }

  void words(Where where, std::string_view text) {
    constexpr std::size_t kMost = 2000;
    text = text.substr(0, kMost);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::size_t begin = at;
      while (at < text.size() && is_alnum(text[at])) ++at;
      word(where, text.substr(begin, at - begin));
    }
  }

  PageKind most() const {
    const auto most = std::max_element(sums_.begin(), sums_.end());
    return *most == 0 ? PageKind::kUnknown
                      : static_cast<PageKind>(std::distance(sums_.begin(), most));
  }

 private:
  static constexpr std::size_t kLongest = 40;
  static bool is_alnum(char c) { return is_digit(c) || is_ascii_letter(c); }
  std::vector<char> told_ = std::vector<char>(votes().rows(), 0);
  std::array<int, kPageKindWords.size()> sums_{};
};

// The words of an address: of its host but the last two, of its path but a last part of many.
void count_address(std::string_view address, Count* count) {
  const std::size_t scheme = address.find("://");
  if (scheme == address.npos) return;
  address.remove_prefix(scheme + 3);
  const std::size_t slash = std::min(address.find_first_of("/?#"), address.size());
  const auto labels = parts_of(address.substr(0, slash), '.');
  for (std::size_t i = 0; i + 2 < labels.size(); ++i) count->word(Where::kHost, labels[i]);
  const auto parts = parts_of(address.substr(slash), '/');
  if (parts.empty() || parts[0].starts_with('?')) count->word(Where::kDepth, "0");
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i + 1 < parts.size() || parts[i].find_first_of("-_") == parts[i].npos)
      count->words(Where::kPath, parts[i]);
}

// The values of "@type", wherever it stands: one, or a list.
void count_types(std::string_view script, Count* count) {
  constexpr std::string_view kType = "\"@type\"";
  constexpr std::size_t kMost = 200;
  for (std::size_t at = script.find(kType); at != script.npos; at = script.find(kType, at + 1)) {
    std::string_view value = script.substr(at + kType.size(), kMost);
    value.remove_prefix(std::min(value.find_first_of("[\""), value.size()));
    if (value.empty()) continue;
    count->words(Where::kType, value.substr(0, value.find(value[0] == '[' ? ']' : '"', 1)));
  }
}

}  // namespace

PageKind kind_of(const Page& page) {
  Count count;
  std::string_view address;
  for (const Mark& mark : page.marks()) {
    if (mark.tag == Tag::kLink && mark.rel == "canonical") address = mark.href;
    if (!mark.itemtype.empty())
      count.words(Where::kType, mark.itemtype.substr(mark.itemtype.rfind('/') + 1));
    if (mark.tag != Tag::kMeta) continue;
    if (mark.property == "og:type") count.word(Where::kOg, mark.content);
    if (mark.property == "og:url" && address.empty()) address = mark.content;
    if (same_word(mark.name, "generator")) count.words(Where::kGenerator, mark.content);
  }
  count_address(address, &count);
  for (const std::string_view script : page.json_ld()) count_types(script, &count);
  for (const std::string_view classes : page.classes()) count.words(Where::kClass, classes);
  return count.most();
}

}  // namespace newsfacts::html
