// Entities: which forms name the same thing, and of what kind it is.
//
//     "Altman"     the last word of the person "Sam Altman"        one person
//     "Rio Tinto"  the beginning of "Rio Tinto Group"              one organization
//     "EAC"        the initials of "East African Community"        one organization
//     "AWS"        known to the world as Amazon Web Services

#pragma once

#include <string>
#include <vector>

#include "extractors/names/clues.h"
#include "extractors/names/forms.h"

namespace newsfacts::names {

// Links the forms, pools their clues and gives each its kind, or none.  What it adds to the
// clues and takes back from them, it does to `said`, too, unless that is null.
void decide_kinds(const Scan& scan, Forms& forms, std::vector<Said>* said = nullptr);

// What a form's entity is called: the words of the form it is an alias of, with acronyms the
// world knows written out.
std::string canonical_name(const Scan& scan, const Forms& forms, std::uint32_t form);

}  // namespace newsfacts::names
