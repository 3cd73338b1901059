#include "extractors/names/clues.h"

#include <algorithm>

namespace newsfacts::names {
namespace {

class Reader {
 public:
  Reader(const Scan& scan, Candidate& candidate, const Stretch& stretch, Form& form,
         std::vector<Said>* said)
      : scan_(scan), c_(candidate), stretch_(stretch), form_(form), said_(said) {
    last_word_ = c_.last - 1;
    while (last_word_ > c_.first && scan_.token(last_word_).shape == Token::Shape::kSign)
      --last_word_;
  }

  void read_spelling();
  void read_context();
  void read_neighbor(const Form& neighbor);
  void read_ticker() { say(Clue::kTicker); }

 private:
  void say(Clue clue) { say(clue, row_of(clue).kind); }
  void say(Clue clue, Kind kind) {
    const ClueRow& row = row_of(clue);
    const std::size_t k = index_of(kind);
    if (said_ != nullptr) said_->push_back({c_.form, c_.first, clue, kind});
    (inherent_ ? form_.inherent : row.weight < 0 ? form_.against : form_.context)[k] += row.weight;
    if (!inherent_ && kind == Kind::kPlace && row.weight >= 2) stands_at_place_ = true;
    if (!inherent_) form_.strongest[k] = std::max(form_.strongest[k], row.weight);
    if (row.weight > form_.best[k]) {
      form_.best[k] = row.weight;
      form_.clue[k] = static_cast<std::uint8_t>(clue);
    }
  }

  bool inside(std::uint32_t i) const { return i >= stretch_.first && i < stretch_.last; }
  bool is(std::uint32_t i, Traits traits) const { return inside(i) && scan_.is(i, traits); }
  bool lower(std::uint32_t i) const {
    return inside(i) && scan_.token(i).shape == Token::Shape::kLower;
  }
  std::string_view words(std::uint32_t i) const {
    return inside(i) ? scan_.words(i) : std::string_view();
  }

  // Does the name go before a plain noun: "Reagan" in "the Reagan administration"?
  bool modifies_noun() const {
    return lower(c_.last) && !is(c_.last, is::kFunction | is::kSpeech) &&
           (is(c_.last, is::kNoun) || !is(c_.last, is::kVerb));
  }

  void read_lists();
  void read_person_shape();
  bool ends_in_letters() const;
  void read_before();
  bool stands_for_plain_words() const;
  void read_site(std::uint32_t dash);
  void read_after();
  bool is_figure(std::uint32_t i, std::size_t digits) const;
  bool is_in_table() const;
  bool plays() const;
  void read_team();
  void read_apposition(std::uint32_t comma);

