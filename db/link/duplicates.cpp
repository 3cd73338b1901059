#include "db/link/duplicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace newsfacts {
namespace {

// Below this many of a kind, their agreement or disagreement says nothing.
constexpr std::size_t kTelling = 3;

// A garbled copy loses words all over, a passage quoted elsewhere is much shorter than
// its new home.
constexpr double kGarbledSize = .55;
constexpr double kSameSize = .8;

// Of the figures, or names, of a template that its prints may have in common.
constexpr double kSome = .33;

// Words of a market report or a dividend notice, at the most.
constexpr std::uint32_t kShortItem = 150;

bool telling(const Overlap& facts) {
  return facts.smaller >= kTelling;
}

// Printed from a template: the words are shared, and what they are about is not.  A correction
// changes one figure, or some of many, a template all of them; where most figures agree,
// names may be garbled.
bool is_of_a_template(const Overlap& figures, const Overlap& names, std::uint32_t words) {
  if (figures.shared == 0 && figures.smaller >= (words < kShortItem ? 2 : kTelling)) return true;
  if (telling(figures) && figures.of_smaller() < kSome) return true;
  if (telling(figures) && figures.of_smaller() >= .8) return false;
  return telling(names) && names.of_smaller() < kSome;
}

// A scan loses some names and figures with the words around them; what it keeps must be most of
// the names, or nearly half of both, and both texts as long.
bool is_garbled(const Overlap& figures, const Overlap& names, double size) {
  const std::size_t smaller = figures.smaller + names.smaller;
  const double share = static_cast<double>(figures.shared + names.shared) /
                       static_cast<double>(std::max<std::size_t>(smaller, 1));
  if (smaller < kTelling) return false;
  if (size >= kSameSize) return share >= .39;
  return size >= kGarbledSize && share >= .55 && names.of_smaller() >= .6;
}

int percent(double share) {
  return static_cast<int>(std::lround(100 * share));
}

std::string_view plural(std::size_t count) {
  return count == 1 ? "" : "s";
}

}  // namespace

void Print::measure(std::span<const Token> tokens) {
  text = words_of(tokens);
  anchors = newsfacts::anchors(text);
  const std::vector<WordAt>& all = text;
  std::vector<std::uint32_t> own_before(all.size() + 1);  // words that are not boilerplate
  auto next = boilerplate.begin();
  for (std::size_t i = 0; i < all.size(); ++i) {
    while (next != boilerplate.end() && next->end <= all[i].span.begin) ++next;
    const bool own = next == boilerplate.end() || all[i].span.begin < next->begin;
    own_before[i + 1] = own_before[i] + own;
  }
  words = own_before.back();
  shingles = runs_of_words(all, kMeasureWords);
  const std::size_t length = std::min(kMeasureWords, all.size());
  std::size_t left = 0;
  for (std::size_t i = 0; i < shingles.size(); ++i)
    if (own_before[i + length] > own_before[i]) shingles[left++] = shingles[i];
  shingles.resize(left);
  sort_distinct(shingles);
}

std::optional<Overlap> common_words(const Print& a, const Print& b) {
  if (a.exact == b.exact) return Overlap();
  if (std::min(a.words, b.words) < kFewWords) return std::nullopt;
  // One shared shingle may be a stock phrase.
  const Overlap words = overlap(a.shingles, b.shingles);
  if (words.shared < 2 || words.of_smaller() < kGarbledContainment) return std::nullopt;
  return words;
}

std::optional<Copy> copy_between(const Print& a, const Print& b) {
  const auto words = common_words(a, b);
  return words ? copy_between(a, b, *words) : std::nullopt;
}

std::optional<Copy> copy_between(const Print& a, const Print& b, const Overlap& words) {
  if (a.exact == b.exact)
    return Copy{CopyKind::kExact, 1, 1, a.raw == b.raw ? "the same bytes" : "the same words"};
  const auto [fewer, more] = std::minmax(a.words, b.words);
  const double containment = words.of_smaller();

  const Overlap figures = overlap(a.figures, b.figures);
  const Overlap names = overlap(a.names, b.names);
  const double size = static_cast<double>(fewer) / static_cast<double>(more);
  if (is_of_a_template(figures, names, fewer)) return std::nullopt;
  if (containment < kCopyContainment && !is_garbled(figures, names, size)) return std::nullopt;

  Copy copy{CopyKind::kReprint, containment, words.of_either(), {}};
  // What only one of them states is cut or added; where each states what the other does
  // not, a figure was changed.
  const std::size_t changed = figures.smaller - figures.shared;
  if (changed > 0 && figures.shared > 0) {
    copy.kind = CopyKind::kUpdated;
    copy.reason = fmt::format("{} % of the shorter is in the longer, with {} other figure{}",
                              percent(containment), changed, plural(changed));
  } else if (size < .8) {
    copy.kind = CopyKind::kTruncated;
    copy.reason = fmt::format("{} words against {}, {} % of the shorter in the longer", fewer, more,
                              percent(containment));
  } else {
    copy.reason = fmt::format("{} % of the shorter is in the longer", percent(containment));
  }
  return copy;
}

bool akin(const Print& a, const Print& b) {
  if (a.exact == b.exact) return true;
  const Overlap words = overlap(a.shingles, b.shingles);
  const Overlap names = overlap(a.names, b.names);
  return (words.shared >= 2 && words.of_smaller() >= .2) ||
         (telling(names) && names.of_smaller() >= .4);
}

bool speaks_before(const Print& a, const Print& b) {
  if (a.published.has_value() != b.published.has_value()) return a.published.has_value();
  if (a.published != b.published) return *a.published < *b.published;
  return a.key < b.key;
}

}  // namespace newsfacts
