#include "extractors/names/clue_reader.h"

namespace newsfacts::names {

bool ClueReader::is_figure(std::uint32_t i, std::size_t digits) const {
  return inside(i) && scan_.token(i).shape == Token::Shape::kNumber &&
         scan_.token(i).span.size() <= digits;
}

// "Dundee 3 1 2 0 3 2 5", "Karlsruhe 2 Hansa Rostock 0", "DETROIT AT TORONTO", "Ayr v Alloa"
bool ClueReader::is_in_table() const {
  const std::uint32_t after = c_.last;
  const bool score = is_figure(after, 2) && scan_.apart(after);
  const bool opens = c_.first <= stretch_.opening;
  if (score && opens && is_figure(after + 1, 2) && is_figure(after + 2, 2)) return true;
  if (score && opens && inside(after + 1) && scan_.apart(after + 1) &&
      scan_.is_name_word(after + 1) && is_figure(stretch_.last - 1, 2))
    return true;
  if (score && c_.first >= stretch_.first + 2 && is_figure(c_.first - 1, 2) &&
      scan_.is_name_word(c_.first - 2))
    return true;
  const std::string_view next = words(after);
  const std::string_view previous =
      c_.first > stretch_.first ? scan_.words(c_.first - 1) : std::string_view();
  if (next == "v" || previous == "v") return true;
  return (opens && next == "AT") || (previous == "AT" && c_.last == stretch_.last);
}

// What only players do, in a report on sport: "Nice have lost", "who played for Nice", "Atlanta's
// Tom Glavine", "Surrey captain Chris Lewis".
bool ClueReader::plays() const {
  const std::uint32_t after = c_.last;
  if (is(after, is::kAgainst | is::kPersonVerb | is::kSport | is::kRole)) return true;
  const std::string_view next = words(after);
  if (next == "captain" || next == "have" || next == "are" || next == "were") return true;
  if (is(after, is::kApostrophe) && next.size() > 0 && words(after + 1) == "s" &&
      is(after + 2, is::kFirstSure) && inside(after + 2) && scan_.is_name_word(after + 2))
    return true;
  if (c_.first < stretch_.first + 2) return false;
  const std::uint32_t before = c_.first - 1;
  return is(before, is::kAgainst) ||
         (scan_.words(before) == "for" && is(before - 1, is::kPersonVerb));
}

// In a report on sport a place is a team where it plays, and what stands in a table is one.
void ClueReader::read_team() {
  if ((form_.known & is::kCountry) != 0) return;
  const bool listed = (form_.known & (is::kKnownPlace | is::kCity)) != 0;
  const bool person = form_.inherent[index_of(Kind::kPerson)] > 1 && !listed;
  if (is_in_table() && !person) {
    say(Clue::kTeam);
    if (listed) c_.here = Kind::kOrganization;
    return;
  }
  const bool before_score = is_figure(c_.last, 3) && scan_.apart(c_.last);
  if (!listed) {
    if (before_score && form_.words == 1) say(Clue::kTableRow);
    return;
  }
  if (before_score || plays()) {
    say(Clue::kTeam);
    c_.here = Kind::kOrganization;
  } else if (stands_at_place_) {
    c_.here = Kind::kPlace;
  }
}

}  // namespace newsfacts::names
