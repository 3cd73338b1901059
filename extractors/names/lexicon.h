// The lexicon: what the vocabularies say of a word or a phrase, in one table by token hash.
//
//     "Prime Minister"  title             "Lyon"   city            "the"  function
//     "Bank"            org-head org-of   "Grace"  first name, common word
//
// A trait is a statement about the spelling alone, upper and lower case being one; whether a
// word in the text is what its trait says is for the clues to weigh.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/mention.h"
#include "corpus/token.h"
#include "extractors/names/flat_table.h"
#include "extractors/names/lexicon_lists.h"
#include "extractors/names/traits.h"

namespace newsfacts::names {

// An acronym the world knows, from acronyms.tsv.
struct Acronym {
  std::string_view expansion;
  Kind kind = Kind::kOther;
};

class Lexicon {
 public:
  // Of the tables made when newsfacts was built: nothing is read or built at start but the
  // acronyms.  Safe to share.
  static const Lexicon& embedded();

  // A word in lower case is looked up among the words of the language alone: a tenth of the
  // table, and nine tenths of a text.
  Traits word(const Token& token) const {
    if (token.shape == Token::Shape::kNumber) return 0;
    Traits traits = traits_in(words_, token.hash);
    // "al-Qaeda" begins in lower case.
    if ((token.shape != Token::Shape::kLower && token.shape != Token::Shape::kSign) ||
        (traits & is::kParticle) != 0)
      traits |= traits_in(names_, token.hash);
    return traits;
  }

  // The longest listed phrase, of one token or more, that `tokens` begin with; `first` are the
  // traits of its first token.
  struct Match {
    std::uint32_t tokens = 0;  // 0: none
    Traits traits = 0;
  };
  Match phrase(std::span<const Token> tokens, Traits first) const;

  const Acronym* acronym(std::uint64_t key) const { return acronyms_.find(key); }

  // The hash a token counts by in phrases: all apostrophes are one, and all hyphens.
  std::uint64_t hash_in_phrase(const Token& token) const { return hash_in_phrase_(token); }

 private:
  Lexicon();
  void read_acronyms(std::string_view content);

  static Traits traits_in(const FlatView<Traits>& table, std::uint64_t key) {
    const Traits* traits = table.find(key);
    return traits ? *traits : 0;
  }

  PhraseHash hash_in_phrase_;
  FlatView<Traits> words_;  // of the language, and signs
  FlatView<Traits> names_;  // and all phrases
  FlatTable<Acronym> acronyms_;
};

}  // namespace newsfacts::names
