#include "extractors/names/runs.h"

#include <algorithm>

namespace newsfacts::names {
namespace {

constexpr Traits kHead = is::kOrgSuffix | is::kOrgHead | is::kOrgWeak;

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
  if (scan.is(i, kHead | is::kHonorific | is::kOffice | is::kPlaceAfter | is::kPlaceBefore) &&
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
    if (match.tokens < 2 || (match.traits & (is::kKnown | is::kGroup | is::kCity)) == 0) return;
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
    if (part(next)) return !scan_.opens(stretch_, next) && take(next);
    if (scan_.token(next).shape == Token::Shape::kNumber) return extend_by_number(next);
    return extend_over_word(next);
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
      if (clings(next)) {  // "Amazon.com"
        const std::string_view domain = scan_.words(next);
        if (domain != "com" && domain != "org" && domain != "net" && domain != "co") return false;
        end_ = next + 1;
        return true;
      }
      if (scan_.is(last, is::kHonorific | is::kOrgSuffix) && scan_.token(last).span.size() <= 5 &&
          scan_.token(last).shape == Token::Shape::kCapital && next < stretch_.last) {
        end_ = next;  // "Mr. Smith", "Acme Inc. said"
        return true;
      }
      return false;
    }
    if (traits & is::kHyphen) {
      if (!clings(sign) || !clings(next)) return false;
      if (part(next) || scan_.token(next).shape == Token::Shape::kNumber ||
          scan_.token(next).shape == Token::Shape::kAlnum)
        return take(next);
      // "Zia-ul-Haq"
      if (scan_.is(next, is::kParticle) && next + 2 < stretch_.last && clings(next + 1) &&
          scan_.is(next + 1, is::kHyphen) && clings(next + 2) && part(next + 2))
        return take(next + 2);
      return false;
    }
    if (traits & is::kApostrophe) {
      if (!clings(sign) || !clings(next) || next >= stretch_.last) return false;
      const std::uint32_t size = scan_.token(next).span.size();
      if (part(next) && scan_.token(next).shape == Token::Shape::kCapital && size > 1 &&
          scan_.token(last).span.size() <= 2)
        return take(next);  // "O'Brien"
      if (scan_.token(next).shape == Token::Shape::kLower && size > 2) return take(next);  // Sana'a
      return false;
    }
    if (traits & is::kAmpersand) return part(next) && take(next);
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
      if (!may_go_on && !isle) return false;
      std::uint32_t next = word + 1;
      if (next < stretch_.last && scan_.words(next) == "the") ++next;
      return part(next) && !scan_.is(next, is::kHonorific) && take(next);
    }
    if (joint == "for") {
      return may_go_on && part(word + 1) && scan_.is(word + 1, is::kCommon) &&
             scan_.is(word - 1, is::kOrgOf) && take(word + 1);
    }
    if (joint == "and") {
      // "Ministry of Trade and Industry", "Food and Drug Administration"
      if (!part(word + 1) || !scan_.is(word - 1, is::kCommon) || !scan_.is(word + 1, is::kCommon))
        return false;
      if (has_any(scan_, first_, word - 1, is::kOrgOf) && !scan_.is(word - 1, kHead))
        return take(word + 1);
      std::uint32_t head = word + 2;
      while (head < stretch_.last && head < word + 4 && part(head) && !scan_.is(head, kHead))
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
    if (!scan.is(i, is::kFunction)) return true;
    // "A. Smith"; "The Hague"
    if (is_single_letter(scan, i) && i + 2 < stretch.last && scan.is(i + 1, is::kPeriod) &&
        !scan.apart(i + 1))
      return scan.is_name_word(i + 2);
    const Lexicon::Match match = scan.phrase(i, stretch.last);
    return match.tokens > 1 && (match.traits & (is::kKnown | is::kCity)) != 0;
  }
  if (stretch.headline && scan.is_name_word(i)) {
    const Lexicon::Match match = scan.phrase(i, stretch.last);
    return (match.tokens > 1 && (match.traits & (is::kKnown | is::kGroup)) != 0) ||
           (match.traits & (is::kCountry | is::kGroup)) != 0;
  }
  // "al-Assad"
  return scan.token(i).shape == Token::Shape::kLower && scan.is(i, is::kParticle) &&
         i + 2 < stretch.last && scan.is(i + 1, is::kHyphen) && !scan.apart(i + 1) &&
         !scan.apart(i + 2) && scan.is_name_word(i + 2);
}

std::uint32_t run_end(const Scan& scan, const Stretch& stretch, std::uint32_t i) {
  return Run(scan, stretch, i).extended();
}

namespace {

// Cuts one run from left to right.
class Cutter {
 public:
  Cutter(const Scan& scan, const Stretch& stretch, std::uint32_t first, std::uint32_t last,
         std::vector<Candidate>& out)
      : scan_(scan), stretch_(stretch), start_(first), last_(last), out_(out) {}

  void cut() {
    std::uint32_t at = start_;
    while (at < last_) {
      const Lexicon::Match match = scan_.phrase(at, last_);
      if (match.tokens > 1 && (match.traits & is::kKnown) != 0) {
        at += match.tokens;
      } else if (match.tokens > 0 && (match.traits & (is::kHonorific | is::kOffice)) != 0 &&
                 scan_.is_name_word(at)) {
        at = cut_at_title(at, at + match.tokens, match.traits);
      } else if (at == start_ && match.tokens > 0 && (match.traits & is::kGroup) != 0) {
        at = cut_after_group(at + match.tokens);
      } else if (at == start_ && is_united_states(at, match)) {
        emit(start_, at + match.tokens);
        at = start_ = at + match.tokens;
      } else if (at > start_ && scan_.is(at, is::kHyphen) && stands_between_names(at)) {
        emit(start_, at);
        at = start_ = at + 1;
      } else {
        ++at;
      }
    }
    emit(start_, last_);
  }

