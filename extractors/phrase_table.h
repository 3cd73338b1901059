// A PhraseTable is a WordTable whose phrases are looked for among the tokens of a document: the
// longest that ends before a place, or starts at one.
//
//     profit  rose to  more than  $3  a share
//             -------  ---------      -------
//             before() before()       at()
//
// Most places have none, and most of those show it by one token: no phrase ends or starts so.

#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

#include "corpus/document.h"
#include "extractors/word_table.h"

namespace newsfacts {

class PhraseTable {
 public:
  // Throws std::runtime_error when the binary carries no such vocabulary.
  explicit PhraseTable(std::string_view name);

  // The meaning of the longest phrase that ends before token `*end`, on the line of that token;
  // moves `*end` to its start.
  std::optional<std::string_view> before(const Document& document, std::size_t* end) const;

  // The meaning of the longest phrase that starts at token `*begin`; moves `*begin` to its end.
  std::optional<std::string_view> at(const Document& document, std::size_t* begin) const;

  std::optional<std::string_view> find(std::string_view phrase) const {
    return words_.find(phrase);
  }

 private:
  static constexpr std::size_t kSlots = 8192;
  static std::size_t slot(const Token& token) { return token.hash % kSlots; }

  WordTable words_;
  std::bitset<kSlots> starts_, ends_;  // the first and last tokens of the phrases, by their hashes
  std::size_t longest_ = 0;            // in tokens
};

}  // namespace newsfacts
