// What is known of a page before its blocks are judged, and after.

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "corpus/html/evidence.h"
#include "corpus/html/evidence_kinds.h"

namespace newsfacts::html {
namespace {

float likelihood(float odds) {
  return 1 / (1 + std::exp(-odds));
}

}  // namespace

PageEvidence::PageEvidence(const Page& page, const Anchors& anchors)
    : page_(page), anchors_(anchors) {
  const auto& blocks = page.blocks();
  shapes_.reserve(blocks.size());
  words_before_.assign(1, 0);
  links_before_.assign(1, 0);
  repeated_.assign(blocks.size(), 0);
  std::unordered_set<std::uint64_t> seen;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Shape shape = shape_of(page.words(blocks[i]));
    shape.links = static_cast<float>(blocks[i].link_bytes) /
                  static_cast<float>(std::max<std::uint32_t>(1, blocks[i].text.size()));
    words_before_.push_back(words_before_.back() + shape.words);
    links_before_.push_back(links_before_.back() + static_cast<float>(shape.words) * shape.links);
    repeated_[i] = !seen.insert(shape.hash).second;
    shapes_.push_back(shape);
  }
  const auto& elements = page.elements();
  all_signs_.resize(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    all_signs_[i] = elements[i].own | (i > 0 ? all_signs_[elements[i].parent] : 0);
    const std::uint32_t around = i > 0 ? elements[elements[i].parent].within : 0;
    articles_ += elements[i].tag == Tag::kArticle;
    mains_ += (elements[i].within & kInMain) && !(around & kInMain);
    bodies_ += (elements[i].within & kInArticleBody) && !(around & kInArticleBody);
  }
  find_groups();
  find_said();
  find_title();
  find_kin();
}

// The table or list around a block: what stands in one belongs together.
void PageEvidence::find_groups() {
  const auto& blocks = page_.blocks();
  const auto& elements = page_.elements();
  group_.assign(blocks.size(), 0);
  float prose = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (shapes_[i].words >= 20 && shapes_[i].links < 0.33f)
      prose += static_cast<float>(shapes_[i].words);
    for (std::uint32_t at = blocks[i].element, far = 0; at != 0 && far < 6;
         at = elements[at].parent, ++far) {
      const Tag tag = elements[at].tag;
      if (tag == Tag::kTable || tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kDl) {
        group_[i] = at;
        break;
      }
    }
  }
  prose_ =
      step(prose / std::max(1.f, static_cast<float>(words_before_.back())), {0.1, 0.3, 0.5, 0.7});
}

// What a block says that the page's data say too.
void PageEvidence::find_said() {
  constexpr std::size_t kLong = 6;        // runs
  constexpr std::size_t kLeastBody = 40;  // words
  const auto& blocks = page_.blocks();
  const SaidText said(page_);
  WordRuns body;
  if (const auto words = word_hashes(anchors_.article_body); words.size() >= kLeastBody)
    body.add(words);
  in_body_.assign(blocks.size(), -1);
  described_block_ = blocks.size();
  std::size_t most = kLong - 1;
  for (std::size_t kind = 0; kind < SaidText::kKinds; ++kind)
    if (!said.of(kind).empty()) said_[kind].assign(blocks.size(), 0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (shapes_[i].words < 3 || (said.empty() && body.empty())) continue;
    const std::vector<std::uint32_t> words = word_hashes(page_.words(blocks[i]));
    const auto runs = static_cast<float>(std::max<std::size_t>(3, words.size()) - 2);
    if (!body.empty() && words.size() >= 3)
      in_body_[i] = static_cast<float>(body.held(words)) / runs;
    for (std::size_t kind = 0; kind < SaidText::kKinds; ++kind) {
      if (said_[kind].empty()) continue;
      const std::size_t held = said.of(kind).held(words);
      std::size_t share = 1 + step(static_cast<float>(held) / runs, {0.05, 0.5, 0.9});
      if (held >= kLong && share < 3) share = 5;  // a long block that says it among other things
      said_[kind][i] = static_cast<std::uint8_t>(share);
      if (kind == SaidText::kDescription && held > most) {
        most = held;
        described_block_ = i;
      }
    }
  }
}

