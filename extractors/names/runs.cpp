#include "extractors/names/runs.h"

#include <algorithm>

namespace newsfacts::names {
namespace {

bool is_single_letter(const Scan& scan, std::uint32_t i) {
  return scan.token(i).span.size() == 1 && scan.token(i).shape == Token::Shape::kCapital;
}

bool has_any(const Scan& scan, std::uint32_t first, std::uint32_t last, Traits traits) {
  for (std::uint32_t i = first; i < last; ++i)
    if (scan.is(i, traits)) return true;
  return false;
}

// In a headline every word is capitalized, so a common one is no part of a name unless a
// list says so.
bool is_part(const Scan& scan, const Stretch& stretch, std::uint32_t i) {
  if (!scan.is_name_word(i) || scan.is(i, is::kTimeWord)) return false;
  if (!stretch.headline) return true;
  if (scan.is(i, is::kHead | is::kHonorific | is::kOffice | is::kPlaceAfter | is::kPlaceBefore) &&
      !scan.is(i, is::kFunction))
    return true;
  return !scan.is(i, is::kCommon | is::kSeenLower);
}

class Run {
 public:
  Run(const Scan& scan, const Stretch& stretch, std::uint32_t first)
      : scan_(scan), stretch_(stretch), first_(first), end_(first + 1) {}

  std::uint32_t extended() {
    take_known_phrase(first_);
    while (end_ < stretch_.last && end_ - first_ < 2 * kLongestName && extend()) {
    }
    return end_;
  }

 private:
  bool part(std::uint32_t i) const { return i < stretch_.last && is_part(scan_, stretch_, i); }
  bool clings(std::uint32_t i) const { return i < stretch_.last && !scan_.apart(i); }

  // "Procter & Gamble", "Trinidad and Tobago": listed as one.
  void take_known_phrase(std::uint32_t from) {
    const Lexicon::Match match = scan_.phrase(from, stretch_.last);
    if (match.tokens < 2 ||
        (match.traits & (is::kKnown | is::kGroup | is::kCity | is::kHonorific | is::kOffice)) == 0)
      return;
    for (std::uint32_t i = from; i < from + match.tokens; ++i)
      if (scan_.is(i, is::kTaken)) return;
    end_ = std::max(end_, from + match.tokens);
  }

  bool take(std::uint32_t next) {
    end_ = next + 1;
    take_known_phrase(next);
    return true;
  }

  // What stands at end_ decides whether the run goes on.
  bool extend() {
    const std::uint32_t next = end_;
    if (scan_.is(next, is::kTaken)) return false;
    if (scan_.token(next).shape == Token::Shape::kSign) return extend_over_sign(next);
    if (!scan_.apart(next)) return false;
    if (part(next)) return goes_on_with(next) && take(next);
    if (scan_.token(next).shape == Token::Shape::kNumber) return extend_by_number(next);
    return extend_over_word(next);
  }

  // A next capitalized word belongs to the run, unless it begins something else: a sentence
  // that lost its period ("Jane Roe There"), a place in capitals ("Jane Roe TOKYO").
  bool goes_on_with(std::uint32_t next) const {
    if (scan_.opens(stretch_, next)) return false;
    const Token& token = scan_.token(next);
    if (scan_.is(next, is::kFunction) && !scan_.is(next, is::kFirst) && token.span.size() > 3 &&
        token.shape == Token::Shape::kCapital)
      return false;
    if (scan_.words(next) == "A" || scan_.words(next) == "I")
      return next + 1 < stretch_.last && scan_.is(next + 1, is::kPeriod);
    return !(token.shape == Token::Shape::kUpper && token.span.size() > 3 &&
             scan_.is(next, is::kKnownPlace) &&
             scan_.token(next - 1).shape == Token::Shape::kCapital);
  }

