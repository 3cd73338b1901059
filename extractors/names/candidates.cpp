#include "extractors/names/candidates.h"

#include <algorithm>
#include <string_view>

#include "extractors/names/runs.h"

namespace newsfacts::names {
namespace {

class Finder {
 public:
  Finder(const Scan& scan, Forms& forms) : scan_(scan), forms_(forms) {}

  std::vector<Candidate> find() {
    for (std::uint32_t s = 0; s < scan_.stretches().size(); ++s)
      if (!scan_.stretches()[s].headline) read_text(s);
    for (const Candidate& c : found_) {
      Form& form = forms_[c.form];
      if (!c.opens && !c.bare_title) ++form.certain;
    }
    split_compounds();
    // Headlines come last: what the text names is a name in them, too.
    for (std::uint32_t s = 0; s < scan_.stretches().size(); ++s)
      if (scan_.stretches()[s].headline) read_headline(s);
    settle_openings();
    std::sort(found_.begin(), found_.end(),
              [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
    for (const Candidate& c : found_) ++forms_[c.form].count;
    return std::move(found_);
  }

 private:
  void read_text(std::uint32_t s) {
    const Stretch& stretch = scan_.stretches()[s];
    for (std::uint32_t i = stretch.first; i < stretch.last;)
      i = begins_name(scan_, stretch, i) ? take_run(s, i) : i + 1;
  }

  std::uint32_t take_run(std::uint32_t s, std::uint32_t i) {
    const Stretch& stretch = scan_.stretches()[s];
    const std::uint32_t end = run_end(scan_, stretch, i);
    const std::size_t before = found_.size();
    if (is_free(i, end)) cut_run(scan_, stretch, i, end, found_);
    for (std::size_t c = before; c < found_.size(); ++c) {
      found_[c].stretch = s;
      found_[c].form = forms_.of(found_[c].first, found_[c].last);
    }
    return end;
  }

  // Other mentions keep what they have.
  bool is_free(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (scan_.is(i, is::kTaken)) return false;
    return true;
  }

  void read_headline(std::uint32_t s) {
    const Stretch& stretch = scan_.stretches()[s];
    const auto is_certain = [](const Form& form) { return form.certain > 0; };
    for (std::uint32_t i = stretch.first; i < stretch.last;) {
      if (!scan_.is_name_word(i)) {
        ++i;
        continue;
      }
      const std::uint32_t end = forms_.longest_at(i, stretch.last, is_certain);
      const std::uint32_t run = begins_name(scan_, stretch, i) ? run_end(scan_, stretch, i) : i;
      if (end > i && is_free(i, end) && (end >= run || is_common(end, run))) {
        Candidate c;
        c.first = i;
        c.last = end;
        c.stretch = s;
        c.form = forms_.find(i, end);
        c.opens = true;
        found_.push_back(c);
        i = end;
      } else if (run > i) {
        i = take_run(s, i);
      } else {
        ++i;
      }
    }
  }

  bool is_common(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (scan_.token(i).shape != Token::Shape::kSign && !scan_.is(i, is::kCommon)) return false;
    return true;
  }

  // "Microsoft-OpenAI": two names where each of them stands alone elsewhere, and more often
  // than both together.
  void split_compounds() {
    const std::size_t size = found_.size();
    for (std::size_t c = 0; c < size; ++c) {
      Candidate& left = found_[c];
      const Form& whole = forms_[left.form];
      std::uint32_t cut = 0, next = 0;
      for (std::uint32_t i = left.first + 1; i + 1 < left.last && cut == 0; ++i)
        if (scan_.is(i, is::kHyphen)) {
          cut = i;
          next = i + 1;
        }
      if (cut == 0 && left.last - left.first == 2 && are_both_firms(left))
        cut = next = left.first + 1;
      if (cut == 0) continue;
      const std::uint32_t a = forms_.find(left.first, cut), b = forms_.find(next, left.last);
      if (a == kNoForm || b == kNoForm) continue;
      if (forms_[a].certain <= whole.certain || forms_[b].certain <= whole.certain) continue;
      Candidate right = left;
      left.last = cut;
      left.form = a;
      right.first = next;
      right.form = b;
      right.titled = false;
      found_.push_back(right);
    }
  }

  bool are_both_firms(const Candidate& c) const {
    return scan_.is(c.first, is::kKnownOrg) && scan_.is(c.last - 1, is::kKnownOrg);
  }

  // Decides which candidates with an accidental capital are names, and where they begin.
  void settle_openings() {
    std::erase_if(found_, [&](Candidate& c) { return !settle(c); });
  }

  bool settle(Candidate& c) {
    if (c.bare_title) return true;  // only as an alias: the entities decide
    if (!c.opens) return !is_plain_word(c);
    const Form& form = forms_[c.form];
    if (form.certain > 0 && !is_plain_word(c)) return true;
    if (form.known & (is::kKnown | is::kGroup) && !is_ordinary(c.first, form)) return true;
    if (c.last - c.first == 1) return stands_alone(c);
    // Longer: does its first word belong to it?
    const Lexicon::Match listed = scan_.phrase(c.first, c.last);
    if (listed.tokens > 1 && (listed.traits & is::kKnown) != 0) return true;
    const bool headed = scan_.is(c.last - 1, is::kHead | is::kEventWord | is::kPlaceAfter);
    const bool initial = scan_.token(c.first).span.size() == 1;
    const bool ordinary = !initial && scan_.is(c.first, is::kCommon | is::kSeenLower) &&
                          !scan_.is(c.first, is::kFirst | is::kGroup | is::kKnownOrg);
    if (!ordinary || c.titled) return true;
    if (scan_.is(c.first, is::kDirection) && scan_.is(c.first, is::kPlaceBefore) &&
        !scan_.stretches()[c.stretch].headline && scan_.is_name_word(c.first + 1))
      return true;  // "East Fife"
    std::uint32_t rest = c.first + 1;
    while (rest < c.last && scan_.token(rest).shape == Token::Shape::kSign) ++rest;
    const std::uint32_t shorter = forms_.find(rest, c.last);
    const bool shorter_known = shorter != kNoForm && forms_[shorter].certain > 0;
    // "Voice of America"
    if (rest < c.last && scan_.token(rest).shape == Token::Shape::kLower) return true;
    if (headed && !shorter_known && !scan_.stretches()[c.stretch].headline) return true;
    if (rest >= c.last) return false;
    c.first = rest;
    c.form = forms_.of(rest, c.last);
    c.opens = scan_.stretches()[c.stretch].headline;
    return !is_plain_word(c) && (!c.opens || c.last - c.first > 1 || stands_alone(c));
  }

  // A listed name that is an ordinary word, too, and stands where any word has a capital.
  bool is_ordinary(std::uint32_t token, const Form& form) const {
    return form.words == 1 && scan_.is(token, is::kCommon | is::kSeenLower);
  }

  bool stands_alone(const Candidate& c) const {
    const Token& token = scan_.token(c.first);
    const Form& form = forms_[c.form];
    const bool headline = scan_.stretches()[c.stretch].headline;
    if (form.certain > 0) return true;
    if (scan_.is(c.first, is::kCommon | is::kSeenLower)) return false;
    if (token.shape == Token::Shape::kMixed || token.shape == Token::Shape::kAlnum) return true;
    if (token.shape == Token::Shape::kUpper) return true;
    if (form.known & (is::kKnown | is::kGroup | is::kFirst)) return true;
    if (headline) return token.span.size() > 3;
    return !reads_as_plain(scan_.words(c.first));
  }

  // Endings of verbs and adverbs, which open sentences more often than names do.
  static bool reads_as_plain(std::string_view word) {
    return word.size() < 3 || word.ends_with("ing") || word.ends_with("ed") ||
           word.ends_with("ly") || word.ends_with("ness") || word.ends_with("tion") ||
           word.ends_with("ments") || word.ends_with("ities");
  }

  static bool is_plural_of_acronym(std::string_view word) {
    return word.size() > 2 && word.back() == 's' &&
           std::all_of(word.begin(), word.end() - 1, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "Monday", "Internet", "the Government": capitalized, and yet no name.
  bool is_plain_word(const Candidate& c) const {
    const Form& form = forms_[c.form];
    if (form.words != 1) return false;
    if (is_plural_of_acronym(scan_.words(c.first))) return true;
    // "Co-op", "Wi-fi"
    if (c.last + 1 < scan_.tokens().size() && scan_.is(c.last, is::kHyphen) &&
        !scan_.apart(c.last) && !scan_.apart(c.last + 1) && scan_.words(c.first).size() <= 2 &&
        scan_.token(c.first).shape == Token::Shape::kCapital)
      return true;
    return scan_.is(c.first, is::kNotName | is::kFunction) &&
           (form.known & (is::kKnown | is::kGroup)) == 0;
  }

  const Scan& scan_;
  Forms& forms_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Scan& scan, Forms& forms) {
  return Finder(scan, forms).find();
}

}  // namespace newsfacts::names
