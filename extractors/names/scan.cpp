#include "extractors/names/scan.h"

#include <algorithm>

namespace newsfacts::names {

Scan::Scan(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon), tokens_(document.tokens()) {
  traits_.reserve(tokens_.size());
  std::size_t sport = 0;
  for (const Token& token : tokens_) {
    traits_.push_back(lexicon.word(token));
    sport += (traits_.back() & is::kSport) != 0;
  }
  is_on_sport_ = sport >= 3 && 120 * sport >= tokens_.size();
  mark_taken();
  for (std::uint32_t i = 0; i < tokens_.size(); ++i)
    if (reads_as_name(i) && !is(i, is::kTaken)) traits_[i] |= is::kNameWord;
  cut_into_stretches();
  mark_acronyms();
  mark_seen_in_lower_case();
}

void Scan::mark_taken() {
  std::size_t i = 0;
  for (const Mention& mention : document_.mentions) {
    while (i < tokens_.size() && tokens_[i].span.end <= mention.span.begin) ++i;
    for (; i < tokens_.size() && tokens_[i].span.begin < mention.span.end; ++i)
      traits_[i] |= is::kTaken;
  }
}

void Scan::cut_into_stretches() {
  std::uint32_t i = 0;
  const auto size = static_cast<std::uint32_t>(tokens_.size());
  for (const Sentence& sentence : document_.sentences) {
    Stretch stretch;
    while (i < size && tokens_[i].span.begin < sentence.span.begin) ++i;
    stretch.first = i;
    while (i < size && tokens_[i].span.begin < sentence.span.end) ++i;
    stretch.last = i;
    stretch.role = sentence.role;
    stretch.opening = stretch.first;
    while (stretch.opening < stretch.last && !tokens_[stretch.opening].is_word() &&
           tokens_[stretch.opening].shape != Token::Shape::kAlnum)
      ++stretch.opening;
    if (stretch.opening == stretch.last) continue;
    stretch.headline = reads_as_headline(stretch);
    stretches_.push_back(stretch);
  }
}

// "US" is no "us", where the sentence has small letters.
void Scan::mark_acronyms() {
  for (const Stretch& stretch : stretches_) {
    if (stretch.headline) continue;
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i)
      if (tokens_[i].shape == Token::Shape::kUpper && is(i, is::kCommon) &&
          lexicon_.acronym(tokens_[i].hash))
        traits_[i] &= ~is::kCommon;
  }
}

// Short words stay small in a headline, so only words that need not are counted.
bool Scan::reads_as_headline(const Stretch& stretch) const {
  std::uint32_t capital = 0, upper = 0, small = 0, figures = 0;
  for (std::uint32_t i = stretch.opening; i < stretch.last; ++i) {
    figures += tokens_[i].shape == Token::Shape::kNumber;
    if (!tokens_[i].is_word() || is(i, is::kTaken)) continue;
    if (tokens_[i].shape == Token::Shape::kLower) {
      small += !is(i, is::kFunction | is::kParticle) && tokens_[i].span.size() > 1;
    } else {
      upper += tokens_[i].shape == Token::Shape::kUpper;
      ++capital;
    }
  }
  if (capital < 2) return false;
  // "Velky 2 West Quarrow 0": a row of a table
  if (figures >= 2 && capital <= 5 && small == 0 && upper == 0 &&
      tokens_[stretch.last - 1].shape == Token::Shape::kNumber)
    return false;
  if (upper >= 3 && 10 * upper >= 7 * (capital + small)) return true;
  const bool ended = is(stretch.last - 1, is::kPeriod);
  return small == 0 || (capital >= 4 && small * 5 <= capital && !ended);
}

// Asks only about words that stand where any word has a capital: the others need no witness.
void Scan::mark_seen_in_lower_case() {
  FlatTable<bool> asked(256);
  std::uint64_t filter[64] = {};  // 4,096 bits: most words of a text were never asked for
  const auto filter_bit = [](std::uint64_t hash) { return std::uint64_t{1} << (hash & 63); };
  const auto ask = [&](std::uint32_t i) {
    const std::uint64_t hash = tokens_[i].hash;
    asked[hash] = false;
    filter[(hash >> 6) & 63] |= filter_bit(hash);
  };
  for (const Stretch& stretch : stretches_)
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i)
      if (is_name_word(i)) ask(i);
  for (const Stretch& stretch : stretches_)
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
      const Token& token = tokens_[i];
      if (token.shape != Token::Shape::kLower || is(i, is::kTaken) ||
          (filter[(token.hash >> 6) & 63] & filter_bit(token.hash)) == 0)
        continue;
      if (asked.find(token.hash)) asked[token.hash] = true;
    }
  for (const Stretch& stretch : stretches_)
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i)
      if (is_name_word(i) && *asked.find(tokens_[i].hash)) traits_[i] |= is::kSeenLower;
}

bool Scan::reads_as_name(std::uint32_t i) const {
  switch (tokens_[i].shape) {
    case Token::Shape::kCapital:
    case Token::Shape::kUpper: return true;
    case Token::Shape::kMixed: return words(i)[1] >= 'A' && words(i)[1] <= 'Z';  // eBay
    case Token::Shape::kAlnum: return words(i)[0] >= 'A' && words(i)[0] <= 'Z';
    default: return false;
  }
}

const Acronym* Scan::acronym(std::uint32_t first, std::uint32_t last) const {
  std::uint64_t key = 0;
  for (std::uint32_t i = first; i < last; ++i)
    if (tokens_[i].shape != Token::Shape::kSign)
      key = key == 0 ? tokens_[i].hash : chained(key, tokens_[i].hash);
  return lexicon_.acronym(key);
}

bool Scan::opens(const Stretch& stretch, std::uint32_t i) const {
  if (i <= stretch.opening) return true;
  const Traits before = traits(i - 1);
  if (before & (is::kColon | is::kDash)) return !(before & is::kHyphen) || apart(i);
  // A bracket is no beginning.  A sign that may open or close opens where it clings to what
  // follows.
  return (before & is::kOpening) != 0 && !apart(i) && apart(i - 1) && words(i - 1) != "(" &&
         words(i - 1) != "[";
}

}  // namespace newsfacts::names
