// LINK over a store in memory, with documents as the earlier stages would hand them on.

#include "db/link/link.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/fingerprint.h"
#include "db/find.h"
#include "db/link/removal.h"
#include "db/store.h"
#include "tests/db/name_reader.h"

namespace newsfacts {
namespace {

struct Fact {
  std::string words;  // as they stand in the text
  std::int64_t number = 0;
  std::string what;  // what is counted
};

struct Article {
  std::string outlet, published, title, text;
  std::vector<std::string> names;
  std::vector<Fact> facts;
  std::vector<std::pair<std::string, std::string>> people = {};  // words, and who that is there
};

Span find(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Document document_of(const Article& article) {
  Metadata from;
  from.id = article.outlet + "/" + article.title;
  from.source = article.outlet;
  from.title = article.title;
  from.published = article.published;
  Document document(from, article.text);
  Alignment alignment;
  alignment.copied(static_cast<std::uint32_t>(article.text.size()));
  document.set_text(article.text, alignment);
  document.sentences.push_back(
      {{0, static_cast<std::uint32_t>(article.text.size())}, Role::kBody, 0});
  for (const std::string& name : article.names)
    document.mentions.push_back(
        {find(article.text, name), Kind::kOrganization, Symbol("test/name"), Name{name}});
  for (const auto& [words, who] : article.people)
    document.mentions.push_back(
        {find(article.text, words), Kind::kPerson, Symbol("test/person"), Name{who}});
  for (const Fact& fact : article.facts) {
    Amount amount;
    amount.low = amount.high = Decimal(fact.number, 0);
    amount.unit = Symbol("person");
    document.mentions.push_back(
        {find(article.text, fact.words), Kind::kNumber, Symbol("test/number"), amount});
  }
  std::sort(document.mentions.begin(), document.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  for (const Fact& fact : article.facts) {
    const Span span = find(article.text, fact.words);
    Claim claim;
    claim.span = span;
    claim.subject = "person";
    claim.slot = "count:person|" + fact.what;
    const auto at = std::find_if(document.mentions.begin(), document.mentions.end(),
                                 [&](const Mention& mention) { return mention.span == span; });
    claim.value = static_cast<int>(at - document.mentions.begin());
    claim.rule = Symbol("test/count");
    document.claims.push_back(claim);
  }
  fingerprint(document);
  return document;
}

struct Loaded {
  explicit Loaded(const std::vector<Article>& articles) {
    std::vector<Document> documents;
    for (const Article& article : articles) documents.push_back(document_of(article));
    store.load(documents);
    store.finish_load();
  }

  std::vector<std::string> column(std::string_view sql) const {
    std::vector<std::string> all;
    Statement statement = store.database().prepare(sql);
    while (statement.step()) all.emplace_back(statement.text(0));
    return all;
  }

  Store store{":memory:", Database::Mode::kCreate};
};

using Strings = std::vector<std::string>;

const std::string kLead =
    "A tanker called Borealis ran onto a reef outside Port Hallam in thick fog on Saturday night, "
    "and the harbor of the town was closed while crews laid booms around the wreck. ";
const std::string kMiddle =
    "Fishermen who know these waters said that the light on the reef had been dark since the "
    "autumn storm, and that nobody had answered their letters to the coast office about it. ";
const std::string kEnd =
    "The company Hallam Lines said it would pay for the clean-up of the beaches, where volunteers "
    "with buckets and shovels had been at work since the first light of the morning. ";

Article wire(std::string_view published, std::string_view rescued = "19") {
  return {"Meridian Wire",
          std::string(published),
          "Tanker Borealis on reef off Port Hallam",
          kLead + kMiddle + "Helicopters took " + std::string(rescued) + " sailors off. " + kEnd,
          {"Borealis", "Port Hallam", "Hallam Lines"},
          {{std::string(rescued) + " sailors", std::stoi(std::string(rescued)),
            "take helicopter sailor"}}};
}

const Article kOther = {
    "Courier",
    "2026-03-16",
    "Oil from tanker Borealis reaches beach of Port Hallam",
    "Black lumps lie on the sand of Port Hallam since the Borealis struck a reef. A helicopter "
    "took 17 sailors off the ship. Hallam Lines, which owns it, sent two men with a camera.",
    {"Port Hallam", "Borealis", "Hallam Lines"},
    {{"17 sailors", 17, "take helicopter sailor"}}};

const Article kApart = {
    "Courier",
    "2026-03-16",
    "School in Brekke gets a new roof",
    "The school of Brekke has rain in two classrooms. Builder Moen Tak will start in June.",
    {"Brekke", "Moen Tak"},
    {}};

TEST(Link, ArticlesOfOneEventAreAStoryAndTheirFiguresAreCompared) {
  Loaded loaded({wire("2026-03-15"), kOther, kApart});
  const LinkCounts counts = link(loaded.store, read_name);
  EXPECT_EQ(counts.documents, 3U);
  EXPECT_EQ(counts.stories, 1U);
  EXPECT_EQ(counts.copies, 0U);
  EXPECT_EQ(counts.conflict, 1U);
  EXPECT_EQ(loaded.column("SELECT title FROM story"),
            Strings{"Tanker Borealis on reef off Port Hallam"});
  EXPECT_EQ(loaded.column("SELECT relation FROM difference"), Strings{"conflict"});
}

TEST(Link, AReprintSharesItsOriginAndIsNoSourceOfItsOwn) {
  Article reprint = wire("2026-03-15");
  reprint.outlet = "Valley Chronicle";
  reprint.title = "Reef stops tanker";
  Loaded loaded({wire("2026-03-14"), reprint, kOther});
  const LinkCounts counts = link(loaded.store, read_name);
  EXPECT_EQ(counts.copies, 1U);
  EXPECT_EQ(counts.conflict, 1U) << "of the origin with the courier, and no more";
  EXPECT_EQ(loaded.column("SELECT kind FROM copy"), Strings{"exact"});
  EXPECT_EQ(loaded.column("SELECT count(DISTINCT slot) FROM slot_claim"), Strings{"1"})
      << "the claim of the reprint stands in the slot of its origin's";
}

TEST(Link, AnUpdatedPrintIsComparedWithItsOriginAndTheOthers) {
  // More figures than the one that changed, or it would be a template's.
  Article first = wire("2026-03-14"), later = wire("2026-03-15", "23");
  for (Article* article : {&first, &later}) {
    article->text += "The reef took 6 ships before, and the tanker has 11 tanks.";
    article->facts.push_back({"6 ships", 6, "reef take ship"});
    article->facts.push_back({"11 tanks", 11, "tanker tank"});
  }
  Loaded loaded({first, later, kOther});
  const LinkCounts counts = link(loaded.store, read_name);
  EXPECT_EQ(loaded.column("SELECT kind FROM copy"), Strings{"updated"});
  EXPECT_EQ(counts.conflict, 3U);
}

TEST(Link, AReprintOfNextMonthIsStillOfTheStory) {
  Article reprint = wire("2026-04-20");
  reprint.outlet = "Valley Chronicle";
  Loaded loaded({wire("2026-03-15"), reprint, kOther});
  link(loaded.store, read_name);
  EXPECT_EQ(loaded.column("SELECT count(*) FROM link WHERE story IS NOT NULL"), Strings{"3"});
}

TEST(Link, LinkingAgainChangesNothing) {
  Loaded loaded({wire("2026-03-15"), kOther, kApart});
  link(loaded.store, read_name);
  const std::string before = loaded.store.content_hash();
  const LinkCounts again = link(loaded.store, read_name);
  EXPECT_EQ(again.documents, 0U);
  EXPECT_EQ(again.stories, 1U);
  EXPECT_EQ(loaded.store.content_hash(), before);
}

TEST(Link, AnEmptyStoreHasNothingToLink) {
  Loaded loaded({});
  EXPECT_EQ(link(loaded.store, read_name).documents, 0U);
}

TEST(Link, DocumentsGivenByHandAreOneStoryWhateverTheyAreAbout) {
  Loaded loaded({wire("2026-03-15"), kApart});
  const std::vector<std::int64_t> both = {1, 2};
  const LinkCounts counts = link_as_one_story(loaded.store, both);
  EXPECT_EQ(counts.stories, 1U);
  EXPECT_EQ(loaded.column("SELECT documents FROM story"), Strings{"2"});
}

TEST(Link, CopiesGivenByHandAreComparedToo) {
  Loaded loaded({wire("2026-03-15"), wire("2026-03-15", "23")});
  const std::vector<std::int64_t> both = {1, 2};
  EXPECT_EQ(link_as_one_story(loaded.store, both).conflict, 1U);
}

// Articles on a few events, with reprints, cut and corrected ones, a round-up, and some that
// have no date: whatever LINK can tell apart, drawn by chance.
std::vector<Document> generated(std::size_t size) {
  std::mt19937 random(1966);  // the engine is the same everywhere, distributions are not
  const auto pick = [&](std::size_t of) { return static_cast<std::size_t>(random()) % of; };
  const std::vector<std::string> names = {"Orvane", "Lindtal", "Meridor", "Askvik",
                                          "Tessin", "Brekke",  "Halden",  "Moen",
                                          "Rana",   "Lovund",  "Skarn",   "Vik"};
  std::vector<Article> articles;
  for (std::size_t i = 0; i < size; ++i) {
    Article article;
    if (i > 3 && pick(3) == 0) {
      article = articles[pick(i)];  // a print of another
      const std::size_t change = pick(4);
      if (change == 0) article.published = "2026-03-2" + std::to_string(pick(10));
      if (change == 1) article.text += " Readers may write to this paper about it.";
      if (change == 2 && !article.facts.empty()) {
        article.text = article.facts[0].words + " in all. " + article.text;
      }
    } else {
      const std::size_t event = pick(6);
      article.published = pick(5) == 0 ? "" : "2026-03-1" + std::to_string(pick(10));
      // Of the names of an event two are its own, and one is the next event's, too.
      article.title = names[2 * event] + " and " + names[2 * event + 1];
      for (std::size_t k = 0; k < 3; ++k) {
        article.names.push_back(names[(2 * event + k) % names.size()]);
        if (pick(4) == 0) article.names.back() += " Corp.";
        article.text += article.names.back() + " met again. ";
      }
      // By the family name alone, who that is only the rest of the article or of the event tells.
      static const std::vector<std::string> kPeople = {"Kari Smith", "Ola Brandt", "Ida Lind",
                                                       "Kari Smith", "Per Brandt", "Siv Lind"};
      if (pick(2) == 0) {
        const std::string& full = kPeople[event];
        const std::string family = full.substr(full.find(' ') + 1);
        switch (pick(4)) {
          case 0: article.people.emplace_back(full, full); break;
          case 1: article.people.emplace_back(family, full); break;
          default: article.people.emplace_back(family, family);
        }
        article.text += article.people.back().first + " was there. ";
      }
      for (std::size_t k = 0; k < 40; ++k)
        article.text += "word" + std::string(1, static_cast<char>('a' + pick(20))) +
                        std::string(1, static_cast<char>('a' + event)) + " ";
      const auto number = static_cast<std::int64_t>(20 + pick(3));
      article.text += std::to_string(number) + " delegates came.";
      article.facts.push_back({std::to_string(number) + " delegates", number,
                               "come delegate event" + std::to_string(event)});
    }
    article.outlet = "Outlet " + std::to_string(pick(7));
    articles.push_back(article);
  }
  std::vector<Document> documents;
  for (const Article& article : articles) documents.push_back(document_of(article));
  return documents;
}

class LinkOrder : public testing::TestWithParam<unsigned> {};

TEST_P(LinkOrder, InOneBatchOrInManyInAnyOrderMakesTheSameStore) {
  std::vector<Document> documents = generated(90);
  Store whole(":memory:", Database::Mode::kCreate);
  whole.load(documents);
  whole.finish_load();
  const LinkCounts of_whole = link(whole, read_name);
  EXPECT_GT(of_whole.copies, 0U);
  EXPECT_GT(of_whole.stories, 1U);
  EXPECT_GT(of_whole.conflict, 0U);
  EXPECT_GT(of_whole.merged, 0U);
  for (const char* of_them : {"bearer IS NOT NULL", "full_name IS NOT NULL"})
    EXPECT_GT(whole.database().integer(std::string("SELECT count(*) FROM namesake WHERE ") + of_them),
              0);

  std::mt19937 random(GetParam());
  for (std::size_t i = documents.size(); i > 1; --i)
    std::swap(documents[i - 1], documents[random() % i]);
  Store parts(":memory:", Database::Mode::kCreate);
  for (std::size_t at = 0; at < documents.size();) {
    const std::size_t size = std::min<std::size_t>(1 + random() % 20, documents.size() - at);
    parts.load(std::span(documents).subspan(at, size));
    at += size;
    parts.finish_load();
    if (random() % 3 != 0) link(parts, read_name);
  }
  const LinkCounts of_parts = link(parts, read_name);
  EXPECT_EQ(of_parts.copies, of_whole.copies);
  EXPECT_EQ(of_parts.stories, of_whole.stories);
  EXPECT_EQ(of_parts.slots, of_whole.slots);
  EXPECT_EQ(of_parts.agree, of_whole.agree);
  EXPECT_EQ(of_parts.conflict, of_whole.conflict);
  EXPECT_EQ(parts.content_hash(), whole.content_hash());
}

INSTANTIATE_TEST_SUITE_P(, LinkOrder, testing::Range(1U, 5U));

// Deletion: what is left is as if the others had never come, and adding them again as if they had
// never gone.
class LinkRemoval : public testing::TestWithParam<unsigned> {};

TEST_P(LinkRemoval, LeavesTheStoreOfThoseThatStay) {
  const std::vector<Document> documents = generated(90);
  std::mt19937 random(GetParam());
  std::vector<Document> stay, go;
  std::set<Key> seen;
  for (const Document& document : documents)
    if (seen.insert(document.key()).second) (random() % 3 == 0 ? go : stay).push_back(document);
  const auto hash_of = [](const std::vector<Document>& some) {
    Store store(":memory:", Database::Mode::kCreate);
    store.load(some);
    store.finish_load();
    link(store, read_name);
    return store.content_hash();
  };

  Store store(":memory:", Database::Mode::kCreate);
  store.load(documents);
  store.finish_load();
  if (GetParam() % 2 == 0) link(store, read_name);
  while (!go.empty()) {
    std::vector<std::int64_t> some;
    for (std::size_t i = 1 + random() % 12; i > 0 && !go.empty(); --i) {
      some.push_back(*document_of(store.database(), go.back().key()));
      go.pop_back();
    }
    remove_documents(store, some);
    if (random() % 2 == 0) link(store, read_name);
  }
  link(store, read_name);
  EXPECT_EQ(store.content_hash(), hash_of(stay));
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM sentences_fts"),
            static_cast<std::int64_t>(stay.size()));

  store.load(documents);
  store.finish_load();
  link(store, read_name);
  EXPECT_EQ(store.content_hash(), hash_of(documents));
}

INSTANTIATE_TEST_SUITE_P(, LinkRemoval, testing::Range(1U, 7U));

class LinkCutOff : public testing::TestWithParam<const char*> {};

TEST_P(LinkCutOff, IsCompletedByTheNextRun) {
  const std::vector<Document> documents = generated(40);
  Store whole(":memory:", Database::Mode::kCreate), cut(":memory:", Database::Mode::kCreate);
  for (Store* store : {&whole, &cut}) {
    store->load(documents);
    store->finish_load();
  }
  link(whole, read_name);
  // The disk is full at the first row of that table.
  cut.database().execute(std::string("CREATE TRIGGER full BEFORE INSERT ON ") + GetParam() +
                         " BEGIN SELECT RAISE(ABORT, 'disk full'); END");
  EXPECT_THROW(link(cut, read_name), DatabaseError);
  cut.database().execute("DROP TRIGGER full");
  link(cut, read_name);
  EXPECT_EQ(cut.content_hash(), whole.content_hash());
}

INSTANTIATE_TEST_SUITE_P(, LinkCutOff,
                         testing::Values("segment", "segment_postings", "copy", "moved", "story_edge", "story",
                                         "retold", "naming", "alias", "touched", "merged",
                                         "namesake", "slot", "difference"));

}  // namespace
}  // namespace newsfacts
