#include <iterator>

#include "extractors/names/clues.h"

namespace newsfacts::names {
namespace {

// The weights were set by hand and corrected on news of several decades and countries; a
// third of it was kept unseen.
constexpr ClueRow kTable[] = {
    {Clue::kShape, "shape", Kind::kOrganization, 0.4f},

    {Clue::kFirstName, "first-name", Kind::kPerson, 4},
    {Clue::kRareFirstName, "rare-first-name", Kind::kPerson, 2.5f},
    {Clue::kFirstNamePlace, "first-name-or-place", Kind::kPerson, 2},
    {Clue::kFirstNameWord, "first-name-or-word", Kind::kPerson, 2},
    {Clue::kLoneFirstName, "lone-first-name", Kind::kPerson, 1.5f},
    {Clue::kInitial, "initial", Kind::kPerson, 3},
    {Clue::kParticle, "particle", Kind::kPerson, 1.5f},
    {Clue::kTwoWords, "two-words", Kind::kPerson, 1},
    {Clue::kSuffix, "suffix", Kind::kOrganization, 6},
    {Clue::kHead, "head-word", Kind::kOrganization, 6},
    {Clue::kWeakHead, "weak-head-word", Kind::kOrganization, 3},
    {Clue::kHeadOf, "head-word-of", Kind::kOrganization, 5},
    {Clue::kInstitution, "institution", Kind::kOrganization, 2},
    {Clue::kAmpersand, "ampersand", Kind::kOrganization, 3},
    {Clue::kAcronym, "acronym", Kind::kOrganization, 2},
    {Clue::kInnerCapital, "inner-capital", Kind::kOrganization, 1.5f},
    {Clue::kKnownOrganization, "known-organization", Kind::kOrganization, 5},
    {Clue::kPublication, "publication", Kind::kOrganization, 5},
    {Clue::kWorldAcronym, "world-acronym", Kind::kOrganization, 5},
    {Clue::kCountry, "country", Kind::kPlace, 6},
    {Clue::kRegion, "region", Kind::kPlace, 4},
    {Clue::kState, "state", Kind::kPlace, 4},
    {Clue::kMajorCity, "major-city", Kind::kPlace, 4},
    {Clue::kCity, "city", Kind::kPlace, 1.5f},
    {Clue::kPlaceWord, "place-word", Kind::kPlace, 5},
    {Clue::kPlaceWordBefore, "place-word-before", Kind::kPlace, 4},
    {Clue::kKnownProduct, "known-product", Kind::kProduct, 5},
    {Clue::kModelNumber, "model-number", Kind::kProduct, 3},
    {Clue::kOfFirm, "of-firm", Kind::kProduct, 2},
    {Clue::kKnownEvent, "known-event", Kind::kEvent, 6},
    {Clue::kEventWord, "event-word", Kind::kEvent, 4},
    {Clue::kGroup, "people", Kind::kGroup, 8},

    {Clue::kTitleBefore, "title-before", Kind::kPerson, 5},
    {Clue::kOfficeBefore, "office-before", Kind::kPerson, 3},
    {Clue::kOfficeAfter, "office-after", Kind::kPerson, 4},
    {Clue::kAge, "age", Kind::kPerson, 5},
    {Clue::kWho, "who", Kind::kPerson, 3},
    {Clue::kSaid, "said", Kind::kPerson, 2},
    {Clue::kPersonVerb, "person-verb", Kind::kPerson, 1},
    {Clue::kBy, "by", Kind::kPerson, 0.5f},
    {Clue::kBeforeOffice, "before-office", Kind::kOrganization, 4},
    {Clue::kFirmAfter, "firm-noun-after", Kind::kOrganization, 2.5f},
    {Clue::kFirmVerb, "firm-verb", Kind::kOrganization, 1},
    {Clue::kFirmBefore, "firm-noun-before", Kind::kOrganization, 3},
    {Clue::kOfficeOf, "office-of", Kind::kOrganization, 1.5f},
    {Clue::kAtFirm, "at", Kind::kOrganization, 0.5f},
    {Clue::kDefinite, "definite", Kind::kOrganization, 1},
    {Clue::kSaidFirm, "said-too", Kind::kOrganization, 0.8f},
    {Clue::kSiteAtEnd, "site-at-end", Kind::kOrganization, 4},
    {Clue::kExpansion, "acronym-beside", Kind::kOrganization, 3},
    {Clue::kAgainst, "against", Kind::kOrganization, 0.5f},
    {Clue::kTeam, "team", Kind::kOrganization, 6},
    {Clue::kTableRow, "table-row", Kind::kOrganization, 1},
    {Clue::kIn, "in", Kind::kPlace, 2},
    {Clue::kDirection, "direction", Kind::kPlace, 3},
    {Clue::kPlaceNoun, "place-noun", Kind::kPlace, 3},
    {Clue::kDateline, "dateline", Kind::kPlace, 6},
    {Clue::kBased, "based", Kind::kPlace, 4},
    {Clue::kAuthority, "authority", Kind::kPlace, 1.5f},
    {Clue::kCityCountry, "city-country", Kind::kPlace, 4},
    {Clue::kFromTo, "from", Kind::kPlace, 0.5f},
    {Clue::kProductAfter, "product-noun-after", Kind::kProduct, 2},
    {Clue::kProductBefore, "product-noun-before", Kind::kProduct, 3},
    {Clue::kProductPreposition, "via", Kind::kProduct, 1.5f},
    {Clue::kNotDefinite, "definite-no-person", Kind::kPerson, -3},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < std::size(kTable); ++i)
    if (static_cast<std::size_t>(kTable[i].clue) != i) return false;
  return true;
}
static_assert(is_in_order(), "a row of kTable per Clue, in its order");

}  // namespace

const ClueRow& row_of(Clue clue) {
  return kTable[static_cast<std::size_t>(clue)];
}
std::span<const ClueRow> clue_table() {
  return kTable;
}

}  // namespace newsfacts::names
