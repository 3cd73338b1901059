#include "db/link/posting_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include "db/store.h"

namespace newsfacts {

void PrintTo(const Place& place, std::ostream* out) {
  *out << "document " << place.document << " of day " << place.day;
}

namespace {

using Vocabulary = std::vector<std::uint32_t>;
using Postings = std::map<std::uint32_t, std::vector<std::pair<Place, std::uint32_t>>>;

Postings visited(PostingIndex& index, const Vocabulary& terms) {
  Postings found;
  index.visit(terms, [&](std::uint32_t term, std::span<const Posted> documents) {
    for (const Posted& posted : documents) found[term].emplace_back(posted, posted.margins);
  });
  return found;
}

// Documents come and go, some with what stands beside their terms, some without; some terms are the
// smallest and the greatest there are, and one stands in all of them, so that its posting fills
// many blocks.
class PostingIndexAfter : public testing::TestWithParam<unsigned> {};

TEST_P(PostingIndexAfter, AnyTurnsHoldsWhatIsThere) {
  std::mt19937 random(GetParam());
  const auto pick = [&](std::uint32_t of) { return static_cast<std::uint32_t>(random() % of); };
  Vocabulary vocabulary = {0, 1, ~std::uint32_t{0} - 1, ~std::uint32_t{0}};
  for (int i = 0; i < 60; ++i) vocabulary.push_back(pick(1U << 20U) << 8U);
  constexpr std::uint32_t kEverywhere = 77;
  vocabulary.push_back(kEverywhere);
  std::sort(vocabulary.begin(), vocabulary.end());
  vocabulary.erase(std::unique(vocabulary.begin(), vocabulary.end()), vocabulary.end());

  Store store(":memory:", Database::Mode::kCreate);
  auto index = std::make_unique<PostingIndex>(store.database(), "test");
  PostingIndex other(store.database(), "another");
  other.add({{{1, 1, 1}, terms_of(vocabulary)}});
  std::map<std::uint32_t, Indexed> there;
  std::uint32_t next = 1;
  for (int turn = 0; turn < 30; ++turn) {
    std::vector<Indexed> fresh;
    for (std::uint32_t n = pick(turn == 7 ? 3000 : 60); n > 0; --n) {
      std::set<std::uint32_t> terms = {kEverywhere};
      for (int k = 0; k < 4; ++k) terms.insert(vocabulary[random() % vocabulary.size()]);
      const Place place = {static_cast<std::uint16_t>(pick(3) == 0 ? kUndated : pick(40)),
                           pick(1'000'000), next++};
      const bool with_margins = GetParam() % 2 == 0 || pick(4) == 0;
      Terms with;
      for (const std::uint32_t term : terms)
        with.push_back({term, with_margins ? pick(1U << 24U) : 0});
      fresh.push_back({place, with});
      there.emplace(place.document, fresh.back());
    }
    index->add(fresh);
    std::vector<Indexed> gone;
    for (const auto& [number, document] : there)
      if (pick(10) == 0) gone.push_back(document);
    for (const Indexed& document : gone) there.erase(document.place.document);
    index->remove(gone);
    if (pick(4) == 0) index = std::make_unique<PostingIndex>(store.database(), "test");

    Postings expected;
    for (const auto& [number, document] : there)
      for (const Shingle& term : document.terms)
        expected[term.hash].emplace_back(document.place, term.margins);
    for (auto& [term, places] : expected) std::sort(places.begin(), places.end());
    ASSERT_EQ(visited(*index, vocabulary), expected) << "turn " << turn;
    const std::uint32_t one = vocabulary[random() % vocabulary.size()];
    ASSERT_EQ(visited(*index, {one})[one], expected[one]) << "turn " << turn;
  }
  EXPECT_LT(store.database().integer("SELECT count(*) FROM segment"), 8);
}

INSTANTIATE_TEST_SUITE_P(, PostingIndexAfter, testing::Range(1U, 9U));

TEST(PostingIndex, TakesLittleRoom) {
  std::mt19937 random(1);
  Store store(":memory:", Database::Mode::kCreate);
  PostingIndex index(store.database(), "test");
  std::vector<Indexed> documents;
  for (std::uint32_t number = 1; number <= 20'000; ++number) {
    std::set<std::uint32_t> terms;
    while (terms.size() < 60) terms.insert(static_cast<std::uint32_t>(random()));
    documents.push_back(
        {{static_cast<std::uint16_t>(random() % 365), static_cast<std::uint32_t>(random()), number},
         terms_of(std::vector(terms.begin(), terms.end()))});
  }
  index.add(documents);
  const double bytes = static_cast<double>(
      store.database().integer("SELECT sum(length(postings)) FROM segment_postings"));
  EXPECT_LT(bytes / (20'000 * 60), 6.0) << "a posting";
}

}  // namespace
}  // namespace newsfacts
