#include "db/link/duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "corpus/fingerprint.h"
#include "corpus/token.h"

namespace newsfacts {
namespace {

// Every number counts as a figure and every capitalized word as a name: cruder than the
// extractors, and enough here.
Print print_of(const std::string& text, std::string_view published = "") {
  Document document({}, text);
  Alignment alignment;
  alignment.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, alignment);
  fingerprint(document);
  Print print;
  print.key = Key::of({text, published});
  print.published = parse_day(published);
  print.raw = document.fingerprint->raw;
  print.exact = document.fingerprint->exact;
  print.measure(document.tokens());
  for (const Token& token : document.tokens()) {
    if (token.shape == Token::Shape::kNumber) print.figures.push_back(token.hash);
    if (token.shape == Token::Shape::kCapital) print.names.push_back(token.hash);
  }
  for (auto* all : {&print.figures, &print.names}) {
    std::sort(all->begin(), all->end());
    all->erase(std::unique(all->begin(), all->end()), all->end());
  }
  return print;
}

const std::string kHeadline = "Harbor bridge of Osvik shut after crack is found\n\n";
const std::string kFirstHalf =
    "The bridge over the harbor of Osvik was closed to all traffic on 4 May, after a diver saw a "
    "crack in one of its 12 pillars. Engineer Marta Lind of the road office said that lorries had "
    "been 9 tonnes heavier than allowed for years. Around 23000 people cross the bridge on a "
    "working day, and the ferry that ran before 1987 was sold to Tarnes long ago. Drivers must now "
    "go round the fjord by way of Heim, which is 41 kilometres longer.\n\n";
const std::string kSecondHalf =
    "Mayor Jonas Vik asked the government in Halden for 65 million to mend the pillar at once. "
    "The sum is more than his town takes in taxes in a year. A spokeswoman for the ministry, Eva "
    "Strand, answered that the road office had known of the damage since a survey in 2019 and had "
    "put off the repair twice. The fishing fleet is not touched by the closure, but the fish "
    "factory sent 140 workers home on Friday because their bus no longer comes.\n";
const std::string kArticle = kHeadline + kFirstHalf + kSecondHalf;

std::string with(std::string text, std::string_view old, std::string_view fresh) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), fresh);
}

// As a bad scan reads it: a letter too many in one word of so many.
std::string scanned(const std::string& text, std::size_t one_of) {
  std::string out;
  std::size_t word = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    const bool begins = text[at] > ' ' && (at == 0 || text[at - 1] <= ' ');
    if (begins && ++word % one_of == 0) out += 'q';
  }
  return out;
}

std::string market_report(std::string_view day, std::string_view index, std::string_view change,
                          std::string_view volume, std::string_view analyst) {
  const auto part = [](std::string_view text) { return std::string(text); };
  return part(index) + " shares moved in early trade on " + part(day) +
         " as investors weighed the prospect of higher interest rates against solid earnings. The "
         "benchmark was last quoted at " +
         part(change) +
         " points after touching a session high earlier in the day. Market breadth was mixed and "
         "traders pointed to thin liquidity ahead of the holiday. Turnover reached " +
         part(volume) + " lots, said " + part(analyst) +
         ", who follows the market for a local brokerage.";
}

struct Case {
  std::string what;
  std::string a, b;
  std::optional<CopyKind> kind;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.what;
}

class CopyBetween : public testing::TestWithParam<Case> {};

TEST_P(CopyBetween, TwoPrints) {
  const auto copy = copy_between(print_of(GetParam().a), print_of(GetParam().b));
  ASSERT_EQ(copy.has_value(), GetParam().kind.has_value()) << (copy ? copy->reason : "no copy");
  if (!copy) return;
  EXPECT_EQ(copy->kind, *GetParam().kind) << copy->reason;
  EXPECT_FALSE(copy->reason.empty());
  const auto back = copy_between(print_of(GetParam().b), print_of(GetParam().a));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->kind, copy->kind);
  EXPECT_EQ(back->reason, copy->reason);
}

