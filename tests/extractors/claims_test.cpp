#include "extractors/claims.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/attribution.h"
#include "extractors/claims/stems.h"

namespace newsfacts {
namespace {

Value value_of(Kind kind, std::string_view words) {
  if (is_name(kind)) return Name{std::string(words)};
  if (is_time(kind)) {
    TimeValue time;
    const bool until = words.starts_with("until ");
    time.value = until ? words.substr(6) : words;
    if (until) time.bound = Bound::kUntil;
    return time;
  }
  Amount amount;
  const std::size_t space = words.find(' ');
  amount.low = amount.high = Decimal::parse(words.substr(0, space));
  if (space != words.npos) amount.unit = Symbol(words.substr(space + 1));
  if (kind == Kind::kPercent) amount.unit = Symbol("percent");
  return amount;
}

// Sentences, cut at " | "; mentions written out as "[14=number:14 person]",
// "[Gull=organization:Gull]".
Document article(std::string_view marked) {
  std::string text;
  std::vector<Mention> mentions;
  std::vector<Sentence> sentences;
  std::uint32_t begin = 0;
  const auto close = [&] {
    if (text.size() > begin)
      sentences.push_back({{begin, static_cast<std::uint32_t>(text.size())}, Role::kBody, 0});
  };
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked.substr(i, 3) == " | ") {
      close();
      text += ' ';
      i += 2;
      begin = static_cast<std::uint32_t>(text.size());
    } else if (marked[i] == '[') {
      const std::size_t equals = marked.find('=', i), colon = marked.find(':', equals),
                        end = marked.find(']', i);
      Mention mention;
      mention.span.begin = static_cast<std::uint32_t>(text.size());
      text += marked.substr(i + 1, equals - i - 1);
      mention.span.end = static_cast<std::uint32_t>(text.size());
      mention.kind =
          found_in<Kind>(kKindWords, marked.substr(equals + 1, colon - equals - 1)).value();
      mention.value = value_of(mention.kind, marked.substr(colon + 1, end - colon - 1));
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
  find_claims(document);
  return document;
}

struct SlotCase {
  std::string_view text;
  std::vector<std::string> slots;
};

void PrintTo(const SlotCase& c, std::ostream* out) {
  *out << c.text;
}

class ClaimSlotTest : public testing::TestWithParam<SlotCase> {};

TEST_P(ClaimSlotTest, SaysWhatIsMeasuredOrDated) {
  const Document document = article(GetParam().text);
  std::vector<std::string> slots;
  for (const Claim& claim : document.claims) slots.push_back(claim.slot);
  EXPECT_EQ(slots, GetParam().slots);
}

INSTANTIATE_TEST_SUITE_P(
    Slots, ClaimSlotTest,
    testing::Values(
        // What is counted, and its class.
        SlotCase{"The blast killed [14=number:14 person] people.",
                 {"count:person|person die blast"}},
        SlotCase{"They seized [six=number:6 rifle] rifles.", {"count:rifle|rifle capture"}},
        // Other spellings, the same slot.
        SlotCase{"An explosion has killed [16=number:16 sailor] sailors.",
                 {"count:person|sailor die blast / explosion"}},
        // Bounds belong to the measure.
        SlotCase{"The licence runs [until 2032=date:until 2032].", {"date:until|run license"}},
        SlotCase{"A tower [30=quantity:30 metre] metres high stands there.",
                 {"quantity:length|tower metre stand"}},
        // What a quake measures, wherever the word stands.
        SlotCase{"A [5.9=number:5.9 earthquake] earthquake shook Hallam.",
                 {"count:magnitude|quake shake hallam / earthquake"}},
        SlotCase{"It paid [$3=money:3 USD] ([$1=money:1 USD] = [7 rand=money:7 ZAR]).",
                 {"money|pay"}},
        SlotCase{"It was put at [6.1=number:6.1] on the Richter scale.",
                 {"count:magnitude|magnitude scale"}},
        SlotCase{"The tower sways [1.5=quantity:1.5 metre] metres in a quake.",
                 {"quantity:length|sway metre tower quake"}},
        // A name is one term, whatever it is called in the text.
        SlotCase{"[Gull=organization:Gull Lines] paid [$3=money:3 USD].", {"money|pay gull_lines"}},
        // Nearest first; behind the slash what is outside the clause.
        SlotCase{"The harbour closed in [2019=date:2019], but ferries sailed.",
                 {"date|close harbour / ship sail"}},
        // The value is no part of its slot, nor is another's.
        SlotCase{"It sold [12=number:12 boat] boats and [300=number:300 sail] sails.",
                 {"count:boat|ship sell / sail", "count:sail|sail ship sell"}},
        // Ages, whatever the words.
        SlotCase{"[Ann Hall=person:Ann Hall], [23=number:23], was hurt.", {"age|ann_hall injure"}},
        SlotCase{"A [16=number:16 year]-year-old boy was hurt.", {"age|boy injure"}},
        SlotCase{"Women, [61=number:61] and [48 years old=age:48 year], were hurt.",
                 {"age|woman injure", "age|injure woman"}},
        SlotCase{"Her [first=ordinal:1] ship sank.", {"ordinal|ship sink"}},
        // The day of the saying is no day of what is said.
        SlotCase{"The mill would close, Ann Hall said on [Monday=date:2026-05-04].",
                 {"date:said|hall ann / close mill"}},
        // Nothing is counted.
        SlotCase{"It was [one=number:1] of the ships.", {}},
        SlotCase{"It burned for [days=duration:PXD].", {}},
        SlotCase{"It burned for [several days=duration:PXD].", {"duration|burn"}},
        SlotCase{"Nothing to count.", {}},
        // A number in a name, and one that nobody could read.
        SlotCase{"The crew of Flight 447 rested.", {"designation|flight rest crew"}},
        SlotCase{"The fund paid #0.79 for it.", {"designation|pay fund"}},
        SlotCase{"An AK-47 and an A330 were found.", {}}));

INSTANTIATE_TEST_SUITE_P(
    Relations, ClaimSlotTest,
    testing::Values(
        SlotCase{"[Gull=organization:Gull Lines] amended its contract.",
                 {"relation:amend-agreement|gull_lines agree"}},
        // Other words, the same slot.
        SlotCase{"The pact was revised by [Gull=organization:Gull Lines].",
                 {"relation:amend-agreement|agree gull_lines / pact"}},
        SlotCase{"[Gull=organization:Gull Lines] will no longer pay royalties.",
                 {"relation:end-revenue|pay gull_lines royalty"}},
        SlotCase{"Its patent is non-exclusive now.", {"relation:non-exclusive-license|patent"}},
        SlotCase{"The port, ending a monopoly, opened.", {"relation:end-exclusive|monopoly / port begin"}},
        // A verb alone, or an object, states none.
        SlotCase{"Rain ended the match.", {}}, SlotCase{"The contract was printed.", {}}));

TEST(ClaimTest, LeansOnTheSentenceBeforeWhenItIsShort) {
  const Document document =
      article("The licence for the patents was renewed. | It lasts [until 2032=date:until 2032].");
  ASSERT_EQ(document.claims.size(), 1u);
  EXPECT_NE(document.claims[0].slot.find("license"), std::string::npos) << document.claims[0].slot;
}

struct HowCase {
  std::string_view text;
  std::string_view subject;
  Modality modality;
  Polarity polarity;
};

void PrintTo(const HowCase& c, std::ostream* out) {
  *out << c.text;
}

class ClaimHowTest : public testing::TestWithParam<HowCase> {};

TEST_P(ClaimHowTest, SaysOfWhomAndHowSurely) {
  const Document document = article(GetParam().text);
  ASSERT_EQ(document.claims.size(), 1u);
  const Claim& claim = document.claims[0];
  EXPECT_EQ(claim.subject, GetParam().subject);
  EXPECT_EQ(word_in(kModalityWords, claim.modality), word_in(kModalityWords, GetParam().modality));
  EXPECT_EQ(claim.polarity, GetParam().polarity);
}

INSTANTIATE_TEST_SUITE_P(
    Claims, ClaimHowTest,
    testing::Values(
        HowCase{"[Gull=organization:Gull Lines] sold [12=number:12 ship] ships.", "Gull Lines",
                Modality::kAsserted, Polarity::kPositive},
        HowCase{"Ann said that [Gull=organization:Gull Lines] sold [12=number:12 ship] ships.",
                "Gull Lines", Modality::kReported, Polarity::kPositive},
        HowCase{"The old ferry was sold for [$3=money:3 USD].", "ferry", Modality::kAsserted,
                Polarity::kPositive},
        HowCase{"[Gull=organization:Gull Lines] will sell [12=number:12 ship] ships.", "Gull Lines",
                Modality::kPlanned, Polarity::kPositive},
        HowCase{"[Gull=organization:Gull Lines] may sell [12=number:12 ship] ships.", "Gull Lines",
                Modality::kPossible, Polarity::kPositive},
        HowCase{"The coast guard took [12=number:12 person] people on board.", "guard",
                Modality::kAsserted, Polarity::kPositive},
        // The verb of saying tells it, wherever it stands.
        HowCase{"Ann vowed, in a letter, to sell [12=number:12 ship] ships.", "ann",
                Modality::kPlanned, Polarity::kPositive},
        HowCase{"Ann denied that, in those days, [Gull=organization:Gull Lines] sold "
                "[12=number:12 ship] ships.",
                "Gull Lines", Modality::kDenied, Polarity::kPositive},
        HowCase{
            "Ann did not deny that [Gull=organization:Gull Lines] sold [12=number:12 ship] ships.",
            "Gull Lines", Modality::kReported, Polarity::kPositive},
        HowCase{"Ann will say that [Gull=organization:Gull Lines] sold [12=number:12 ship] ships.",
                "Gull Lines", Modality::kReported, Polarity::kPositive},
        HowCase{"[Gull=organization:Gull Lines] did not sell [12=number:12 ship] ships.",
                "Gull Lines", Modality::kAsserted, Polarity::kNegative}));

TEST(ClaimTest, KnowsWhoSaysSo) {
  const Document document = article(
      "It sold [two=number:2 boat] boats. | Ann said that Bob thought it sold [12=number:12 ship] "
      "ships.");
  ASSERT_EQ(document.claims.size(), 2u);
  EXPECT_EQ(document.claims[0].attribution, -1);
  ASSERT_GE(document.claims[1].attribution, 0);
  const Attribution& by =
      document.attributions[static_cast<std::size_t>(document.claims[1].attribution)];
  EXPECT_EQ(document.at(by.source.front()), "Bob");  // the innermost
}

struct TermCase {
  std::string_view word, base, term;
};

void PrintTo(const TermCase& c, std::ostream* out) {
  *out << c.word;
}

class TermTest : public testing::TestWithParam<TermCase> {};

TEST_P(TermTest, IsOneForAllFormsAndSynonyms) {
  EXPECT_EQ(base_form(GetParam().word), GetParam().base);
  EXPECT_EQ(term_of(GetParam().word), GetParam().term);
}

INSTANTIATE_TEST_SUITE_P(
    Words, TermTest,
    testing::Values(TermCase{"copies", "copy", "copy"}, TermCase{"harbours", "harbour", "harbour"},
                    TermCase{"licences", "licence", "license"}, TermCase{"saved", "save", "rescue"},
                    TermCase{"stopped", "stop", "stop"}, TermCase{"striking", "strike", "strike"},
                    TermCase{"looking", "look", "look"}, TermCase{"killed", "kill", "die"},
                    TermCase{"dead", "dead", "die"}, TermCase{"wounded", "wound", "injure"},
                    TermCase{"bought", "buy", "buy"}, TermCase{"acquired", "acquire", "buy"},
                    TermCase{"buildings", "building", "building"}, TermCase{"men", "man", "man"},
                    TermCase{"bus", "bus", "bus"}, TermCase{"glass", "glass", "glass"},
                    TermCase{"crisis", "crisis", "crisis"}, TermCase{"making", "make", ""},
                    TermCase{"years", "year", ""}, TermCase{"s", "s", ""}));

TEST(ClaimTest, ThatStatesARelationIsDeniedByANegationAlone) {
  const Document ended = article("[Gull=organization:Gull Lines] will no longer pay royalties."),
                 kept = article("[Gull=organization:Gull Lines] did not end the contract.");
  ASSERT_EQ(ended.claims.size(), 1u);
  EXPECT_EQ(ended.claims[0].polarity, Polarity::kPositive);
  ASSERT_EQ(kept.claims.size(), 1u);
  EXPECT_EQ(kept.claims[0].polarity, Polarity::kNegative);
}

TEST(Claims, AreMadeOnceOfWhatOneClauseSaysTwice) {
  const Document document = article("The crews tied [7=number:7] to [7=number:7].");
  EXPECT_EQ(document.claims.size(), 1u);
}

}  // namespace
}  // namespace newsfacts
