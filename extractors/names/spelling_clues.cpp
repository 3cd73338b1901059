#include "extractors/names/clue_reader.h"

namespace newsfacts::names {
namespace {

bool has_inner_capital(std::string_view word) {
  bool lower = false;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') lower = true;
    if (lower && c >= 'A' && c <= 'Z')
      return !word.starts_with("Mc") && !word.starts_with("Mac") && !word.starts_with("De") &&
             !word.starts_with("La") && !word.starts_with("Le") && !word.starts_with("Di") &&
             !word.starts_with("Van") && !word.starts_with("Fitz") && !word.starts_with("Du");
  }
  return false;
}

}  // namespace

void ClueReader::read_lists() {
  const Traits known = form_.known;
  const bool word_too = form_.words == 1 && scan_.is(c_.first, is::kCommon);
  if (known & is::kGroup) say(Clue::kGroup);
  if (known & is::kCountry)
    say(Clue::kCountry);
  else if (known & is::kRegion)
    say(Clue::kRegion);
  else if (known & is::kState)
    say(Clue::kState);
  else if (known & is::kMajorCity)
    say(Clue::kMajorCity);
  else if (known & is::kCity)
    say(Clue::kCity);
  if (known & is::kPublication) say(Clue::kPublication);
  if (known & is::kKnownOrg)
    say(word_too ? Clue::kKnownOrganizationOrWord : Clue::kKnownOrganization);
  if (known & is::kKnownProduct) say(word_too ? Clue::kKnownProductOrWord : Clue::kKnownProduct);
  if (known & is::kKnownEvent) say(Clue::kKnownEvent);

  const bool capitals = scan_.token(c_.first).shape == Token::Shape::kUpper || form_.words > 1;
  if (const Acronym* acronym = scan_.acronym(c_.first, c_.last); acronym && capitals)
    say(Clue::kWorldAcronym, acronym->kind);
}

void ClueReader::read_person_shape() {
  std::uint32_t plain = 0, common = 0, signs = 0;
  for (std::uint32_t i = c_.first; i < c_.last; ++i) {
    if (scan_.token(i).shape == Token::Shape::kSign) {
      signs += !scan_.is(i, is::kPeriod | is::kHyphen | is::kApostrophe);
      continue;
    }
    const bool letter = scan_.token(i).span.size() == 1;
    if (scan_.is(i, is::kParticle) && lower(i)) continue;
    if (scan_.is(i, is::kCommon) && !letter && i > c_.first) ++common;
    if (scan_.token(i).shape == Token::Shape::kCapital) ++plain;
    if (letter && i > c_.first && i + 1 < c_.last && scan_.is(i + 1, is::kPeriod) &&
        i + 2 < c_.last && !ends_in_letters())
      say(Clue::kInitial);
  }
  if (signs > 0) return;
  const Traits first = scan_.traits(c_.first);
  if (form_.words == 1) {
    if (first & is::kFirstSure)
      say(Clue::kLoneFirstName);
    else if (first & is::kFirst)
      say(Clue::kLoneWeakFirstName);
    return;
  }
  if (form_.words > 5 || (form_.known & is::kKnownPlace) != 0 ||
      scan_.is(last_word_, is::kOrgHead | is::kOrgSuffix | is::kPlaceAfter | is::kEventWord))
    return;
  if (first & is::kFirstSure)
    say(Clue::kFirstName);
  else if (first & is::kFirstRare)
    say(Clue::kRareFirstName);
  else if (first & is::kFirstPlace)
    say(Clue::kFirstNamePlace);
  else if (first & is::kFirstWord)
    say(Clue::kFirstNameWord);
  else if (scan_.token(c_.first).span.size() == 1 && is(c_.first + 1, is::kPeriod) && plain >= 2)
    say(Clue::kInitial);
  if (plain >= 2 && plain <= 3 && common == 0 && (first & (is::kCommon | is::kKnownOrg)) == 0)
    say(Clue::kTwoWords);
  for (std::uint32_t i = c_.first + 1; i < c_.last; ++i)
    if (scan_.is(i, is::kParticle) && (lower(i) || form_.words > 2)) {
      say(Clue::kParticle);
      break;
    }
}

