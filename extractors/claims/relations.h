// Relations: what a clause states of parties without a figure - who remains whose partner, which
// contract is amended, who may sell what.
//
//     [Gull Lines and Norfolk Ferries have revised their partnership], the ministry said.
//
//     relation:amend-agreement|gull_lines norfolk_ferries / ministry
//
// A clause states one where it has a verb and an object of vocabulary/relations.tsv, which holds
// to rights and duties: what else happens is told by its figures and dates.

#pragma once

#include <string>
#include <vector>

#include "extractors/lexed.h"

namespace newsfacts {

// A verb and its object in one clause.
struct StatedRelation {
  Run clause;
  Run verb;          // "no longer" has two tokens
  std::string what;  // "amend-agreement"
};

// Those of a sentence, in reading order, each once a clause.
std::vector<StatedRelation> relations_in(const Lexed& text, Run sentence);

}  // namespace newsfacts
