#include "corpus/token.h"

#define XXH_INLINE_ALL  // a call costs more than the hash of a word
#include <utf8proc.h>
#include <xxhash.h>

#include <array>
#include <string>

#include "corpus/utf8.h"

namespace newsfacts {
namespace {

// What one code point does to a token.  The letters and digits come last, so that one
// comparison tells whether the token goes on.
enum class Class : std::uint8_t { kSign, kSpace, kBeyondAscii, kMark, kLower, kUpper, kDigit };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (c >= 0x80) classes[c] = Class::kBeyondAscii;
    if (c == ' ' || (c >= '\t' && c <= '\r')) classes[c] = Class::kSpace;
    if (c >= 'a' && c <= 'z') classes[c] = Class::kLower;
    if (c >= 'A' && c <= 'Z') classes[c] = Class::kUpper;
    if (c >= '0' && c <= '9') classes[c] = Class::kDigit;
  }
  return classes;
}();

Class class_of(char32_t c) {
  if (is_space(c)) return Class::kSpace;
  if (c >= 0x2000 && c <= 0x206F) return Class::kSign;  // quotes and dashes: most of what comes
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return Class::kUpper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return Class::kLower;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return Class::kMark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return Class::kDigit;
    default: return Class::kSign;
  }
}

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash_of_folded_ascii(std::string_view word) {
  std::array<char, 48> lower;
  if (word.size() > lower.size()) return hash_of(folded(word));
  // Letters and digits only, so the bit that makes a letter lower case may be set in all.
  for (std::size_t i = 0; i < word.size(); ++i) lower[i] = static_cast<char>(word[i] | 0x20);
  return hash_of({lower.data(), word.size()});
}

// What has been seen of the token under way.
struct Seen {
  std::uint32_t upper = 0, lower = 0, digits = 0;
  bool upper_first = false, beyond_ascii = false;

  // The ASCII letters and digits from `at` on, all at once; returns where they end.
  std::size_t add_ascii(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    for (; at < text.size(); ++at) {
      const Class c = kClasses[static_cast<unsigned char>(text[at])];
      if (c < Class::kLower) break;
      upper += c == Class::kUpper;
      digits += c == Class::kDigit;
    }
    lower = static_cast<std::uint32_t>(at - begin) - upper - digits;
    // Which letter is the first matters only where there are no digits.
    upper_first = upper > 0 && kClasses[static_cast<unsigned char>(text[begin])] == Class::kUpper;
    return at;
  }

  void add(Class c) {
    switch (c) {
      case Class::kUpper:
        upper_first |= upper + lower == 0;
        ++upper;
        break;
      case Class::kLower: ++lower; break;
      case Class::kDigit: ++digits; break;
      default: break;
    }
  }

  Token::Shape shape() const {
    const std::uint32_t letters = upper + lower;
    if (letters == 0) return digits > 0 ? Token::Shape::kNumber : Token::Shape::kSign;
    if (digits > 0) return Token::Shape::kAlnum;
    if (upper == 0) return Token::Shape::kLower;
    if (lower == 0 && upper > 1) return Token::Shape::kUpper;
    return upper_first ? Token::Shape::kCapital : Token::Shape::kMixed;
  }
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 16);
  const auto class_at = [&](std::size_t at) {
    return kClasses[static_cast<unsigned char>(text[at])];
  };
  bool space_before = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    Seen seen;
    // The word that begins here, if one does.
    at = seen.add_ascii(text, at);
    Class next = Class::kSign;
    std::uint32_t next_size = 1;
    while (at < text.size()) {
      next = class_at(at);
      next_size = 1;
      if (next == Class::kBeyondAscii) {
        const CodePoint c = code_point_at(text, at);
        next = class_of(c.value);
        next_size = c.size;
        seen.beyond_ascii |= next >= Class::kMark;
      }
      if (next < Class::kMark) break;
      seen.add(next);
      at += next_size;
    }
    if (at > begin) {
      const std::string_view word = text.substr(begin, at - begin);
      tokens.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
                        seen.beyond_ascii ? hash_of(folded(word))
                        : seen.upper > 0  ? hash_of_folded_ascii(word)
                                          : hash_of(word),
                        seen.shape(),
                        space_before});
      space_before = false;
      if (at == text.size()) break;
    }
    // What ended it: white space, or a sign that is a token of its own.
    if (next == Class::kSign)
      tokens.push_back(
          {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + next_size)},
           hash_of(text.substr(at, next_size)),
           Token::Shape::kSign,
           space_before});
    space_before = next == Class::kSpace;
    at += next_size;
  }
  return tokens;
}

std::uint64_t token_hash(std::string_view word) {
  return hash_of(folded(word));
}

}  // namespace newsfacts
