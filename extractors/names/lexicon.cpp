#include "extractors/names/lexicon.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <vector>

#include "corpus/embedded.h"

namespace newsfacts::names {
namespace {

// Which class of which list means which trait.  A list without classes has "".
struct Row {
  std::string_view list, word_class;
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
    {"titles", "role", is::kRole},
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
    {"context_words", "sport", is::kSport},
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
    "de", "da",  "di",  "du",  "del", "della", "der",   "den", "dos", "das", "van", "von",
    "zu", "ten", "ter", "bin", "ibn", "bint",  "abu",   "al",  "el",  "ul",  "ur",  "la",
    "le", "y",   "af",  "av",  "ben", "binti", "dalla", "des", "uz",  "au",  "sur", "lez"};

constexpr std::string_view kAbbreviations[] = {"inc", "corp", "co", "cos", "ltd", "bros", "jr",
                                               "sr",  "st",   "mt", "ft",  "no",  "dept", "assn"};

constexpr std::string_view kAcronyms = "acronyms";

// "vocabulary/places.tsv" -> "places"; "" for what is no vocabulary.
std::string_view list_in(std::string_view file) {
  constexpr std::string_view kFolder = "vocabulary/", kEnding = ".tsv";
  if (!file.starts_with(kFolder) || !file.ends_with(kEnding)) return {};
  return file.substr(kFolder.size(), file.size() - kFolder.size() - kEnding.size());
}

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

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

}  // namespace

const Lexicon& Lexicon::embedded() {
  static const Lexicon lexicon;
  return lexicon;
}

bool Lexicon::reads(std::string_view file) {
  return std::any_of(std::begin(kRows), std::end(kRows),
                     [list = list_in(file)](const Row& row) { return row.list == list; });
}

Lexicon::Lexicon()
    : apostrophe_(token_hash("'")),
      curly_apostrophe_(token_hash("’")),
      hyphen_(token_hash("-")),
      hyphen_unicode_(token_hash("‑")),
      words_(14'000),
      names_(70'000),
      acronyms_(100) {
  for (const EmbeddedFile& file : embedded_extractors()) {
    const std::string_view list = list_in(file.name);
    if (list == kAcronyms)
      read_acronyms(file.content);
    else if (reads(file.name))
      read_list(list, file.content);
  }
  for (const SignRow& row : kSigns)
    for (const std::string_view sign : row.signs) words_[token_hash(sign)] |= row.traits;
  for (const std::string_view particle : kParticles) words_[token_hash(particle)] |= is::kParticle;
  for (const std::string_view word : kAbbreviations) words_[token_hash(word)] |= is::kAbbreviation;
}

void Lexicon::read_list(std::string_view list, std::string_view content) {
  const bool inflected = list == "common_words";
  std::vector<Row> rows;
  std::copy_if(std::begin(kRows), std::end(kRows), std::back_inserter(rows),
               [&](const Row& row) { return row.list == list; });
  each_row(content,
           [&](std::span<const Token> entry, std::string_view words, std::string_view classes) {
             do {
               const std::size_t end = std::min(classes.find(' '), classes.size());
               for (const Row& row : rows) {
                 if (row.word_class != classes.substr(0, end)) continue;
                 if (inflected) {
                   add_inflected(words, row.traits);
                 } else {
                   add(entry, row.traits);
                 }
               }
               classes.remove_prefix(std::min(end + 1, classes.size()));
             } while (!classes.empty());
           });
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

void Lexicon::add(std::span<const Token> phrase, Traits traits) {
  constexpr Traits kOfNames = is::kFirst | is::kGroup | is::kKnown | is::kCity;
  std::uint64_t key = hash_in_phrase(phrase.front());
  for (const Token& next : phrase.subspan(1)) {
    names_[key] |= is::kPrefix;
    key = chained(key, hash_in_phrase(next));
  }
  (phrase.size() > 1 || (traits & kOfNames) != 0 ? names_ : words_)[key] |= traits;
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