 private:
  // Cut before a known country that is used as an adjective: "U.S. Treasury".
  bool is_united_states(std::uint32_t at, const Lexicon::Match& match) const {
    return (match.traits & is::kCountry) != 0 && at + match.tokens < last_ &&
           (is_single_letter(scan_, at) || scan_.token(at).shape == Token::Shape::kUpper) &&
           !stretch_.headline;
  }

  bool stands_between_names(std::uint32_t hyphen) const {
    constexpr Traits kWhole = is::kKnown | is::kGroup;
    const Lexicon::Match left = scan_.phrase(start_, hyphen),
                         right = scan_.phrase(hyphen + 1, last_);
    return left.tokens == hyphen - start_ && (left.traits & kWhole) != 0 &&
           (right.traits & kWhole) != 0;
  }

  std::uint32_t cut_at_title(std::uint32_t at, std::uint32_t end, Traits traits) {
    const bool one_word = end - at == 1;
    std::uint32_t next = end;
    while (next < last_ && scan_.is(next, is::kPeriod)) ++next;
    const bool more = next < last_;
    const bool honorific = (traits & is::kHonorific) != 0;
    if (at > start_) {
      // "Larry King", "Gareth Bishop": a surname, unless what goes before is a nationality or
      // is no person.
      if (honorific && one_word && (!more || scan_.is(start_, is::kFirst))) return end;
      if (!honorific && !more && one_word && scan_.is(start_, is::kFirst)) return end;
      if (only_common(start_, at)) {
        if (!more) return end;
        start_ = at;  // "Social Security Minister X"
      } else {
        if (!more && scan_.is(last_ - 1, is::kOrgHead)) return end;
        emit(start_, at, /*before_office=*/true);
      }
    } else if (!more) {
      Candidate bare = candidate(at, last_);
      bare.bare_title = true;
      if (one_word) out_.push_back(bare);
      start_ = last_;
      return last_;
    } else if (one_word && scan_.is(last_ - 1, is::kOrgHead | is::kOrgSuffix) &&
               (honorific || !scan_.is(next, is::kFirst))) {
      return end;  // "King Fahd University", "General Dynamics Corp"
    }
    start_ = next;
    titled_ = true;
    return next;
  }

  // "German Chancellor X", "American Bill Clinton"; but "German Football Association".
  std::uint32_t cut_after_group(std::uint32_t end) {
    if (end < last_ && scan_.is(end, is::kHyphen)) return end;
    bool title_follows = false;
    for (std::uint32_t i = end; i < last_; ++i) {
      const Lexicon::Match match = scan_.phrase(i, last_);
      title_follows |= (match.traits & is::kOffice) != 0 && match.tokens > 0;
    }
    const bool goes_on = !title_follows && end < last_ &&
                         scan_.is(last_ - 1, kHead | is::kEventWord | is::kPlaceAfter) &&
                         scan_.is_name_word(last_ - 1);
    if (goes_on) return end;
    emit(start_, end);
    start_ = end;
    return end;
  }

  bool only_common(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (scan_.token(i).shape != Token::Shape::kSign && !scan_.is(i, is::kCommon)) return false;
    return true;
  }

  Candidate candidate(std::uint32_t first, std::uint32_t last) const {
    Candidate made;
    made.first = first;
    made.last = last;
    made.opens = stretch_.headline || scan_.opens(stretch_, first);
    made.titled = titled_;
    return made;
  }

  void emit(std::uint32_t first, std::uint32_t last, bool before_office = false) {
    while (first < last && (scan_.token(first).shape == Token::Shape::kSign ||
                            (scan_.is(first, is::kFunction) && scan_.token(first).span.size() > 1 &&
                             !is_known_phrase(first, last))))
      ++first;
    while (first < last && scan_.token(last - 1).shape == Token::Shape::kSign &&
           !ends_in_period(first, last))
      --last;
    if (first < last && last - first <= kLongestName) {
      Candidate made = candidate(first, last);
      made.before_office = before_office;
      out_.push_back(made);
    }
    titled_ = false;
  }

  bool is_known_phrase(std::uint32_t first, std::uint32_t last) const {
    const Lexicon::Match match = scan_.phrase(first, last);
    return match.tokens > 1 && (match.traits & (is::kKnown | is::kCity)) != 0;
  }

  // "U.S.", "Acme Inc."
  bool ends_in_period(std::uint32_t first, std::uint32_t last) const {
    return last - first >= 2 && scan_.is(last - 1, is::kPeriod) &&
           (is_single_letter(scan_, last - 2) || scan_.is(last - 2, is::kOrgSuffix));
  }

  const Scan& scan_;
  const Stretch& stretch_;
  std::uint32_t start_;
  const std::uint32_t last_;
  bool titled_ = false;
  std::vector<Candidate>& out_;
};

}  // namespace

void cut_run(const Scan& scan, const Stretch& stretch, std::uint32_t first, std::uint32_t last,
             std::vector<Candidate>& out) {
  Cutter(scan, stretch, first, last, out).cut();
}

}  // namespace newsfacts::names
