// Sources: the noun phrase beside a cue that names who speaks, and whom it stands for.
//
//     "...," [OpenAI's Chief Revenue Officer, Dennis Dresser], stated        before the cue
//     "...," said [a spokesman for the ministry]                              after it
//     [She] added                                                            the last who spoke

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractors/lexed.h"

namespace newsfacts {

// The noun phrase that ends just before token `end`, within `unit`; an apposition between commas
// belongs to it.  Empty when there is none; never one that ends in an article.  `inside_quote[t]`
// tells the tokens of quotations, which no noun phrase reaches into.
Run noun_phrase_before(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit,
                       std::uint32_t end);

// The noun phrase that begins at token `begin`.
Run noun_phrase_after(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit,
                      std::uint32_t begin);

// The outlet of "information obtained by CNBC": what was written elsewhere.
std::optional<std::string> outlet_in(const Lexed& text, Run source);

// Who was named of late.  Fed in reading order; knows what "she" and "the two companies" mean.
class Referents {
 public:
  explicit Referents(const Lexed& text) : text_(text) {}

  // Whom the phrase stands for: the persons it names as its heads ("a friend of Ann Hall" is not
  // Ann Hall), else the organizations, else any name; a pronoun or "the company" by what was named
  // before it.  May be empty.
  std::vector<std::string> names_of(Run phrase);

  // Who is the subject of "he" from here on.
  void spoke(const std::vector<std::string>& names, Run phrase);

 private:
  void read_up_to(std::uint32_t byte);

  const Lexed& text_;
  std::size_t next_ = 0;  // mention not yet read
  struct Person {
    std::string name;
    std::uint32_t at = 0;  // byte
  };
  // Whom "he" or "she" means: the last person whose name tells so, else the last whose name tells
  // nothing.
  std::string person_for(bool she, std::uint32_t byte) const;
  std::string latest() const;  // person named
  bool fits(const std::string& name, const Word& pronoun) const;
  bool is_another(Run phrase, std::uint32_t at, const Mention& mention) const;

  Person he_, she_, either_;                // the last named, by what their names tell
  std::vector<std::string> organizations_;  // the last two, the latest at the end
  std::vector<std::string> speakers_;
  bool speaker_is_person_ = false;
  std::uint32_t spoke_at_ = 0;
};

}  // namespace newsfacts
