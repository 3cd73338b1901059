#include "corpus/document.h"

#include <gtest/gtest.h>

#include <random>

namespace newsfacts {
namespace {

TEST(Spans, AreHalfOpen) {
  EXPECT_EQ(Span(3, 7).size(), 4u);
  EXPECT_TRUE(Span(3, 3).empty());
  EXPECT_TRUE(Span(3, 7).contains(Span(3, 7)) && Span(3, 7).overlaps(Span(6, 9)));
  EXPECT_FALSE(Span(3, 7).overlaps(Span(7, 9)) || Span(3, 7).contains(Span(6, 8)));
  EXPECT_LT(Span(3, 5), Span(3, 7));
}

// raw    0123456789    a[23]b: two bytes replaced by one, [67] dropped, "x" put in before 9
// text   01A45  8x9
TEST(Alignment, GivesTheRawBytesOfEachSpan) {
  Alignment alignment;
  alignment.copied(2);
  alignment.replaced(2, 1);
  alignment.copied(2);
  alignment.replaced(2, 0);
  alignment.copied(1);
  alignment.replaced(0, 1);
  alignment.copied(1);
  EXPECT_EQ(alignment.raw_size(), 10u);
  EXPECT_EQ(alignment.text_size(), 8u);
  const auto raw = [&](std::uint32_t begin, std::uint32_t end) {
    return alignment.to_raw({begin, end});
  };
  EXPECT_EQ(raw(0, 2), Span(0, 2));   // copied
  EXPECT_EQ(raw(2, 3), Span(2, 4));   // replaced
  EXPECT_EQ(raw(1, 3), Span(1, 4));   // runs into what was replaced
  EXPECT_EQ(raw(3, 5), Span(4, 6));   // ends before what was dropped
  EXPECT_EQ(raw(5, 6), Span(8, 9));   // begins behind it
  EXPECT_EQ(raw(4, 6), Span(5, 9));   // runs over it
  EXPECT_EQ(raw(7, 8), Span(9, 10));  // behind what was put in
  EXPECT_EQ(raw(0, 8), Span(0, 10));
}

// Against the plain way: a table with the raw bytes of each byte of the text.
TEST(Alignment, AgreesWithATableOfEveryByte) {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    Alignment alignment;
    std::vector<Span> raw_of;
    std::uint32_t raw = 0;
    for (int piece = 0; piece < 12; ++piece) {
      const auto a = static_cast<std::uint32_t>(random() % 4),
                 b = static_cast<std::uint32_t>(random() % 4);
      if (random() % 2) {
        alignment.copied(a);
        for (std::uint32_t i = 0; i < a; ++i) raw_of.push_back({raw + i, raw + i + 1});
        raw += a;
      } else if (a + b > 0) {
        alignment.replaced(a, b);
        for (std::uint32_t i = 0; i < b; ++i) raw_of.push_back({raw, raw + a});
        raw += a;
      }
    }
    for (std::uint32_t begin = 0; begin < raw_of.size(); ++begin)
      for (std::uint32_t end = begin + 1; end <= raw_of.size(); ++end)
        ASSERT_EQ(alignment.to_raw({begin, end}), Span(raw_of[begin].begin, raw_of[end - 1].end));
  }
}

Document document(std::string id, std::string raw) {
  Metadata from;
  from.id = std::move(id);
  return Document(std::move(from), std::move(raw));
}

TEST(Documents, AreTheSameByMetadataAndRawBytesAlone) {
  Document a = document("a", "Words.");
  const Key before = a.key();
  Alignment alignment;
  alignment.copied(6);
  a.set_text("Words.", alignment);
  a.sentences = {{{0, 6}, Role::kBody, 0}};
  EXPECT_EQ(a.key(), before);
  EXPECT_EQ(document("a", "Words.").key(), before);
  EXPECT_NE(document("b", "Words.").key(), before);
  EXPECT_NE(document("a", "Words!").key(), before);
  for (std::string Metadata::*field : {&Metadata::section, &Metadata::agency, &Metadata::modified}) {
    Document other = document("a", "Words.");
    other.metadata.*field = "Sport";
    EXPECT_NE(other.key(), before);
  }
  Document tagged = document("a", "Words.");
  tagged.metadata.tags = {"Sport"};
  EXPECT_NE(tagged.key(), before);
  a.metadata.published = "2026-03-14";
  EXPECT_NE(a.key(), before);
  EXPECT_EQ(a.metadata.published_day(), day_of(2026, 3, 14));
}

TEST(Documents, ScanTheirTokensOnce) {
  Document a = document("a", "Two words");
  EXPECT_TRUE(a.tokens().empty());  // there is no text yet
  Alignment alignment;
  alignment.copied(9);
  a.set_text("Two words", alignment);
  EXPECT_EQ(a.tokens().size(), 2u);
  EXPECT_EQ(&a.tokens(), &a.tokens());
  EXPECT_EQ(a.at(a.tokens()[1].span), "words");
  EXPECT_EQ(a.printed(a.tokens()[1].span), "words");
}

}  // namespace
}  // namespace newsfacts
