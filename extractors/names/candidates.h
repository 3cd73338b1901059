// Candidates: the stretches of tokens that may be names, by their shape.
//
//     OpenAI CEO Sam Altman met Turkish Foreign Minister Abdullah Gul in The Hague's city hall.
//     ------     ----------     -------                  ------------    ---------
//
// A candidate is a run of capitalized words with what joins them ("Bank of England", "van der
// Bellen", "AT&T", "GPT-3"), cut at possessives, titles and nationalities.  Where a capital
// tells nothing - at the start of a sentence, in a headline - the rest of the document and
// the list of common words decide (Mikheev, "Periods, capitalized words, etc.",
// Computational Linguistics 28(3), 2002).

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extractors/names/forms.h"
#include "extractors/names/scan.h"

namespace newsfacts::names {

struct Candidate {
  std::uint32_t first = 0, last = 0;  // tokens, `last` exclusive
  std::uint32_t stretch = 0;
  std::uint32_t form = kNoForm;
  bool opens = false;          // its first word would be capitalized anyway
  bool titled = false;         // a title stands before it: "Mr.", "Prime Minister"
  bool before_office = false;  // an office stands after it: OpenAI in "OpenAI CEO Sam Altman"
  std::optional<Kind> here;    // what this place alone says, where a name is of two kinds
  bool bare_title = false;     // is itself a title: King, General
};

// In reading order, apart from each other.  Fills `forms`.
std::vector<Candidate> find_candidates(const Scan& scan, Forms& forms);

}  // namespace newsfacts::names
