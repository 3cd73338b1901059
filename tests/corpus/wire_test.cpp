#include "corpus/wire.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/fingerprint.h"
#include "corpus/normalize.h"
#include "corpus/readers/inputs.h"
#include "corpus/segment.h"
#include "corpus/utf8.h"
#include "tests/corpus/exact_copy.h"
#include "tests/corpus/random_text.h"
#include "tests/corpus/wire_line.h"

namespace newsfacts {
namespace {

using namespace std::string_view_literals;

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
  compare(a.parts == b.parts, "parts");
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
                "en",
                "2026-03-15",
                "World",
                "Reuters",
                {"ferries", "Port \u00C9lan"}};
  Document document(std::move(from),
                    "\uFEFFJos\u0065\u0301  said \u201C$4.20 billion\u201D on 14\u00A0March.\r\n"
                    "Path C:\\dir\t\u2028or 50 people \U0001F600.\n");
  document.parts = {{{0, 11}, Role::kHeading}, {{11, 40}, Role::kBody}};
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
                 Bound::kUntil, day_of(2026, 3, 15),
                 Quant::kEvery, "2X",
                 "+01:00"};
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
  document.fingerprint = Fingerprint{Key{1, 0x8000000000000000},
                                     Key{0xFFFFFFFFFFFFFFFF, 3},
                                     12,
                                     {{0, 0}, {17, 0xABCDEF}, {0xFEDCBA98, 1}},
                                     {0, 5}};
  document.rejected = Rejection{"claims", "too \"many\"\n", "a.jsonl:3"};
  return document;
}

TEST(Wire, BringsBackADocumentWithEverythingInIt) {
  const Document document = full();
  const std::string line = written(document);
  EXPECT_EQ(difference(document, read(line)), "");
  EXPECT_EQ(written(read(line)), line);
}

// As `read` hands them on: there is no text yet.
TEST(Wire, KeepsPartsOfARawText) {
  Metadata from;
  from.id = "a.html";
  Document document(from, "Caf\u00E9\n\nOne");
  document.parts = {{{0, 5}, Role::kHeading}, {{7, 10}, Role::kListItem}};
  const std::string line = written(document);
  EXPECT_NE(line.find(R"("parts":[[0,4,"heading"],[6,9,"list"]])"), std::string::npos) << line;
  EXPECT_EQ(difference(document, read(line)), "");
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
                R"("basis":"published","bound":"until","anchor":"2026-03-15","quant":"EVERY",)"
                R"("freq":"2X","zone":"+01:00"})"),
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
