#include "corpus/html/article.h"

#include <algorithm>
#include <cmath>

#include "corpus/html/composition.h"
#include "corpus/html/entities.h"

namespace newsfacts::html {
namespace {

constexpr int kSecondReadings = 2;  // once more by what the first of them found

// A short line of links in what is made for sharing, for finding one's way or for consent.
bool is_furniture(const Page& page, const PageEvidence& evidence, std::size_t block) {
  constexpr Signs kFurniture = bit(Sign::kShare) | bit(Sign::kConsent) | bit(Sign::kPager) |
                               bit(Sign::kCrumbs) | bit(Sign::kNav);
  constexpr std::uint32_t kShort = 13;
  constexpr float kLinks = 0.5f;
  const Shape& shape = evidence.shape(block);
  if (shape.words >= kShort || shape.links < kLinks) return false;
  const Element* element = &page.elements()[page.blocks()[block].element];
  for (int far = 0; far < 3; ++far) {
    if (element->own & kFurniture) return true;
    element = &page.elements()[element->parent];
  }
  return false;
}

// The choice of blocks whose F1, in words, is to be expected the highest: those above a threshold,
// which is low where little is sure (Lewis, SIGIR 1995).  A long block that is printed again is
// left out.  Where fewer than a line's words are to be expected there is no article: the page is a
// shell that scripts would fill.
std::vector<char> chosen(const Page& page, const PageEvidence& evidence,
                         const std::vector<float>& odds) {
  constexpr std::uint32_t kLong = 8;
  constexpr float kFewest = 8;  // words
  struct Candidate {
    float likely, words;
    std::size_t block;
  };
  std::vector<Candidate> all;
  float expected = 0;
  for (std::size_t i = 0; i < odds.size(); ++i) {
    const Shape& shape = evidence.shape(i);
    if (evidence.repeated(i) && shape.words >= kLong) continue;
    if (is_furniture(page, evidence, i)) continue;
    const float likely = 1 / (1 + std::exp(-odds[i]));
    const float words = std::max(0.5f, static_cast<float>(shape.words));
    all.push_back({likely, words, i});
    expected += likely * words;
  }
  std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return a.likely != b.likely ? a.likely > b.likely : a.block < b.block;
  });
  float best = 0, hits = 0, words = 0, expected_of_best = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    hits += all[i].likely * all[i].words;
    words += all[i].words;
    const float f1 = 2 * hits / (words + expected);
    if (f1 > best) {
      best = f1;
      expected_of_best = hits;
      end = i + 1;
    }
  }
  std::vector<char> kept(odds.size(), 0);
  if (expected_of_best < kFewest) return kept;
  for (std::size_t i = 0; i < end; ++i) kept[all[i].block] = 1;
  return kept;
}

}  // namespace

Anchors anchors_of(const Page& page, const JsonLd& said) {
  Anchors anchors;
  anchors.kind = kind_of(page);
  anchors.article_body = said.article_body;
  anchors.title = decoded(said.headline);
  for (const Mark& mark : page.marks()) {
    if (mark.tag != Tag::kMeta) continue;
    if (mark.property == "og:title" && anchors.title.empty()) anchors.title = decoded(mark.content);
  }
  return anchors;
}

Article article_of(const Page& page, const Anchors& anchors, const Weights& weights) {
  const auto& blocks = page.blocks();
  PageEvidence page_evidence(page, anchors);
  std::vector<Evidence> evidence;
  std::vector<float> odds, lasting;  // that which the second readings have in common
  odds.reserve(blocks.size());
  lasting.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    evidence.clear();
    page_evidence.first(i, &evidence);
    odds.push_back(weights.first(evidence));
    lasting.push_back(weights.second(evidence));
  }
  for (int reading = 0; reading < kSecondReadings; ++reading) {
    page_evidence.set_odds(odds);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      evidence.clear();
      page_evidence.second(i, &evidence);
      odds[i] = weights.second_and(lasting[i], evidence);
    }
  }
  return composed(page, chosen(page, page_evidence, odds));
}

}  // namespace newsfacts::html
