#include "extractors/names/clue_reader.h"

namespace newsfacts::names {

void ClueReader::read_before() {
  if (stands_for_plain_words()) form_.is_term = true;
  if (c_.titled) say(Clue::kTitleBefore);
  if (c_.first == stretch_.first) return;
  std::uint32_t before = c_.first - 1;
  if (is(before, is::kOpening) && !scan_.apart(c_.first) && before > stretch_.first) --before;
  if (is(before, is::kTaken)) return;
  if (lower(before) || words(before) == "The") {
    const std::string_view word = words(before);
    if (word == "the" || word == "The") {
      if (!modifies_noun()) {  // "the Kremlin", but not "the Reagan administration"
        say(Clue::kDefinite);
        say(Clue::kNotDefinite);
      }
      if (before == stretch_.first) return;
      --before;
    }
    if (is(before, is::kDash)) read_site(before);
    if (is(before, is::kHonorific | is::kOffice | is::kRole) && lower(before))
      say(Clue::kOfficeBefore);
    if (is(before, is::kDirection)) say(Clue::kDirection);
    if (is(before, is::kFirmBefore)) say(Clue::kFirmBefore);
    if (is(before, is::kPlaceNoun) && !is(before, is::kOffice | is::kRole)) say(Clue::kPlaceNoun);
    if (is(before, is::kProductBefore)) say(Clue::kProductBefore);
    if (is(before, is::kIn)) say(Clue::kIn);
    if (is(before, is::kAt)) say(Clue::kAtFirm);
    if (is(before, is::kFrom)) say(Clue::kFromTo);
    if (is(before, is::kBy)) say(Clue::kBy);
    if (is(before, is::kAgainst)) say(Clue::kAgainst);
    if (is(before, is::kProductPrep) && word != "on") say(Clue::kProductPreposition);
    if ((word == "of" || word == "for" || word == "at") && before > stretch_.first) {
      if (is(before - 1, is::kPlaceNoun | is::kDirection) && word == "of") say(Clue::kPlaceNoun);
      if (is(before - 1, is::kHonorific | is::kOffice | is::kRole)) say(Clue::kOfficeOf);
      if (is(before - 1, is::kFirmNoun) && word == "of") say(Clue::kOfficeOf);
    }
  } else if (is(before, is::kComma) && before > stretch_.first + 1 &&
             is(before - 1, is::kOffice | is::kHonorific | is::kRole)) {
    say(Clue::kOfficeBefore);  // "its chief revenue officer, Jane Roe"
  } else if (is(before, is::kDash)) {
    read_site(before);
  }
}

// "Phase two begins - The Harbour Courier"
void ClueReader::read_site(std::uint32_t dash) {
  if (scan_.apart(dash) && scan_.apart(dash + 1) && dash > stretch_.first &&
      c_.last == stretch_.last)
    say(Clue::kSiteAtEnd);
}

// ", 45," ", chief executive of" ", who" ", Ohio"
void ClueReader::read_apposition(std::uint32_t comma) {
  const std::uint32_t next = comma + 1;
  if (!inside(next)) return;
  if (scan_.token(next).shape == Token::Shape::kNumber && scan_.token(next).span.size() == 2 &&
      is(next + 1, is::kComma | is::kPeriod | is::kClosing))
    say(Clue::kAge);
  if (is(next, is::kPersonRelation)) say(Clue::kWho);
  if (is(next, is::kKnownPlace) && scan_.is_name_word(next)) say(Clue::kCityCountry);
  std::uint32_t i = next;
  const std::uint32_t end = std::min(stretch_.last, next + 5);
  for (; i < end && (lower(i) || scan_.is_name_word(i) || is(i, is::kHyphen)); ++i) {
    if (is(i, is::kOffice | is::kHonorific | is::kRole)) {
      say(Clue::kOfficeAfter);
      return;
    }
    if (lower(i) && is(i, is::kFirmBefore)) {
      say(Clue::kFirmBefore);
      return;
    }
    if (lower(i) && is(i, is::kPlaceNoun)) {
      say(Clue::kPlaceNoun);
      return;
    }
    if (lower(i) && is(i, is::kVerb | is::kSpeech) && !is(i, is::kNoun)) return;
  }
}

void ClueReader::read_after() {
  if (c_.before_office) say(Clue::kBeforeOffice);
  std::uint32_t after = c_.last;
  if (!inside(after)) return;
  if (is(after, is::kTaken)) {
    // "LONDON 1996-08-30" on a line of its own, but no row of a table: "Dundee 3 1 2 0"
    const bool is_count =
        scan_.token(after).shape == Token::Shape::kNumber && scan_.token(after).span.size() < 4;
    if (c_.first == stretch_.first && scan_.apart(after) && stretch_.last - c_.last <= 6 &&
        !is_count)
      say(Clue::kDateline);
    return;
  }
  if (is(after, is::kApostrophe) && !scan_.apart(after)) {
    after += words(after + 1) == "s" ? 2 : 1;
    if (is(after, is::kFirmNoun) && lower(after) && !is(after, is::kOffice)) say(Clue::kOfficeOf);
    if (is(after, is::kAuthority) && lower(after)) say(Clue::kAuthority);
    return;
  }
  if (is(after, is::kHyphen) && !scan_.apart(after)) {
    const std::string_view word = words(after + 1);
    if (word == "based" || word == "born") say(Clue::kBased);
    return;
  }
  if (is(after, is::kComma)) {
    read_apposition(after);
    return;
  }
  if (is(after, is::kOpening) && words(after) == "(") {
    // "LONDON (Reuters)"
    if (c_.first == stretch_.opening && is(after + 1, is::kPublication)) say(Clue::kDateline);
    if (inside(after + 1) && scan_.token(after + 1).shape == Token::Shape::kNumber &&
        scan_.token(after + 1).span.size() == 2 && words(after + 2) == ")")
      say(Clue::kAge);
    if (inside(after + 1) && scan_.token(after + 1).shape == Token::Shape::kUpper &&
        words(after + 2) == ")" && form_.words > 1)
      say(Clue::kExpansion);
    return;
  }
  if (!lower(after)) return;
  if (is(after, is::kSpeech)) {
    say(Clue::kSaid);
    say(Clue::kSaidFirm);
  }
  if (is(after, is::kPersonVerb)) say(Clue::kPersonVerb);
  if (is(after, is::kFirmVerb)) say(Clue::kFirmVerb);
  if (is(after, is::kFirmNoun)) say(Clue::kFirmAfter);
  if (is(after, is::kAuthority)) say(Clue::kAuthority);
  if (is(after, is::kProductNoun)) say(Clue::kProductAfter);
  if (is(after, is::kPlaceNoun)) say(Clue::kPlaceNoun);
  if (words(after) == "who") say(Clue::kWho);
  // "Velky is a software company"
  const std::string_view verb = words(after), article = words(after + 1);
  if ((verb == "is" || verb == "was") && (article == "a" || article == "an" || article == "the"))
    read_apposition(after + 1);
}

void ClueReader::read_context() {
  read_before();
  read_after();
  if (scan_.is_on_sport()) read_team();
}

}  // namespace newsfacts::names