  bool extend_over_sign(std::uint32_t sign) {
    const std::uint32_t last = sign - 1, next = sign + 1;
    const Traits traits = scan_.traits(sign);
    if (traits & is::kPeriod) {
      if (!clings(sign)) return false;
      if (is_single_letter(scan_, last)) {
        // "J. Smith", "U.S."
        const bool in_initials = clings(next) || (last >= 2 && last > first_ && clings(last) &&
                                                  scan_.is(last - 1, is::kPeriod));
        if (!part(next) && !in_initials) return false;
        end_ = next;
        if (clings(next) && part(next)) take(next);
        return true;
      }
      if (clings(next) && scan_.token(next).shape == Token::Shape::kLower) {  // "Amazon.com"
        const std::string_view domain = scan_.words(next);
        if (domain != "com" && domain != "org" && domain != "net" && domain != "co") return false;
        end_ = next + 1;
        return true;
      }
      if ((scan_.is(last, is::kAbbreviation) || (scan_.is(last, is::kHonorific) && part(next))) &&
          scan_.token(last).span.size() <= 5 && scan_.token(last).shape == Token::Shape::kCapital) {
        end_ = next;  // "Mr. Smith", "Acme Inc. said"
        return end_ < stretch_.last;
      }
      return false;
    }
    if (traits & is::kHyphen) {
      if (!clings(sign) || !clings(next)) return false;
      if (part(next) || scan_.token(next).shape == Token::Shape::kNumber ||
          scan_.token(next).shape == Token::Shape::kAlnum)
        return take(next);
      if (scan_.words(last) == "Co" && scan_.token(next).shape == Token::Shape::kLower)
        return take(next);  // "Co-operative"
      // "Zia-ul-Haq"
      if (scan_.is(next, is::kParticle) && next + 2 < stretch_.last && clings(next + 1) &&
          scan_.is(next + 1, is::kHyphen) && clings(next + 2) && part(next + 2))
        return take(next + 2);
      return false;
    }
    if (traits & is::kApostrophe) {
      if (!clings(sign) || next >= stretch_.last) return false;
      if (!clings(next)) return belongs_to_many(last, next) && take(next);
      const std::uint32_t size = scan_.token(next).span.size();
      if (part(next) && scan_.token(next).shape == Token::Shape::kCapital && size > 1 &&
          scan_.token(last).span.size() <= 2)
        return take(next);  // "O'Brien"
      if (scan_.token(next).shape == Token::Shape::kLower && size > 1 &&
          !scan_.is(next, is::kOther))
        return take(next);  // Ra'anana
      return false;
    }
    if (traits & is::kAmpersand) return part(next) && take(next);
    if (traits & is::kComma) return extend_over_comma(next);
    return false;
  }

  // "Morningstar, Inc."; "Goldman, Sachs & Co.": partners, the last after an ampersand.
  bool extend_over_comma(std::uint32_t next) {
    if (!part(next) || !scan_.apart(next)) return false;
    if (is_legal_form(next)) return take(next);
    if (end_ - first_ > 3 || stretch_.headline) return false;
    std::uint32_t i = next;
    for (int words = 0; i < stretch_.last && words < 5; ++i) {
      if (scan_.is(i, is::kAmpersand)) return i > next && part(i + 1) && take_to(i + 1);
      if (scan_.is(i, is::kComma)) continue;
      if (!part(i) || scan_.is(i, is::kOffice | is::kHonorific)) return false;
      ++words;
    }
    return false;
  }

  bool take_to(std::uint32_t last) {
    end_ = last;
    return take(last);
  }

  // Inc, Ltd, LLC, after a comma; "Steel" is no such word.
  bool is_legal_form(std::uint32_t i) const {
    return scan_.is(i, is::kOrgSuffix) && scan_.token(i).span.size() <= 4 &&
           !scan_.is(i, is::kNoun | is::kVerb | is::kOther);
  }

  // "Owners' Association": a possessive of many inside a name that ends in a head word.
  bool belongs_to_many(std::uint32_t last, std::uint32_t next) const {
    if (!scan_.words(last).ends_with('s') || !scan_.is(last, is::kNoun | is::kOther)) return false;
    for (std::uint32_t i = next; i < stretch_.last && i < next + 3 && part(i); ++i)
      if (scan_.is(i, is::kOrgHead)) return true;
    return false;
  }

  // "Falcon 9", "Windows 11", "Boeing 737": after what is a product, or made of capitals.
  bool extend_by_number(std::uint32_t number) {
    const std::uint32_t last = number - 1;
    const std::uint32_t size = scan_.token(number).span.size();
    if (size > 3 || !scan_.is(last, is::kKnownProduct)) return false;
    end_ = number + 1;
    return true;
  }

