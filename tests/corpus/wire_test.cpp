#include "corpus/wire.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/fingerprint.h"
#include "corpus/normalize.h"
#include "corpus/readers/reader.h"
#include "corpus/segment.h"
#include "corpus/utf8.h"
#include "tests/corpus/exact_copy.h"
#include "tests/corpus/random_text.h"

namespace newsfacts {
namespace {

using namespace std::string_view_literals;

std::string written(const Document& document) {
  std::string line;
  write_json_line(document, &line);
  return line;
}

Document read(std::string_view line, std::string_view place = "in.jsonl:1") {
  const ExactCopy copy(line);
  return WireReader().read(copy.view(), place);
}

Metadata named(std::string id) {
  Metadata metadata;
  metadata.id = std::move(id);
  return metadata;
}

// The fields of `a` that differ in `b`.
std::string difference(const Document& a, const Document& b) {
  std::string fields;
  const auto compare = [&](bool equal, const char* name) {
    if (!equal) fields.append(name).append(" ");
  };
  const auto same_attribution = [](const Attribution& x, const Attribution& y) {
    return x.kind == y.kind && x.source == y.source && x.source_names == y.source_names &&
           x.cue == y.cue && x.content == y.content && x.via == y.via && x.rule == y.rule;
  };
  const auto same_claim = [](const Claim& x, const Claim& y) {
    return x.span == y.span && x.subject == y.subject && x.slot == y.slot && x.value == y.value &&
           x.modality == y.modality && x.polarity == y.polarity && x.attribution == y.attribution &&
           x.rule == y.rule;
  };
  // Decimals are equal by value; on the wire their precision must live too.
  const auto same_precision = [](const Mention& x, const Mention& y) {
    const Amount *p = x.amount(), *q = y.amount();
    if (!p || !q) return p == q;
    const auto exponent = [](const std::optional<Decimal>& d) { return d ? d->exponent() : 0; };
    return exponent(p->low) == exponent(q->low) && exponent(p->high) == exponent(q->high);
  };
  const auto equal = [](const auto& x, const auto& y, auto same) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), same);
  };
  compare(a.metadata == b.metadata, "metadata");
  compare(a.raw() == b.raw(), "raw");
  compare(a.text() == b.text(), "text");
  compare(a.alignment() == b.alignment(), "alignment");
  compare(a.sentences == b.sentences, "sentences");
  compare(a.mentions == b.mentions, "mentions");
  compare(equal(a.mentions, b.mentions, same_precision), "precision");
  compare(equal(a.attributions, b.attributions, same_attribution), "attributions");
  compare(equal(a.claims, b.claims, same_claim), "claims");
  compare(a.fingerprint == b.fingerprint, "fingerprint");
  compare(a.rejected == b.rejected, "rejected");
  compare(a.key() == b.key(), "key");
  return fields;
}

Mention mention(Span span, Kind kind, Value value, std::string_view rule = "page/rule") {
  return {span, kind, Symbol(rule), std::move(value)};
}

