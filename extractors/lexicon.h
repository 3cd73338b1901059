// The Lexicon knows the words that tell who says what: function words by class, and the verbs of
// reporting in all their forms, their nouns and adjectives, each with the constructions it goes
// with.  One look-up a token.
//
//     said       verb past, frames that bare quote wh
//     according  the first word of a phrase
//     the        determiner

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/token.h"

namespace newsfacts {

// Classes of function words, and forms and frames of reporting verbs, as bits of one mask.
enum class WordClass : std::uint32_t {
  kDeterminer = 1u << 0,
  kDemonstrative = 1u << 1,
  kAdjective = 1u << 2,
  kPossessive = 1u << 3,  // his
  kPronoun = 1u << 4,     // he, someone
  kHe = 1u << 5,
  kShe = 1u << 6,
  kIt = 1u << 7,
  kThey = 1u << 8,
  kSpeaker = 1u << 9,   // I, we
  kHearer = 1u << 10,   // you
  kOblique = 1u << 11,  // him: never a subject
  kRelative = 1u << 12,
  kThat = 1u << 13,
  kWho = 1u << 14,
  kWh = 1u << 15,
  kSubordinator = 1u << 16,
  kConjunction = 1u << 17,
  kAdversative = 1u << 18,
  kPreposition = 1u << 19,
  kTo = 1u << 20,
  kAuxiliary = 1u << 21,
  kBe = 1u << 22,
  kHave = 1u << 23,
  kModal = 1u << 24,
  kFinite = 1u << 25,
  kNegation = 1u << 26,
  kAdverb = 1u << 27,
  kTime = 1u << 28,
  kArticle = 1u << 29,  // the: a determiner that never stands alone
};

// The forms of a reporting verb, as bits.
enum class VerbForm : std::uint8_t {
  kPlain = 1,
  kThird = 2,
  kPast = 4,
  kParticiple = 8,
  kIng = 16,
  kNoun = 32,       // of cue_nouns.tsv
  kAdjective = 64,  // of cue_adjectives.tsv
  kWent = 128,      // an irregular past of any verb, which is finite
};

// What a reporting verb goes with, as bits: the frames of reporting_verbs.tsv.
enum class Frame : std::uint16_t {
  kThat = 1,
  kBare = 2,
  kQuote = 4,
  kWh = 8,
  kPerson = 16,
  kTo = 32,
  kObject = 64,
  kNoun = 128,
  kData = 256,
  kClause = 512,
};

// What the lexicon knows of one word; all zero for a word it does not know.
struct Word {
  std::uint32_t classes = 0;
  std::uint16_t frames = 0;        // as a verb
  std::uint16_t particles = 0;     // the prepositions behind it, as bits; of one, its own bit
  std::uint16_t other_frames = 0;  // as a noun or adjective
  std::uint16_t other_particles = 0;
  std::uint8_t forms = 0;
  bool begins_phrase = false;  // of cue_phrases.tsv

  template <typename... C>
  bool is(C... any) const {
    return (classes & (static_cast<std::uint32_t>(any) | ...)) != 0;
  }
  template <typename... F>
  bool takes(F... any) const {
    return (frames & (static_cast<std::uint16_t>(any) | ...)) != 0;
  }
  // As a noun or adjective.
  bool takes_otherwise(Frame frame) const {
    return (other_frames & static_cast<std::uint16_t>(frame)) != 0;
  }
  template <typename... F>
  bool has_form(F... any) const {
    return (forms & (static_cast<std::uint8_t>(any) | ...)) != 0;
  }
  bool is_reporting_verb() const { return (forms & kVerbForms) != 0; }
  bool is_cue() const { return (forms & kCueForms) != 0 || begins_phrase; }
  bool is_finite() const { return is(WordClass::kFinite) || has_form(VerbForm::kWent); }

 private:
  static constexpr std::uint8_t kVerbForms = 31, kCueForms = 127;
};

// What a phrase of cue_phrases.tsv does.
enum class PhraseUse : std::uint8_t {
  kSourceAfter,
  kHearsay,
  kPassive,
  kPer,
  kSpeech,
  kViewpoint,
  kTerm
};

struct CuePhrase {
  std::vector<std::uint64_t> words;  // token hashes
  PhraseUse use;
};

class Lexicon {
 public:
  // Made of the embedded vocabularies at the first call.  Throws std::runtime_error when one of
  // them is missing or cannot be read.
  static const Lexicon& english();

  Word operator[](std::uint64_t token_hash) const {
    for (std::size_t at = token_hash & mask_; slots_[at].hash != 0; at = (at + 1) & mask_)
      if (slots_[at].hash == token_hash) return slots_[at].word;
    return {};
  }

  // The longest phrase that begins the tokens, or null.
  const CuePhrase* phrase_at(std::span<const Token> tokens) const;

  // The longest phrase that ends the tokens and names what is quoted behind it ("so-called"), or
  // null.
  const CuePhrase* term_before(std::span<const Token> tokens) const;

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0 = free
    Word word;
  };

  Lexicon();
  Word& entry(std::string_view word);
  void add_verb(std::string_view lemma, const Word& frames, std::string_view irregular);

  std::vector<Slot> slots_;  // open addressing, at most half full
  std::size_t mask_ = 0, used_ = 0;
  std::vector<CuePhrase> phrases_;  // by first word, longest first
  std::vector<CuePhrase> terms_;    // what stands before a quoted term, longest first
};

// The forms of a regular verb: "deny" -> "denies", "denied", "denying".
struct VerbForms {
  std::string third, past, ing;
};
VerbForms regular_forms(std::string_view lemma);

}  // namespace newsfacts