  bool extend_over_word(std::uint32_t word) {
    if (scan_.token(word).shape != Token::Shape::kLower) return false;
    // "Ursula von der Leyen"
    if (scan_.is(word, is::kParticle)) {
      std::uint32_t next = word + 1;
      while (next < stretch_.last && next < word + 3 && scan_.is(next, is::kParticle | is::kHyphen))
        ++next;
      if (part(next) && !has_any(scan_, first_, word, is::kOffice)) return take(next);
      return false;
    }
    if (!scan_.is(word, is::kFunction)) return false;
    const std::string_view joint = scan_.words(word);
    const bool may_go_on = has_any(scan_, first_, word, is::kOrgOf);
    if (joint == "of") {
      const bool isle = scan_.is(word - 1, is::kPlaceBefore | is::kPlaceAfter) &&
                        !scan_.is(word - 1, is::kDirection);
      const bool event = scan_.is(word - 1, is::kEventWord);  // "Treaty of Velky"
      if (!may_go_on && !isle && !event) return false;
      std::uint32_t next = word + 1;
      if (next < stretch_.last && scan_.words(next) == "the") ++next;
      if (!part(next)) return false;
      // "Court of Justice", but not "Office of Mr. Hill"
      const bool names_person = scan_.is(next, is::kHonorific) && part(next + 1);
      return !names_person && take(next);
    }
    // "Commission on Presidential Debates"
    if (joint == "on" || joint == "for")
      return scan_.is(word - 1, is::kOrgOf) && part(word + 1) &&
             !scan_.is(word + 1, is::kFirst | is::kHonorific | is::kOffice | is::kTimeWord) &&
             (joint == "on" || !scan_.is(word + 1, is::kKnownPlace)) && take(word + 1);
    if (joint == "and") {
      // "Ministry of Trade and Industry", "Food and Drug Administration"
      if (!part(word + 1) || !(scan_.is(word - 1, is::kCommon) || may_go_on)) return false;
      if (has_any(scan_, first_, word - 1, is::kOrgOf) && !scan_.is(word - 1, is::kHead) &&
          !scan_.is(word + 1, is::kFirst | is::kKnownPlace | is::kGroup) &&
          scan_.is(word + 1, is::kCommon))
        return take(word + 1);
      if (!scan_.is(word + 1, is::kCommon)) return false;
      std::uint32_t head = word + 2;
      while (head < stretch_.last && head < word + 4 && part(head) && !scan_.is(head, is::kOrgHead))
        ++head;
      if (head < stretch_.last && part(head) && scan_.is(head, is::kOrgHead)) return take(head);
    }
    return false;
  }

  const Scan& scan_;
  const Stretch& stretch_;
  std::uint32_t first_, end_;
};

}  // namespace

bool begins_name(const Scan& scan, const Stretch& stretch, std::uint32_t i) {
  if (is_part(scan, stretch, i)) {
    if (i + 1 < stretch.last && scan.words(i + 1) == "$" && !scan.apart(i + 1)) return false;
    const bool letter = is_single_letter(scan, i);
    if (letter && (i + 1 >= stretch.last || scan.apart(i + 1) ||
                   !scan.is(i + 1, is::kPeriod | is::kAmpersand | is::kHyphen | is::kApostrophe)))
      return false;
    if (!scan.is(i, is::kFunction)) return true;
    // "First Boston", where nothing but the name asks for the capital
    if (scan.token(i).span.size() > 3 && !scan.opens(stretch, i) && i + 1 < stretch.last &&
        is_part(scan, stretch, i + 1) && scan.apart(i + 1) && !scan.is(i + 1, is::kFunction))
      return true;
    // "A. Smith"; "The Hague"
    if (is_single_letter(scan, i) && i + 2 < stretch.last && scan.is(i + 1, is::kPeriod) &&
        !scan.apart(i + 1))
      return scan.is_name_word(i + 2);
    const Lexicon::Match match = scan.phrase(i, stretch.last);
    return match.tokens > 1 &&
           (match.traits & (is::kKnown | is::kCity | is::kOffice | is::kHonorific)) != 0;
  }
  if (stretch.headline && scan.is_name_word(i)) {
    const Lexicon::Match match = scan.phrase(i, stretch.last);
    return (match.tokens > 1 && (match.traits & (is::kKnown | is::kGroup)) != 0) ||
           (match.traits & (is::kCountry | is::kGroup)) != 0;
  }
  // "van Dover", "al-Assad"
  if (scan.token(i).shape == Token::Shape::kLower && scan.is(i, is::kParticle) &&
      (scan.words(i) == "van" || scan.words(i) == "von") && i + 1 < stretch.last) {
    std::uint32_t next = i + 1;
    while (next + 1 < stretch.last && next < i + 3 && scan.is(next, is::kParticle) &&
           scan.token(next).shape == Token::Shape::kLower)
      ++next;  // "van der Bellen"
    return scan.is_name_word(next) && !stretch.headline;
  }
  return scan.token(i).shape == Token::Shape::kLower && scan.is(i, is::kParticle) &&
         i + 2 < stretch.last && scan.is(i + 1, is::kHyphen) && !scan.apart(i + 1) &&
         !scan.apart(i + 2) && scan.is_name_word(i + 2);
}

std::uint32_t run_end(const Scan& scan, const Stretch& stretch, std::uint32_t i) {
  return Run(scan, stretch, i).extended();
}

}  // namespace newsfacts::names