// A document with something in every field, over a raw text that normalizing changes.
Document full() {
  Metadata from{"courier/14.txt",
                "The \"Harbour\" Courier",
                "https://harbour.example/14?a=b",
                "Ferry \u2014 late",
                "Jane Roe",
                "2026-03-14T08:30:00Z",
                PublishedFrom::kUrl,
                "en"};
  Document document(std::move(from),
                    "\uFEFFJos\u0065\u0301  said \u201C$4.20 billion\u201D on 14\u00A0March.\r\n"
                    "Path C:\\dir\t\u2028or 50 people \U0001F600.\n");
  normalize(document);
  const auto at = [&](std::string_view words) {
    const std::size_t begin = document.text().find(words);
    EXPECT_NE(begin, std::string::npos) << words;
    return Span{static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(begin + words.size())};
  };
  document.sentences = {
      {at("Jos\u00E9 said \u201C$4.20 billion\u201D on 14 March."), Role::kTitle, 0},
      {at("Path C:\\dir"), Role::kListItem, 1},
      {at("or 50 people \U0001F600."), Role::kAnswer, 7}};
  TimeValue date{"2026-03-14",  {day_of(2026, 3, 14), day_of(2026, 3, 14)},
                 Grain::kDay,   TimeBasis::kPublished,
                 Bound::kUntil, day_of(2026, 3, 15)};
  Amount money{Decimal(420, 7),         Decimal(5, 9),   Relation::kRange,  Symbol("USD"),
               CurrencyBasis::kDefault, Symbol("share"), Symbol("rise-to"), 3};
  Amount count;
  count.low = Decimal(50, 0);
  count.relation = Relation::kAtLeast;
  count.unit = Symbol("people");
  document.mentions = {mention(at("Jos\u00E9"), Kind::kPerson, Name{"Jos\u00E9 \"Pepe\" Roe"}),
                       mention(at("$4.20 billion"), Kind::kMoney, money, "money/figure"),
                       mention(at("14 March"), Kind::kDate, date),
                       mention(at("50 people"), Kind::kQuantity, count),
                       mention(at("\U0001F600"), Kind::kUrl, std::monostate())};
  Attribution quote;
  quote.kind = Quotation::kMixed;
  quote.source = {at("Jos\u00E9")};
  quote.source_names = {"Jos\u00E9 \"Pepe\" Roe", "the town"};
  quote.cue = {at("said")};
  quote.content = {at("\u201C$4.20 billion\u201D"), at("14 March")};
  quote.via = "The Courier";
  quote.rule = Symbol("attribution/quote");
  document.attributions = {quote, Attribution()};
  Claim claim;
  claim.span = at("said \u201C$4.20 billion\u201D on 14 March");
  claim.subject = "Jos\u00E9";
  claim.slot = "money:usd|cost ferry";
  claim.value = 1;
  claim.modality = Modality::kPlanned;
  claim.polarity = Polarity::kNegative;
  claim.attribution = 0;
  claim.rule = Symbol("claims/main");
  Claim bare;
  bare.span = at("50 people");
  document.claims = {claim, bare};
  document.fingerprint = Fingerprint{Key{0xFFFFFFFFFFFFFFFF, 3}, 12, {0, 17, 0xFEDCBA9876543210}};
  document.rejected = Rejection{"claims", "too \"many\"\n", "a.jsonl:3"};
  return document;
}

TEST(Wire, BringsBackADocumentWithEverythingInIt) {
  const Document document = full();
  const std::string line = written(document);
  EXPECT_EQ(difference(document, read(line)), "");
  EXPECT_EQ(written(read(line)), line);
}

TEST(Wire, WritesCodePointsOfTextAndOfRaw) {
  const std::string line = written(full());
  EXPECT_NE(
      line.find(R"({"start":11,"end":24,"raw_start":14,"raw_end":27,"text":"$4.20 billion",)"
                R"("kind":"money","rule":"money/figure","low":"4200000000","high":"5000000000",)"
                R"("precision":[7,9],"relation":"range","currency":"USD",)"
                R"("currency_basis":"default","per":"share","role":"rise-to","converts":3})"),
      std::string::npos)
      << line;
  EXPECT_NE(
      line.find(R"("value":"2026-03-14","first":"2026-03-14","last":"2026-03-14","grain":"day",)"
                R"("basis":"published","bound":"until","anchor":"2026-03-15"})"),
      std::string::npos)
      << line;
  EXPECT_NE(line.find(R"("low":"50","high":null,"relation":">=","unit":"people"})"),
            std::string::npos)
      << line;
}

TEST(Wire, StaysOnOneLineForEveryProgramThatReadsLines) {
  const Document document(named("id"), "a\nb\rc\u0085d\u2028e\u2029f\x0B\x0C\x1C\x1Dg");
  const std::string line = written(document);
  for (const std::string_view end :
       {"\r", "\u0085", "\u2028", "\u2029", "\x0B", "\x0C", "\x1C", "\x1D"})
    EXPECT_EQ(line.find(end), std::string::npos);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_EQ(read(line).raw(), document.raw());
}

TEST(Wire, BringsBackBytesThatAreNoUtf8) {
  for (const std::string_view raw :
       {"caf\xE9"sv, "\xFF\xFE\0a\0"sv, "\uFFFD and \xED\xA0\x80"sv, "\xE2\x82"sv}) {
    const Document document(named("id"), std::string(raw));
    const std::string line = written(document);
    EXPECT_EQ(invalid_utf8_at(line), std::nullopt);
    EXPECT_EQ(difference(document, read(line)), "") << line;
  }
}

TEST(Wire, BringsBackAnyText) {
  std::mt19937 random(5);
  for (int round = 0; round < 600; ++round) {
    Document document(named("id"),
                      round % 4 == 0 ? random_bytes(random, 30) : random_text(random, 30));
    normalize(document);
    const auto size = static_cast<std::uint32_t>(document.text().size());
    for (std::uint32_t at = 0; at < size;) {  // each code point a sentence and a mention
      const std::uint32_t next = at + code_point_at(document.text(), at).size;
      document.sentences.push_back({{at, next}, Role::kBody, at});
      document.mentions.push_back(mention({at, next}, Kind::kOther, Name{"x"}));
      at = next;
    }
    const std::string line = written(document);
    ASSERT_EQ(difference(document, read(line)), "") << line;
  }
}

