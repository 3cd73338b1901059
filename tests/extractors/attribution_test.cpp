#include "extractors/attribution.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/attribution/quotes.h"
#include "extractors/lexed.h"
#include "extractors/lexicon.h"

namespace newsfacts {
namespace {

// A document of paragraphs (lines), one sentence each unless cut by " | ", whose names are
// written out: "[Sam Altman=person]" or, with another canonical name, "[Altman=person:Sam Altman]".
Document article(std::string_view marked) {
  std::string text;
  std::vector<Mention> mentions;
  std::vector<Sentence> sentences;
  std::uint32_t paragraph = 0, begin = 0;
  const auto close = [&] {
    if (text.size() > begin)
      sentences.push_back(
          {{begin, static_cast<std::uint32_t>(text.size())}, Role::kBody, paragraph});
  };
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '\n') {
      close();
      text += '\n';
      ++paragraph;
      begin = static_cast<std::uint32_t>(text.size());
    } else if (marked.substr(i, 3) == " | ") {
      close();
      text += ' ';
      i += 2;
      begin = static_cast<std::uint32_t>(text.size());
    } else if (marked[i] == '[') {
      const std::size_t equals = marked.find('=', i), end = marked.find(']', i);
      const std::string_view words = marked.substr(i + 1, equals - i - 1);
      const std::string_view what = marked.substr(equals + 1, end - equals - 1);
      const std::size_t colon = what.find(':');
      Mention mention;
      mention.span.begin = static_cast<std::uint32_t>(text.size());
      text += words;
      mention.span.end = static_cast<std::uint32_t>(text.size());
      mention.kind = found_in<Kind>(kKindWords, what.substr(0, colon)).value();
      mention.value = Name{std::string(colon == what.npos ? words : what.substr(colon + 1))};
      mentions.push_back(mention);
      i = end;
    } else {
      text += marked[i];
    }
  }
  close();
  Document document({}, text);
  Alignment same;
  same.copied(static_cast<std::uint32_t>(text.size()));
  document.set_text(text, same);
  document.sentences = sentences;
  document.mentions = mentions;
  find_attributions(document);
  return document;
}

std::string words_of(const Document& document, const std::vector<Span>& spans) {
  std::string text;
  for (const Span span : spans)
    text += (text.empty() ? "" : " + ") + std::string(document.at(span));
  return text;
}

// "direct | source (names) | cue | content": one line for each attribution.
std::vector<std::string> lines_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Attribution& found : document.attributions) {
    std::string names;
    for (const std::string& name : found.source_names) names += (names.empty() ? "" : ", ") + name;
    std::string line = std::string(word_in(kQuotationWords, found.kind)) + " | " +
                       words_of(document, found.source);
    if (!names.empty()) line += " (" + names + ")";
    line += " | " + words_of(document, found.cue) + " | " + words_of(document, found.content);
    if (!found.via.empty()) line += " | via " + found.via;
    lines.push_back(line);
  }
  return lines;
}

struct SaidCase {
  std::string_view text;
  std::vector<std::string> expected;
};

void PrintTo(const SaidCase& c, std::ostream* out) {
  *out << c.text;
}

class AttributionTest : public testing::TestWithParam<SaidCase> {};

