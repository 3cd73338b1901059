#include "corpus/segment.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <ctime>
#include <random>

#include "corpus/abbreviations.h"
#include "corpus/blocks.h"
#include "corpus/normalize.h"
#include "corpus/utf8.h"
#include "tests/corpus/exact_copy.h"
#include "tests/corpus/random_text.h"

namespace newsfacts {
namespace {

Document segmented(std::string_view raw, std::string_view title = "") {
  Metadata from;
  from.title = title;
  Document document(from, std::string(raw));
  normalize(document);
  Segmenter().segment(document);
  return document;
}

// --- sentences of a paragraph ----------------------------------------------------------------

// A paragraph with a bar where each sentence but the first begins.
struct Paragraph {
  const char* name;
  std::string_view marked;
};
void PrintTo(const Paragraph& c, std::ostream* out) {
  *out << c.name << ": " << c.marked;
}

class Sentences : public testing::TestWithParam<Paragraph> {};

TEST_P(Sentences, EndWhereAReaderWouldEndThem) {
  std::string raw(GetParam().marked);
  for (std::size_t bar; (bar = raw.find("| ")) != raw.npos;) raw.erase(bar, 2);
  const Document document = segmented(raw);
  std::string marked;
  for (const Sentence& sentence : document.sentences)
    marked.append(marked.empty() ? "" : " | ").append(document.at(sentence.span));
  EXPECT_EQ(marked, GetParam().marked);
}

INSTANTIATE_TEST_SUITE_P(
    Titles, Sentences,
    testing::Values(
        Paragraph{"mister", "Mr. Roe and Mrs. Poe met Dr. Low. | They left."},
        Paragraph{"ranks", "Capt. Ruben Stark told Lt. Gen. Ada Moss. | Gov. Hale agreed."},
        Paragraph{"lawmakers", "Sen. Ada Moss (D-Vt.) and Rep. Hale voted. | The bill fell."},
        Paragraph{"initials", "J. K. Penrose wrote to George W. Hale. | He answered."},
        Paragraph{"initials_together", "J.K. Penrose wrote to H.G. Moss. | He answered."},
        Paragraph{"junior", "Hale Jr. lost. | Moss Sr. won, and so did Low Jr. | He said so."}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, Sentences,
    testing::Values(
        Paragraph{"country",
                  "The U.S. Senate met the U.N. Secretary. | It left the U.S. | The talks failed."},
        Paragraph{"country_before_a_quotation",
                  "They live in the U.S. | \u201CWe stay,\u201D he said."},
        Paragraph{"country_before_a_bracket", "It is sold in the U.S. (CFIUS) and abroad."},
        Paragraph{
            "company",
            "Dole Inc. Chief Ada Moss quit Low Corp. | She joined Hale Co. Ltd. | Both fell."},
        Paragraph{"company_with_a_shout", "Hello! Inc. Chief Ada Moss quit. | Hello! | Anyone?"},
        Paragraph{"number", "He wore No. 7 on page pp. 5 of Vol. 2. | She said no. | They left."},
        Paragraph{"month",
                  "It began on Sept. 14 and ended on Dec. 2. | Nobody left in Dec. | They stayed."},
        Paragraph{
            "time_of_day",
            "It left at 6:40 a.m. on Friday, at 5 p.m. Tuesday and at 9 p.m. | The crew slept."},
        Paragraph{"latin", "Metals, e.g. Copper and Zinc, i.e. Ores, vs. Oils. | All rose."},
        Paragraph{"degree", "Ada Moss, Ph.D. of Delmouth, spoke. | Her Ph.D. | It was long."},
        Paragraph{"saint", "St. Brannoc Hospital took them in. | Mt. Gilead did not."},
        Paragraph{"state",
                  "They moved to Leander, Tex. | The rest stayed in Wheeling, Ill. until May."}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Signs, Sentences,
    testing::Values(
        Paragraph{"closing_quotes", "\"It burned.\" | He left. | \u201CStop!\u201D | She stayed."},
        Paragraph{"figures", "It rose 4.2 percent to $38.50. | It fell."},
        Paragraph{"address", "See www.harbour.example/a.b?c=d. | It is long."},
        Paragraph{"question_in_a_sentence",
                  "\"Really?\" he asked. | \u201CYes!\u201D she said. | Nobody moved."},
        Paragraph{"figure_first",
                  "It shut in 2019. | 14 people left. | $5 billion was lost. | \u00A33 came back."},
        Paragraph{"figure_behind_an_unlisted_abbreviation", "It is in Bldg. 5 of the yard."},
        Paragraph{"ellipsis", "He waited... and waited. | Then ... nothing."},
        Paragraph{"brackets",
                  "It sank (nobody knows why). | It was old. | (It was not insured.) | They wept."},
        Paragraph{"lower_case_goes_on",
                  "The firm (approx. 500 people) and No. 10 agreed, cf. the annex."},
        Paragraph{"other_scripts",
                  "\u0424\u0438\u0440\u043C\u0430 \u043F\u0430\u043B\u0430. | \u041E\u043D\u0430 "
                  "\u0432\u0441\u0442\u0430\u043B\u0430."},
        Paragraph{"no_sign_at_the_end", "It burned. | It sank"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Ellipses, Sentences,
    testing::Values(Paragraph{"spaced_within",
                              "He saw . . . a ship, and . . . I saw none. | It sank."},
                    Paragraph{"spaced_before_a_capital", "HALLAM . . . | The ship sank."},
                    Paragraph{"spaced_with_a_full_stop", "He saw a ship . . . . | It sank."},
                    Paragraph{"behind_a_full_stop", "It was a ship. | . . . It sank. . . ."},
                    Paragraph{"opens_a_sentence", "It was a ship. | ...and it sank."},
                    Paragraph{"in_brackets_before_a_reference",
                              "\"The ship sank [...]\" (Roe 12). | Nobody left."},
                    Paragraph{"in_brackets", "The ship [...] sank. | Nobody left."}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    MissingSpaces, Sentences,
    testing::Values(Paragraph{"before_a_starter", "The ship sank. | They left."},
                    Paragraph{
                        "file_names_and_addresses",
                        "Node.Js and www.Hallam.Com, or roe@port.Hallam and a.B stand. | So does "
                        "U.S.Navy."},
                    Paragraph{"domain_in_capitals", "See Hallam.Gov. | A map is there."}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    ListsInALine, Sentences,
    testing::Values(Paragraph{"numbers", "1. A ship sank | 2. A crane fell | 3. A bell rang"},
                    Paragraph{"numbers_with_periods",
                              "1. A ship sank. | 2. A crane fell. | It hurt nobody."},
                    Paragraph{"brackets", "1) a ship sank | 2) a crane fell"},
                    Paragraph{"periods_and_brackets", "1.) A ship sank. | 2.) A crane fell."},
                    Paragraph{"letters", "a. A ship sank | b. A crane fell | c. A bell rang"},
                    Paragraph{"bullets", "\u2022 1. A ship sank | \u2022 2. A crane fell"},
                    Paragraph{"not_the_next", "1. A ship sank. | In 3. | The crane fell."}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Languages, Sentences,
    testing::Values(
        Paragraph{"time_before_a_title",
                  "At 5 a.m. Mr. Roe left. | The ship left the port at 6 p.m. | Mr. Poe stayed."},
        Paragraph{"initial_i", "It was you and I. | Did Ada I. Low know?"},
        Paragraph{"number_sign", "It lies at N\u00B0. 12 of the port. | It is red."},
        Paragraph{
            "German",
            "Das Schiff lief am 12. Juni aus, z. B. nach Hallam. | Am 3. April sank es. | Hr. "
            "Roe blieb."},
        Paragraph{"German_page", "Es steht auf Seite 12. | Dort stand es."},
        Paragraph{"Spanish", "La Srta. Roe y el Lic. Poe salieron. | El Sr. Low no."},
        Paragraph{"Cyrillic_initials",
                  "\u0410. \u041F. \u0420\u043E \u0443\u0448\u0451\u043B. | "
                  "\u041E\u043D\u0430 \u2116 7."},
        Paragraph{"Greek_question",
                  "\u03A0\u03BF\u03CD; | \u0395\u03B4\u03CE. | \u039D\u03B1\u03B9."},
        Paragraph{"Armenian", "\u0531\u0575\u0578: | \u0548\u0579. \u0561\u0575\u057D:"},
        Paragraph{"Arabic_colon", "\u0642\u0627\u0644: | \u0646\u0639\u0645."}),
    [](const auto& test) { return test.param.name; });

// The same without the spaces that were left out.
TEST(Segmenter, SeesTheEndOfASentenceBehindWhichTheSpaceIsMissing) {
  const Document document =
      segmented("The ship left port.Mr. Roe stayed home.They waved,said Poe.");
  ASSERT_EQ(document.sentences.size(), 3u);
  EXPECT_EQ(document.at(document.sentences[1].span), "Mr. Roe stayed home.");
  EXPECT_EQ(document.at(document.sentences[2].span), "They waved,said Poe.");
}

// --- roles -----------------------------------------------------------------------------------

// "title: Words" a line; sentences of one block stand together behind "+".
std::string shown(const Document& document) {
  std::string lines;
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : document.sentences) {
    if (!lines.empty()) lines += sentence.paragraph == paragraph ? " + " : "\n";
    if (lines.empty() || lines.back() == '\n')
      lines.append(word_in(kRoleWords, sentence.role)).append(": ");
    lines.append(document.at(sentence.span));
    paragraph = sentence.paragraph;
  }
  return lines;
}

struct Shape {
  const char* name;
  std::string_view raw, shown;
  std::string_view title = "";
};
void PrintTo(const Shape& c, std::ostream* out) {
  *out << c.name;
}

class Roles : public testing::TestWithParam<Shape> {};

TEST_P(Roles, AreToldByTheShapeOfThePage) {
  EXPECT_EQ(shown(segmented(GetParam().raw, GetParam().title)), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, Roles,
    testing::Values(
        Shape{"digest",
              "Rail Link Opens Early as Costs Fall\n"
              "The line to Delmouth opened. It cost less.\n"
              "Key Takeaways\n"
              "- The line opened in May.\n"
              "- Fares: two crowns. Children ride free.\n"
              "In-Depth Analysis\n"
              "A Tunnel Ahead of Time\n"
              "The tunnel was bored by two machines, one from each end.\n"
              "Frequently Asked Questions\n"
              "Question: Who pays?\n"
              "The towns do. So does the state.\n"
              "Question: How long is it?\n"
              "Nine miles.\n",
              "title: Rail Link Opens Early as Costs Fall\n"
              "body: The line to Delmouth opened. + It cost less.\n"
              "heading: Key Takeaways\n"
              "list: - The line opened in May.\n"
              "list: - Fares: two crowns. + Children ride free.\n"
              "heading: In-Depth Analysis\n"
              "heading: A Tunnel Ahead of Time\n"
              "body: The tunnel was bored by two machines, one from each end.\n"
              "heading: Frequently Asked Questions\n"
              "question: Question: Who pays?\n"
              "answer: The towns do. + So does the state.\n"
              "question: Question: How long is it?\n"
              "answer: Nine miles."},
        Shape{"magazine",
              "The rail link has opened.\n\n\n\n"
              "It runs to Delmouth. Nobody is late.\n\n"
              "Rail link opens - Delmouth Echo\nhttps://echo.example/rail\n\n"
              "Towns share a bill | The Towns\nhttps://towns.example/bill\n\n"
              "A train at Delmouth. Photo: Jane Roe\n\n"
              "The new line could end the old bus route - ECHO\n\n"
              "The bus will go on.\n\n"
              "in Rail,   Travel, Posted by line_walker",
              "body: The rail link has opened.\n"
              "body: It runs to Delmouth. + Nobody is late.\n"
              "link: Rail link opens - Delmouth Echo\n"
              "link: https://echo.example/rail\n"
              "link: Towns share a bill | The Towns\n"
              "link: https://towns.example/bill\n"
              "caption: A train at Delmouth. + Photo: Jane Roe\n"
              "link: The new line could end the old bus route - ECHO\n"
              "body: The bus will go on.\n"
              "boilerplate: in Rail, Travel, Posted by line_walker"},
        Shape{
            "agency",
            "Rail link opens early\n\nBy Jane Roe\n\n"
            "PORT HALLAM, March 14 (Meridian Wire) - The link opened on Saturday. It was early.\n\n"
            "The towns paid - and gladly.\n\n"
            "(Reporting by Jane Roe; editing by John Poe)\n\n"
            "\u00A9 2026 Meridian Wire. All rights reserved.",
            "title: Rail link opens early\n"
            "byline: By Jane Roe\n"
            "dateline: PORT HALLAM, March 14 (Meridian Wire) - + The link opened on Saturday. + "
            "It was early.\n"
            "body: The towns paid - and gladly.\n"
            "byline: (Reporting by Jane Roe; editing by John Poe)\n"
            "boilerplate: \u00A9 2026 Meridian Wire. All rights reserved."},
        Shape{"press_release",
              "FOR IMMEDIATE RELEASE\n\nTown Opens Line\n\nLeander, TX \u2014 The line "
              "opened.\n\n###",
              "boilerplate: FOR IMMEDIATE RELEASE\n"
              "title: Town Opens Line\n"
              "dateline: Leander, TX \u2014 + The line opened.\n"
              "boilerplate: ###"}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Lines, Roles,
    testing::Values(
        Shape{"one_sentence_is_no_title", "Two men died", "body: Two men died"},
        Shape{"title_of_the_metadata", "Is it late?\n\nIt is.", "title: Is it late?\nbody: It is.",
              "Is it late?"},
        Shape{"title_like_a_link", "Rail link opens - Delmouth Echo\n\nIt did.",
              "title: Rail link opens - Delmouth Echo\nbody: It did."},
        Shape{"bullets", "A list\n\n* One fell.\n\u2022 Two rose.\n1. Three stayed.\n2) Four left.",
              "title: A list\nlist: * One fell.\nlist: \u2022 Two rose.\nlist: 1. Three stayed.\n"
              "list: 2) Four left."},
        Shape{"no_bullets", "(202) 555 calls came.\n\n-5 degrees were measured.",
              "body: (202) 555 calls came.\nbody: -5 degrees were measured."},
        Shape{"question_and_answer_by_letter",
              "Q: Who pays?\nA: The towns. All of them.\n\nThe end.",
              "question: Q: Who pays?\nanswer: A: The towns. + All of them.\nbody: The end."},
        Shape{"heading_as_a_question",
              "It opened.\n\nWho pays?\n\nThe towns pay for it, and so does the state.",
              "body: It opened.\nheading: Who pays?\n"
              "body: The towns pay for it, and so does the state."},
        Shape{"label_and_byline_of_two", "It opened.\n\nBy Jane Roe and John Poe, staff writers",
              "body: It opened.\nbyline: By Jane Roe and John Poe, staff writers"},
        Shape{"no_byline", "By Monday the storm had passed over the town",
              "body: By Monday the storm had passed over the town"},
        Shape{"dateline_alone", "NAIROBI, Kenya (AP) _\n\nThe line opened.",
              "dateline: NAIROBI, Kenya (AP) _\nbody: The line opened."},
        Shape{"dateline_without_a_space", "KESTLE\u2014The line opened.",
              "dateline: KESTLE\u2014 + The line opened."},
        Shape{"no_dateline", "The towns - all of them - paid. NATO - the alliance - did not.",
              "body: The towns - all of them - paid. + NATO - the alliance - did not."},
        Shape{"wrapped_to_a_width",
              "The line to Delmouth opened on Saturday, two\nmonths before its time, and Mr. Hale, "
              "who had\nsaid it would never do so, was the first to\nboard. Nobody else did.",
              "body: The line to Delmouth opened on Saturday, two\nmonths before its time, and Mr. "
              "Hale, who had\nsaid it would never do so, was the first to\nboard. + Nobody else "
              "did."},
        Shape{"short_broken_off_line", "It was a cold\nnight at sea.",
              "body: It was a cold\nnight at sea."},
        Shape{"short_lines_of_a_list", "Ships at sea\ncranes\nbells",
              "title: Ships at sea\nbody: cranes\nbody: bells"},
        Shape{"broken_off_line", "The line to Delmouth opened on Saturday\nand closed on Sunday.",
              "body: The line to Delmouth opened on Saturday\nand closed on Sunday."}),
    [](const auto& test) { return test.param.name; });

// --- what holds of any text ------------------------------------------------------------------

std::string fault_in(const Document& document) {
  const std::string& text = document.text();
  std::uint32_t at = 0, paragraph = 0;
  const auto only_space = [&](std::uint32_t begin, std::uint32_t end) {
    return text.find_first_not_of(" \n", begin) >= end;
  };
  for (const Sentence& sentence : document.sentences) {
    const std::string_view words = document.at(sentence.span);
    if (sentence.span.begin < at || !only_space(at, sentence.span.begin)) return "leaves ink out";
    if (words.empty() || std::string_view(" \n").find(words.front()) != words.npos ||
        std::string_view(" \n").find(words.back()) != words.npos)
      return "has white space at its ends";
    if (invalid_utf8_at(words)) return "cuts a code point";
    if (sentence.paragraph < paragraph) return "counts paragraphs backwards";
    if (words.find("\n\n") != words.npos) return "runs over a blank line";
    at = sentence.span.end;
    paragraph = sentence.paragraph;
  }
  return only_space(at, static_cast<std::uint32_t>(text.size())) ? "" : "leaves the end out";
}

TEST(Segmenter, LeavesNothingOutOfAnyText) {
  std::mt19937 random(8);
  for (int round = 0; round < 3000; ++round) {
    constexpr std::array<std::string_view, 14> kPhrases = {
        "By ",         "(Photo", "Photo: ",    "\n- ",
        "\n1. ",       "\nQ: ",  "\nhttp://a", "in X, Posted by ",
        "CITY (AP) -", "\n(",    " | B",       "Mr. ",
        "U.S. ",       "\n\n"};
    std::string raw = random_text(random, 1 + static_cast<std::size_t>(round) % 80);
    for (int i = 0; i < round % 5; ++i) raw += kPhrases[random() % kPhrases.size()];
    const Document document = segmented(raw);
    if (document.rejected) continue;
    const ExactCopy text(document.text());
    EXPECT_FALSE(blocks_of(text.view(), "").empty());
    ASSERT_EQ(fault_in(document), "") << testing::PrintToString(document.text());
  }
}

// Our breaks are ICU's, but for those the house has its own reasons for.
TEST(Segmenter, BreaksWhereUnicodeDoesInProseWithoutAbbreviations) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
  ASSERT_TRUE(U_SUCCESS(error));
  std::mt19937 random(9);
  constexpr std::array<std::string_view, 12> kWords = {"Ships",   "sailed",  "north",  "Nobody",
                                                       "spoke",   "Harbour", "lights", "fell",
                                                       "Captain", "slept",   "Winds",  "rose"};
  constexpr std::array<std::string_view, 6> kEnds = {" ", " ", ". ", "? ", "! ", ", "};
  for (int round = 0; round < 200; ++round) {
    std::string text = "It";
    for (int i = 0; i < 40; ++i)
      text.append(i ? kEnds[random() % kEnds.size()] : " ")
          .append(kWords[random() % kWords.size()]);
    text += " ended.";
    const Document document = segmented(text);
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    breaks->setText(wide);
    std::vector<std::uint32_t> expected, found;
    for (std::int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next())
      // ICU also breaks before small letters behind ? and !, where we go on.
      if (at < wide.length() && (wide[at] < 'a' || wide[at] > 'z'))
        expected.push_back(static_cast<std::uint32_t>(at));
    for (const Sentence& sentence : document.sentences) found.push_back(sentence.span.begin);
    ASSERT_EQ(found, expected) << text;
  }
}

TEST(Segmenter, TakesTimeInProportionToTheText) {
  const auto seconds = [](std::string_view piece, std::size_t bytes) {
    std::string raw = "Words. ";
    while (raw.size() < bytes) raw += piece;
    const std::clock_t begin = std::clock();  // of this process: the machine may be busy
    segmented(raw);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  for (const std::string_view piece :
       {"x", "(", "\"", ". ", "a. ", "A.", "- ", "\n- x", "Q: x\n", "1. ", "? \u201D",
        "photo: ", "x\ny. ", "in posted ", "http://x\n", ".\u2019", "Mr. ", "5. 5 "}) {
    const double small = seconds(piece, 1 << 15), large = seconds(piece, 1 << 18);
    EXPECT_LT(large, 0.2 + 40 * small) << piece;  // 8 times the text; quadratic would be 64
  }
}

TEST(Segmenter, LetsARejectedDocumentPass) {
  Document document;
  document.rejected = Rejection{"normalize", "no text", ""};
  Segmenter().segment(document);
  EXPECT_TRUE(document.sentences.empty());
}

TEST(Abbreviations, StandInOrderSoThatTheyCanBeSearchedByHalves) {
  EXPECT_TRUE(
      std::is_sorted(kAbbreviations.begin(), kAbbreviations.end(),
                     [](const Abbreviation& a, const Abbreviation& b) { return a.word < b.word; }));
  EXPECT_TRUE(std::is_sorted(kSentenceStarters.begin(), kSentenceStarters.end()));
}

}  // namespace
}  // namespace newsfacts