TEST(Wire, GivesAPipeOfStagesTheSameLineAsOneProcess) {
  WireReader reader;
  Segmenter segmenter;
  const auto handed_on = [&](const Document& document) {
    return reader.read(written(document), "pipe:1");
  };
  Inputs inputs({"corpus/samples"}, {});
  int documents = 0;
  for (; auto fused = inputs.next(); ++documents) {
    Document piped = handed_on(*fused);
    normalize(piped);
    piped = handed_on(piped);
    segmenter.segment(piped);
    piped = handed_on(piped);
    fingerprint(piped);
    normalize(*fused);
    segmenter.segment(*fused);
    fingerprint(*fused);
    EXPECT_EQ(difference(*fused, piped), "") << fused->id();
    EXPECT_EQ(written(*fused), written(handed_on(piped)));
  }
  EXPECT_GT(documents, 10);
}

TEST(Wire, BringsBackEveryPrecision) {
  std::mt19937_64 random(6);
  Document document(named("id"), "x");
  normalize(document);
  document.sentences = {{{0, 1}, Role::kBody, 0}};
  for (int round = 0; round < 2000; ++round) {
    std::int64_t digits = static_cast<std::int64_t>(random() % 100'000'000'000'000'000);
    for (std::uint64_t drop = random() % 19; drop > 0; --drop) digits /= 10;
    if (random() % 2) digits = -digits;
    if (random() % 3 == 0) digits *= 10;
    Amount amount;
    amount.low = Decimal(digits, static_cast<int>(random() % 60) - 30);
    if (random() % 2) amount.high = Decimal(digits / 7, static_cast<int>(random() % 60) - 30);
    if (random() % 5 == 0) {
      amount.low.reset();
      amount.relation = Relation::kVague;
    }
    document.mentions = {mention({0, 1}, Kind::kNumber, amount)};
    const std::string line = written(document);
    ASSERT_EQ(difference(document, read(line)), "") << line;
  }
}

struct Outside {
  const char* name;
  std::string_view line;
  std::array<std::string_view, 7> metadata;  // id, source, url, title, author, published, language
  std::string_view raw;
};
void PrintTo(const Outside& c, std::ostream* out) {
  *out << c.name;
}

class FromOutside : public testing::TestWithParam<Outside> {};

TEST_P(FromOutside, ALineIsAnArticle) {
  const Document document = read(GetParam().line);
  EXPECT_FALSE(document.rejected) << document.rejected->reason;
  const auto& [id, source, url, title, author, published, published_from, language] =
      document.metadata;
  EXPECT_EQ(published_from, PublishedFrom::kGiven);
  EXPECT_EQ((std::array<std::string_view, 7>{id, source, url, title, author, published, language}),
            GetParam().metadata);
  EXPECT_EQ(document.raw(), GetParam().raw);
  EXPECT_EQ(document.text(), "");
}

INSTANTIATE_TEST_SUITE_P(
    Lines, FromOutside,
    testing::Values(
        Outside{"all_fields",
                R"({"id":"a","text":"Words.","source":"The Courier","url":"https://x.example/",)"
                R"("title":"T","author":"Jane Roe","published":"2026-03-14","language":"en"})",
                {"a", "The Courier", "https://x.example/", "T", "Jane Roe", "2026-03-14", "en"},
                "Words."},
        Outside{"text_alone", R"({"text":"Words."})", {"in.jsonl:1"}, "Words."},
        Outside{
            "nulls", R"({"id":null,"text":"W","source":null,"title":null})", {"in.jsonl:1"}, "W"},
        Outside{"number_as_id", R"({"id":17,"text":"W"})", {"17"}, "W"},
        Outside{"large_number_as_id",
                R"({"id":18446744073709551615,"text":"W"})",
                {"18446744073709551615"},
                "W"},
        Outside{"publisher", R"({"id":"a","text":"W","publisher":"P"})", {"a", "P"}, "W"},
        Outside{"outlet", R"({"id":"a","text":"W","source":"","outlet":"O"})", {"a", "O"}, "W"},
        Outside{"source_with_a_name",
                R"({"id":"a","text":"W","source":{"id":null,"name":"N"}})",
                {"a", "N"},
                "W"},
        Outside{"several_authors",
                R"({"id":"a","text":"W","author":["J. Roe",{"name":"K. Poe"}]})",
                {"a", "", "", "", "J. Roe, K. Poe"},
                "W"},
        Outside{"day_without_dashes",
                R"({"id":"a","text":"W","date":"20260314"})",
                {"a", "", "", "", "", "2026-03-14"},
                "W"},
        Outside{"day_as_a_number",
                R"({"id":"a","text":"W","date":20260314})",
                {"a", "", "", "", "", "2026-03-14"},
                "W"},
        Outside{"day_with_a_time",
                R"({"id":"a","text":"W","published":"2026-03-14T08:30:00Z"})",
                {"a", "", "", "", "", "2026-03-14T08:30:00Z"},
                "W"},
        Outside{"no_day_at_all", R"({"id":"a","text":"W","published":"last Friday"})", {"a"}, "W"},
        Outside{"title_on_two_lines",
                R"({"id":"a","text":"W","title":" One\n two\u00a0"})",
                {"a", "", "", "One two"},
                "W"},
        Outside{"fields_of_another_type",
                R"({"id":"a","text":"W","title":true,"author":[[]]})",
                {"a"},
                "W"},
        Outside{"unknown_fields",
                R"({"x":[{"y":[1,2.5,true]}],"id":"a","text":"W","z":{}})",
                {"a"},
                "W"},
        Outside{"escapes",
                R"({"id":"a","text":"\u201cA\u201d \ud83d\ude00 \"b\"\\\/\n"})",
                {"a"},
                "\u201CA\u201D \U0001F600 \"b\"\\/\n"},
        Outside{"nul", R"({"id":"a","text":"x\u0000y"})", {"a"}, "x\0y"sv},
        Outside{"half_a_pair_at_the_end", R"({"id":"a","text":"cut \ud83d"})", {"a"}, "cut \uFFFD"},
        Outside{"half_a_pair_within",
                R"({"id":"a","text":"\\ud83d \ud83dx\ude00\ud83d\ude00"})",
                {"a"},
                "\\ud83d \uFFFDx\uFFFD\U0001F600"}),
    [](const auto& test) { return test.param.name; });

