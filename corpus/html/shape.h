// The shape of a block: its words, signs and letters, counted in one walk, and the words of the
// trade that stand in it (phrases.tsv: a row for each thing they tell).

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsfacts::html {

// A block's letters, counted.
struct Shape {
  std::uint32_t words = 0, sentences = 0, commas = 0, digits = 0, capitals = 0, letters = 0;
  std::uint32_t phrases = 0;  // a bit for each row of phrases.tsv that has a phrase in it
  std::uint32_t opening = 0;  // those that begin it
  char32_t last = 0;
  bool begins_lower = false, has_year = false;
  float links = 0;         // share of link text; told by who knows the links
  std::uint64_t hash = 0;  // of its letters
};

Shape shape_of(std::string_view words);

std::size_t phrase_kinds();
std::string_view phrase_kind(std::size_t kind);

// Hashes of a text's words, in lower case: to ask which text holds what of another.
std::vector<std::uint32_t> word_hashes(std::string_view text);

}  // namespace newsfacts::html
