// Clues: what speaks for a name being a person, an organization, a place.  Each has a name, a
// kind and a weight, in one table; the name is what `newsfacts why` shows as the rule:
// "name/title-before".

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/mention.h"
#include "extractors/names/candidates.h"

namespace newsfacts::names {

enum class Clue : std::uint8_t {
  kShape,
  // of the spelling
  kFirstName,
  kRareFirstName,
  kFirstNamePlace,
  kFirstNameWord,
  kLoneFirstName,
  kInitial,
  kParticle,
  kTwoWords,
  kSuffix,
  kHead,
  kWeakHead,
  kHeadOf,
  kInstitution,
  kAmpersand,
  kAcronym,
  kInnerCapital,
  kKnownOrganization,
  kPublication,
  kWorldAcronym,
  kCountry,
  kRegion,
  kState,
  kMajorCity,
  kCity,
  kPlaceWord,
  kPlaceWordBefore,
  kKnownProduct,
  kModelNumber,
  kOfFirm,
  kKnownEvent,
  kEventWord,
  kGroup,
  // of the place it stands at
  kTitleBefore,
  kOfficeBefore,
  kOfficeAfter,
  kAge,
  kWho,
  kSaid,
  kPersonVerb,
  kBy,
  kBeforeOffice,
  kFirmAfter,
  kFirmVerb,
  kFirmBefore,
  kOfficeOf,
  kAtFirm,
  kDefinite,
  kSaidFirm,
  kSiteAtEnd,
  kExpansion,
  kAgainst,
  kTeam,
  kTableRow,
  kIn,
  kDirection,
  kPlaceNoun,
  kDateline,
  kBased,
  kAuthority,
  kCityCountry,
  kFromTo,
  kProductAfter,
  kProductBefore,
  kProductPreposition,
  kNotDefinite,
};

struct ClueRow {
  Clue clue;
  std::string_view name;
  Kind kind;
  float weight;  // negative speaks against
};

const ClueRow& row_of(Clue clue);
std::span<const ClueRow> clue_table();

// Reads the clues of every candidate into its form.
void read_clues(const Scan& scan, std::vector<Candidate>& candidates, Forms& forms);

}  // namespace newsfacts::names
