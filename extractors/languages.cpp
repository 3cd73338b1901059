#include "extractors/languages.h"

#include <algorithm>
#include <bit>
#include <set>

#include "corpus/embedded.h"
#include "corpus/token.h"
#include "corpus/utf8.h"
#include "extractors/extractor.h"

namespace newsfacts {
namespace {

constexpr std::string_view kFolder = "languages/";
constexpr std::string_view kCommonWords = "vocabulary/function_words.tsv";
constexpr std::size_t kMostLanguages = 63;

// A text is of a language when so many of its first words are that language's commonest, and
// half as many again as are any other's: neighbours share many.
constexpr std::size_t kLookedAt = 150;
constexpr std::size_t kOneIn = 8;
constexpr std::size_t kAtLeast = 3;

std::set<std::string> folders_in(const std::optional<std::filesystem::path>& rules) {
  std::set<std::string> codes;
  for (const EmbeddedFile& file : embedded_extractors()) {
    if (!file.name.starts_with(kFolder)) continue;
    const std::string_view rest = file.name.substr(kFolder.size());
    codes.emplace(rest.substr(0, rest.find('/')));
  }
  std::error_code none;
  if (rules)
    for (const auto& entry : std::filesystem::directory_iterator(*rules / kFolder, none))
      if (entry.is_directory()) codes.insert(entry.path().filename().string());
  return codes;
}

// The file of that name in the folder of `code`, else the one all languages share.
FileSource source_for(const std::string& code, const FileSource& source) {
  return [=](std::string_view name) {
    auto own = source(std::string(kFolder) + code + "/" + std::string(name));
    return own ? own : source(name);
  };
}

}  // namespace

Languages::Languages(const std::optional<std::filesystem::path>& rules)
    : source_(rule_source(rules)) {
  for (const std::string& code : folders_in(rules)) codes_.push_back(code);
  if (codes_.size() > kMostLanguages) throw RuleFileError("there are too many languages");
  const auto add = [&](const std::string& name, std::size_t bit) {
    const auto text = source_(name);
    if (!text) throw RuleFileError("there is no " + name);
    const Vocabulary words = Vocabulary::parse(name, *text);
    for (const Vocabulary::Entry& entry : words.entries())
      words_[token_hash(folded(entry.word))] |= std::uint64_t{1} << bit;
  };
  add(std::string(kCommonWords), 0);
  for (std::size_t i = 0; i < codes_.size(); ++i)
    add(std::string(kFolder) + codes_[i] + "/" + std::string(kCommonWords), i + 1);
}

std::optional<std::size_t> Languages::of(const Document& document) const {
  if (codes_.empty()) return std::nullopt;
  if (document.metadata.language.empty()) return told_by_words(document);
  const std::string tag = folded(document.metadata.language);
  const auto place = std::find(codes_.begin(), codes_.end(), tag.substr(0, tag.find_first_of("-_")));
  if (place == codes_.end()) return std::nullopt;
  return static_cast<std::size_t>(place - codes_.begin());
}

std::optional<std::size_t> Languages::told_by_words(const Document& document) const {
  std::vector<std::size_t> hits(codes_.size() + 1);
  std::size_t words = 0;
  for (const Token& token : document.tokens()) {
    if (!token.is_word()) continue;
    if (++words > kLookedAt) break;
    const auto known = words_.find(token.hash);
    if (known == words_.end()) continue;
    for (std::uint64_t bits = known->second; bits != 0; bits &= bits - 1)
      ++hits[static_cast<std::size_t>(std::countr_zero(bits))];
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  if (best == hits.begin() || *best < kAtLeast || *best * kOneIn < std::min(words, kLookedAt))
    return std::nullopt;
  for (auto other = hits.begin(); other != hits.end(); ++other)
    if (other != best && *other * 3 > *best * 2) return std::nullopt;
  return static_cast<std::size_t>(best - hits.begin()) - 1;
}

std::vector<RuleFile> Languages::pages(std::size_t language) const {
  const FileSource source = source_for(codes_[language], source_);
  std::vector<RuleFile> files;
  for (const Extractor& extractor : extractors()) {
    RuleFile file = read_rules(extractor.page, source);
    const std::string own = std::string(kFolder) + codes_[language] + "/" + file.page + ".rules";
    if (source_(own))  // a find tells where it comes from: "de/date/month-year"
      for (Rule& rule : file.rules) rule.name = codes_[language] + "/" + rule.name;
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace newsfacts
