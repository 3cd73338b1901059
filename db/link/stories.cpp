#include "db/link/stories.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "corpus/token.h"
#include "corpus/utf8.h"

namespace newsfacts {
namespace {

constexpr std::size_t kStemBytes = 6;
constexpr std::size_t kShortestWord = 4;

// Words of four letters and more that say nothing of the event: a title is short, and one of
// these would be a third of it.
constexpr std::array<std::string_view, 88> kCommonWords = {
    "about",     "after",   "again",  "against", "also",    "amid",      "among", "announce",
    "announced", "another", "around", "back",    "been",    "before",    "being", "below",
    "between",   "both",    "call",   "calls",   "comes",   "could",     "does",  "down",
    "during",    "each",    "ends",   "every",   "first",   "following", "from",  "gets",
    "have",      "here",    "into",   "just",    "last",    "like",      "made",  "make",
    "makes",     "many",    "more",   "most",    "much",    "near",      "news",  "next",
    "only",      "other",   "over",   "report",  "reports", "said",      "says",  "should",
    "since",     "some",    "still",  "such",    "take",    "takes",     "than",  "that",
    "their",     "them",    "then",   "there",   "these",   "they",      "this",  "those",
    "through",   "today",   "told",   "under",   "until",   "very",      "want",  "were",
    "what",      "when",    "where",  "which",   "while",   "will",      "with",  "would"};
static_assert(std::is_sorted(kCommonWords.begin(), kCommonWords.end()));

std::uint32_t weight_of(Kind kind) {
  switch (kind) {
    case Kind::kPlace: return 4;  // half the store happens in London
    case Kind::kGroup: return 3;
    case Kind::kEvent:
    case Kind::kProduct: return 8;
    default: return 6;
  }
}

// A round figure is everywhere: only two digits and more tell.
bool tells(std::string_view value) {
  std::size_t digits = 0;
  for (const char c : value) digits += c >= '1' && c <= '9';
  return digits >= 2;
}

}  // namespace

Outliner::Outliner(Key key, std::optional<Day> published) {
  outline_.key = key;
  outline_.published = published;
}

void Outliner::add(Outline::Sort sort, std::string_view text, std::uint32_t weight) {
  constexpr std::string_view kSorts = "ntfw";
  const std::uint64_t hash = Key::of({kSorts.substr(static_cast<std::size_t>(sort), 1), text}).low;
  outline_.terms.push_back({hash, weight, sort});
}

void Outliner::name(Kind kind, std::string_view canonical, std::uint32_t times, bool leads) {
  std::uint32_t weight = weight_of(kind);
  if (leads) weight += weight / 2;
  if (times >= 3) weight += weight / 2;
  add(Outline::Sort::kName, folded(canonical), weight);
}

void Outliner::days(std::string_view first, std::string_view last) {
  const std::optional<Day> from = parse_day(first), to = parse_day(last);
  if (!from || !to) return;
  const std::int64_t days = (*to - *from).count() + 1;
  // What happened yesterday, everybody writes today: a near day says little.
  std::int64_t far = 1000;
  if (outline_.published) far = std::abs((*from - *outline_.published).count());
  const std::uint32_t weight = far <= 7 ? 2 : days == 1 ? 5 : days <= 31 ? 3 : far > 700 ? 2 : 1;
  add(Outline::Sort::kTime, std::string(first) + "/" + std::string(last), weight);
}

void Outliner::figure(Kind kind, std::string_view value) {
  if (!tells(value)) return;
  const bool telling = kind == Kind::kMoney || kind == Kind::kQuantity || kind == Kind::kPercent;
  add(Outline::Sort::kFigure, value, telling ? 4 : 3);
}

void Outliner::words(std::string_view text, bool title) {
  for (const Token& token : tokenize(text)) {
    if (!token.is_word() || token.span.size() < kShortestWord) continue;
    const std::string word = folded(text.substr(token.span.begin, token.span.size()));
    if (std::binary_search(kCommonWords.begin(), kCommonWords.end(), word)) continue;
    // Explosion, exploded, explosive: the head of the word is stem enough.
    std::size_t end = std::min(kStemBytes, word.size());
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
    add(Outline::Sort::kWord, std::string_view(word).substr(0, end), title ? 3 : 2);
  }
}

Outline Outliner::outline() && {
  std::vector<Outline::Term>& terms = outline_.terms;
  std::sort(terms.begin(), terms.end(), [](const Outline::Term& a, const Outline::Term& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.weight > b.weight;
  });
  const auto same = [](const Outline::Term& a, const Outline::Term& b) { return a.hash == b.hash; };
  terms.erase(std::unique(terms.begin(), terms.end(), same), terms.end());
  if (terms.size() > kOutlineTerms) {
    std::nth_element(terms.begin(), terms.begin() + kOutlineTerms, terms.end(),
                     [](const Outline::Term& a, const Outline::Term& b) {
                       return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
                     });
    terms.resize(kOutlineTerms);
    std::sort(terms.begin(), terms.end(),
              [](const Outline::Term& a, const Outline::Term& b) { return a.hash < b.hash; });
  }
  for (const Outline::Term& term : terms)
    outline_.square += std::uint64_t{term.weight} * term.weight;
  return std::move(outline_);
}

namespace {

// Added to the square of every outline's length: two documents of which little is known
// need more than half of that little in common.
constexpr std::uint64_t kThin = 100;

struct Likeness {
  std::uint32_t strength = 0;  // per mille
  std::size_t shared = 0;
  std::uint32_t sorts = 0;  // a bit for each
};

Likeness likeness(const Outline& a, const Outline& b) {
  Likeness found;
  std::uint64_t dot = 0;
  auto x = a.terms.begin(), y = b.terms.begin();
  while (x != a.terms.end() && y != b.terms.end()) {
    if (x->hash == y->hash) {
      dot += std::uint64_t{x->weight} * y->weight;
      ++found.shared;
      found.sorts |= 1U << static_cast<unsigned>(x->sort);
      ++x;
      ++y;
    } else if (x->hash < y->hash) {
      ++x;
    } else {
      ++y;
    }
  }
  if (dot == 0) return found;
  found.strength = static_cast<std::uint32_t>(std::lround(
      1000 * static_cast<double>(dot) /
      std::sqrt(static_cast<double>(a.square + kThin) * static_cast<double>(b.square + kThin))));
  return found;
}

// nullopt: the two are too far apart.
std::optional<std::uint32_t> threshold(const Outline& a, const Outline& b) {
  if (!a.published || !b.published) return kTimelessStrength;
  if (std::abs((*a.published - *b.published).count()) > kWindowDays) return std::nullopt;
  return kStoryStrength;
}

}  // namespace

std::optional<std::uint32_t> story_edge(const Outline& a, const Outline& b) {
  const auto needed = threshold(a, b);
  if (!needed) return std::nullopt;
  const Likeness found = likeness(a, b);
  if (found.strength < *needed || found.shared < kSharedTerms) return std::nullopt;
  if ((found.sorts & (found.sorts - 1)) == 0) return std::nullopt;
  return found.strength;
}

bool akin(const Outline& a, const Outline& b) {
  const auto needed = threshold(a, b);
  return needed && 2 * likeness(a, b).strength >= *needed;
}

std::vector<std::uint64_t> index_terms(const Outline& outline) {
  std::vector<Outline::Term> top = outline.terms;
  std::sort(top.begin(), top.end(), [](const Outline::Term& a, const Outline::Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
  });
  top.resize(std::min(top.size(), kSignatureTerms));
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i < top.size(); ++i)
    for (std::size_t k = i + 1; k < top.size(); ++k) {
      const auto [low, high] = std::minmax(top[i].hash, top[k].hash);
      pairs.push_back((low ^ (high << 32U | high >> 32U)) * 0x9e3779b97f4a7c15ULL);
    }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace newsfacts