struct Broken {
  const char* name;
  std::string line;
  std::string_view reason;
};
void PrintTo(const Broken& c, std::ostream* out) {
  *out << c.name;
}

class BrokenLine : public testing::TestWithParam<Broken> {};

TEST_P(BrokenLine, IsRejectedWithItsReasonAndPlace) {
  const Document document = read(GetParam().line, "a.jsonl:3");
  ASSERT_TRUE(document.rejected);
  EXPECT_EQ(document.rejected->stage, "read");
  EXPECT_EQ(document.rejected->reason, GetParam().reason);
  EXPECT_EQ(document.rejected->place, "a.jsonl:3");
  EXPECT_FALSE(document.id().empty());
  EXPECT_EQ(read(written(document)).rejected, document.rejected);
}

std::string repeated(std::string_view part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

// A line of our own for "One two" with one more field.
std::string own(std::string_view field) {
  return R"({"id":"a","raw":"One  two","text":"One two","alignment":[[3,5,3,4]],)" +
         std::string(field) + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Lines, BrokenLine,
    testing::Values(
        Broken{"empty", "", "broken JSON: the line is empty"},
        Broken{"cut_off", R"({"id":"a","text":"Wor)", "broken JSON: a string is not closed"},
        Broken{"no_brace", R"({"id":"a","text":"W")", "broken JSON"},
        Broken{"comma_too_many", R"({"id":"a",,"text":"W"})", "broken JSON"},
        Broken{"two_objects", R"({"text":"a"} {"text":"b"})", "broken JSON"},
        Broken{"a_list", R"(["text"])", "the line is not a JSON object"},
        Broken{"a_word", "text", "broken JSON"},
        Broken{"depth_bomb", repeated("[", 100000), "broken JSON"},
        Broken{"closed_depth_bomb",
               R"({"text":"W","x":)" + repeated("[", 100000) + repeated("]", 100000) + "}",
               "broken JSON: nested too deeply"},
        Broken{"no_utf8", "{\"text\":\"caf\xE9\"}", "invalid UTF-8 at byte 12"},
        Broken{"raw_control_character", "{\"text\":\"a\tb\"}",
               "broken JSON: a string holds a control character"},
        Broken{"unknown_escape", R"({"text":"\q"})",
               "broken JSON: a string holds an unknown escape"},
        Broken{"no_text", R"({"id":"a","body":"W"})", "there is no \"text\""},
        Broken{"text_is_null", R"({"id":"a","text":null})", "there is no \"text\""},
        Broken{"text_is_a_number", R"({"id":"a","text":1})", "\"text\" is not a string"},
        Broken{"id_is_a_list", R"({"id":[],"text":"W"})",
               "\"id\" is neither a string nor a number"},
        Broken{"text_without_alignment", R"({"id":"a","raw":"a  b","text":"a b"})",
               "\"text\" is not \"raw\", and there is no \"alignment\""},
        Broken{"alignment_of_another",
               R"({"id":"a","raw":"a  b","text":"a b","alignment":[[0,1,0,0]]})",
               "\"alignment\" does not fit the text"},
        Broken{"alignment_out_of_bounds",
               R"({"id":"a","raw":"a","text":"a","alignment":[[0,9,0,9]]})",
               "\"alignment\"[0] does not fit the text"},
        Broken{"sentence_out_of_bounds", own(R"("sentences":[[0,3,"body",0],[4,8,"body",0]])"),
               "\"sentences\"[1] does not fit the text"},
        Broken{"sentence_backwards", own(R"("sentences":[[3,0,"body",0]])"),
               "\"sentences\"[0] does not fit the text"},
        Broken{"sentences_overlap", own(R"("sentences":[[0,4,"body",0],[3,7,"body",0]])"),
               "\"sentences\"[1] begins before the one before it ends"},
        Broken{"unknown_role", own(R"("sentences":[[0,3,"poem",0]])"),
               "\"sentences\"[0] holds an unknown word"},
        Broken{"mention_without_start", own(R"("mentions":[{"kind":"url"}])"),
               "\"mentions\"[0] has no \"start\" and \"end\""},
        Broken{"mention_of_fractions", own(R"("mentions":[{"start":0.5,"end":2,"kind":"url"}])"),
               "\"mentions\"[0] holds no whole number"},
        Broken{
            "no_number",
            own(R"("mentions":[{"start":0,"end":3,"kind":"number","low":"one","relation":"="}])"),
            "\"mentions\"[0].low is no decimal number"},
        Broken{
            "no_day",
            own(R"("mentions":[{"start":0,"end":3,"kind":"date","value":"X","first":"2026-02-31"}])"),
            "\"mentions\"[0].first is no day"},
        Broken{"date_without_value", own(R"("mentions":[{"start":0,"end":3,"kind":"date"}])"),
               "\"mentions\"[0] has not the value of its kind"},
        Broken{
            "range_of_one_end",
            own(R"("mentions":[{"start":0,"end":3,"kind":"number","low":"1","relation":"range"}])"),
            "\"mentions\"[0] has not the value of its kind"},
        Broken{"rejected_for_nothing", own(R"("rejected":{"stage":"normalize"})"),
               "\"rejected\" has no \"stage\" or no \"reason\""},
        Broken{
            "converts_nothing",
            own(R"("mentions":[{"start":0,"end":3,"kind":"money","low":"1","relation":"=","converts":1}])"),
            "\"mentions\"[0] points at what is not there"},
        Broken{"claim_of_no_value", own(R"("claims":[{"start":0,"end":3,"value":0}])"),
               "\"claims\"[0] points at what is not there"},
        Broken{"bytes_that_do_not_fit", R"({"id":"a","raw":"ab","raw_bytes":[[0,233]]})",
               "\"raw_bytes\"[0] does not fit \"raw\""},
        Broken{"negative_byte_place", R"({"id":"a","raw":"\ufffd","raw_bytes":[[-1,233]]})",
               "\"raw_bytes\"[0] does not fit \"raw\""}),
    [](const auto& test) { return test.param.name; });

TEST(WireReader, ReadsAnyBytesWithoutComplaintOfTheMachine) {
  std::mt19937 random(7);
  const std::string line = written(full());
  WireReader reader;
  std::uniform_int_distribution<std::size_t> any(0, line.size() - 1);
  std::uniform_int_distribution<int> byte(0, 255);
  int rejected = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bent = line;
    for (int i = 0; i <= round % 3; ++i) bent[any(random)] = static_cast<char>(byte(random));
    if (round % 5 == 0) bent.resize(any(random));
    const ExactCopy copy(bent);
    const Document document = reader.read(copy.view(), "x:1");
    rejected += document.rejected && document.rejected->stage == "read";
    ASSERT_EQ(difference(document, reader.read(written(document), "x:1")), "") << bent;
  }
  EXPECT_GT(rejected, 1000);
}

}  // namespace
}  // namespace newsfacts