INSTANTIATE_TEST_SUITE_P(
    , CopyBetween,
    testing::Values(
        Case{"the same words in another layout", kArticle, with(kArticle, "\n\n", "  \n"),
             CopyKind::kExact},
        Case{"another headline, and a footer", kArticle,
             "Cracked pillar closes Osvik bridge\n\n" + kFirstHalf + kSecondHalf +
                 "Subscribe to our newsletter and never miss a story.",
             CopyKind::kReprint},
        Case{"cut after the first half", kArticle, kHeadline + kFirstHalf, CopyKind::kTruncated},
        Case{"a correction from 65 to 81 million", kArticle,
             with(kArticle, "65 million", "81 million"), CopyKind::kUpdated},
        Case{"cut and corrected", kArticle, with(kHeadline + kFirstHalf, "23000", "32000"),
             CopyKind::kUpdated},
        Case{"a scan that garbles one word in five", kArticle, scanned(kArticle, 5),
             CopyKind::kReprint},
        Case{"a scan that garbles one word in two", kArticle, scanned(kArticle, 2), std::nullopt},
        Case{"one template, another day", market_report("Monday", "Nordic", "1204", "5500", "Ida"),
             market_report("Thursday", "Baltic", "988", "7320", "Per"), std::nullopt},
        Case{"a passage quoted in a long article", kArticle,
             kFirstHalf.substr(0, 230) +
                 "Elsewhere in Lovund the school opened its new wing with a song by Else Dahl, and "
                 "the council of Brekke voted 14 to 3 for a swimming pool that will cost 78 crowns "
                 "a visit. Farmers near Moen sold 900 sheep at the autumn market, fewer than in "
                 "any year since 1964, and Nils Aas of the breeders said wool no longer pays. The "
                 "theatre in Rana plays an opera about whales until 30 November.",
             std::nullopt},
        Case{"few words, all but one the same", "Osvik bridge shut after crack, says road office",
             "Osvik bridge shut after crack, says town office", std::nullopt},
        Case{"few words, the same", "Osvik bridge shut: crack", "Osvik bridge shut (crack)",
             CopyKind::kExact},
        Case{"no words", "...", "!", CopyKind::kExact}));

TEST(Duplicates, TwoHalvesOfAnArticleAreAkinAndNoCopies) {
  const Print first = print_of(kFirstHalf + "Jonas Vik and Eva Strand of Halden did not comment.");
  const Print second = print_of(kSecondHalf + "Marta Lind of Osvik declined to comment.");
  EXPECT_FALSE(copy_between(first, second).has_value());
  EXPECT_TRUE(akin(first, second));
  EXPECT_FALSE(akin(first, print_of(market_report("Monday", "Nordic", "1204", "5500", "Ida"))));
}

TEST(Duplicates, TheEarliestPrintSpeaksThenTheSmallestKey) {
  const Print early = print_of(kArticle, "2026-05-04"), late = print_of(kArticle, "2026-05-06");
  const Print undated = print_of(kArticle);
  EXPECT_TRUE(speaks_before(early, late));
  EXPECT_FALSE(speaks_before(late, early));
  EXPECT_TRUE(speaks_before(late, undated));
  const Print other = print_of(kFirstHalf);
  EXPECT_EQ(speaks_before(undated, other), undated.key < other.key);
}

TEST(Duplicates, BoilerplateCountsForNothing) {
  const std::string footer =
      "The Osvik Courier is printed by the Courier Press of Osvik. All rights are with the press, and "
      "nothing of it may be copied, stored, sent or shown without a letter of leave from the editor. "
      "Readers who find a mistake may write to the desk, which answers within a week of the day.";
  const auto with_footer = [&](std::string_view own, bool known) {
    const std::string text = std::string(own) + " " + footer;
    Print print = print_of(text);
    const auto begin = static_cast<std::uint32_t>(own.size() + 1);
    if (known) print.boilerplate = {{begin, static_cast<std::uint32_t>(text.size())}};
    print.measure(tokenize(text));
    return print;
  };
  const std::string school =
      "Rain came through the roof of the school again, and two classes sat in the gym with their "
      "coats on while a man from the town hall counted the buckets and wrote them down in a book.";
  const std::string ferry =
      "No boat left the quay this morning since the engine would not start, so those who work on the "
      "island called in to say they were late, and the baker gave his bread to whoever stood there.";
  EXPECT_TRUE(copy_between(with_footer(school, false), with_footer(ferry, false)).has_value());
  EXPECT_FALSE(copy_between(with_footer(school, true), with_footer(ferry, true)).has_value());
  EXPECT_TRUE(copy_between(with_footer(school, true), print_of(school)).has_value());
}

}  // namespace
}  // namespace newsfacts
