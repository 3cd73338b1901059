// A Symbol is a word of a small closed vocabulary - the name of a rule, a unit,
// a currency - kept once for the whole process.  It is as cheap to copy and to
// compare as a pointer, so a Mention can name its rule without owning a string.
//
// Words are never freed: make Symbols of vocabularies, never of article text.

#pragma once

#include <string>
#include <string_view>

namespace newsfacts {

class Symbol {
 public:
  Symbol() = default;  // the empty word

  // Finds or adds `word`.  Safe from any thread; takes a lock, so hot code makes
  // its Symbols beforehand.
  explicit Symbol(std::string_view word);

  std::string_view str() const { return word_ ? std::string_view(*word_) : std::string_view(); }
  bool empty() const { return word_ == nullptr; }

  friend bool operator==(Symbol, Symbol) = default;

  // By spelling, not by address: the order is the same in every run.
  friend bool operator<(Symbol a, Symbol b) { return a.str() < b.str(); }

 private:
  const std::string* word_ = nullptr;
};

}  // namespace newsfacts
