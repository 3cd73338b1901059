#include "db/link/meetings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include "corpus/fingerprint.h"
#include "db/link/duplicates.h"
#include "db/store.h"

namespace newsfacts {
namespace {

using Pairs = std::vector<DocumentPair>;

// Documents 1, 2, 3 ... of one day, under these terms.
std::vector<Indexed> documents(const std::vector<std::vector<std::uint32_t>>& terms) {
  std::vector<Indexed> all;
  for (const auto& of_one : terms) {
    const auto number = static_cast<std::uint32_t>(all.size() + 1);
    all.push_back({{100, number, number}, terms_of(of_one)});
  }
  return all;
}

TEST(Meetings, InAShortPostingAllMeet) {
  EXPECT_EQ(meetings(documents({{7}, {7}, {7}, {9}}), {3, 1}, 1), (Pairs{{1, 2}, {1, 3}, {2, 3}}));
}

TEST(Meetings, InALongOneEachMeetsItsNeighbors) {
  EXPECT_EQ(meetings(documents({{7}, {7}, {7}, {7}}), {3, 1}, 1), (Pairs{{1, 2}, {2, 3}, {3, 4}}));
}

TEST(Meetings, APairOfTwoPostingsIsToldOnce) {
  EXPECT_EQ(meetings(documents({{7, 9}, {7, 9}}), {3, 1}, 1), (Pairs{{1, 2}}));
}

TEST(Meetings, WhoMustMeetTwiceDoesNotForOne) {
  EXPECT_EQ(meetings(documents({{7, 9}, {7, 9}, {7}}), {3, 1}, 2), (Pairs{{1, 2}}));
}

TEST(Meetings, WhereTheWordsBesideAreAlikeOnceIsEnough) {
  const auto margins = [](std::uint32_t before, std::uint32_t after) {
    return before << 12U | after;
  };
  struct Row {
    std::uint32_t one, other;
    bool meet;
  };
  // clang-format off
  const Row table[] = {
      {margins(50, 60),          margins(70, 80),          false},
      {margins(50, 60),          margins(50, 80),          true},
      {margins(50, 60),          margins(70, 60),          true},
      {margins(50, 60),          margins(60, 50),          false},
      {margins(kNoMargin, 60),   margins(kNoMargin, 80),   false},  // both begin so
      {kAnyMargins,              margins(70, 80),          true},
      {kAnyMargins,              0,                        false},
  };
  // clang-format on
  for (const auto& [one, other, meet] : table) {
    const std::vector<Indexed> two = {{{1, 1, 1}, {{7, one}}}, {{1, 2, 2}, {{7, other}}}};
    EXPECT_EQ(meetings(two, {3, 1}, 2).size(), meet ? 1U : 0U) << one << " and " << other;
  }
}

TEST(Meetings, ALongPostingCostsItsLength) {
  const std::vector<Indexed> many = documents(std::vector<std::vector<std::uint32_t>>(10'000, {7}));
  EXPECT_EQ(meetings(many, {33, 8}, 1).size(), 10'000U * 8 - 36);
}

// ---- In the store: whatever came and went, those meet who would if they had come at once.

struct Table {
  std::set<DocumentPair> met;

  void change(Meetings& meetings, const Meetings::Change& change, const Meetings::TermsOf& terms) {
    met.insert(change.met.begin(), change.met.end());
    Pairs parted;
    for (const DocumentPair& pair : change.parted)
      if (met.contains(pair)) parted.push_back(pair);
    for (const DocumentPair& pair : parted) met.erase(pair);
    for (const Pairs& some : {parted, change.joined})
      for (const DocumentPair& pair : meetings.still_met(some, terms)) met.insert(pair);
  }
};

class MeetingsInTheStore : public testing::TestWithParam<unsigned> {};

TEST_P(MeetingsInTheStore, AreThoseOfTheDocumentsThatAreThere) {
  std::mt19937 random(GetParam());
  const auto pick = [&](std::size_t of) { return static_cast<std::uint32_t>(random() % of); };
  const std::uint32_t often = 1 + GetParam() % 2;
  const Reach reach = {4, 2};
  Store store(":memory:", Database::Mode::kCreate);
  Meetings meetings(store.database(), "copy", reach, often);

  std::map<DocumentId, Indexed> there;
  std::uint32_t next = 1;
  const auto terms_of = [&](DocumentId document) -> const Terms& {
    return there.at(document).terms;
  };
  Table table;
  for (int turn = 0; turn < 25; ++turn) {
    std::vector<Indexed> fresh;
    for (std::uint32_t i = 0; i <= pick(20); ++i) {
      std::set<std::uint32_t> terms;
      for (std::uint32_t k = 0; k < 4; ++k) terms.insert(pick(30));
      fresh.push_back({{static_cast<std::uint16_t>(pick(6)), pick(1'000'000), next++}, {}});
      for (const std::uint32_t term : terms) fresh.back().terms.push_back({term, pick(3) + 2});
    }
    for (const Indexed& document : fresh) there.emplace(document.place.document, document);
    table.change(meetings, meetings.add(fresh), terms_of);

    std::vector<Indexed> gone;
    for (const auto& [number, document] : there)
      if (pick(6) == 0) gone.push_back(document);
    for (const Indexed& document : gone) there.erase(document.place.document);
    std::erase_if(table.met, [&](const DocumentPair& pair) {
      return !there.contains(pair.first) || !there.contains(pair.second);
    });
    table.change(meetings, meetings.remove(gone), terms_of);

    std::vector<Indexed> now;
    for (const auto& [number, document] : there) now.push_back(document);
    const Pairs expected = newsfacts::meetings(now, reach, often);
    ASSERT_EQ(Pairs(table.met.begin(), table.met.end()), expected) << "after turn " << turn;
    ASSERT_EQ(meetings.met_by(now), expected);
  }
}

INSTANTIATE_TEST_SUITE_P(, MeetingsInTheStore, testing::Range(1U, 21U));

// ---- Recall: prints that are half alike always meet.

std::string word(std::uint32_t number) {
  std::string letters;
  for (std::uint32_t n = number + 26; n > 0; n /= 26) letters += static_cast<char>('a' + n % 26);
  return letters;
}

// Articles and what becomes of them: words replaced here and there, parts cut, moved, added.  All
// of one vocabulary, in which few words are frequent, as in any language.
std::vector<std::string> articles(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t of) { return static_cast<std::uint32_t>(random() % of); };
  const auto any_word = [&] {
    const double u = (pick(100'000) + 1.0) / 100'001;
    return word(static_cast<std::uint32_t>(20'000 * u * u * u));
  };
  using Words = std::vector<std::string>;
  std::vector<Words> all;
  while (all.size() < count) {
    Words words;
    if (all.empty() || pick(4) == 0) {
      for (std::uint32_t n = 12 + pick(400); n > 0; --n) words.push_back(any_word());
    } else {
      words = all[all.size() - 1 - pick(std::min<std::size_t>(all.size(), 6))];
      const std::uint32_t one_of = 4 + pick(30);
      for (std::string& word : words)
        if (pick(one_of) == 0) word = any_word();
      if (pick(3) == 0) words.resize(words.size() - pick(words.size() / 2));
      if (pick(3) == 0) std::rotate(words.begin(), words.begin() + pick(words.size()), words.end());
      if (pick(3) == 0)
        for (std::uint32_t n = pick(100); n > 0; --n) words.push_back(any_word());
    }
    all.push_back(std::move(words));
  }
  std::vector<std::string> texts;
  for (const Words& words : all) {
    std::string& text = texts.emplace_back();
    for (const std::string& word : words) text += word + ' ';
  }
  return texts;
}

TEST(Meetings, EveryPairWhoseShinglesAreHalfAlikeMeets) {
  const std::vector<std::string> texts = articles(3000, 7);
  std::vector<Indexed> indexed;
  std::vector<std::vector<std::uint64_t>> shingles;
  for (const std::string& text : texts) {
    Document document({}, text);
    Alignment alignment;
    alignment.copied(static_cast<std::uint32_t>(text.size()));
    document.set_text(text, alignment);
    fingerprint(document);
    const auto number = static_cast<std::uint32_t>(indexed.size() + 1);
    const auto day = static_cast<std::uint16_t>(number * 7919 % 1000);
    indexed.push_back({{day, number, number}, document.fingerprint->shingles});
    Print print;
    print.measure(document.tokens());
    shingles.push_back(print.shingles);
  }
  const Pairs met = meetings(indexed, kCopyReach, kCopyMeetings);

  // The truth, from all pairs.
  std::size_t alike = 0;
  std::vector<std::string> missed;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      const auto &a = shingles[i], &b = shingles[k];
      if (2 * std::min(a.size(), b.size()) < std::max(a.size(), b.size())) continue;
      std::size_t both = 0;
      for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();)
        if (*x == *y)
          ++both, ++x, ++y;
        else if (*x < *y)
          ++x;
        else
          ++y;
      if (2 * both < a.size() + b.size() - both) continue;
      ++alike;
      const DocumentPair pair(static_cast<DocumentId>(i + 1), static_cast<DocumentId>(k + 1));
      if (!std::binary_search(met.begin(), met.end(), pair))
        missed.push_back(std::to_string(i) + " and " + std::to_string(k));
    }
  EXPECT_GT(alike, 2000U);
  EXPECT_LT(met.size(), 20 * alike);
  EXPECT_EQ(missed, std::vector<std::string>());
}

}  // namespace
}  // namespace newsfacts
