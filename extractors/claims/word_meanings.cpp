#include "extractors/claims/word_meanings.h"

#include <unordered_map>

#include "extractors/rows.h"

namespace newsfacts {
namespace {

using Words = std::unordered_map<std::string_view, std::string_view>;

const Words& table(std::string_view name) {
  static const auto read = [](std::string_view page) {
    Words made;
    for (const Row& row : rows_of(page)) made.emplace(row[0], row[1]);
    return made;
  };
  static const Words persons = read("person_nouns"), modality = read("modality"),
                     quakes = read("quake_words");
  return name == "person_nouns" ? persons : name == "quake_words" ? quakes : modality;
}

}  // namespace

std::string_view meaning(std::string_view page, std::string_view word) {
  const Words& words = table(page);
  const auto row = words.find(word);
  return row == words.end() ? std::string_view() : row->second;
}

}  // namespace newsfacts
