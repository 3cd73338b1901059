// Evidence: why a name is what we say it is - every clue that spoke, for which kind, with which
// weight, and where; over all the places of the document where it stands, and all its short forms.
//
//     Washington   person 9.0, place 4.0
//                  +5    person  title-before  "Mr. Washington"
//                  +4    person  first-name    "George Washington"
//                  +4    place   state         "Washington"
//
// Nothing of it is stored: the same text gives the same evidence, so it is read again.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/names/clues.h"
#include "extractors/names/forms.h"

namespace newsfacts::names {

// Candidates, with the clues read and the kinds decided: what find_names() makes mentions of.
// What was said goes to `said`, unless that is null.
std::vector<Candidate> judged_candidates(const Scan& scan, Forms& forms,
                                         std::vector<Said>* said = nullptr);

struct Evidence {
  struct Line {
    Clue clue = Clue::kShape;
    Kind kind = Kind::kOther;
    std::uint32_t times = 0;
    Span where;  // where the clue was first said: the name and up to two words on either side
  };

  std::vector<Span> places;  // in reading order
  std::string canonical;
  Kind kind = Kind::kOther;
  std::array<float, kNameKinds> scores{};  // of each kind, kPerson first: the greatest decides
  std::vector<Line> lines;                 // the heaviest first
};

// Of every name of the document, in reading order of their first places.  The document has text,
// sentences, and the mentions of other kinds; what it has of names is passed over.
std::vector<Evidence> evidence_of_names(Document document);

}  // namespace newsfacts::names
