// Tokens: one scan of the text, shared by the rules, the name lists and the fingerprint.
//
//     US$3bn rose 4.2% in Sao Paulo's
//     -- ----  --- - -- -- --- ----- - -
//     word sign mixed word number sign number sign word word word sign word
//
// A token is a maximal run of letters, marks and digits, or one code point of anything
// else but white space.  "3bn" is one token; "4.2" is three; "Paulo's" is three.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/span.h"

namespace newsfacts {

struct Token {
  enum class Shape : std::uint8_t {
    kLower,    // rose
    kCapital,  // Paulo: the first letter is upper case (or title case), some other is not; "A" too
    kUpper,    // CEO: all letters upper case, at least two
    kMixed,    // letters in another mixture: eBay, iPhone
    kNumber,   // 2026: digits only
    kAlnum,    // 3bn, G7, COVID19: letters and digits
    kSign,     // one code point: $ % ( . ,
  };

  Span span;
  std::uint64_t hash = 0;  // of the case-folded token: "Rose" and "rose" are equal
  Shape shape = Shape::kSign;
  bool space_before = false;  // white space, or the start of the text, stands before it

  bool is_word() const { return shape < Shape::kNumber; }
};

// `text` must be valid UTF-8.  O(size); allocates only the result.
std::vector<Token> tokenize(std::string_view text);

// The hash a token of these letters has: for building word lists.
std::uint64_t token_hash(std::string_view word);

}  // namespace newsfacts
