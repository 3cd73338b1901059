// What the user rules of names: that two are one, or are not, whatever LINK makes of them.  It
// holds for the documents to come, and can be taken back.

#pragma once

#include <string>
#include <string_view>

#include "db/store.h"

namespace newsfacts {

struct NamePair {
  std::string kind;  // "person"
  std::string a, b;  // as the store has them
};

// The pair of entities of these names.  `kind` may be empty where only one has both names.
// Throws std::invalid_argument: "no entity is called ...", "... is a person and a place".
NamePair name_pair(const Database& database, std::string_view kind, std::string_view a,
                   std::string_view b);

// Replaces what was ruled of the two before.  `reason` is the user's, and is shown by why.
void rule_names(Store& store, const NamePair& names, bool same, std::string_view reason);

// False where nothing was ruled of them.
bool forget_ruling(Store& store, const NamePair& names);

}  // namespace newsfacts
