#include "extractors/lexicon.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

#include "extractors/rows.h"

namespace newsfacts {
namespace {

constexpr std::size_t kSlots = 1u << 14;

constexpr std::pair<std::string_view, WordClass> kClasses[] = {
    {"determiner", WordClass::kDeterminer},
    {"demonstrative", WordClass::kDemonstrative},
    {"adjective", WordClass::kAdjective},
    {"possessive", WordClass::kPossessive},
    {"pronoun", WordClass::kPronoun},
    {"he", WordClass::kHe},
    {"she", WordClass::kShe},
    {"it", WordClass::kIt},
    {"they", WordClass::kThey},
    {"speaker", WordClass::kSpeaker},
    {"hearer", WordClass::kHearer},
    {"oblique", WordClass::kOblique},
    {"relative", WordClass::kRelative},
    {"that", WordClass::kThat},
    {"who", WordClass::kWho},
    {"wh", WordClass::kWh},
    {"subordinator", WordClass::kSubordinator},
    {"conjunction", WordClass::kConjunction},
    {"adversative", WordClass::kAdversative},
    {"preposition", WordClass::kPreposition},
    {"to", WordClass::kTo},
    {"auxiliary", WordClass::kAuxiliary},
    {"be", WordClass::kBe},
    {"have", WordClass::kHave},
    {"modal", WordClass::kModal},
    {"finite", WordClass::kFinite},
    {"negation", WordClass::kNegation},
    {"adverb", WordClass::kAdverb},
    {"time", WordClass::kTime},
    {"article", WordClass::kArticle},
};

constexpr std::pair<std::string_view, Frame> kFrames[] = {
    {"that", Frame::kThat},     {"bare", Frame::kBare},     {"quote", Frame::kQuote},
    {"wh", Frame::kWh},         {"person", Frame::kPerson}, {"to", Frame::kTo},
    {"object", Frame::kObject}, {"noun", Frame::kNoun},     {"data", Frame::kData},
    {"clause", Frame::kClause},
};

constexpr std::pair<std::string_view, PhraseUse> kUses[] = {
    {"source-after", PhraseUse::kSourceAfter},
    {"hearsay", PhraseUse::kHearsay},
    {"passive", PhraseUse::kPassive},
    {"per", PhraseUse::kPer},
    {"speech", PhraseUse::kSpeech},
    {"viewpoint", PhraseUse::kViewpoint},
    {"term", PhraseUse::kTerm},
};

// Prepositions behind which it may stand what is said, each a bit.
constexpr std::string_view kParticles[] = {"about", "of",      "for",    "on",     "to",
                                           "with",  "against", "at",     "in",     "over",
                                           "from",  "by",      "toward", "towards"};

std::uint16_t particle(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kParticles); ++i)
    if (kParticles[i] == name) return static_cast<std::uint16_t>(1u << i);
  throw std::runtime_error("a vocabulary names no preposition: " + std::string(name));
}

template <typename Table>
auto named(const Table& table, std::string_view name) {
  for (const auto& [word, value] : table)
    if (word == name) return value;
  throw std::runtime_error("a vocabulary names an unknown class: " + std::string(name));
}

// "that quote +of": frames and particles.
Word frames_of(std::string_view column) {
  Word word;
  for (const std::string_view name : pieces_of(column, ' '))
    if (name.front() == '+')
      word.particles |= particle(name.substr(1));
    else
      word.frames |= static_cast<std::uint16_t>(named(kFrames, name));
  return word;
}

bool same(const CuePhrase& phrase, std::span<const Token> tokens) {
  return std::equal(phrase.words.begin(), phrase.words.end(), tokens.begin(), tokens.end(),
                    [](std::uint64_t hash, const Token& token) { return hash == token.hash; });
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool ends_in(std::string_view word, std::string_view end) {
  return word.ends_with(end);
}

}  // namespace

VerbForms regular_forms(std::string_view lemma) {
  const std::string word(lemma);
  const std::string stem = word.substr(0, word.size() - 1);
  const char last = word.back(), before = word.size() > 1 ? word[word.size() - 2] : 'a';
  if (last == 'y' && !is_vowel(before)) return {stem + "ies", stem + "ied", word + "ing"};
  const bool hissing =
      last == 's' || last == 'x' || last == 'z' || ends_in(word, "ch") || ends_in(word, "sh");
  if (last == 'e') return {word + "s", word + "d", (ends_in(word, "ee") ? word : stem) + "ing"};
  return {word + (hissing ? "es" : "s"), word + "ed", word + "ing"};
}