  const Scan& scan_;
  Candidate& c_;
  const Stretch& stretch_;
  Form& form_;
  std::vector<Said>* said_;
  std::uint32_t last_word_ = 0;  // of the candidate
  bool inherent_ = false;
  bool stands_at_place_ = false;
};

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

void Reader::read_lists() {
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

void Reader::read_person_shape() {
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
bool Reader::ends_in_letters() const {
  if (c_.last - c_.first < 4 || form_.words < 3) return false;
  for (std::uint32_t i = c_.last; i > c_.last - 4; --i) {
    const std::uint32_t at = i - 1;
    const bool is_period = (c_.last - i) % 2 == 0;
    if (is_period ? !scan_.is(at, is::kPeriod) : scan_.token(at).span.size() != 1) return false;
  }
  return scan_.token(c_.first).span.size() > 1 && !scan_.is(c_.first, is::kFirst);
}

void Reader::read_spelling() {
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
bool Reader::stands_for_plain_words() const {
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

void Reader::read_before() {
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
void Reader::read_site(std::uint32_t dash) {
  if (scan_.apart(dash) && scan_.apart(dash + 1) && dash > stretch_.first &&
      c_.last == stretch_.last)
    say(Clue::kSiteAtEnd);
}

// ", 45," ", chief executive of" ", who" ", Ohio"
void Reader::read_apposition(std::uint32_t comma) {
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

void Reader::read_after() {
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

bool Reader::is_figure(std::uint32_t i, std::size_t digits) const {
  return inside(i) && scan_.token(i).shape == Token::Shape::kNumber &&
         scan_.token(i).span.size() <= digits;
}

// "Dundee 3 1 2 0 3 2 5", "Karlsruhe 2 Hansa Rostock 0", "DETROIT AT TORONTO", "Ayr v Alloa"
bool Reader::is_in_table() const {
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
bool Reader::plays() const {
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
void Reader::read_team() {
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

void Reader::read_context() {
  read_before();
  read_after();
  if (scan_.is_on_sport()) read_team();
}

// What is enumerated together is of one kind: what the spelling of one tells goes for the other.
void Reader::read_neighbor(const Form& neighbor) {
  constexpr float kTells = 2.5f;
  const auto tells = [&](Kind kind) { return neighbor.inherent[index_of(kind)] >= kTells; };
  const bool person = tells(Kind::kPerson), firm = tells(Kind::kOrganization),
             place = tells(Kind::kPlace);
  if (person + firm + place != 1) return;
  say(person ? Clue::kBesidePerson : firm ? Clue::kBesideFirm : Clue::kBesidePlace);
}

// "A and B", "A, B and C", "A, B, C": does `next` follow `candidate` in an enumeration?  A comma
// alone may part a name from what explains it.
enum class Joint { kNone, kComma, kAnd };
Joint joint_of(const Scan& scan, const Candidate& candidate, const Candidate& next) {
  if (candidate.stretch != next.stretch) return Joint::kNone;
  std::uint32_t i = candidate.last;
  const bool comma = i < next.first && scan.is(i, is::kComma);
  i += comma;
  if (i == next.first) return comma ? Joint::kComma : Joint::kNone;
  const std::string_view word = scan.words(i);
  return i + 1 == next.first && (word == "and" || word == "or") ? Joint::kAnd : Joint::kNone;
}

// "Quarrow Energy (NYSE: QRW)"
bool has_ticker(const Scan& scan, const Candidate& firm, const Candidate& exchange,
                const Candidate& ticker) {
  return firm.last + 1 == exchange.first && scan.words(firm.last) == "(" &&
         exchange.last + 1 == ticker.first && scan.words(exchange.last) == ":" &&
         scan.is(exchange.first, is::kKnownOrg) && firm.form != ticker.form &&
         ticker.last - ticker.first == 1 && ticker.last < scan.tokens().size() &&
         scan.token(ticker.first).shape == Token::Shape::kUpper;
}

void read_neighbors(const Scan& scan, std::vector<Candidate>& candidates, Forms& forms,
                    std::vector<Said>* said) {
  const auto read = [&](Candidate& candidate, const Candidate& neighbor) {
    Reader(scan, candidate, scan.stretches()[candidate.stretch], forms[candidate.form], said)
        .read_neighbor(forms[neighbor.form]);
  };
  Joint before = Joint::kNone;
  for (std::size_t c = 0; c + 2 < candidates.size(); ++c) {
    if (!has_ticker(scan, candidates[c], candidates[c + 1], candidates[c + 2])) continue;
    Reader(scan, candidates[c], scan.stretches()[candidates[c].stretch], forms[candidates[c].form],
           said)
        .read_ticker();
    forms[candidates[c + 2].form].alias_of = candidates[c].form;
  }
  for (std::size_t c = 0; c + 1 < candidates.size(); ++c) {
    const Joint here = joint_of(scan, candidates[c], candidates[c + 1]);
    const Joint after = here != Joint::kComma || c + 2 >= candidates.size()
                            ? Joint::kNone
                            : joint_of(scan, candidates[c + 1], candidates[c + 2]);
    if (here == Joint::kAnd ||
        (here == Joint::kComma && (before != Joint::kNone || after != Joint::kNone))) {
      read(candidates[c], candidates[c + 1]);
      read(candidates[c + 1], candidates[c]);
    }
    before = here;
  }
}

}  // namespace

void read_clues(const Scan& scan, std::vector<Candidate>& candidates, Forms& forms,
                std::vector<Said>* said) {
  std::vector<bool> spelled(forms.size());
  for (Candidate& candidate : candidates) {
    Reader reader(scan, candidate, scan.stretches()[candidate.stretch], forms[candidate.form],
                  said);
    if (!spelled[candidate.form]) {
      spelled[candidate.form] = true;
      reader.read_spelling();
    }
    reader.read_context();
  }
  read_neighbors(scan, candidates, forms, said);
}

}  // namespace newsfacts::names
