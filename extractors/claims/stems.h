// Terms: one spelling for the forms of a word, and one word for what means the same, so that
// "licences until" meets "its license".
//
//     licences -> license    was killed -> die    injured, wounded -> injure    buildings ->
//     building
//
// Inflection is undone by rule, with a table of the irregular (the S-stemmer of Harman 1991, "How
// effective is suffixing?", with the -ed and -ing of Porter 1980, and the final e given back);
// then synonyms.tsv names the class.

#pragma once

#include <string>
#include <string_view>

namespace newsfacts {

// The base form of a folded word: "copies" -> "copy", "saved" -> "save", "fallen" -> "fall".
std::string base_form(std::string_view word);

// The term a folded word counts as; empty for a stop word.
std::string term_of(std::string_view word);

}  // namespace newsfacts
