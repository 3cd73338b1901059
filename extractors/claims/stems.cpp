#include "extractors/claims/stems.h"

#include <unordered_map>
#include <unordered_set>

#include "extractors/rows.h"

namespace newsfacts {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};
using Table = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;
using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;

const Table& irregular_forms() {
  static const Table table = [] {
    Table made;
    for (const Row& row : rows_of("irregular_forms")) made.emplace(row[0], row[1]);
    return made;
  }();
  return table;
}

const Table& synonyms() {
  static const Table table = [] {
    Table made;
    for (const Row& row : rows_of("synonyms"))
      for (const std::string_view member : pieces_of(row[1], ',')) made.emplace(member, row[0]);
    return made;
  }();
  return table;
}

const Set& stop_words() {
  static const Set set = [] {
    Set made;
    for (const Row& row : rows_of("stop_words")) made.emplace(row[0]);
    return made;
  }();
  return set;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool has_vowel(std::string_view word) {
  for (const char c : word)
    if (is_vowel(c)) return true;
  return false;
}

// What is left of "saved" or "saving" without its ending: "sav" -> "save", "stopp" -> "stop".
std::string restored(std::string_view stem) {
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  if (last == before && !is_vowel(last))
    return std::string(last == 'l' || last == 's' || last == 'f' || last == 'z'
                           ? stem
                           : stem.substr(0, stem.size() - 1));
  std::string word(stem);
  if (last == 'i') {
    word.back() = 'y';
    return word;
  }
  const bool silent =
      last == 'v' || last == 'u' || last == 'z' || last == 'c' || (last == 's' && before != 's') ||
      (last == 'g' && (before == 'a' || before == 'd' || before == 'r' || before == 'n') &&
       stem.size() > 2 && stem[stem.size() - 3] != 'o' && stem[stem.size() - 3] != 'i') ||
      (last == 't' && before == 'a' && stem.size() > 3 && !is_vowel(stem[stem.size() - 3])) ||
      (last == 'r' && (before == 'u' || before == 'i')) ||
      (last == 'l' &&
       (before == 'b' || before == 'g' || before == 't' || before == 'd' || before == 'p')) ||
      (last == 'd' && (before == 'i' || before == 'u') && stem.size() > 3);
  // "making", "striking", but "looking" and "backing".
  const bool long_k =
      last == 'k' && stem.size() > 2 && is_vowel(before) && !is_vowel(stem[stem.size() - 3]);
  if (silent || long_k) word += 'e';
  return word;
}

}  // namespace

std::string base_form(std::string_view word) {
  if (const auto known = irregular_forms().find(word); known != irregular_forms().end())
    return known->second;
  const std::size_t size = word.size();
  if (size > 4 && word.ends_with("ies")) return std::string(word.substr(0, size - 3)) + "y";
  if (size > 4 && word.ends_with("sses")) return std::string(word.substr(0, size - 2));
  if (size > 4 && (word.ends_with("ches") || word.ends_with("shes") || word.ends_with("xes")))
    return std::string(word.substr(0, size - 2));
  if (size > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us") &&
      !word.ends_with("is")) {
    const std::string_view singular = word.substr(0, size - 1);
    const auto known = irregular_forms().find(singular);
    return known != irregular_forms().end() ? known->second : std::string(singular);
  }
  if (size > 4 && word.ends_with("ed") && !word.ends_with("eed") &&
      has_vowel(word.substr(0, size - 2)))
    return restored(word.substr(0, size - 2));
  if (size > 5 && word.ends_with("ing") && has_vowel(word.substr(0, size - 3)))
    return restored(word.substr(0, size - 3));
  return std::string(word);
}

std::string term_of(std::string_view word) {
  if (stop_words().contains(word)) return {};
  std::string base = base_form(word);
  if (stop_words().contains(base)) return {};
  if (const auto known = synonyms().find(base); known != synonyms().end()) return known->second;
  if (const auto known = synonyms().find(word); known != synonyms().end()) return known->second;
  return base;
}

}  // namespace newsfacts
