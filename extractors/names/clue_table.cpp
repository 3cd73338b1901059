#include <array>
#include <cassert>
#include <charconv>

#include "corpus/embedded.h"
#include "extractors/names/clues.h"

namespace newsfacts::names {
namespace {

struct NameRow {
  Clue clue;
  std::string_view name;
};

// What the page calls each clue.
constexpr NameRow kNames[] = {
    {Clue::kShape, "shape"},
    {Clue::kFirstName, "first-name"},
    {Clue::kRareFirstName, "rare-first-name"},
    {Clue::kFirstNamePlace, "first-name-or-place"},
    {Clue::kFirstNameWord, "first-name-or-word"},
    {Clue::kLoneFirstName, "lone-first-name"},
    {Clue::kLoneWeakFirstName, "lone-weak-first-name"},
    {Clue::kInitial, "initial"},
    {Clue::kParticle, "particle"},
    {Clue::kTwoWords, "two-words"},
    {Clue::kSuffix, "suffix"},
    {Clue::kHead, "head-word"},
    {Clue::kWeakHead, "weak-head-word"},
    {Clue::kHeadOf, "head-word-of"},
    {Clue::kInstitution, "institution"},
    {Clue::kAmpersand, "ampersand"},
    {Clue::kAcronym, "acronym"},
    {Clue::kInnerCapital, "inner-capital"},
    {Clue::kDomain, "domain"},
    {Clue::kKnownOrganization, "known-organization"},
    {Clue::kKnownOrganizationOrWord, "known-organization-or-word"},
    {Clue::kPublication, "publication"},
    {Clue::kWorldAcronym, "world-acronym"},
    {Clue::kCountry, "country"},
    {Clue::kRegion, "region"},
    {Clue::kState, "state"},
    {Clue::kMajorCity, "major-city"},
    {Clue::kCity, "city"},
    {Clue::kPlaceWord, "place-word"},
    {Clue::kPlaceWordBefore, "place-word-before"},
    {Clue::kKnownProduct, "known-product"},
    {Clue::kKnownProductOrWord, "known-product-or-word"},
    {Clue::kModelNumber, "model-number"},
    {Clue::kOfFirm, "of-firm"},
    {Clue::kKnownEvent, "known-event"},
    {Clue::kEventWord, "event-word"},
    {Clue::kGroup, "people"},
    {Clue::kTitleBefore, "title-before"},
    {Clue::kOfficeBefore, "office-before"},
    {Clue::kOfficeAfter, "office-after"},
    {Clue::kAge, "age"},
    {Clue::kWho, "who"},
    {Clue::kSaid, "said"},
    {Clue::kPersonVerb, "person-verb"},
    {Clue::kBy, "by"},
    {Clue::kBeforeOffice, "before-office"},
    {Clue::kFirmAfter, "firm-noun-after"},
    {Clue::kFirmVerb, "firm-verb"},
    {Clue::kFirmBefore, "firm-noun-before"},
    {Clue::kOfficeOf, "office-of"},
    {Clue::kAtFirm, "at"},
    {Clue::kDefinite, "definite"},
    {Clue::kSaidFirm, "said-too"},
    {Clue::kSiteAtEnd, "site-at-end"},
    {Clue::kExpansion, "acronym-beside"},
    {Clue::kTicker, "ticker"},
    {Clue::kAgainst, "against"},
    {Clue::kTeam, "team"},
    {Clue::kTableRow, "table-row"},
    {Clue::kIn, "in"},
    {Clue::kDirection, "direction"},
    {Clue::kPlaceNoun, "place-noun"},
    {Clue::kDateline, "dateline"},
    {Clue::kBased, "based"},
    {Clue::kAuthority, "authority"},
    {Clue::kCityCountry, "city-country"},
    {Clue::kFromTo, "from"},
    {Clue::kBesidePerson, "beside-person"},
    {Clue::kBesideFirm, "beside-organization"},
    {Clue::kBesidePlace, "beside-place"},
    {Clue::kProductAfter, "product-noun-after"},
    {Clue::kProductBefore, "product-noun-before"},
    {Clue::kProductPreposition, "via"},
    {Clue::kNotDefinite, "definite-no-person"},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kClues; ++i)
    if (static_cast<std::size_t>(kNames[i].clue) != i) return false;
  return std::size(kNames) == kClues;
}
static_assert(is_in_order(), "a row of kNames per Clue, in its order");

std::string_view cell_of(std::string_view& line) {
  const std::size_t tab = std::min(line.find('\t'), line.size());
  const std::string_view cell = line.substr(0, tab);
  line.remove_prefix(std::min(tab + 1, line.size()));
  return cell;
}

ClueTable read_page(std::string_view page) {
  ClueTable table;
  for (std::size_t i = 0; i < kClues; ++i) table[i].name = kNames[i].name;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    std::string_view line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::string_view name = cell_of(line);
    const std::string_view kind = cell_of(line);
    const std::string_view weight = cell_of(line);
    for (ClueRow& row : table) {
      if (row.name != name) continue;
      row.kind = found_in<Kind>(kKindWords, kind).value_or(Kind::kOther);
      std::from_chars(weight.data(), weight.data() + weight.size(), row.weight);
      row.when = line;
    }
  }
  return table;
}

}  // namespace

const ClueTable& clue_table() {
  static const ClueTable table = [] {
    for (const EmbeddedFile& file : embedded_extractors())
      if (file.name == "vocabulary/clues.tsv") return read_page(file.content);
    return ClueTable();
  }();
  return table;
}

}  // namespace newsfacts::names
