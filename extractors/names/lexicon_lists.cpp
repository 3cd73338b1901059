#include "extractors/names/lexicon_lists.h"

#include <initializer_list>
#include <iterator>
#include <string>
#include <utility>

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

// "vocabulary/places.tsv" -> "places"; "" for what is no vocabulary.
std::string_view list_in(std::string_view file) {
  constexpr std::string_view kFolder = "vocabulary/", kEnding = ".tsv";
  if (!file.starts_with(kFolder) || !file.ends_with(kEnding)) return {};
  return file.substr(kFolder.size(), file.size() - kFolder.size() - kEnding.size());
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

class Builder {
 public:
  void read_list(std::string_view list, std::string_view content);
  void add_signs();
  LexiconTables take() { return std::move(made_); }

 private:
  void add(std::span<const Token> phrase, Traits traits);
  void add_word(std::string_view word, Traits traits);
  void add_inflected(std::string_view word, Traits traits);

  PhraseHash hash_in_phrase_;
  LexiconTables made_;
};

void Builder::read_list(std::string_view list, std::string_view content) {
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

void Builder::add(std::span<const Token> phrase, Traits traits) {
  constexpr Traits kOfNames = is::kFirst | is::kGroup | is::kKnown | is::kCity;
  std::uint64_t key = hash_in_phrase_(phrase.front());
  for (const Token& next : phrase.subspan(1)) {
    made_.names[key] |= is::kPrefix;
    key = chained(key, hash_in_phrase_(next));
  }
  (phrase.size() > 1 || (traits & kOfNames) != 0 ? made_.names : made_.words)[key] |= traits;
}

void Builder::add_word(std::string_view word, Traits traits) {
  made_.words[token_hash(word)] |= traits;
}

// Regular forms only, and generously: a form that does not exist does no harm.
void Builder::add_inflected(std::string_view word, Traits traits) {
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

void Builder::add_signs() {
  for (const SignRow& row : kSigns)
    for (const std::string_view sign : row.signs) made_.words[token_hash(sign)] |= row.traits;
  for (const std::string_view particle : kParticles) add_word(particle, is::kParticle);
  for (const std::string_view word : kAbbreviations) add_word(word, is::kAbbreviation);
}

}  // namespace

PhraseHash::PhraseHash()
    : apostrophe_(token_hash("'")),
      curly_apostrophe_(token_hash("’")),
      hyphen_(token_hash("-")),
      hyphen_unicode_(token_hash("‑")) {}

bool is_list_of_lexicon(std::string_view file) {
  return std::any_of(std::begin(kRows), std::end(kRows),
                     [list = list_in(file)](const Row& row) { return row.list == list; });
}

LexiconTables read_lists(std::span<const EmbeddedFile> files) {
  Builder builder;
  for (const EmbeddedFile& file : files)
    if (is_list_of_lexicon(file.name)) builder.read_list(list_in(file.name), file.content);
  builder.add_signs();
  return builder.take();
}

}  // namespace newsfacts::names
