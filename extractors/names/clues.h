// Clues: what speaks for a name being a person, an organization, a place.  Each has a name, a
// kind and a weight, on one page, vocabulary/clues.tsv; the name is what `newsfacts why` shows as
// the rule: "name/title-before".

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
  kLoneWeakFirstName,
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
  kDomain,
  kKnownOrganization,
  kKnownOrganizationOrWord,
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
  kKnownProductOrWord,
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
  kTicker,
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
  kBesidePerson,
  kBesideFirm,
  kBesidePlace,
  kProductAfter,
  kProductBefore,
  kProductPreposition,
  kNotDefinite,
};

// Said once for a form, by its spelling; the others each time it stands somewhere.
constexpr bool is_of_spelling(Clue clue) {
  return clue < Clue::kTitleBefore;
}

inline constexpr std::size_t kClues = static_cast<std::size_t>(Clue::kNotDefinite) + 1;

struct ClueRow {
  std::string_view name;
  Kind kind = Kind::kOther;  // kOther: the page lacks it
  float weight = 0;          // negative speaks against
  std::string_view when;     // in words
};
using ClueTable = std::array<ClueRow, kClues>;

// The page; read at the first call, and safe to share from then on.
const ClueTable& clue_table();
inline const ClueRow& row_of(Clue clue) {
  return clue_table()[static_cast<std::size_t>(clue)];
}

// A clue that was said, for whoever asks for the evidence.
struct Said {
  std::uint32_t form = kNoForm;
  std::uint32_t first = 0;  // the token of the occurrence that made us say it
  Clue clue = Clue::kShape;
  Kind kind = Kind::kOther;
};

// Reads the clues of every candidate into its form; and into `said`, unless that is null.
void read_clues(const Scan& scan, std::vector<Candidate>& candidates, Forms& forms,
                std::vector<Said>* said = nullptr);

}  // namespace newsfacts::names