TEST_P(AttributionTest, TellsWhoSaysWhat) {
  EXPECT_EQ(lines_of(article(GetParam().text)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    DirectQuotes, AttributionTest,
    testing::Values(
        SaidCase{"“The dam will hold,” said [Ida Holm=person].",
                 {"direct | Ida Holm (Ida Holm) | said | The dam will hold,"}},
        SaidCase{"\"The dam will hold,\" [Ida Holm=person], the chief engineer, said.",
                 {"direct | Ida Holm, the chief engineer (Ida Holm) | said | The dam will hold,"}},
        SaidCase{"[Ida Holm=person] told reporters: \"The dam will hold.\"",
                 {"direct | Ida Holm (Ida Holm) | told | The dam will hold."}},
        SaidCase{"The minister stated that 'the dam will hold, come what may.'",
                 {"direct | The minister | stated | the dam will hold, come what may."}},
        // An article is nobody, and what stands behind one is no verb.
        SaidCase{"“The dam will hold,” said the “chief” engineer.",
                 {"direct |  | said | The dam will hold,"}},
        SaidCase{"The town needs money: the promised savings of the mill are late.", {}},
        SaidCase{"Her announced successor, the board hopes, is on the way.",
                 {"indirect | the board | hopes | Her announced successor + is on the way"}},
        // The cue stands between two parts of one quotation, or two sentences of it.
        SaidCase{"“The dam,” said [Ida Holm=person], “will hold.”",
                 {"direct | Ida Holm (Ida Holm) | said | The dam, + will hold."}},
        SaidCase{
            "“The dam will hold,” [Ida Holm=person] said. | “We checked it twice.”",
            {"direct | Ida Holm (Ida Holm) | said | The dam will hold, + We checked it twice."}},
        SaidCase{"“The dam is old,” [Ida Holm=person] said, but “it will hold.”",
                 {"direct | Ida Holm (Ida Holm) | said | The dam is old, + it will hold."}},
        SaidCase{"“The dam is old,” [Ida Holm=person] said, and drank to “the engineers of it.”",
                 {"direct | Ida Holm (Ida Holm) | said | The dam is old,"}},
        SaidCase{"“The dam will hold,” the paper further wrote.",
                 {"direct | the paper | further wrote | The dam will hold,"}},
        SaidCase{"The clerk had typed “no dam holds.”",
                 {"direct | The clerk | had typed | no dam holds."}},
        // The mark ends a sentence, and its cue begins the next.
        SaidCase{"“Will it hold?” | asked [Ida Holm=person].",
                 {"direct | Ida Holm (Ida Holm) | asked | Will it hold?"}},
        // A paragraph left open goes on in the next.
        SaidCase{
            "“The dam will hold,” said [Ida Holm=person]. | “We checked it.\n“And once again.”",
            {"direct | Ida Holm (Ida Holm) | said | The dam will hold, + We checked it. + And "
             "once again."}},
        SaidCase{"[Ida Holm=person] went on:\n“The dam will hold.”",
                 {"direct | Ida Holm (Ida Holm) | went on | The dam will hold."}},
        SaidCase{"“The dam will hold.” — [Ida Holm=person]",
                 {"direct | Ida Holm (Ida Holm) | — | The dam will hold."}},
        SaidCase{"« La digue tiendra », said [Ida Holm=person].",
                 {"direct | Ida Holm (Ida Holm) | said | La digue tiendra"}},
        SaidCase{"''The dam will hold,'' said [Ida Holm=person].",
                 {"direct | Ida Holm (Ida Holm) | said | The dam will hold,"}},
        // The name is signed in a line of its own.
        SaidCase{"“The dam will hold.”\n- [Ida Holm=person], engineer",
                 {"direct | Ida Holm (Ida Holm) | - | The dam will hold."}},
        SaidCase{"Said [Ida Holm=person], “The dam will hold.”",
                 {"direct | Ida Holm (Ida Holm) | Said | The dam will hold."}},
        SaidCase{"“Will it hold?” | [Ida Holm=person], who built it, asked as she left.",
                 {"direct | Ida Holm, who built it (Ida Holm) | asked | Will it hold?"}},
        SaidCase{"“Too late?” | [Ida Holm=person] asked when the storm had passed.",
                 {"direct | Ida Holm (Ida Holm) | asked | Too late?"}},
        SaidCase{"“Will it hold?” | [Ida Holm=person] asked the mayor.",
                 {"direct | Ida Holm (Ida Holm) | asked | Will it hold?"}},
        SaidCase{"“The dam will hold,” [Ida Holm=person] shot back.",
                 {"direct | Ida Holm (Ida Holm) | shot back | The dam will hold,"}},
        SaidCase{"As [Ida Holm=person] put it, “the dam will hold.”",
                 {"direct | Ida Holm (Ida Holm) | put it | the dam will hold."}},
        SaidCase{"“A dam of straw,” in the mayor's words, is all there was.",
                 {"direct | the mayor | in the mayor's words | A dam of straw,"}},
        SaidCase{"[Ida Holm=person] said of the dam, when the storm had passed, “It will hold.”",
                 {"direct | Ida Holm (Ida Holm) | said | It will hold."}},
        SaidCase{"The mayor was late, with [Ida Holm=person] saying, “It will hold.”",
                 {"direct | Ida Holm (Ida Holm) | saying | It will hold."}},
        // A comma or full stop inside the mark: that is all.
        SaidCase{"[Ida Holm=person] shouted “Hold on!” at the men below.",
                 {"direct | Ida Holm (Ida Holm) | shouted | Hold on!"}},
        // The quotation is another verb's, or a title, or part of the subject.
        SaidCase{"[Ida Holm=person] called it “a mess” and said the dam would hold.",
                 {"mixed | Ida Holm (Ida Holm) | called | it “a mess”",
                  "indirect | Ida Holm (Ida Holm) | said | the dam would hold"}},
        SaidCase{"Late on the show “River Watch,” [Ida Holm=person] said the dam would hold.",
                 {"indirect | Ida Holm (Ida Holm) | said | the dam would hold"}},
        SaidCase{"The ''never again'' camp said the dam would hold.",
                 {"indirect | The ''never again'' camp | said | the dam would hold"}},
        SaidCase{"[Ida Holm=person] was asked, “Will it hold?”",
                 {"direct |  | was asked | Will it hold?"}},
        // Two sentences, one of them with the cue; or a cue in the sentence before.
        SaidCase{"“The dam is old.” | “But it will hold,” said [Ida Holm=person].",
                 {"direct | Ida Holm (Ida Holm) | said | The dam is old. + But it will hold,"}},
        SaidCase{"[Ida Holm=person] agreed. | “The dam will hold.”",
                 {"direct | Ida Holm (Ida Holm) | agreed | The dam will hold."}},
        // A paragraph of its own: who spoke before it, or nobody that is told.
        SaidCase{
            "[Ida Holm=person] said the dam was old.\n“It has stood here for eighty years and "
            "more.”",
            {"indirect | Ida Holm (Ida Holm) | said | the dam was old",
             "direct | Ida Holm (Ida Holm) |  | It has stood here for eighty years and more."}},
        SaidCase{"The river rose.\n“It has stood here for eighty years and more.”",
                 {"direct |  |  | It has stood here for eighty years and more."}},
        // The paragraph goes on with the same speaker.
        SaidCase{"“The dam will hold,” said [Ida Holm=person] to much applause.\n“So will we.”",
                 {"direct | Ida Holm (Ida Holm) | said | The dam will hold, + So will we."}}));

INSTANTIATE_TEST_SUITE_P(
    MixedQuotes, AttributionTest,
    testing::Values(
        SaidCase{"[Ida Holm=person] said the dam was “as safe as a house” and new.",
                 {"mixed | Ida Holm (Ida Holm) | said | the dam was “as safe as a house” and new"}},
        SaidCase{"The plan is “a mess,” [Ida Holm=person] said.",
                 {"mixed | Ida Holm (Ida Holm) | said | The plan is “a mess,”"}}));

INSTANTIATE_TEST_SUITE_P(
    IndirectSpeech, AttributionTest,
    testing::Values(
        SaidCase{
            "[Sam Low=person] and [Ann Hall=person] have announced that ships will return.",
            {"indirect | Sam Low and Ann Hall (Sam Low, Ann Hall) | have announced | ships will "
             "return"}},
        SaidCase{"[Gull Lines=organization] said on Monday the ferry would return.",
                 {"indirect | Gull Lines (Gull Lines) | said | the ferry would return"}},
        SaidCase{"The ferry would return in May, the operator said.",
                 {"indirect | the operator | said | The ferry would return in May"}},
        SaidCase{"She asked whether the ferry would return.",
                 {"indirect | She | asked | whether the ferry would return"}},
        SaidCase{"[Gull Lines=organization] vowed to rebuild the ferry.",
                 {"indirect | Gull Lines (Gull Lines) | vowed | to rebuild the ferry"}},
        SaidCase{"[Ann Hall=person] expressed optimism that ships would return.",
                 {"indirect | Ann Hall (Ann Hall) | expressed | ships would return"}},
        // Clauses that open with no noun phrase, or hide their verb.
        SaidCase{"The operator said there was no fire.",
                 {"indirect | The operator | said | there was no fire"}},
        SaidCase{"Officials said more than ten ferries sank.",
                 {"indirect | Officials | said | more than ten ferries sank"}},
        SaidCase{"The operator said it'll rebuild the ferry.",
                 {"indirect | The operator | said | it'll rebuild the ferry"}},
        SaidCase{"[Ann Hall=person] said in a letter she was against the ferry.",
                 {"indirect | Ann Hall (Ann Hall) | said | she was against the ferry"}},
        // The clause on both sides of its cue, behind "as", or in a relative clause.
        SaidCase{"The answer, [Ann Hall=person] said, is no ferry at all.",
                 {"indirect | Ann Hall (Ann Hall) | said | The answer + is no ferry at all"}},
        SaidCase{"As [Ann Hall=person] said, the ferry is old.",
                 {"indirect | Ann Hall (Ann Hall) | said | the ferry is old"}},
        SaidCase{"The ferry, which the crew said was safe, sank.",
                 {"indirect | the crew | said | which + was safe"}},
        // "..., said the operator": what stands behind is who, not what.
        SaidCase{"The ferry will return in May, said the operator of the line.",
                 {"indirect | the operator of the line | said | The ferry will return in May"}},
        // Where the sentence goes on.
        SaidCase{"When the crew said that the ferry was old, the mayor left.",
                 {"indirect | the crew | said | the ferry was old"}},
        SaidCase{"The crew said that the ferry was old, pointing at the rust.",
                 {"indirect | The crew | said | the ferry was old"}},
        SaidCase{"The crew praised [Ann Hall=person] at a dinner.",
                 {"indirect | The crew | praised | Ann Hall"}},
        // Prepositions, adjectives and nouns that lead to what is said.
        SaidCase{"The crew called for a new ferry.",
                 {"indirect | The crew | called for | a new ferry"}},
        SaidCase{"The crew was critical of the old ferry.",
                 {"indirect | The crew | was critical of | the old ferry"}},
        SaidCase{"The operator is confident that the ferry will return.",
                 {"indirect | The operator | is confident | the ferry will return"}},
        SaidCase{"The crew heard of the operator's promise to rebuild the ferry.",
                 {"indirect | The crew | heard of | the operator's promise to rebuild the ferry"}},
        SaidCase{"The critical crew of the ferry left.", {}},
        SaidCase{"The report was sent to his home state.", {}},
        SaidCase{"The court ruled on Monday.", {}},
        // What somebody is told to do.
        SaidCase{"The mayor told the crew to leave the ferry.",
                 {"indirect | The mayor | told | to leave the ferry"}},
        SaidCase{"The release said that the ferry would return.",
                 {"indirect | The release | said | the ferry would return"}},
        // What he says that he thinks is what he says.
        SaidCase{"[Ann Hall=person] said she hoped that the ferry would return.",
                 {"indirect | Ann Hall (Ann Hall) | said | she hoped that the ferry would return"}},
        // Two cues of one subject.
        SaidCase{"[Ann Hall=person] said the ferry was old, adding that it would return.",
                 {"indirect | Ann Hall (Ann Hall) | said | the ferry was old",
                  "indirect | Ann Hall (Ann Hall) | adding | it would return"}}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, AttributionTest,
    testing::Values(
        SaidCase{"According to [Gull Lines=organization], the ferry was old.",
                 {"indirect | Gull Lines (Gull Lines) | According to | the ferry was old"}},
        SaidCase{"The ferry was 27 years old, according to the operator.",
                 {"indirect | the operator | according to | The ferry was 27 years old"}},
        SaidCase{
            "According to papers obtained by [Orbit=organization], [Ann Hall=person] stated that "
            "'the ferry was old.'",
            {"direct | Ann Hall (Ann Hall) | stated | the ferry was old. | via Orbit"}}));

INSTANTIATE_TEST_SUITE_P(
    Hearsay, AttributionTest,
    testing::Values(
        SaidCase{"Last year, the operator had reportedly sold two ships.",
                 {"hearsay |  | reportedly | the operator had reportedly sold two ships"}},
        SaidCase{"The move is seen as a response to a rival.",
                 {"hearsay |  | is seen as | a response to a rival"}},
        SaidCase{
            "Within [Gull Lines=organization], it was also perceived that the ship was old.",
            {"hearsay | Gull Lines (Gull Lines) | was also perceived that | the ship was old"}}));

INSTANTIATE_TEST_SUITE_P(
    WhoIsMeant, AttributionTest,
    testing::Values(
        SaidCase{"[Ann Hall=person] runs [Gull Lines=organization]. | She said the ferry was old.",
                 {"indirect | She (Ann Hall) | said | the ferry was old"}},
        SaidCase{"[Gull Lines=organization] sued [Port Ltd=organization]. | The two companies said "
                 "that talks went on.",
                 {"indirect | The two companies (Gull Lines, Port Ltd) | said | talks went on"}},
        // He who spoke last goes on speaking, whoever was named since.
        SaidCase{
            "“It is old,” said [Ann Hall=person] of [Bob Ray=person]. | She added that it sank.",
            {"direct | Ann Hall (Ann Hall) | said | It is old,",
             "indirect | She (Ann Hall) | added | it sank"}},
        SaidCase{"[Port Ltd=organization] runs the quay. | The company said it was safe.",
                 {"indirect | The company (Port Ltd) | said | it was safe"}},
        SaidCase{"[Port Ltd=organization] and [Gull Lines=organization] merge. | The carriers said "
                 "it was safe.",
                 {"indirect | The carriers (Port Ltd, Gull Lines) | said | it was safe"}},
        SaidCase{"[Ann Hall=person] is prime minister. | The prime minister said it was safe.",
                 {"indirect | The prime minister (Ann Hall) | said | it was safe"}},
        // The given name or the title tells who can be meant.
        SaidCase{"[Ann Hall=person] met [Robert Ray=person]. | She said the ferry was old.",
                 {"indirect | She (Ann Hall) | said | the ferry was old"}},
        SaidCase{"[Ann Hall=person] met Mr. [Ray=person]. | He said the ferry was old.",
                 {"indirect | He (Ray) | said | the ferry was old"}},
        // Others are named beside who speaks.
        SaidCase{"[Ann Hall=person]'s lawyer, [Bob Ray=person], said the ferry was old.",
                 {"indirect | Ann Hall's lawyer, Bob Ray (Bob Ray) | said | the ferry was old"}},
        SaidCase{"[Hall=person] adviser [Bob Ray=person] said the ferry was old.",
                 {"indirect | Hall adviser Bob Ray (Bob Ray) | said | the ferry was old"}},
        SaidCase{"A friend of [Ann Hall=person] said the ferry was old.",
                 {"indirect | A friend of Ann Hall | said | the ferry was old"}}));

// Short lines that are taken for headings: what is said, and whose it is.
TEST(HeadingTest, IsReadWhereItIsSigned) {
  const auto lines_as = [](std::string_view text, Role role) {
    Document document = article(text);
    for (Sentence& sentence : document.sentences) sentence.role = role;
    find_attributions(document);
    return lines_of(document);
  };
  EXPECT_EQ(lines_as("“The dam will hold” — [Ida Holm=person]", Role::kHeading),
            std::vector<std::string>{"direct | Ida Holm (Ida Holm) | — | The dam will hold"});
  EXPECT_EQ(lines_as("“The dam will hold,” said [Ida Holm=person]", Role::kHeading),
            std::vector<std::string>{});
  EXPECT_EQ(lines_as("“The dam will hold” — [Ida Holm=person]", Role::kBoilerplate),
            std::vector<std::string>{});
}

// Quoted words that nobody says.
INSTANTIATE_TEST_SUITE_P(
    NoSpeech, AttributionTest,
    testing::Values(SaidCase{"The so-called 'safety clause' was in the old contract.",
                             {"direct |  | so-called | safety clause"}},
                    SaidCase{"The film “Night Ferry” opened in May.", {}},
                    SaidCase{"They marched under the slogan “Ferries first” in May.",
                             {"direct |  | under the slogan | Ferries first"}},
                    SaidCase{"The bill known as the “Ferry Act” is old.",
                             {"direct |  | known as the | Ferry Act"}},
                    SaidCase{"The bill saved the “Ferry Act” itself.", {}},
                    SaidCase{"This promise of “a ferry for all” is old.",
                             {"direct |  | This promise of | a ferry for all"}},
                    SaidCase{
                        "The move is seen as a response to the so-called 'safety clause'.",
                        {"hearsay |  | is seen as | a response to the so-called 'safety clause'",
                         "direct |  | so-called | safety clause"}},
                    SaidCase{"The “old” ferry sank.", {}},
                    SaidCase{"The ferry's report was late, and its claims were many.", {}},
                    SaidCase{"The crew didn't leave the passengers' cabins.", {}},
                    SaidCase{"", {}}));

struct QuoteCase {
  std::string_view text;
  std::vector<std::string> expected;  // the words inside the marks
};

void PrintTo(const QuoteCase& c, std::ostream* out) {
  *out << c.text;
}

class QuotesTest : public testing::TestWithParam<QuoteCase> {};

TEST_P(QuotesTest, FindsTheOutermostQuotations) {
  const Document document = article(GetParam().text);
  const Lexed text(document);
  std::vector<std::string> found;
  for (const Quote& quote : quotes_in(text))
    found.emplace_back(document.at(text.span(quote.inside)));
  EXPECT_EQ(found, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Marks, QuotesTest,
    testing::Values(QuoteCase{"He said “yes”.", {"yes"}}, QuoteCase{"He said \"yes\".", {"yes"}},
                    QuoteCase{"He said 'yes'.", {"yes"}}, QuoteCase{"He said ‘yes’.", {"yes"}},
                    QuoteCase{"He said «yes».", {"yes"}}, QuoteCase{"He said ''yes''.", {"yes"}},
                    QuoteCase{"He said “call it ‘yes’ again”.", {"call it ‘yes’ again"}},
                    QuoteCase{"'It's the boys' turn,' he said.", {"It's the boys' turn,"}},
                    QuoteCase{"The '90s and rock 'n' roll", {}},
                    QuoteCase{"The boys' team and the girls' team", {}},
                    QuoteCase{"a 27\" screen", {}},
                    QuoteCase{"He said “yes.\nThen he left.", {"yes."}},
                    QuoteCase{"\"One.\n\"Two.\"", {"One.", "Two."}}));

// A quotation is looked for in linear time, whatever is thrown at it.
TEST(QuotesTest, BearsAnyNumberOfMarks) {
  for (const std::string_view mark :
       {"\"", "'", "“", "”", "‘", "’", "«", "''", "\" a ", "' a", "a' "}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += mark;
    const Document document = article(text);
    for (const Attribution& found : document.attributions)
      EXPECT_LE(found.content.back().end, document.text().size());
  }
}

struct FormsCase {
  std::string_view lemma, third, past, ing;
};

class VerbFormsTest : public testing::TestWithParam<FormsCase> {};

TEST_P(VerbFormsTest, FollowTheSpelling) {
  const VerbForms forms = regular_forms(GetParam().lemma);
  EXPECT_EQ(forms.third, GetParam().third);
  EXPECT_EQ(forms.past, GetParam().past);
  EXPECT_EQ(forms.ing, GetParam().ing);
}

INSTANTIATE_TEST_SUITE_P(Regular, VerbFormsTest,
                         testing::Values(FormsCase{"add", "adds", "added", "adding"},
                                         FormsCase{"note", "notes", "noted", "noting"},
                                         FormsCase{"deny", "denies", "denied", "denying"},
                                         FormsCase{"say", "says", "sayed", "saying"},
                                         FormsCase{"stress", "stresses", "stressed", "stressing"},
                                         FormsCase{"agree", "agrees", "agreed", "agreeing"}));

TEST(LexiconTest, KnowsIrregularAndDoubledForms) {
  const Lexicon& lexicon = Lexicon::english();
  for (const std::string_view form : {"said", "told", "written", "admitting", "quipped", "thought"})
    EXPECT_TRUE(lexicon[token_hash(form)].is_reporting_verb()) << form;
  EXPECT_FALSE(lexicon[token_hash("ferry")].is_reporting_verb());
  EXPECT_TRUE(lexicon[token_hash("He")].is(WordClass::kHe));
}

}  // namespace
}  // namespace newsfacts
