#include "extractors/names/name_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "corpus/utf8.h"
#include "extractors/word_table.h"

namespace newsfacts::names {
namespace {

using Words = std::vector<std::string>;

// Folded words: "Coca-Cola Co." is "coca cola co", "McDonald's" is "mcdonalds", "A.P." is "ap".
Words words_of(std::string_view name) {
  const std::string plain = folded_without_marks(name);
  Words words(1);
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint c = code_point_at(plain, at);
    if (c.value == '&') {
      words.insert(words.end(), {"and", ""});
    } else if (is_word_character(c.value)) {
      words.back().append(plain, at, c.size);
    } else if (c.value != '.' && c.value != '\'' && c.value != 0x2019 && !words.back().empty()) {
      words.emplace_back();
    }
    at += c.size;
  }
  std::erase(words, "");
  return words;
}

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all.append(all.empty() ? "" : " ").append(word);
  return all;
}

bool is_initial(const std::string& word) {
  return !word.empty() && code_point_at(word, 0).size == word.size();
}

// Which of two of one name it is: the word, and how it is written here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kGenerations = {
    {{"jr", "jr"}, {"junior", "jr"}, {"sr", "sr"}, {"senior", "sr"},
     {"ii", "ii"}, {"iii", "iii"},   {"iv", "iv"}}};

// "George W. Bush", "Robert F. Kennedy Jr.", "J. K. Rowling", "John Smith"
NameParts person(Words words) {
  static const WordTable kGiven("common_given_names"), kFamily("common_family_names");
  Words mark;
  const auto generation = std::ranges::find(kGenerations, words.back(),
                                            [](const auto& row) { return row.first; });
  if (words.size() > 2 && generation != kGenerations.end()) {
    mark.emplace_back(generation->second);
    words.pop_back();
  }
  // Initials at the beginning are the first name; those behind it can be left out.
  while (words.size() > 2 && is_initial(words[0]) && is_initial(words[1])) {
    words[0] += words[1];
    words.erase(words.begin() + 1);
  }
  for (std::size_t at = words.size() - 1; at-- > 1;)
    if (is_initial(words[at])) {
      mark.insert(mark.begin(), words[at]);
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    }
  NameParts parts{joined(words), joined(mark), words.size() < 2};
  if (words.size() == 2 && mark.empty()) {
    const auto common = [](const std::string& given, const std::string& family) {
      return kGiven.find(given) && kFamily.find(family);
    };
    parts.many = common(words[0], words[1]) || common(words[1], words[0]);
  }
  return parts;
}

// "Microsoft Corp.", "The Boeing Co.", "Merck & Co., Inc.": the firm can do without.
NameParts organization(Words words) {
  static const WordTable kForms("legal_forms");
  Words mark;
  while (words.size() > 1) {
    const auto form = kForms.find(words.back());
    if (!form) break;
    mark.insert(mark.begin(), std::string(*form));
    words.pop_back();
    if (words.size() > 1 && words.back() == "and") words.pop_back();
  }
  return {joined(words), joined(mark), false};
}

}  // namespace

NameParts parts_of(Kind kind, std::string_view name) {
  Words words = words_of(name);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  if (words.empty()) return {};
  if (kind == Kind::kPerson) return person(std::move(words));
  if (kind == Kind::kOrganization) return organization(std::move(words));
  return {joined(words), "", false};
}

}  // namespace newsfacts::names
