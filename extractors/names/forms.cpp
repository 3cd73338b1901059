#include "extractors/names/forms.h"

#include <algorithm>

namespace newsfacts::names {

std::uint64_t Forms::key(std::uint32_t first, std::uint32_t last) const {
  std::uint64_t key = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (!counts(i)) continue;
    const std::uint64_t hash = scan_->lexicon().hash_in_phrase(scan_->token(i));
    key = key == 0 ? hash : chained(key, hash);
  }
  return key;
}

std::uint32_t Forms::find_key(std::uint64_t key) const {
  const std::uint32_t* form = by_key_.find(key);
  return form ? *form - 1 : kNoForm;
}

std::uint32_t Forms::find(std::uint32_t first, std::uint32_t last) const {
  return find_key(key(first, last));
}

std::uint32_t Forms::target_of(std::uint32_t form) const {
  constexpr int kLongestChain = 4;  // and two that are aliases of each other end here
  for (int step = 0; step < kLongestChain && forms_[form].alias_of != kNoForm; ++step)
    form = forms_[form].alias_of;
  return form;
}

std::uint32_t Forms::of(std::uint32_t first, std::uint32_t last) {
  std::uint32_t& index = by_key_[key(first, last)];
  if (index == 0) {
    Form form;
    form.first = first;
    form.last = last;
    for (std::uint32_t i = first; i < last; ++i)
      form.words += scan_->token(i).shape != Token::Shape::kSign;
    Lexicon::Match match = scan_->phrase(first, last);
    if (match.tokens == last - first) form.known = match.traits;
    // "Calif." at the end of a sentence is without its period.
    if (last < scan_->tokens().size() && scan_->is(last, is::kPeriod)) {
      match = scan_->phrase(first, last + 1);
      if (match.tokens == last + 1 - first) form.known |= match.traits;
    }
    forms_.push_back(form);
    index = static_cast<std::uint32_t>(forms_.size());
    std::uint32_t& longest = longest_[scan_->token(first).hash];
    longest = std::max(longest, last - first);
  }
  return index - 1;
}

}  // namespace newsfacts::names
