#include "corpus/normalize.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/utf8.h"
#include "tests/corpus/exact_copy.h"
#include "tests/corpus/random_text.h"

namespace newsfacts {
namespace {

// What an Alignment promises of a text and its raw bytes; empty when it is kept.
std::string fault_in(const Alignment& alignment, std::string_view raw, std::string_view text) {
  std::uint32_t raw_at = 0, text_at = 0;
  const auto stands = [&](std::uint32_t raw_end, std::uint32_t text_end) {
    return raw_end >= raw_at && text_end >= text_at && raw_end <= raw.size() &&
           text_end <= text.size() &&
           raw.substr(raw_at, raw_end - raw_at) == text.substr(text_at, text_end - text_at);
  };
  for (const Alignment::Piece& piece : alignment.pieces()) {
    if (!stands(piece.raw.begin, piece.text.begin))
      return "differs before the piece at raw byte " + std::to_string(piece.raw.begin);
    if (piece.raw.empty() && piece.text.empty()) return "holds a piece of nothing";
    raw_at = piece.raw.end;
    text_at = piece.text.end;
  }
  if (!stands(static_cast<std::uint32_t>(raw.size()), static_cast<std::uint32_t>(text.size())))
    return "differs behind the last piece";
  if (alignment.raw_size() != raw.size() || alignment.text_size() != text.size())
    return "is of another size";
  return "";
}

struct Case {
  const char* name;
  std::string_view raw, text;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

class Normalizing : public testing::TestWithParam<Case> {};

TEST_P(Normalizing, WritesTheTextAndTheWayBack) {
  const ExactCopy raw(GetParam().raw);
  const Normalized out = normalized(raw.view());
  EXPECT_EQ(out.text, GetParam().text);
  EXPECT_EQ(fault_in(out.to_raw, raw.view(), out.text), "");
  EXPECT_EQ(normalized(out.text).text, out.text);
}

using namespace std::string_view_literals;

INSTANTIATE_TEST_SUITE_P(
    Raw, Normalizing,
    testing::Values(Case{"nothing", "", ""}, Case{"plain", "Two words.", "Two words."},
                    Case{"windows_line_ends", "one\r\ntwo\r\n", "one\ntwo"},
                    Case{"old_mac_line_ends", "one\rtwo", "one\ntwo"},
                    Case{"unicode_line_ends", "a\u0085b\u2028c\u2029d", "a\nb\nc\nd"},
                    Case{"page_breaks", "a\fb\vc", "a\nb\nc"},
                    Case{"blank_lines", "a\n\n\n \t\nb", "a\n\nb"},
                    Case{"spaces_at_line_ends", "a  \n  b", "a\nb"},
                    Case{"spaces_around_the_text", "\n\n  a b \n", "a b"},
                    Case{"tabs_and_wide_spaces", "a\tb\u00A0c\u2003\u2003d\u3000e", "a b c d e"},
                    Case{"soft_hyphen", "co\u00ADoperate", "cooperate"},
                    Case{"byte_order_mark", "\uFEFFTitle", "Title"},
                    Case{"zero_width", "a\u200Bb\u2060c", "abc"},
                    Case{"invisible_between_spaces", "a \u200B b", "a b"},
                    Case{"marks_of_direction", "\u202Aa\u202C\u200F b", "a b"},
                    Case{"control_characters", "a\x01\0b\x7F"sv, "ab"},
                    Case{"composed", "Cafe\u0301", "Caf\u00E9"},
                    Case{"composed_over_what_was_dropped", "e\u00AD\u0301", "\u00E9"},
                    Case{"reordered_marks", "a\u0301\u0323", "\u1EA1\u0301"},
                    Case{"singletons", "\u2126\u212B", "\u03A9\u00C5"},
                    Case{"hangul", "\u1100\u1161\u11A8", "\uAC01"},
                    Case{"quotes_and_dashes_stay",
                         "\u2018a\u2019 \u2014 \u201Cb\u201D \u00ABc\u00BB \u2026",
                         "\u2018a\u2019 \u2014 \u201Cb\u201D \u00ABc\u00BB \u2026"},
                    Case{"ligatures_stay", "\uFB01sh", "\uFB01sh"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Lines, Normalizing,
    testing::Values(
        Case{"hyphen_of_a_word_that_stands_elsewhere",
             "The harbour closed. The har-\nbour, he said, is old.",
             "The harbour closed. The harbour,\nhe said, is old."},
        Case{"hyphen_that_belongs_to_the_word", "A well-known ship. It is well-\nknown to all.",
             "A well-known ship. It is well-known\nto all."},
        Case{"hyphen_nobody_can_judge", "A so-\ncalled ship.", "A so-\ncalled ship."},
        Case{"hyphen_of_both_kinds", "A re-form, a reform, a re-\nform.",
             "A re-form, a reform, a re-\nform."},
        Case{"hyphen_before_a_capital", "Harbour. Har-\nBour.", "Harbour. Har-\nBour."},
        Case{"hyphen_at_the_end", "harbour har-\nbour", "harbour harbour"},
        Case{"broken_by_a_particle", "\u7236\u306E\n\u5BB6", "\u7236\u306E\u5BB6"},
        Case{
            "lines_of_one_width",
            "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\n"
            "\u5343\u767E\u5341\u4E5D\u516B\u4E03\u516D\u4E94\u56DB\u4E09\u4E8C\u4E00\n\u4E8C"
            "\u3002",
            "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343"
            "\u5343\u767E\u5341\u4E5D\u516B\u4E03\u516D\u4E94\u56DB\u4E09\u4E8C\u4E00\u4E8C\u3002"},
        Case{"title_above_a_text", "\u4E2D\u6587\n\u4E00\u4E8C\u4E09\u56DB\u4E94\u3002",
             "\u4E2D\u6587\n\u4E00\u4E8C\u4E09\u56DB\u4E94\u3002"}),
    [](const auto& test) { return test.param.name; });

TEST(Normalizing, ShowsEachWordAsItWasPrinted) {
  Document document({}, "\uFEFFThe  cafe\u0301\u00A0paid\r\n$\u200B4\u00ADm .");
  normalize(document);
  ASSERT_EQ(document.text(), "The caf\u00E9 paid\n$4m .");
  const auto printed = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(document.text().find(words));
    return document.printed({at, at + static_cast<std::uint32_t>(words.size())});
  };
  EXPECT_EQ(printed("The"), "The");
  EXPECT_EQ(printed("The caf\u00E9"), "The  cafe\u0301");
  EXPECT_EQ(printed("caf\u00E9"), "cafe\u0301");
  EXPECT_EQ(printed("paid"), "paid");
  EXPECT_EQ(printed("$4m"), "$\u200B4\u00ADm");
  EXPECT_EQ(printed("4"), "4");
}

TEST(Normalizing, HoldsItsPromisesOfAnyText) {
  std::mt19937 random(4);
  for (int round = 0; round < 4000; ++round) {
    const std::string raw = random_text(random, 1 + round % 50);
    const ExactCopy copy(raw);
    const Normalized out = normalized(copy.view());
    ASSERT_EQ(fault_in(out.to_raw, raw, out.text), "") << testing::PrintToString(raw);
    ASSERT_EQ(invalid_utf8_at(out.text), std::nullopt);
    const Normalized again = normalized(out.text);
    ASSERT_EQ(again.text, out.text) << testing::PrintToString(raw);
    ASSERT_TRUE(again.to_raw.pieces().empty()) << testing::PrintToString(raw);
    for (const std::string_view never :
         {"\r", "\t", "  ", " \n", "\n ", "\n\n\n", "\u00AD", "\u200B"})
      ASSERT_EQ(out.text.find(never), std::string::npos) << testing::PrintToString(raw);
  }
}

struct Refused {
  const char* name;
  std::string_view raw, reason;
};
void PrintTo(const Refused& c, std::ostream* out) {
  *out << c.name;
}

class Refusing : public testing::TestWithParam<Refused> {};

TEST_P(Refusing, SaysWhy) {
  Document document({}, std::string(GetParam().raw));
  normalize(document);
  ASSERT_TRUE(document.rejected);
  EXPECT_EQ(document.rejected->stage, "normalize");
  EXPECT_EQ(document.rejected->reason, GetParam().reason);
  EXPECT_EQ(document.text(), "");
  EXPECT_EQ(document.raw(), GetParam().raw);
}

INSTANTIATE_TEST_SUITE_P(Raw, Refusing,
                         testing::Values(Refused{"empty", "", "no text"},
                                         Refused{"only_space", " \n\t\u200B", "no text"},
                                         Refused{"only_signs", "*** --- \u2026", "no text"},
                                         Refused{"only_rules", "\u2550\u2550 \u2502", "no text"},
                                         Refused{"latin_1", "a caf\xE9",
                                                 "invalid UTF-8 at byte 5"}),
                         [](const auto& test) { return test.param.name; });

TEST(Normalizing, KeepsATextOfSymbols) {
  Document document({}, "\u2206\u00B0 \U0001F600");
  normalize(document);
  EXPECT_FALSE(document.rejected);
}

TEST(Normalizing, LetsARejectedDocumentPass) {
  Document document({}, "words");
  document.rejected = Rejection{"read", "broken", "a.jsonl:3"};
  normalize(document);
  EXPECT_EQ(document.text(), "");
  EXPECT_EQ(document.rejected->stage, "read");
}

}  // namespace
}  // namespace newsfacts
