#include "extractors/names/lexicon.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "corpus/embedded.h"

namespace newsfacts::names {
namespace {

// Which class of which list means which trait.  A list without classes has "".
struct Row {
  std::string_view file, word_class;
  Traits traits;
};

constexpr Row kRows[] = {
    {"common_words", "function", is::kFunction},
    {"common_words", "noun", is::kNoun},
    {"common_words", "verb", is::kVerb},
    {"common_words", "other", is::kOther},
    {"not_names", "time", is::kNotName | is::kTimeWord},
    {"not_names", "term", is::kNotName},
    {"titles", "honorific", is::kHonorific},
    {"titles", "office", is::kOffice},
    {"first_names", "sure", is::kFirstSure},
    {"first_names", "rare", is::kFirstRare},
    {"first_names", "place", is::kFirstPlace},
    {"first_names", "common-word", is::kFirstWord},
    {"org_suffixes", "suffix", is::kOrgSuffix},
    {"org_suffixes", "head", is::kOrgHead},
    {"org_suffixes", "weak", is::kOrgWeak},
    {"org_suffixes", "of", is::kOrgOf},
    {"place_words", "after", is::kPlaceAfter},
    {"place_words", "before", is::kPlaceBefore},
    {"place_words", "direction", is::kDirection},
    {"place_words", "noun", is::kPlaceNoun},
    {"event_words", "", is::kEventWord},
    {"nationalities", "", is::kGroup},
    {"places", "country", is::kCountry},
    {"places", "region", is::kRegion},
    {"places", "state", is::kState},
    {"places", "major", is::kMajorCity},
    {"places", "city", is::kCity},
    {"publications", "", is::kPublication},
    {"known_names", "organization", is::kKnownOrg},
    {"known_names", "product", is::kKnownProduct},
    {"known_names", "event", is::kKnownEvent},
    {"context_words", "speech", is::kSpeech},
    {"context_words", "person-verb", is::kPersonVerb},
    {"context_words", "firm-verb", is::kFirmVerb},
    {"context_words", "firm-noun", is::kFirmNoun},
    {"context_words", "firm-before", is::kFirmBefore},
    {"context_words", "authority", is::kAuthority},
    {"context_words", "in", is::kIn},
    {"context_words", "at", is::kAt},
    {"context_words", "from", is::kFrom},
    {"context_words", "by", is::kBy},
    {"context_words", "against", is::kAgainst},
    {"context_words", "product-noun", is::kProductNoun},
    {"context_words", "product-weak", is::kProductWeak},
    {"context_words", "product-prep", is::kProductPrep},
    {"context_words", "product-before", is::kProductBefore},
    {"context_words", "person-relation", is::kPersonRelation},
    {"context_words", "place-relation", is::kPlaceRelation},
};

struct SignRow {
  std::initializer_list<std::string_view> signs;
  Traits traits;
};

const SignRow kSigns[] = {
    {{"."}, is::kPeriod},
    {{","}, is::kComma},
    {{"'", "’"}, is::kApostrophe},
    {{"-", "‐", "‑"}, is::kHyphen},
    {{"-", "–", "—", "|"}, is::kDash},
    {{"&"}, is::kAmpersand},
    {{"\"", "“", "«", "„", "‘", "'", "(", "["}, is::kOpening},
    {{"\"", "”", "»", "’", "'", ")", "]"}, is::kClosing},
    {{":", ";", "!", "?", "…", "•", "*", "|"}, is::kColon},
};

constexpr std::string_view kParticles[] = {
    "de",  "da",  "di",  "du",  "del",   "della", "der", "den", "dos", "das", "van", "von", "zu",
    "ten", "ter", "bin", "ibn", "bint",  "abu",   "al",  "el",  "ul",  "ur",  "la",  "le",  "y",
    "af",  "av",  "st",  "ben", "binti", "dalla", "des", "uz",  "au",  "sur", "lez"};

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

}  // namespace

const Lexicon& Lexicon::embedded() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon()
    : apostrophe_(token_hash("'")),
      curly_apostrophe_(token_hash("’")),
      hyphen_(token_hash("-")),
      hyphen_unicode_(token_hash("‑")),
      words_(80'000),
      acronyms_(100) {
  for (const EmbeddedFile& file : embedded_extractors()) {
    std::string_view name = file.name;
    if (!name.starts_with("vocabulary/") || !name.ends_with(".tsv")) continue;
    name.remove_prefix(std::string_view("vocabulary/").size());
    name.remove_suffix(std::string_view(".tsv").size());
    read(name, file.content);
  }
  for (const SignRow& row : kSigns)
    for (const std::string_view sign : row.signs) words_[token_hash(sign)] |= row.traits;
  for (const std::string_view particle : kParticles) words_[token_hash(particle)] |= is::kParticle;
}

void Lexicon::read(std::string_view file, std::string_view content) {
  const bool acronyms = file == "acronyms";
  const Row* const first = std::find_if(std::begin(kRows), std::end(kRows),
                                        [&](const Row& row) { return row.file == file; });
  if (first == std::end(kRows) && !acronyms) return;  // some other page's vocabulary

  const bool inflected = file == "common_words";
  const std::vector<Token> tokens = tokenize(content);
  std::size_t token = 0;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t line_end = std::min(content.find('\n', at), content.size());
    const std::string_view line = content.substr(at, line_end - at);
    const std::size_t entry_end = std::min(line.find('\t'), line.size());
    const std::size_t begin = token;
    while (token < tokens.size() && tokens[token].span.end <= at + entry_end) ++token;
    const std::span<const Token> entry(&tokens[begin], token - begin);
    while (token < tokens.size() && tokens[token].span.end <= line_end) ++token;
    at = line_end + 1;
    if (line.empty() || line.front() == '#') continue;

    std::string_view classes = entry_end < line.size() ? line.substr(entry_end + 1) : "";
    if (acronyms) {
      const std::size_t tab = classes.find('\t');
      std::uint64_t key = 0;
      for (const Token& part : entry)  // "U.S." and "US" are one
        if (part.shape != Token::Shape::kSign) key = key ? chained(key, part.hash) : part.hash;
      acronyms_[key] = {classes.substr(0, tab),
                        found_in<Kind>(kKindWords, classes.substr(tab + 1)).value_or(Kind::kOther)};
      continue;
    }
    do {
      const std::size_t end = std::min(classes.find(' '), classes.size());
      const std::string_view word_class = classes.substr(0, end);
      classes.remove_prefix(std::min(end + 1, classes.size()));
      for (const Row* row = first; row != std::end(kRows) && row->file == file; ++row) {
        if (row->word_class != word_class) continue;
        if (inflected) {
          add_inflected(line.substr(0, entry_end), row->traits);
        } else {
          add(entry, row->traits);
        }
      }
    } while (!classes.empty());
  }
}

void Lexicon::add(std::span<const Token> phrase, Traits traits) {
  std::uint64_t key = hash_in_phrase(phrase.front());
  for (const Token& next : phrase.subspan(1)) {
    words_[key] |= is::kPrefix;
    key = chained(key, hash_in_phrase(next));
  }
  words_[key] |= traits;
}

void Lexicon::add_word(std::string_view word, Traits traits) {
  words_[token_hash(word)] |= traits;
}

// Regular forms only, and generously: a form that does not exist does no harm.
void Lexicon::add_inflected(std::string_view word, Traits traits) {
  add_word(word, traits);
  if (word.size() < 3 || (traits & (is::kNoun | is::kVerb)) == 0) return;
  const char last = word.back();
  const bool y_changes = last == 'y' && !is_vowel(word[word.size() - 2]);
  std::string stem(word);
  if (y_changes) stem.back() = 'i';
  const bool hisses =
      last == 's' || last == 'x' || last == 'z' || word.ends_with("ch") || word.ends_with("sh");
  add_word(stem + (y_changes || hisses ? "es" : "s"), traits);
  if ((traits & is::kVerb) == 0) return;
  if (last == 'e') {
    add_word(stem + "d", traits);
    stem.pop_back();
    add_word(stem + "ing", traits);
    return;
  }
  add_word(stem + "ed", traits);
  add_word(std::string(word) + "ing", traits);
  if (!is_vowel(last) && is_vowel(word[word.size() - 2])) {  // stop, stopped
    add_word(stem + last + "ed", traits);
    add_word(stem + last + "ing", traits);
  }
}

std::uint64_t Lexicon::hash_in_phrase(const Token& token) const {
  if (token.shape != Token::Shape::kSign) return token.hash;
  if (token.hash == curly_apostrophe_) return apostrophe_;
  if (token.hash == hyphen_unicode_) return hyphen_;
  return token.hash;
}

Lexicon::Match Lexicon::phrase(std::span<const Token> tokens) const {
  Match longest;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t hash = hash_in_phrase(tokens[i]);
    key = i == 0 ? hash : chained(key, hash);
    const Traits traits = word(key);
    if (traits & ~is::kPrefix) longest = {static_cast<std::uint32_t>(i + 1), traits & ~is::kPrefix};
    if ((traits & is::kPrefix) == 0) break;
  }
  return longest;
}

}  // namespace newsfacts::names
