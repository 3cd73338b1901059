#include "corpus/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "corpus/normalize.h"
#include "corpus/segment.h"

namespace newsfacts {
namespace {

Fingerprint of(std::string raw) {
  Document document({}, std::move(raw));
  normalize(document);
  fingerprint(document);
  return document.fingerprint.value_or(Fingerprint());
}

// An article of words no other seed has.
std::vector<std::string> words(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) {
    std::string word;
    for (auto letters = 3 + random() % 6; letters > 0; --letters)
      word += static_cast<char>('a' + random() % 26);
    words.push_back(std::move(word));
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::string_view by = " ") {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : by).append(word);
  return text;
}

double jaccard(const Fingerprint& a, const Fingerprint& b) {
  std::vector<Shingle> both;
  std::set_intersection(a.shingles.begin(), a.shingles.end(), b.shingles.begin(), b.shingles.end(),
                        std::back_inserter(both),
                        [](const Shingle& x, const Shingle& y) { return x.hash < y.hash; });
  const double all = static_cast<double>(a.shingles.size() + b.shingles.size() - both.size());
  return static_cast<double>(both.size()) / all;
}

TEST(Fingerprint, DoesNotSeeLayoutLetterCaseOrPunctuation) {
  const std::vector<std::string> article = words(1, 300);
  const Fingerprint plain = of(joined(article));
  const auto expect_the_same = [&](const std::string& text) {
    Fingerprint found = of(text);
    EXPECT_NE(found.raw, plain.raw);
    found.raw = plain.raw;
    EXPECT_EQ(found, plain);
  };
  expect_the_same(joined(article, "\r\n\r\n "));
  expect_the_same(joined(article, ", \u201C"));
  std::string upper = joined(article);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c == ' ' ? c : static_cast<char>(c - 0x20); });
  expect_the_same(upper);
  EXPECT_EQ(plain.words, 300u);
}

TEST(Fingerprint, SeesOneOtherWordInTheExactKey) {
  std::vector<std::string> article = words(2, 300);
  const Fingerprint before = of(joined(article));
  article[150] = "corrected";
  const Fingerprint after = of(joined(article));
  EXPECT_NE(after.exact, before.exact);
  EXPECT_GT(jaccard(before, after), 0.9);
}

TEST(Fingerprint, ChangesLittleWithAnEditOfTenWords) {
  double least = 1;
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::vector<std::string> article = words(seed, 800);
    const Fingerprint before = of(joined(article));
    const std::vector<std::string> other = words(seed + 1000, 10);
    std::copy(other.begin(), other.end(), article.begin() + 300);
    least = std::min(least, jaccard(before, of(joined(article))));
  }
  EXPECT_GT(least, 0.9);  // 14 of 796 shingles change
}

// Whether they have a shingle in common with words beside it.
bool share_a_passage(const Fingerprint& a, const Fingerprint& b) {
  for (const Shingle& one : a.shingles)
    for (const Shingle& other : b.shingles)
      if (one.hash == other.hash && alike_beside(one.margins, other.margins)) return true;
  return false;
}

// Schleimer, Wilkerson and Aiken's guarantee, and what the margins add to it.
TEST(Fingerprint, OfTextsThatShareTwelveWordsInARowSharesAShingleAndWordsBesideIt) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::vector<std::string> one = words(seed, 100 + seed), other = words(seed + 1000, 400 - seed);
    const std::vector<std::string> passage = words(seed + 2000, kPassageWords);
    std::copy(passage.begin(), passage.end(), one.begin() + 20);
    std::copy(passage.begin(), passage.end(), other.begin() + 70);
    EXPECT_TRUE(share_a_passage(of(joined(one)), of(joined(other)))) << "seed " << seed;
  }
}

TEST(Fingerprint, OfTextsThatShareAStockPhraseDoesNot) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::vector<std::string> one = words(seed, 200), other = words(seed + 1000, 200);
    const std::vector<std::string> phrase = words(seed + 2000, 8);
    std::copy(phrase.begin(), phrase.end(), one.begin() + 20);
    std::copy(phrase.begin(), phrase.end(), other.begin() + 70);
    EXPECT_FALSE(share_a_passage(of(joined(one)), of(joined(other)))) << "seed " << seed;
  }
}

TEST(Fingerprint, OfAPhraseSaidTwiceTellsOnlyWhatIsBesideItBothTimes) {
  std::vector<std::string> article = words(8, 16);
  const std::vector<std::string> phrase(article.begin() + 8, article.begin() + 14);
  article.push_back("meanwhile");
  article.insert(article.end(), phrase.begin(), phrase.end());
  std::size_t untold = 0;
  const Fingerprint found = of(joined(article));
  for (const Shingle& shingle : found.shingles)
    untold += shingle.margins >> kMarginBits == kNoMargin;
  EXPECT_EQ(found.shingles.size(), 19U - 2);
  EXPECT_EQ(untold, 4U + 2) << "at the begin of the text, and the two of the phrase";
}

TEST(Fingerprint, OfAShortTextHoldsAllItsShingles) {
  EXPECT_EQ(of(joined(words(3, 36))).shingles.size(), 32u);
}

TEST(Fingerprint, HasAHashForEachSentenceThatIsNotShort) {
  Document document(
      {}, "Nine sailors died on the reef at dawn. No. Nine sailors died, on the reef, at dawn!");
  normalize(document);
  Segmenter().segment(document);
  fingerprint(document);
  const std::vector<std::uint32_t>& hashes = document.fingerprint->sentences;
  ASSERT_EQ(hashes.size(), document.sentences.size());
  EXPECT_EQ(hashes.front(), hashes.back());
  EXPECT_NE(hashes.front(), 0u);
  EXPECT_EQ(hashes[1], 0u);
}

TEST(Fingerprint, OfOtherWordsSharesNothing) {
  EXPECT_EQ(jaccard(of(joined(words(4, 500))), of(joined(words(5, 500)))), 0);
}

TEST(Fingerprint, HoldsTwoShinglesInNine) {
  const Fingerprint found = of(joined(words(6, 16000)));
  EXPECT_NEAR(static_cast<double>(found.shingles.size()), 16000 * 2.0 / 9, 150);
  EXPECT_TRUE(std::is_sorted(found.shingles.begin(), found.shingles.end()));
  EXPECT_EQ(std::adjacent_find(found.shingles.begin(), found.shingles.end(),
                               [](const Shingle& a, const Shingle& b) { return a.hash == b.hash; }),
            found.shingles.end());
}

// Stored fingerprints must be found again by later builds and on other machines.
TEST(Fingerprint, IsTheSameInEveryBuild) {
  EXPECT_EQ(of("Nine people died, the coast guard said.").exact.hex(),
            "2fb1b3084fb367baaddc01cf8164fbae");
}

TEST(Fingerprint, OfAFewWordsIsOneShingleAtMost) {
  EXPECT_LE(of("Nine died").shingles.size(), 1u);
  EXPECT_EQ(of("Nine died").words, 2u);
  EXPECT_NE(of("Nine died").exact, of("Ten died").exact);
}

TEST(Fingerprint, LetsARejectedDocumentPass) {
  Document document;
  document.rejected = Rejection{"normalize", "no text", ""};
  fingerprint(document);
  EXPECT_FALSE(document.fingerprint);
}

}  // namespace
}  // namespace newsfacts