Lexicon::Lexicon() : slots_(kSlots), mask_(kSlots - 1) {
  for (const Row& row : rows_of("function_words"))
    for (const std::string_view name : pieces_of(row[1], ' '))
      entry(row[0]).classes |= static_cast<std::uint32_t>(named(kClasses, name));
  for (const Row& row : rows_of("tense_words"))
    if (row[1] == "past") entry(row[0]).forms |= static_cast<std::uint8_t>(VerbForm::kWent);
  for (const std::string_view name : kParticles) entry(name).particles = particle(name);
  for (const Row& row : rows_of("reporting_verbs"))
    add_verb(row[0], frames_of(row[1]), row.size() > 2 ? row[2] : std::string_view());
  const auto add_other = [&](std::string_view form, const Word& frames, VerbForm kind) {
    Word& word = entry(form);
    word.other_frames |= frames.frames;
    word.other_particles |= frames.particles;
    word.forms |= static_cast<std::uint8_t>(kind);
  };
  for (const Row& row : rows_of("cue_nouns"))
    for (const std::string& form : {std::string(row[0]), regular_forms(row[0]).third})
      add_other(form, frames_of(row[1]), VerbForm::kNoun);
  for (const Row& row : rows_of("cue_adjectives"))
    add_other(row[0], frames_of(row[1]), VerbForm::kAdjective);
  for (const Row& row : rows_of("cue_phrases")) {
    CuePhrase phrase{{}, named(kUses, row[1])};
    for (const std::string_view word : pieces_of(row[0], ' '))
      phrase.words.push_back(token_hash(word));
    if (phrase.use == PhraseUse::kTerm) {
      terms_.push_back(std::move(phrase));
      continue;
    }
    entry(pieces_of(row[0], ' ').front()).begins_phrase = true;
    phrases_.push_back(std::move(phrase));
  }
  const auto longer = [](const CuePhrase& a, const CuePhrase& b) {
    return a.words.size() > b.words.size();
  };
  std::stable_sort(terms_.begin(), terms_.end(), longer);
  std::stable_sort(phrases_.begin(), phrases_.end(), [&](const CuePhrase& a, const CuePhrase& b) {
    return a.words.front() != b.words.front() ? a.words.front() < b.words.front() : longer(a, b);
  });
}

const Lexicon& Lexicon::english() {
  static const Lexicon lexicon;
  return lexicon;
}

Word& Lexicon::entry(std::string_view word) {
  const std::uint64_t hash = token_hash(word);
  std::size_t at = hash & mask_;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask_;
  if (slots_[at].hash == 0) {
    if (2 * ++used_ > slots_.size()) throw std::runtime_error("the lexicon is full");
    slots_[at].hash = hash;
  }
  return slots_[at].word;
}

void Lexicon::add_verb(std::string_view lemma, const Word& frames, std::string_view irregular) {
  const auto add = [&](std::string_view form, VerbForm kind) {
    Word& word = entry(form);
    word.frames |= frames.frames;
    word.particles |= frames.particles;
    word.forms |= static_cast<std::uint8_t>(kind);
  };
  VerbForms forms = regular_forms(lemma);
  std::string participle = forms.past;
  if (const auto given = pieces_of(irregular, ','); !given.empty()) {
    forms.past = given.front();
    participle = given.back();
    // A doubled consonant of the past is doubled in "-ing" as well: admitted, admitting.
    if (participle.size() == lemma.size() + 3 && participle.ends_with("ed") &&
        participle[lemma.size()] == lemma.back())
      forms.ing = participle.substr(0, lemma.size() + 1) + "ing";
  }
  add(lemma, VerbForm::kPlain);
  add(forms.third, VerbForm::kThird);
  add(forms.past, VerbForm::kPast);
  add(participle, VerbForm::kParticiple);
  add(forms.ing, VerbForm::kIng);
}

const CuePhrase* Lexicon::phrase_at(std::span<const Token> tokens) const {
  if (tokens.empty()) return nullptr;
  const std::uint64_t first = tokens.front().hash;
  auto phrase = std::partition_point(phrases_.begin(), phrases_.end(),
                                     [&](const CuePhrase& p) { return p.words.front() < first; });
  for (; phrase != phrases_.end() && phrase->words.front() == first; ++phrase)
    if (phrase->words.size() <= tokens.size() && same(*phrase, tokens.first(phrase->words.size())))
      return &*phrase;
  return nullptr;
}

const CuePhrase* Lexicon::term_before(std::span<const Token> tokens) const {
  for (const CuePhrase& phrase : terms_)
    if (phrase.words.size() <= tokens.size() && same(phrase, tokens.last(phrase.words.size())))
      return &phrase;
  return nullptr;
}

}  // namespace newsfacts
