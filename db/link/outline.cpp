#include "db/link/outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "corpus/token.h"
#include "corpus/utf8.h"
#include "db/link/word_rarity.h"

namespace newsfacts {
namespace {

constexpr std::uint8_t kRareWord = 3, kEverydayWord = 1;

std::uint8_t weight_of(Kind kind) {
  switch (kind) {
    case Kind::kPlace: return 2;  // half the store happens in London
    case Kind::kGroup: return 1;
    default: return 3;
  }
}

// A round figure is everywhere: only two digits and more tell.
bool tells(std::string_view value) {
  return std::count_if(value.begin(), value.end(), [](char c) { return c >= '1' && c <= '9'; }) >=
         2;
}

// 10 (1 + ln times)
std::uint32_t grown(std::size_t times) {
  static const std::array<std::uint32_t, 32> kTenths = [] {
    std::array<std::uint32_t, 32> tenths{};
    for (std::size_t n = 1; n < tenths.size(); ++n)
      tenths[n] = static_cast<std::uint32_t>(std::lround(10 * (1 + std::log(n))));
    return tenths;
  }();
  return kTenths[std::min(times, kTenths.size() - 1)];
}

}  // namespace

Outliner::Outliner(Key key, std::optional<Day> published) {
  outline_.key = key;
  outline_.published = published;
  found_.reserve(256);
}

void Outliner::add(Outline::Sort sort, std::string_view text, std::uint8_t unit, bool once) {
  constexpr std::string_view kSorts = "ntfw";
  const std::uint64_t hash = Key::of({kSorts.substr(static_cast<std::size_t>(sort), 1), text}).low;
  const auto begin = static_cast<std::uint32_t>(said_.size());
  said_ += text;
  found_.push_back({hash, begin, static_cast<std::uint32_t>(said_.size()), unit, once, sort});
}

void Outliner::name(Kind kind, std::string_view canonical) {
  const auto begin = static_cast<std::uint32_t>(said_.size());
  add(Outline::Sort::kName, folded(canonical), weight_of(kind), false);
  // To be shown as it is written.
  said_.replace(begin, said_.size() - begin, canonical);
  found_.back().end = static_cast<std::uint32_t>(said_.size());
}

void Outliner::days(std::string_view first, std::string_view last, bool named) {
  const std::optional<Day> from = parse_day(first), to = parse_day(last);
  if (!from || !to) return;
  // What happened yesterday, everybody writes today: a near day says little, and the year less.
  const bool near = outline_.published && std::abs((*from - *outline_.published).count()) <= 7;
  if (near || !named) {
    if (first == last) add(Outline::Sort::kTime, first, 2, true);
    return;
  }
  std::string both(first);
  if (first != last) both.append("/").append(last);
  add(Outline::Sort::kTime, both, 4, true);
  const std::string_view year = first.substr(0, 4);
  const bool this_year = outline_.published && iso(*outline_.published).starts_with(year);
  if (!this_year) add(Outline::Sort::kTime, year, 4, true);
}

void Outliner::figure(Kind kind, std::string_view value) {
  const bool telling = kind == Kind::kMoney || kind == Kind::kQuantity || kind == Kind::kPercent;
  if (tells(value)) add(Outline::Sort::kFigure, value, telling ? 2 : 1, true);
}

void Outliner::words(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(said_.size());
  said_ += text;
  for (const Token& token : tokenize(text)) {
    if (token.shape == Token::Shape::kSign) continue;
    const WordStem stem = stem_of(text.substr(token.span.begin, token.span.size()));
    if (stem.rarity == Rarity::kEmpty) continue;
    found_.push_back({stem.hash, begin + token.span.begin, begin + token.span.end,
                      stem.rarity == Rarity::kRare ? kRareWord : kEverydayWord, false,
                      Outline::Sort::kWord});
  }
}

Outline Outliner::outline() && {
  std::sort(found_.begin(), found_.end(), [&](const Found& a, const Found& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    return a.unit != b.unit ? a.unit > b.unit : a.begin < b.begin;
  });
  std::vector<Outline::Term>& terms = outline_.terms;
  for (std::size_t i = 0, next = 0; i < found_.size(); i = next) {
    while (next < found_.size() && found_[next].hash == found_[i].hash) ++next;
    const Found& found = found_[i];
    const std::uint32_t weight = found.unit * grown(found.once ? 1 : next - i);
    terms.push_back({found.hash, weight, found.sort, found.begin, found.end});
  }
  if (terms.size() > kOutlineTerms) {
    std::nth_element(terms.begin(), terms.begin() + kOutlineTerms, terms.end(),
                     [](const Outline::Term& a, const Outline::Term& b) {
                       return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
                     });
    terms.resize(kOutlineTerms);
    std::sort(terms.begin(), terms.end(),
              [](const Outline::Term& a, const Outline::Term& b) { return a.hash < b.hash; });
  }
  for (Outline::Term& term : terms) {
    outline_.square += std::uint64_t{term.weight} * term.weight;
    const std::string_view words =
        std::string_view(said_).substr(term.begin, term.end - term.begin);
    term.begin = static_cast<std::uint32_t>(outline_.said.size());
    outline_.said += words;
    term.end = static_cast<std::uint32_t>(outline_.said.size());
  }
  return std::move(outline_);
}

void Wording::tell(std::string_view words) {
  const auto within = [](std::string_view part, std::string_view whole) {
    const auto framed = [](std::string_view text) { return " " + folded(text) + " "; };
    return framed(whole).find(framed(part)) != std::string::npos;
  };
  for (const std::string& told : told_)
    if (within(words, told)) return;
  std::erase_if(told_, [&](const std::string& told) { return within(told, words); });
  if (!full()) told_.emplace_back(words);
}

std::string Wording::text() const {
  std::string text;
  for (const std::string& told : told_) {
    if (!text.empty()) text += ", ";
    text += told;
  }
  return text;
}

}  // namespace newsfacts
