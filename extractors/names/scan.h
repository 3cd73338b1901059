// A Scan is one document as the names see it: its tokens with their traits, cut into
// stretches.  A stretch is a sentence, or a part of one on its own.
//
//     SOCCER - SHEARER NAMED AS ENGLAND CAPTAIN.     headline: capitals tell nothing
//     Shearer, 26, joined Newcastle.                 text: a capital is a sign of a name
//     ^ opens: capitalized anyway

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/document.h"
#include "extractors/names/lexicon.h"

namespace newsfacts::names {

struct Stretch {
  std::uint32_t first = 0, last = 0;  // tokens, `last` exclusive
  std::uint32_t opening = 0;          // the first token that is a word
  Role role = Role::kBody;
  bool headline = false;  // all capitals, or Every Word of It Capitalized
};

class Scan {
 public:
  Scan(const Document& document, const Lexicon& lexicon);

  const Document& document() const { return document_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  const std::vector<Stretch>& stretches() const { return stretches_; }

  const Token& token(std::uint32_t i) const { return tokens_[i]; }
  Traits traits(std::uint32_t i) const { return traits_[i]; }
  bool is(std::uint32_t i, Traits any) const { return (traits_[i] & any) != 0; }
  std::string_view words(std::uint32_t i) const { return document_.at(tokens_[i].span); }

  // Written as a name is: capitalized, CAPITALS, eBay, G7; not taken by another mention.
  bool is_name_word(std::uint32_t i) const { return is(i, is::kNameWord); }
  // Does white space stand before token i?
  bool apart(std::uint32_t i) const { return tokens_[i].space_before; }

  Lexicon::Match phrase(std::uint32_t i, std::uint32_t end) const {
    return lexicon_.phrase(std::span(tokens_).subspan(i, end - i), traits_[i]);
  }

  // What the world knows the acronym as, "US" or "U.S."; null where it knows none.
  const Acronym* acronym(std::uint32_t first, std::uint32_t last) const;

  // Are capitals to be expected at token i whatever the word is: after a colon, an opening
  // quote, a bullet, or at the beginning of the stretch?
  bool opens(const Stretch& stretch, std::uint32_t i) const;

  // Is the document a report on sport, where "Leeds" is a team more often than a city?
  bool is_on_sport() const { return is_on_sport_; }

 private:
  void mark_taken();
  void mark_acronyms();
  void cut_into_stretches();
  void mark_seen_in_lower_case();
  bool reads_as_headline(const Stretch& stretch) const;
  bool reads_as_name(std::uint32_t i) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  std::vector<Traits> traits_;
  std::vector<Stretch> stretches_;
  bool is_on_sport_ = false;
};

}  // namespace newsfacts::names
