// A language is a folder of pages, extractors/languages/<code>/, and no code.  A page or a
// vocabulary there takes the place of its namesake in extractors/, and is read by the same
// readers: languages/de/date.rules says how German writes what `day`, `month` and `year`
// capture.  What a language has no page for is read as in English.
//
// To add one: languages/<BCP 47 code>/date.rules, its vocabularies beside it, and among them
// vocabulary/function_words.tsv, the commonest words, by which a text is told to be of it.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/document.h"
#include "extractors/rule_file.h"

namespace newsfacts {

class Languages {
 public:
  // The embedded folders and those in `rules`/languages.
  explicit Languages(const std::optional<std::filesystem::path>& rules = std::nullopt);

  // "de"; in the order of names, without English.
  const std::vector<std::string>& codes() const { return codes_; }

  // The number in codes() of the language of `document`: what its metadata say, else what its
  // first words are; nullopt for English and for what there is no folder for.
  std::optional<std::size_t> of(const Document& document) const;

  // Every page as the language has it.
  std::vector<RuleFile> pages(std::size_t language) const;

 private:
  std::optional<std::size_t> told_by_words(const Document& document) const;

  FileSource source_;
  std::vector<std::string> codes_;
  // Hash of a common word -> a bit for each language that has it; the first bit is English.
  std::unordered_map<std::uint64_t, std::uint64_t> words_;
};

}  // namespace newsfacts