// "Cofinec S.A.", "SHV Holdings N.V.": legal forms are letters at the end of a name, not of a
// person's.
bool ClueReader::ends_in_letters() const {
  if (c_.last - c_.first < 4 || form_.words < 3) return false;
  for (std::uint32_t i = c_.last; i > c_.last - 4; --i) {
    const std::uint32_t at = i - 1;
    const bool is_period = (c_.last - i) % 2 == 0;
    if (is_period ? !scan_.is(at, is::kPeriod) : scan_.token(at).span.size() != 1) return false;
  }
  return scan_.token(c_.first).span.size() > 1 && !scan_.is(c_.first, is::kFirst);
}

void ClueReader::read_spelling() {
  inherent_ = true;
  read_lists();
  read_person_shape();
  say(Clue::kShape);
  const std::uint32_t last = last_word_;
  const bool longer = form_.words > 1 && (form_.known & is::kKnownPlace) == 0;
  if (form_.words == 1 && scan_.is(last, is::kOrgHead) && form_.certain > 0)
    say(Clue::kInstitution);
  if (longer) {
    if (scan_.is(last, is::kOrgSuffix) || ends_in_letters())
      say(Clue::kSuffix);
    else if (scan_.is(last, is::kOrgHead))
      say(Clue::kHead);
    else if (scan_.is(last, is::kOrgWeak))
      say(Clue::kWeakHead);
    if (scan_.is(last, is::kPlaceAfter)) say(Clue::kPlaceWord);
    if (scan_.is(c_.first, is::kPlaceBefore)) say(Clue::kPlaceWordBefore);
    bool event = scan_.is(last, is::kEventWord);
    for (std::uint32_t i = c_.first; i + 1 < c_.last; ++i)
      event |= scan_.is(i, is::kEventWord) && scan_.words(i + 1) == "of";
    if (event) say(Clue::kEventWord);
    if (c_.last - c_.first >= 3 && lower(last) && scan_.is(last - 1, is::kPeriod))
      say(Clue::kDomain);
    for (std::uint32_t i = c_.first; i + 1 < c_.last; ++i)
      if (scan_.is(i, is::kOrgOf) && lower(i + 1) && scan_.is(i + 1, is::kFunction)) {
        say(Clue::kHeadOf);
        break;
      }
    for (std::uint32_t i = c_.first; i < c_.last; ++i)
      if (scan_.is(i, is::kAmpersand)) {
        say(Clue::kAmpersand);
        break;
      }
  }
  // "Amazon Bedrock": what follows the name of a firm, and is no word for a part of it, is
  // something it makes.
  const Lexicon::Match firm = scan_.phrase(c_.first, c_.last - 1);
  if (firm.tokens > 0 && (firm.traits & (is::kKnownOrg | is::kKnownProduct)) != 0 &&
      (form_.known & is::kKnown) == 0 && !scan_.is(c_.first, is::kCommon) &&
      !scan_.is(last,
                is::kOrgSuffix | is::kOrgHead | is::kOrgWeak | is::kKnownPlace | is::kEventWord))
    say(Clue::kOfFirm);
  const Token& first = scan_.token(c_.first);
  if (!stretch_.headline) {
    if (form_.words == 1 && first.shape == Token::Shape::kUpper && first.span.size() <= 6 &&
        !scan_.is(c_.first, is::kCommon))
      say(Clue::kAcronym);
    if (has_inner_capital(scan_.words(c_.first))) say(Clue::kInnerCapital);
  }
  if (longer &&
      (scan_.token(last).shape == Token::Shape::kNumber ||
       scan_.token(last).shape == Token::Shape::kAlnum) &&
      c_.first != last)
    say(Clue::kModelNumber);
  inherent_ = false;
}

// "a large-scale language model (LLM)": every letter begins one of the words before the bracket,
// which are in lower case; no more than one word between two that count.
bool ClueReader::stands_for_plain_words() const {
  if (scan_.token(c_.first).shape != Token::Shape::kUpper || form_.words != 1) return false;
  if (c_.first < stretch_.first + 2 || words(c_.first - 1) != "(") return false;
  const std::string_view letters = scan_.words(c_.first);
  std::size_t left = letters.size();
  std::uint32_t passed = 0;
  for (std::uint32_t i = c_.first - 2; left > 0 && passed < 2; --i) {
    if (lower(i)) {
      const bool counts = scan_.words(i).front() == (letters[left - 1] | 0x20);
      left -= counts;
      passed = counts ? 0 : passed + 1;
    } else if (!is(i, is::kHyphen)) {
      return false;
    }
    if (i == stretch_.first) break;
  }
  return left == 0;
}

}  // namespace newsfacts::names