// The heading that says what the title says; of several, the first <h1>.
void PageEvidence::find_title() {
  const auto& blocks = page_.blocks();
  title_block_ = blocks.size();
  const std::uint64_t title = shape_of(anchors_.title).hash;
  std::size_t h1 = blocks.size();
  for (std::size_t i = blocks.size(); i-- > 0;) {
    const Tag tag = page_.elements()[blocks[i].element].tag;
    if (tag == Tag::kH1 && shapes_[i].words > 0) h1 = i;
    if (!anchors_.title.empty() && shapes_[i].hash == title && shapes_[i].links < 0.5f)
      title_block_ = i;
  }
  if (title_block_ == blocks.size()) title_block_ = h1;
}

// Blocks whose element and the two around it are made alike.
void PageEvidence::find_kin() {
  const auto& blocks = page_.blocks();
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Element& own = page_.elements()[blocks[i].element];
    const Element& above = up(own);
    std::uint64_t make = own.make;
    make = (make ^ above.make) * 1099511628211ull;
    make = (make ^ up(above).make) * 1099511628211ull;
    const auto number = known.emplace(make, static_cast<std::uint32_t>(kins_.size())).first->second;
    if (number == kins_.size()) kins_.emplace_back();
    Kin& kin = kins_[number];
    ++kin.count;
    kin.held.words += static_cast<float>(shapes_[i].words);
    kin.held.links += static_cast<float>(shapes_[i].words) * shapes_[i].links;
    kin_of_.push_back(number);
  }
}

// How far up from `element` the nearest is that holds `block` too.
std::size_t PageEvidence::apart(std::uint32_t element, std::size_t block) const {
  constexpr std::size_t kFar = 12;
  std::size_t far = 0;
  const std::uint32_t other = page_.blocks()[block].element;
  while (far < kFar && element != 0 &&
         !(other >= element && other < page_.elements()[element].end)) {
    element = page_.elements()[element].parent;
    ++far;
  }
  return far;
}

PageEvidence::Mass PageEvidence::mass(const Element& element) const {
  Mass mass;
  mass.words =
      static_cast<float>(words_before_[element.end_block] - words_before_[element.first_block]);
  mass.links = links_before_[element.end_block] - links_before_[element.first_block];
  if (!likely_before_.empty())
    mass.likely = likely_before_[element.end_block] - likely_before_[element.first_block];
  return mass;
}

void PageEvidence::set_odds(const std::vector<float>& odds) {
  odds_ = odds;
  likely_.clear();
  likely_before_.assign(1, 0);
  for (std::size_t i = 0; i < odds.size(); ++i) {
    likely_.push_back(likelihood(odds[i]));
    likely_before_.push_back(likely_before_.back() +
                             likely_[i] * static_cast<float>(shapes_[i].words));
  }
  for (Kin& kin : kins_) kin.held.likely = 0;
  for (std::size_t i = 0; i < odds.size(); ++i)
    kins_[kin_of_[i]].held.likely += likely_[i] * static_cast<float>(shapes_[i].words);
  find_main();
}

// The deepest element that holds most of what is likely; and where that begins and ends.
void PageEvidence::find_main() {
  constexpr float kMost = 0.7f;
  const auto& elements = page_.elements();
  main_ = 0;
  for (std::uint32_t i = 0; i < elements.size(); ++i)
    if (mass(elements[i]).likely >= kMost * likely_before_.back() &&
        elements[i].depth >= elements[main_].depth)
      main_ = i;
  first_likely_ = shapes_.size();
  last_likely_ = 0;
  for (std::size_t i = 0; i < shapes_.size(); ++i)
    if (likely_[i] > 0.6f && shapes_[i].words >= 15) {
      first_likely_ = std::min(first_likely_, i);
      last_likely_ = i;
    }
}

}  // namespace newsfacts::html
