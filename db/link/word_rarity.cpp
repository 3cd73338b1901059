#include "db/link/word_rarity.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/embedded.h"
#include "corpus/token.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr std::size_t kLongest = 32;  // of what is stemmed in place
constexpr std::size_t kShortest = 2;

constexpr std::array<std::string_view, 6> kEmptyWords = {
    "/function_words.tsv", "/stop_words.tsv", "/months.tsv",
    "/months_short.tsv",   "/weekdays.tsv",   "/weekdays_short.tsv"};
constexpr std::string_view kEverydayWords = "/common_words.tsv";
constexpr std::string_view kIrregularForms = "/irregular_forms.tsv";

bool ends_with(std::string_view word, std::string_view end, std::size_t longer_than) {
  return word.size() > longer_than && word.ends_with(end);
}

// Takes the endings of number and tense off a lower-case word, in place: rough, as the two
// documents are treated alike.
std::string_view stemmed(char* word, std::size_t size) {
  std::string_view rest(word, size);
  if (ends_with(rest, "ies", 4)) {
    word[size - 3] = 'y';
    rest.remove_suffix(2);
  } else if (ends_with(rest, "es", 4) &&
             std::string_view("sxzh").find(rest[size - 3]) != rest.npos) {
    rest.remove_suffix(2);
  } else if (ends_with(rest, "s", 3) && !rest.ends_with("ss")) {
    rest.remove_suffix(1);
  }
  if (ends_with(rest, "ing", 6)) return rest.substr(0, rest.size() - 3);
  if (ends_with(rest, "ed", 5)) return rest.substr(0, rest.size() - 2);
  return rest;
}

std::uint64_t stem_hash(std::string_view word) {
  std::array<char, kLongest> lower;
  if (word.size() > lower.size()) return token_hash(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (static_cast<unsigned char>(c) >= 0x80) return token_hash(folded(word));
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return token_hash(stemmed(lower.data(), word.size()));
}

using Stems = std::unordered_map<std::uint64_t, WordStem>;

// Calls `row` with the first two columns of each row.
template <typename Row>
void each_row(std::string_view name, const Row& row) {
  for (const EmbeddedFile& file : embedded_db()) {
    if (!file.name.ends_with(name)) continue;
    for (std::string_view list = file.content; !list.empty();) {
      const std::string_view line = list.substr(0, list.find('\n'));
      list.remove_prefix(std::min(list.size(), line.size() + 1));
      if (line.empty() || line[0] == '#') continue;
      const auto tab = std::min(line.find('\t'), line.size());
      row(line.substr(0, tab), line.substr(std::min(tab + 1, line.size())));
    }
  }
}

// What is in two lists is of the first: empty words come before everyday ones.
Stems read_lists() {
  Stems stems;
  const auto add = [&](std::string_view word, Rarity rarity) {
    const std::uint64_t hash = stem_hash(word);
    stems.emplace(hash, WordStem{hash, rarity});
  };
  for (const std::string_view list : kEmptyWords)
    each_row(list, [&](std::string_view word, std::string_view) { add(word, Rarity::kEmpty); });
  each_row(kEverydayWords, [&](std::string_view word, std::string_view classes) {
    const bool function = classes.find("function") != classes.npos;
    add(word, function ? Rarity::kEmpty : Rarity::kEveryday);
  });
  // "Bought" is "buy", and as rare as that.
  each_row(kIrregularForms, [&](std::string_view form, std::string_view base) {
    const auto known = stems.find(stem_hash(base));
    if (known == stems.end()) return;
    const WordStem stem = known->second;
    stems.insert_or_assign(stem_hash(form), stem);
  });
  return stems;
}

}  // namespace

WordStem stem_of(std::string_view word) {
  static const Stems stems = read_lists();
  if (word.size() < kShortest) return {};
  if (std::all_of(word.begin(), word.end(), is_digit)) {
    const auto telling = std::count_if(word.begin(), word.end(), [](char c) { return c != '0'; });
    return {token_hash(word), telling >= 2 ? Rarity::kRare : Rarity::kEmpty};
  }
  const std::uint64_t hash = stem_hash(word);
  const auto known = stems.find(hash);
  return known == stems.end() ? WordStem{hash, Rarity::kRare} : known->second;
}

}  // namespace newsfacts
