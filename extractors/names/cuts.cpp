#include <algorithm>

#include "extractors/names/runs.h"

namespace newsfacts::names {
namespace {

bool is_single_letter(const Scan& scan, std::uint32_t i) {
  return scan.token(i).span.size() == 1 && scan.token(i).shape == Token::Shape::kCapital;
}

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
      } else if (at > start_ && scan_.is(at, is::kHyphen) && stands_between_names(at) &&
                 !scan_.is(last_ - 1, is::kOrgSuffix | is::kPeriod)) {
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
    // "Major Market Index", "General Intelligence"
    if (more && one_word && honorific && next == end && scan_.is(at, is::kCommon) &&
        scan_.is(next, is::kCommon) && !scan_.is(next, is::kFirst | is::kOffice | is::kHonorific) &&
        scan_.token(next).span.size() > 1)
      return end;
    if (at > start_) {
      // "Larry King", "Gareth Bishop": a surname, unless what goes before is a nationality or
      // is no person.
      if (honorific && one_word && (!more || scan_.is(start_, is::kFirst))) return end;
      if (!honorific && !more && one_word && scan_.is(start_, is::kFirst)) return end;
      if (only_common(start_, at) && !is_known_firm(start_, at)) {
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
                         ((scan_.is(last_ - 1, is::kHead | is::kEventWord | is::kPlaceAfter) &&
                           scan_.is_name_word(last_ - 1)) ||
                          has_head_of(end));
    if (goes_on) return end;
    emit(start_, end);
    start_ = end;
    return end;
  }

  // "Fed Chairman X", "Treasury Undersecretary X"
  bool is_known_firm(std::uint32_t first, std::uint32_t last) const {
    const Lexicon::Match match = scan_.phrase(first, last);
    return match.tokens == last - first && (match.traits & (is::kKnownOrg | is::kPublication)) != 0;
  }

  // "Islamic Society of North America"
  bool has_head_of(std::uint32_t from) const {
    for (std::uint32_t i = from; i + 2 < last_; ++i)
      if (scan_.is(i, is::kOrgOf) && scan_.token(i + 1).shape == Token::Shape::kLower) return true;
    return false;
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
                             (scan_.token(first).span.size() <= 3 || scan_.opens(stretch_, first) ||
                              first + 1 == last) &&
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

  // "U.S.", "Calif.", "Acme Inc."; but the period that ends a sentence is the sentence's, unless
  // the name has others.
  bool ends_in_period(std::uint32_t first, std::uint32_t last) const {
    if (last - first < 2 || !scan_.is(last - 1, is::kPeriod)) return false;
    if (is_single_letter(scan_, last - 2)) return true;
    return last < stretch_.last &&
           (scan_.is(last - 2, is::kAbbreviation) || is_known_phrase(first, last));
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
