#include "extractors/names/lexicon.h"

#include <algorithm>

#include "corpus/embedded.h"
#include "extractors/names/lexicon_blob.h"

namespace newsfacts::names {

const Lexicon& Lexicon::embedded() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon() : words_(embedded_words()), names_(embedded_names()), acronyms_(100) {
  for (const EmbeddedFile& file : embedded_extractors())
    if (file.name == "vocabulary/acronyms.tsv") read_acronyms(file.content);
}

void Lexicon::read_acronyms(std::string_view content) {
  each_row(content, [&](std::span<const Token> entry, std::string_view, std::string_view rest) {
    std::uint64_t key = 0;
    for (const Token& part : entry)  // "U.S." and "US" are two, and both are listed
      if (part.shape != Token::Shape::kSign) key = key ? chained(key, part.hash) : part.hash;
    const std::size_t tab = std::min(rest.find('\t'), rest.size() - 1);
    acronyms_[key] = {rest.substr(0, tab),
                      found_in<Kind>(kKindWords, rest.substr(tab + 1)).value_or(Kind::kOther)};
  });
}

Lexicon::Match Lexicon::phrase(std::span<const Token> tokens, Traits first) const {
  Match longest;
  if (tokens.empty()) return longest;
  if (first & ~is::kPrefix) longest = {1, first & ~is::kPrefix};
  if ((first & is::kPrefix) == 0) return longest;
  std::uint64_t key = hash_in_phrase(tokens.front());
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    key = chained(key, hash_in_phrase(tokens[i]));
    const Traits traits = traits_in(names_, key);
    if (traits & ~is::kPrefix) longest = {static_cast<std::uint32_t>(i + 1), traits & ~is::kPrefix};
    if ((traits & is::kPrefix) == 0) break;
  }
  return longest;
}

}  // namespace newsfacts::names
