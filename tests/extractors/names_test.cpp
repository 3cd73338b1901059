#include "extractors/names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/embedded.h"
#include "corpus/normalize.h"
#include "corpus/segment.h"
#include "extractors/names/clues.h"
#include "extractors/names/evidence.h"
#include "extractors/names/lexicon.h"
#include "extractors/names/lexicon_blob.h"

namespace newsfacts {
namespace {

Document with_names(std::string_view raw) {
  Document document({}, std::string(raw));
  normalize(document);
  Segmenter().segment(document);
  find_names(document);
  return document;
}

// Every name of a text in reading order, as "Sam Altman/person"; where the canonical name is
// another, "Altman/person=Sam Altman".
std::string names_of(const Document& document) {
  std::string names;
  for (const Mention& mention : document.mentions) {
    if (!is_name(mention.kind)) continue;
    const std::string_view words = document.at(mention.span);
    if (!names.empty()) names += ", ";
    names.append(words).append("/").append(word_in(kKindWords, mention.kind));
    if (mention.name()->canonical != words) names.append("=").append(mention.name()->canonical);
  }
  return names;
}

struct Text {
  std::string_view text, names;
};
void PrintTo(const Text& c, std::ostream* out) {
  *out << c.text;
}

class Names : public testing::TestWithParam<Text> {};

TEST_P(Names, AreFoundWithTheirKind) {
  EXPECT_EQ(names_of(with_names(GetParam().text)), GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(
    Persons, Names,
    testing::Values(Text{"The plan was drawn up by Maria Keller.", "Maria Keller/person"},
                    Text{"They asked Mr. Quarrowby.", "Quarrowby/person"},
                    Text{"Yesterday Prime Minister Tovik Arlan resigned.", "Tovik Arlan/person"},
                    Text{"It was opened by Secretary of State Tovik Arlan.", "Tovik Arlan/person"},
                    Text{"The striker Obrad Velky scored twice.", "Obrad Velky/person"},
                    Text{"Then Obrad Velky, 26, scored.", "Obrad Velky/person"},
                    Text{"We met Ursula von der Leyen.", "Ursula von der Leyen/person"},
                    Text{"They met John F. Mallory in May.", "John F. Mallory/person"},
                    Text{"A film about Sean O'Rourke won.", "Sean O'Rourke/person"},
                    Text{"A film about Sean O’Rourke won.", "Sean O’Rourke/person"}));

INSTANTIATE_TEST_SUITE_P(
    Organizations, Names,
    testing::Values(
        Text{"It was sold to Velky Holdings.", "Velky Holdings/organization"},
        Text{"It was sold to Velky Corp. of Ohio.", "Velky Corp./organization, Ohio/place"},
        Text{"The Ministry of Trade and Industry agreed.",
             "Ministry of Trade and Industry/organization"},
        Text{"A loan from the Bank of England helped.", "Bank of England/organization"},
        Text{"He left Procter & Gamble for AT&T.",
             "Procter & Gamble/organization, AT&T/organization"},
        Text{"According to the news site Quarrow Daily, it rained.", "Quarrow Daily/organization"},
        Text{"Shares rose after the Bus Owners' Association complained.",
             "Bus Owners' Association/organization"},
        Text{"The carmaker Velky cut jobs.", "Velky/organization"},
        Text{"Analysts liked Velky shares.", "Velky/organization"},
        Text{"He reads the Financial Times.", "Financial Times/organization"}));

INSTANTIATE_TEST_SUITE_P(Places, Names,
                         testing::Values(Text{"They live in Norway.", "Norway/place"},
                                         Text{"It rained in northern Arvonia.", "Arvonia/place"},
                                         Text{"They met near the town of Velkova.",
                                              "Velkova/place"},
                                         Text{"The U.S. agreed, and so did the UK.",
                                              "U.S./place=United States, UK/place=United Kingdom"},
                                         Text{"The boat crossed Lake Velka.", "Lake Velka/place"},
                                         Text{"It sank in the Arvon River.", "Arvon River/place"},
                                         Text{"The firm moved to Oakland, Calif., last year.",
                                              "Oakland/place, Calif./place"},
                                         Text{"A Velkova-based firm won.", "Velkova/place"}));

INSTANTIATE_TEST_SUITE_P(
    ProductsEventsGroups, Names,
    testing::Values(
        Text{"He bought the smartphone Arvo.", "Arvo/product"},
        Text{"The model is called GPT-7, they say.", "GPT-7/product"},
        Text{"The service runs on Microsoft Arvo.", "Microsoft Arvo/product"},
        Text{"They were beaten in the World Cup.", "World Cup/event"},
        Text{"Many Germans and some Swedish workers came.", "Germans/group, Swedish/group"},
        Text{"Then German Chancellor Greta Holm left.", "German/group, Greta Holm/person"},
        Text{"Then the German Football Association met.",
             "German Football Association/organization"}));

INSTANTIATE_TEST_SUITE_P(
    RunsThatAreCut, Names,
    testing::Values(
        Text{"Then Velky Corp CEO Greta Holm and Boeing Chairman John Roe met.",
             "Velky Corp/organization, Greta Holm/person, Boeing/organization, John Roe/person"},
        Text{"They like Microsoft's plan and Toyota’s answer.",
             "Microsoft/organization, Toyota/organization"},
        Text{"We saw an ex-Boeing man in a US-made car.",
             "Boeing/organization, US/place=United States"}));

INSTANTIATE_TEST_SUITE_P(
    CapitalsThatTellNothing, Names,
    testing::Values(Text{"Rain fell. Meanwhile, prices rose. On Monday the Internet was slow.", ""},
                    Text{"Former Boeing engineers met. Police came.", "Boeing/organization"},
                    Text{"The CEO said GDP fell in May. I agree.", ""},
                    Text{"He called it Artificial General Intelligence.", ""},
                    Text{"Reuse helps. The reuse of water saves money.", ""},
                    // what the text says in small letters is no name at the start of a sentence
                    Text{"Glimwork pays. They like glimwork. Glimwork is new.", ""},
                    Text{"Glimwork said no. They like Glimwork shares.",
                         "Glimwork/organization, Glimwork/organization"}));

INSTANTIATE_TEST_SUITE_P(
    Headlines, Names,
    testing::Values(
        Text{"Arvonia Leader Greets Velkov Workers at Harbour\n\n"
             "The president of Arvonia met workers of Velkov Ltd on Monday. Later Velkov agreed.",
             "Arvonia/organization, Velkov/organization=Velkov Ltd, Arvonia/organization, "
             "Velkov Ltd/organization, Velkov/organization=Velkov Ltd"},
        Text{"HOLM NAMED AS CAPTAIN OF NORWAY\n\nThe coach named Greta Holm as captain of the "
             "team of Norway yesterday.",
             "HOLM/person=Greta Holm, NORWAY/place=Norway, Greta Holm/person, Norway/place"}));

INSTANTIATE_TEST_SUITE_P(
    OneThingUnderManyNames, Names,
    testing::Values(
        Text{"It was Greta Holm. Later Holm left, and Greta wept.",
             "Greta Holm/person, Holm/person=Greta Holm, Greta/person=Greta Holm"},
        Text{"The East Arvon Community (EAC) met. The EAC agreed.",
             "East Arvon Community/organization, EAC/organization=East Arvon Community, "
             "EAC/organization=East Arvon Community"},
        Text{"They left Velky Corp. for good, as Velky knew.",
             "Velky Corp./organization, Velky/organization=Velky Corp."},
        Text{"It runs on AWS, they say.", "AWS/organization=Amazon Web Services"},
        Text{"He said AGI (Artificial General Intelligence) is near, but AGI is far.",
             "AGI/other=Artificial General Intelligence, Artificial General Intelligence/other, "
             "AGI/other=Artificial General Intelligence"},
        // a large-scale language model is a term, not a name
        Text{"It is a large language model (LLM), they say.", ""}));

// --- with what is there already ---------------------------------------------------------------

TEST(NamesBesideOtherMentions, NeverOverlapThemAndStayInOrder) {
  Document document({}, "On May 3 the firm Velky Holdings paid Greta Holm $5.");
  normalize(document);
  Segmenter().segment(document);
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(document.text().find(words));
    return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  document.mentions.push_back({at("May 3"), Kind::kDate, Symbol("date/day"), TimeValue{}});
  document.mentions.push_back({at("Holdings paid"), Kind::kUrl, Symbol("url"), {}});
  document.mentions.push_back({at("$5"), Kind::kMoney, Symbol("money/sign"), Amount{}});
  find_names(document);
  EXPECT_EQ(names_of(document), "Velky/organization, Greta Holm/person");
  ASSERT_EQ(document.mentions.size(), 5u);
  for (std::size_t i = 1; i < document.mentions.size(); ++i)
    EXPECT_LE(document.mentions[i - 1].span.end, document.mentions[i].span.begin);
}

TEST(NamesOfOneDocument, HaveOneKindWhereverTheyStand) {
  const Document document = with_names(
      "They went to Arvo. Arvo said no. The carmaker Arvo has plants in Ohio. We like Arvo.");
  for (const Mention& mention : document.mentions)
    if (document.at(mention.span) == "Arvo") {
      EXPECT_EQ(mention.kind, Kind::kOrganization);
      EXPECT_EQ(mention.rule.str(), "name/firm-noun-before");
    }
}

TEST(NamesInAReportOnSport, AreTeamsWhereTheyPlayAndPlacesWhereTheyAre) {
  const Document document = with_names(
      "Leeds beat Hull 2-1 in the league after a late goal by their striker. The match was "
      "played in Leeds. It was the third defeat of the season for the coach.");
  EXPECT_EQ(names_of(document), "Leeds/organization, Hull/organization, Leeds/place");
}

INSTANTIATE_TEST_SUITE_P(
    OfEveryForm, Names,
    testing::Values(
        Text{"They sold the iPhone 15 again.", "iPhone 15/product"},
        Text{"The new model GPT-4o answered.", "GPT-4o/product"},
        Text{"The chatbot Claude 3 replied.", "Claude 3/product"},
        Text{"It was shown at the Velky Film Festival.", "Velky Film Festival/event"},
        Text{"The war ended with the Treaty of Velky.", "Treaty of Velky/event"},
        Text{"They founded Velky.com in spring.", "Velky.com/organization"},
        Text{"Quarrow Energy (NYSE: QRW) rose, and QRW gained more.",
             "Quarrow Energy/organization, NYSE/organization=New York Stock Exchange, "
             "QRW/organization=Quarrow Energy, QRW/organization=Quarrow Energy"},
        Text{"Then Andy Jassy, chief executive of Amazon, agreed.",
             "Andy Jassy/person, Amazon/organization"},
        Text{"They met the Germans and a French minister.", "Germans/group, French/group"},
        Text{"They met Alexander van der Bellen, and van der Bellen agreed.",
             "Alexander van der Bellen/person, "
             "van der Bellen/person=Alexander van der Bellen"},
        Text{"It was sold to AT&T.", "AT&T/organization"},
        Text{"They asked Fed Chairman Tovik Arlan.", "Fed/organization, Tovik Arlan/person"},
        Text{"It was in Velky when Simetra was a software company.",
             "Velky/place, Simetra/organization"}));

INSTANTIATE_TEST_SUITE_P(
    Institutions, Names,
    testing::Values(
        Text{"A case at the International Court of Justice (ICJ) began.",
             "International Court of Justice/organization, "
             "ICJ/organization=International Court of Justice"},
        Text{"A loan from Quarrow, Velky & Co. helped.", "Quarrow, Velky & Co./organization"},
        Text{"A loan from Quarrow, Inc. helped.", "Quarrow, Inc./organization"},
        Text{"It was sold to Quarrow S.A. of Lyon.", "Quarrow S.A./organization, Lyon/place"},
        Text{"It was sold to Velky Corp.",
             "Velky Corp/organization"},  // the period is the sentence's
        Text{"A study by the Panel on Climate Change came.",
             "Panel on Climate Change/organization"},
        Text{"He chairs the Islamic Society of North America now.",
             "Islamic Society of North America/organization"},
        Text{"He asked the Food and Water Safety Authority for money.",
             "Food and Water Safety Authority/organization"},
        Text{"Leaves fell in St. Louis.", "St. Louis/place"}));

INSTANTIATE_TEST_SUITE_P(
    Enumerations, Names,
    testing::Values(
        Text{"They flew to Norway, Quarrow and Ohio.", "Norway/place, Quarrow/place, Ohio/place"},
        Text{"They admired Maria Keller and Quarrow.", "Maria Keller/person, Quarrow/person"},
        Text{"They bought Microsoft, Quarrow and Velky Corp. in spring.",
             "Microsoft/organization, Quarrow/organization, Velky Corp./organization"}));

INSTANTIATE_TEST_SUITE_P(
    ResultsTables, Names,
    testing::Values(
        Text{"Football league standings, goals for and against after the match\n\nQuarrow 3 1 2 0 "
             "3 2 "
             "5\n\nEast Velky 2 0 1 1 0 4 1\n\nThe season goes on.",
             "Quarrow/organization, East Velky/organization"},
        Text{"The coach praised his striker after the match, the third of the season.\n\n"
             "Velky 2 West Quarrow 0",
             "Velky/organization, West Quarrow/organization"}));

// --- why ---------------------------------------------------------------------------------------

struct Reason {
  std::string_view text, name, evidence;
};
void PrintTo(const Reason& c, std::ostream* out) {
  *out << c.name << " in " << c.text;
}

class NameEvidence : public testing::TestWithParam<Reason> {};

// Every clue that spoke, the heaviest first: "title-before person, office-of organization x2".
TEST_P(NameEvidence, IsEveryClueThatSpokeInTheWholeDocument) {
  const Document document = with_names(GetParam().text);
  for (const names::Evidence& evidence : names::evidence_of_names(document)) {
    if (document.at(evidence.places.front()) != GetParam().name) continue;
    std::string said;
    for (const names::Evidence::Line& line : evidence.lines) {
      if (line.clue == names::Clue::kShape) continue;
      said += said.empty() ? "" : ", ";
      said.append(names::row_of(line.clue).name);
      if (line.times > 1) said += " x" + std::to_string(line.times);
      if (line.kind != evidence.kind) said.append(" ").append(word_in(kKindWords, line.kind));
    }
    EXPECT_EQ(said, GetParam().evidence);
    return;
  }
  ADD_FAILURE() << "no such name";
}

INSTANTIATE_TEST_SUITE_P(
    Clues, NameEvidence,
    testing::Values(
        Reason{"They asked Mr. Quarrowby.", "Quarrowby", "title-before"},
        Reason{"They met Tovik Arlan. Arlan, 61, agreed, and Mr. Arlan left.", "Tovik Arlan",
               "age, title-before, two-words, lone-weak-first-name"},
        Reason{"Trains to Washington run. Mr. Washington said so. Washington, 61, left.",
               "Washington",
               "title-before, age, state place, said, said-too organization, lone-weak-first-name, "
               "from place"},
        Reason{"Shares of Velky fell. The carmaker Velky, based in Ohio, cut jobs.", "Velky",
               "firm-noun-before, office-of"}));

// What the evidence says and what find_names() says is one.
TEST(NameEvidence, HasEveryMentionWithItsKind) {
  const Document document = with_names(
      "Leeds beat Hull 2-1 in the league after a late goal by their striker. The match was "
      "played in Leeds, said Tovik Arlan. It was the third defeat of the season for Mr. Arlan.");
  std::vector<std::pair<std::uint32_t, Kind>> mentions, places;
  for (const Mention& mention : document.mentions)
    if (is_name(mention.kind)) mentions.emplace_back(mention.span.begin, mention.kind);
  for (const names::Evidence& evidence : names::evidence_of_names(document))
    for (const Span place : evidence.places) places.emplace_back(place.begin, evidence.kind);
  std::sort(places.begin(), places.end());
  EXPECT_EQ(places, mentions);
}

// --- tables -----------------------------------------------------------------------------------

TEST(ClueTable, NamesEveryClueOnce) {
  std::set<std::string_view> seen;
  for (const names::ClueRow& row : names::clue_table()) {
    EXPECT_TRUE(seen.insert(row.name).second) << row.name;
    EXPECT_TRUE(is_name(row.kind)) << row.name;
    EXPECT_NE(row.weight, 0) << row.name;
    EXPECT_FALSE(row.when.empty()) << row.name;
  }
}

TEST(Lexicon, KnowsWordsByTheirClassAndPhrasesByTheirWhole) {
  const names::Lexicon& lexicon = names::Lexicon::embedded();
  const auto match = [&](std::string_view words) {
    const std::vector<Token> tokens = tokenize(words);
    return lexicon.phrase(tokens, lexicon.word(tokens.front()));
  };
  EXPECT_TRUE(match("Norway").traits & names::is::kCountry);
  EXPECT_TRUE(match("Maria").traits & names::is::kFirstSure);
  EXPECT_TRUE(match("invested").traits & names::is::kVerb);    // of invest
  EXPECT_TRUE(match("policies").traits & names::is::kNoun);    // of policy
  EXPECT_FALSE(match("norway").traits & names::is::kCountry);  // in lower case it is none
  const names::Lexicon::Match bank = match("New York City Council");
  EXPECT_EQ(bank.tokens, 3u);
  EXPECT_TRUE(bank.traits & names::is::kMajorCity);
  EXPECT_EQ(match("McDonald’s").tokens, match("McDonald's").tokens);
}

// The tables that travel inside the binary are those of the lists beside them.
TEST(Lexicon, IsMadeOfTheListsWhenNewsfactsIsBuilt) {
  const names::LexiconTables made = names::read_lists(embedded_extractors());
  const auto same = [](const auto& a, const auto& b) {
    return a.key == b.key && a.value == b.value;
  };
  EXPECT_TRUE(std::ranges::equal(made.names.slots(), names::embedded_names(), same));
  EXPECT_TRUE(std::ranges::equal(made.words.slots(), names::embedded_words(), same));
  EXPECT_LE(made.names.slots().size_bytes(), 50 * made.names.size())
      << "200,000 names cost more than 10 MB";
}

// Every row has a class some row of the lexicon's table reads; a class nobody reads is a slip
// of the pen, and its words would be lost without a sound.
TEST(Vocabularies, OfTheNamesAreReadToTheLastRow) {
  const names::Lexicon& lexicon = names::Lexicon::embedded();
  for (const EmbeddedFile& file : embedded_extractors()) {
    if (!names::is_list_of_lexicon(file.name)) continue;
    std::size_t lost = 0;
    for (std::size_t at = 0; at < file.content.size();) {
      const std::size_t end = std::min(file.content.find('\n', at), file.content.size());
      const std::string_view line = file.content.substr(at, end - at);
      at = end + 1;
      if (line.empty() || line.front() == '#') continue;
      std::vector<Token> tokens = tokenize(line.substr(0, line.find('\t')));
      tokens.front().shape = Token::Shape::kCapital;  // as a name is written
      const names::Lexicon::Match match = lexicon.phrase(tokens, lexicon.word(tokens.front()));
      lost += match.tokens != tokens.size();
    }
    EXPECT_EQ(lost, 0u) << file.name;
  }
}

// --- bad input --------------------------------------------------------------------------------

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

struct Piece {
  const char* name;
  std::string_view piece;
};
void PrintTo(const Piece& c, std::ostream* out) {
  *out << c.name;
}

class NamesInHugeText : public testing::TestWithParam<Piece> {};

double seconds_for(std::string_view piece, std::size_t size) {
  Document document({}, repeated(piece, size));
  document.set_text(document.raw(), [&] {
    Alignment same;
    same.copied(static_cast<std::uint32_t>(document.raw().size()));
    return same;
  }());
  // One sentence: the worst for whatever looks ahead.
  document.sentences.push_back(
      {{0, static_cast<std::uint32_t>(document.text().size())}, Role::kBody, 0});
  document.tokens();
  const std::clock_t begin = std::clock();
  find_names(document);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST_P(NamesInHugeText, TakeTimeInProportionToTheSize) {
  const double once = seconds_for(GetParam().piece, 50'000);
  const double eight_times = seconds_for(GetParam().piece, 400'000);
  EXPECT_LT(eight_times, 24 * once + 0.3);  // what grows with the square takes seconds
}

INSTANTIATE_TEST_SUITE_P(
    OfOnePiece, NamesInHugeText,
    testing::Values(Piece{"no_space", "a"}, Piece{"capitals", "A"}, Piece{"names", "Maria Keller "},
                    Piece{"initials", "A. "}, Piece{"initials_together", "U.S."},
                    Piece{"brackets", "("}, Piece{"quotes", "\"A "}, Piece{"apostrophes", "O'"},
                    Piece{"hyphens", "A-"}, Piece{"banks", "Bank of "}, Piece{"titles", "Mr. "},
                    Piece{"particles", "de "}, Piece{"and", "A & "}, Piece{"groups", "German "},
                    Piece{"list", "New York, "}, Piece{"acronyms", "EAC (East African Community) "},
                    Piece{"headline", "ALL CAPITALS HERE "}));

TEST(NamesInHugeText, TakeNoLongerWhereEveryNameIsAnother) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    for (int digit = i + 100'000, n = 0; n < 6; ++n, digit /= 10) {
      const char c = static_cast<char>('a' + digit % 10);
      text += n == 0 || n == 3 ? static_cast<char>(c - 'a' + 'A') : c;
      if (n == 2) text += ' ';
    }
    text += " met ";
  }
  EXPECT_LT(seconds_for(text, text.size()), 20);  // with sanitizers; under a second without
}

TEST(Names, AreNoneInATextWithoutSentences) {
  Document document({}, "");
  find_names(document);
  EXPECT_TRUE(document.mentions.empty());
}

}  // namespace
}  // namespace newsfacts
