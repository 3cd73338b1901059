// From the vocabularies to the tables of the lexicon.  It is done once, when newsfacts is built:
// make_lexicon writes the tables to a file that travels inside the binary.

#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/embedded.h"
#include "corpus/token.h"
#include "extractors/names/flat_table.h"
#include "extractors/names/traits.h"

namespace newsfacts::names {

// The hash a token counts by in phrases: all apostrophes are one, and all hyphens.
class PhraseHash {
 public:
  PhraseHash();
  std::uint64_t operator()(const Token& token) const {
    if (token.shape != Token::Shape::kSign) return token.hash;
    if (token.hash == curly_apostrophe_) return apostrophe_;
    if (token.hash == hyphen_unicode_) return hyphen_;
    return token.hash;
  }

 private:
  std::uint64_t apostrophe_, curly_apostrophe_, hyphen_, hyphen_unicode_;
};

struct LexiconTables {
  FlatTable<Traits> words{14'000};  // of the language, and signs
  FlatTable<Traits> names{80'000};  // and all phrases
};

// Is a file, "vocabulary/places.tsv", one of the lists of words and classes?
bool is_list_of_lexicon(std::string_view file);

LexiconTables read_lists(std::span<const EmbeddedFile> files);

// Calls take(tokens of the entry, the entry, the rest of its line after the tab) for each row.
template <typename Take>
void each_row(std::string_view content, Take take) {
  const std::vector<Token> tokens = tokenize(content);
  std::size_t token = 0;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view line = content.substr(at, end - at);
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::size_t begin = token;
    while (token < tokens.size() && tokens[token].span.end <= at + tab) ++token;
    const std::span<const Token> entry(tokens.data() + begin, token - begin);
    while (token < tokens.size() && tokens[token].span.end <= end) ++token;
    at = end + 1;
    if (entry.empty() || line.front() == '#') continue;
    take(entry, line.substr(0, tab), line.substr(std::min(tab + 1, line.size())));
  }
}

}  // namespace newsfacts::names
