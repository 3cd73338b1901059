#include "corpus/html/evidence.h"

#include <algorithm>

#include "corpus/html/evidence_kinds.h"

namespace newsfacts::html {
namespace {

std::size_t size_step(const Shape& shape) {
  return step(shape.words, {2, 3, 5, 8, 13, 21, 41, 81}) * kLinkSteps +
         step(shape.links, {0.01, 0.33, 0.8});
}

class List {
 public:
  explicit List(std::vector<Evidence>* out) : out_(out) {}
  void add(RunNumber run, std::size_t at, float value = 1) {
    out_->push_back({static_cast<std::uint16_t>(kFirstOf[run] + at), value});
  }
  void bits(RunNumber run, std::uint64_t bits, std::size_t from = 0) {
    for (; bits != 0; bits &= bits - 1)
      add(run, from + static_cast<std::size_t>(__builtin_ctzll(bits)));
  }

 private:
  std::vector<Evidence>* out_;
};

}  // namespace

void PageEvidence::first(std::size_t i, std::vector<Evidence>* out) const {
  const auto& blocks = page_.blocks();
  const Block& block = blocks[i];
  const Shape& shape = shapes_[i];
  const auto& elements = page_.elements();
  const Element& own = elements[block.element];
  const Element &above = up(own), &above2 = up(above), &above3 = up(above2);
  List list(out);
  list.add(kSize, size_step(shape));
  list.add(kTagOf, static_cast<std::size_t>(own.tag));
  list.add(kTagAbove, static_cast<std::size_t>(above.tag));
  list.add(kTagAbove2, static_cast<std::size_t>(above2.tag));
  list.bits(kSignOf, own.own | block.inside);
  list.bits(kSignAbove, above.own);
  list.bits(kSignNear, above2.own | above3.own);
  list.bits(kSignFar, all_signs_[above3.parent]);
  list.bits(kWithin, own.within);

  list.add(kSentences, step(shape.sentences, {1, 2, 4}));
  if (shape.commas > 0) list.add(kSentences, 4);
  if (shape.words > 0 && shape.commas * 12 > shape.words) list.add(kSentences, 5);
  const char32_t last = shape.last;
  list.add(kEnds, last == '.' || last == 0x3002                                     ? 0
                  : last == '?' || last == '!'                                      ? 1
                  : last == ':'                                                     ? 2
                  : last == 0x2026                                                  ? 3
                  : last == ',' || last == ';'                                      ? 4
                  : last == 0xBB || last == '>' || last == 0x2192 || last == 0x203A ? 5
                  : last == '|' || last == '/'                                      ? 6
                                                                                    : 7);
  const double letters = std::max<std::uint32_t>(1, shape.letters + shape.digits);
  list.add(kLetters, step(shape.digits / letters, {0.01, 0.15, 0.5}));
  list.add(kLetters, 4 + step(shape.capitals / letters, {0.001, 0.12, 0.6}));
  if (shape.begins_lower) list.add(kLetters, 8);
  if (shape.has_year) list.add(kLetters, 9);
  list.bits(kPhrase, shape.phrases);
  list.bits(kOpening, shape.opening);
  list.add(kBold, step(block.bold_bytes / std::max(1.0, double(block.text.size())), {0.05, 0.9}));

  const Shape nothing;
  const Shape& before = i > 0 ? shapes_[i - 1] : nothing;
  const Shape& after = i + 1 < blocks.size() ? shapes_[i + 1] : nothing;
  list.add(kBefore, size_step(before));
  list.add(kAfter, size_step(after));
  list.add(kBefore2, size_step(i > 1 ? shapes_[i - 2] : nothing));
  list.add(kAfter2, size_step(i + 2 < blocks.size() ? shapes_[i + 2] : nothing));
  if (i > 0) list.add(kTagBefore, static_cast<std::size_t>(elements[blocks[i - 1].element].tag));
  if (i + 1 < blocks.size())
    list.add(kTagAfter, static_cast<std::size_t>(elements[blocks[i + 1].element].tag));
  // The last heading above it says what it belongs to.
  for (std::size_t k = i, far = 0; k-- > 0 && far < 12; ++far)
    if (is_heading(elements[blocks[k].element].tag)) {
      list.bits(kPhraseAbove, shapes_[k].opening);
      break;
    }

  const double all = std::max<std::uint32_t>(1, words_before_.back());
  list.add(kPlace, std::min<std::size_t>(
                       kTenths - 1, static_cast<std::size_t>(words_before_[i] / all * kTenths)));
  if (title_block_ < blocks.size()) {
    if (i == title_block_)
      list.add(kTitle, 0);
    else if (i < title_block_)
      list.add(kTitle, title_block_ - i < 6 ? 1 : 2);
    else
      list.add(kTitle, i - title_block_ <= 2 ? 3 : i - title_block_ < 8 ? 4 : 5);
  } else {
    list.add(kTitle, 6);
  }
  if (repeated_[i]) list.add(kTitle, 7);

  const bool in_article = own.within & kInArticle, in_main = own.within & kInMain,
             in_body = own.within & kInArticleBody;
  if (articles_ == 1)
    list.add(kLandmarks, in_article ? 0 : 1);
  else if (articles_ > 1)
    list.add(kLandmarks, (in_article ? 2 : 3) + (articles_ > 4 ? 2u : 0u));
  if (mains_ > 0) list.add(kLandmarks, in_main ? 6 : 7);
  if (bodies_ > 0) list.add(kLandmarks, in_body ? 8 : 9);
  if (anchors_.kind == PageKind::kArticle) list.add(kLandmarks, 10);
  list.add(kLandmarks, 11 + step(all, {200, 600, 1500, 4000}));
  if (!anchors_.article_body.empty())
    list.add(kBody, in_body_[i] < 0 ? 0 : 1 + step(in_body_[i], {0.05, 0.5, 0.9}));

  const std::size_t coarse = step(shape.words, {8, 21});
  list.add(kKind, static_cast<std::size_t>(anchors_.kind) * 6 + coarse * 2 + (shape.links > 0.5f));
  list.bits(kKindSign, all_signs_[block.element], static_cast<std::size_t>(anchors_.kind) * kSigns);
  list.add(kProse, prose_ * 3 + coarse);

  const auto family = [&](RunNumber run, const Element& element) {
    const Mass held = mass(element);
    list.add(run, step(held.words, {10, 40, 150, 600}) * 5 +
                      step(held.links / std::max(1.f, held.words), {0.02, 0.1, 0.3, 0.7}));
  };
  family(kFamily, above);
  family(kFamily2, above2);
  family(kFamily3, above3);
  for (std::size_t kind = 0; kind < SaidText::kKinds; ++kind)
    if (!said_[kind].empty()) list.add(kSaid, kind * kSaidSteps + said_[kind][i]);
  if (described_block_ < blocks.size())
    list.add(kBeside, (i > described_block_ ? 8u : 0u) +
                          step(static_cast<double>(apart(block.element, described_block_)),
                               {1, 2, 3, 4, 6, 8, 12}));
  const Kin& kin = kins_[kin_of_[i]];
  const float count = static_cast<float>(kin.count);
  list.add(kKin, step(count, {2, 4, 8, 20}) * 5 + step(kin.held.words / count, {3, 8, 20, 45}));
  list.add(kKin, 25 + step(kin.held.links / std::max(1.f, kin.held.words), {0.02, 0.2, 0.7}));
  // Brothers of the same tag right beside it.
  std::size_t alike = 0;
  for (std::size_t k = i; k-- > 0 && alike < 4 && elements[blocks[k].element].tag == own.tag &&
                          elements[blocks[k].element].depth == own.depth;)
    ++alike;
  list.add(kAlike, step(static_cast<double>(alike), {1, 2, 4}));
  alike = 0;
  for (std::size_t k = i + 1;
       k < blocks.size() && alike < 4 && elements[blocks[k].element].tag == own.tag &&
       elements[blocks[k].element].depth == own.depth;
       ++k)
    ++alike;
  list.add(kAlike, 4 + step(static_cast<double>(alike), {1, 2, 4}));
}

void PageEvidence::second(std::size_t i, std::vector<Evidence>* out) const {
  List list(out);
  const auto& blocks = page_.blocks();
  const auto& elements = page_.elements();
  const auto odds = [&](std::size_t k) {
    return std::clamp(k < odds_.size() ? odds_[k] : -4.f, -6.f, 6.f) / 4;
  };
  list.add(kOdds, 0, odds(i));
  list.add(kOdds, 1 + step(odds_[i], {-3, -1.5, -0.5, 0.5, 1.5, 3}));

  // Neighbours, by themselves and in windows.
  for (std::size_t far = 1; far <= 3; ++far) {
    list.add(kNear, far - 1, odds(i - far));  // wraps to none
    list.add(kNear, 2 + far, odds(i + far));
  }
  const auto window = [&](std::size_t begin, std::size_t end) {
    end = std::min(end, blocks.size());
    const float words = static_cast<float>(words_before_[end] - words_before_[begin]);
    return words > 0 ? (likely_before_[end] - likely_before_[begin]) / words : 0.f;
  };
  list.add(kNear, 6, window(i - std::min<std::size_t>(i, 4), i));
  list.add(kNear, 7, window(i + 1, i + 5));
  list.add(kNear, 8, window(i - std::min<std::size_t>(i, 12), i));
  list.add(kNear, 9, window(i + 1, i + 13));
  list.add(kNear, 10, std::min(window(i - std::min<std::size_t>(i, 4), i), window(i + 1, i + 5)));
  list.add(kNear, 11, std::max(window(i - std::min<std::size_t>(i, 4), i), window(i + 1, i + 5)));

  // How likely the containers are, without the block itself, and what share of the page they hold.
  const float words = static_cast<float>(shapes_[i].words), mine = words * likely_[i];
  const float all = std::max(1.f, likely_before_.back());
  const Element* element = &elements[blocks[i].element];
  for (std::size_t far = 0; far < 6; ++far) {
    const Mass held = mass(*element);
    const float rest = held.words - words;
    list.add(kParents, far, rest > 0 ? (held.likely - mine) / rest : 0.f);
    list.add(kParents, 6 + far, rest > 0 ? 0.f : 1.f);
    list.add(kParents, 12 + far, (held.likely - mine) / all);
    list.add(
        kParents, 18 + far,
        rest > 0 ? std::min(1.f, (held.likely - mine) / rest * std::min(1.f, rest / 100)) : 0.f);
    element = &up(*element);
  }

  if (group_[i] != 0) {
    const Mass held = mass(elements[group_[i]]);
    const float rest = held.words - words,
                mean = rest > 0 ? (held.likely - mine) / rest : likely_[i];
    const std::size_t which = elements[group_[i]].tag == Tag::kTable ? 0 : 1;
    list.add(kGroup, which * 12 + step(mean, {0.05, 0.2, 0.4, 0.6, 0.8}));
    list.add(kGroup, which * 12 + 6, mean);
    list.add(kGroup, which * 12 + 7 + step(held.words, {20, 60, 200}));
  }

  const Kin& kin = kins_[kin_of_[i]];
  if (const float rest = kin.held.words - words; kin.count > 1 && rest > 0) {
    const float mean = (kin.held.likely - mine) / rest;
    const std::size_t many = step(kin.count, {3, 8});
    list.add(kKinOdds, many, mean);
    list.add(kKinOdds, 3 + step(mean, {0.05, 0.2, 0.4, 0.6, 0.8}));
    list.add(kKinOdds, 9 + many);
  } else {
    list.add(kKinOdds, 12);
  }

  // How far up the main container is.
  std::size_t far = 0;
  const Element& main = elements[main_];
  const bool inside = blocks[i].element >= main_ && blocks[i].element < main.end;
  if (inside) {
    far = static_cast<std::size_t>(elements[blocks[i].element].depth - main.depth);
    list.add(kMain, step(static_cast<double>(far), {1, 2, 3, 5}));
  } else {
    const Element* common = &main;
    while (common->parent != 0 && far < 8 &&
           !(blocks[i].element >= static_cast<std::uint32_t>(common - elements.data()) &&
             blocks[i].element < common->end)) {
      common = &up(*common);
      ++far;
    }
    list.add(kMain, 5 + step(static_cast<double>(far), {2, 3, 5, 8}));
  }
  if (first_likely_ < blocks.size()) {
    const std::size_t place = i < first_likely_  ? (first_likely_ - i < 5 ? 0 : 1)
                              : i > last_likely_ ? (i - last_likely_ < 5 ? 2 : 3)
                                                 : 4;
    list.add(kRunPlace, place);
  } else {
    list.add(kRunPlace, 5);
  }
  const std::size_t mass_step = step(likely_before_.back(), {50, 150, 400, 1000, 2500});
  list.add(kPageMass, mass_step);
  list.add(kPageMass, 6 + mass_step, odds(i));
}

}  // namespace newsfacts::html
