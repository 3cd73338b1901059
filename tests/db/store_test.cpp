#include "db/store.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "tests/db/newsroom.h"
#include "tests/db/temporary_file.h"

namespace newsfacts {
namespace {

using Mode = Database::Mode;

std::string text_of(const Database& database, const std::string& sql) {
  Statement row = database.prepare(sql);
  return row.step() ? std::string(row.text(0)) : "no row";
}

// A crowd of documents, all different.
std::vector<Document> crowd(int size) {
  std::vector<Document> documents;
  for (int i = 0; i < size; ++i) {
    const std::string number = std::to_string(i + 1);
    documents.push_back(
        Article(
            "crowd-" + number, "Outlet " + std::to_string(i % 7), "2026-03-14",
            "Report " + number + "\nThe harbour lost $" + number + " on Friday, Ines Okafor said.")
            .figure("$" + number, Kind::kMoney, number, "USD")
            .date("Friday", "2026-03-13")
            .name("Ines Okafor", Kind::kPerson, "Ines Okafor")
            .claim("The harbour lost $" + number, "harbour", "money|lose harbour", "$" + number)
            .done());
  }
  return documents;
}

TEST(Store, KeepsEveryDocumentOrSaysWhyNot) {
  Store store(":memory:", Mode::kCreate);
  const auto documents = newsroom();
  const LoadCounts counts = store.load(documents);
  EXPECT_EQ(counts.read, 6u);
  EXPECT_EQ(counts.stored, 4u);
  EXPECT_EQ(counts.duplicate, 0u);
  EXPECT_EQ(counts.rejected, 2u);
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM document"), 4);
  EXPECT_EQ(text_of(store.database(),
                    "SELECT group_concat(reason || ' at ' || place) "
                    "FROM rejected WHERE place IS NOT NULL"),
            "no JSON object at crawl.jsonl:3");
}

TEST(Store, LoadingTwiceChangesNothing) {
  Store store(":memory:", Mode::kCreate);
  auto documents = newsroom();
  store.load(documents);
  store.finish_load();
  const std::string before = store.content_hash();
  documents.push_back(documents[0]);
  const LoadCounts counts = store.load(documents);
  store.finish_load();
  EXPECT_EQ(counts.stored, 0u);
  EXPECT_EQ(counts.duplicate, 5u);
  EXPECT_EQ(counts.rejected, 2u);
  EXPECT_EQ(store.content_hash(), before);
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM rejected"), 2);
}

TEST(Store, FindsTheDuplicateWithinABatch) {
  Store store(":memory:", Mode::kCreate);
  auto documents = newsroom();
  documents.push_back(documents[0]);
  const LoadCounts counts = store.load(documents);
  EXPECT_EQ(counts.stored, 4u);
  EXPECT_EQ(counts.duplicate, 1u);
}

TEST(Store, RefusesADocumentThatWasNotNormalized) {
  Store store(":memory:", Mode::kCreate);
  const Document document({}, "raw alone");
  EXPECT_EQ(store.load({&document, 1}).rejected, 1u);
  EXPECT_EQ(text_of(store.database(), "SELECT stage || ': ' || reason FROM rejected"),
            "load: no text: it was not normalized");
}

TEST(Store, IsTheSameInAnyOrderAndAnyBatches) {
  auto documents = newsroom();
  for (Document& document : crowd(40)) documents.push_back(std::move(document));
  std::string expected;
  for (unsigned seed = 0; seed < 6; ++seed) {
    Store store(":memory:", Mode::kCreate);
    for (std::size_t at = 0, size = 1 + seed * 9; at < documents.size(); at += size) {
      store.load(std::span(documents).subspan(at, std::min(size, documents.size() - at)));
      if (seed % 2) store.finish_load();
    }
    store.finish_load();
    link_newsroom(store.database());
    if (expected.empty()) expected = store.content_hash();
    EXPECT_EQ(store.content_hash(), expected) << "seed " << seed;
    std::shuffle(documents.begin(), documents.end(), std::mt19937(seed));
  }
}

struct Change {
  const char* sql;
};
void PrintTo(const Change& change, std::ostream* out) {
  *out << change.sql;
}

class ContentHash : public testing::TestWithParam<Change> {};

TEST_P(ContentHash, Notices) {
  Store store(":memory:", Mode::kCreate);
  store.load(newsroom());
  store.finish_load();
  link_newsroom(store.database());
  const std::string before = store.content_hash();
  store.database().execute(GetParam().sql);
  EXPECT_NE(store.content_hash(), before);
}

INSTANTIATE_TEST_SUITE_P(
    Changes, ContentHash,
    testing::Values(
        Change{"UPDATE document SET title = 'Fires' WHERE name = 'courier'"},
        Change{"UPDATE source SET name = 'Harbour Courier' WHERE name = 'The Harbour Courier'"},
        Change{"UPDATE fingerprint SET words = words + 1 WHERE document = 1"},
        Change{"UPDATE sentence SET role = 'caption' WHERE id = 2"},
        Change{"UPDATE rule SET name = 'date/day' WHERE name = 'date/by-hand'"},
        Change{"UPDATE entity SET name = 'I. Okafor' WHERE name = 'Ines Okafor'"},
        Change{"UPDATE mention SET low = '7' WHERE low = '6'"},
        Change{"UPDATE mention SET value = NULL WHERE value = '2026-03-13'"},
        Change{"UPDATE attribution SET via = 'a friend' WHERE document = 1"},
        Change{"UPDATE attribution_span SET end = end + 1 WHERE part = 'cue'"},
        Change{"UPDATE attribution_source SET name = 'T. Reyes' WHERE name = 'Tom Reyes'"},
        Change{"UPDATE claim SET polarity = 'negative' WHERE id = 1"},
        Change{"UPDATE rejected SET place = 'crawl.jsonl:4' WHERE place = 'crawl.jsonl:3'"},
        Change{"UPDATE copy SET score = 0.96"}, Change{"UPDATE story SET title = NULL"},
        Change{"UPDATE link SET origin = document"},
        Change{"UPDATE slot SET what = 'people hurt' WHERE id = 1"},
        Change{"UPDATE slot_claim SET slot = 3 WHERE claim = 1"},
        Change{"UPDATE difference SET relation = 'conflict'"}, Change{"DELETE FROM difference"}));

TEST(Store, CountsInCodePointsSoThatSqlFindsTheWords) {
  Store store(":memory:", Mode::kCreate);
  store.load(newsroom());
  EXPECT_EQ(store.database().integer(
                "SELECT count(*) FROM mention m JOIN document d ON d.id = m.document "
                "WHERE substr(d.text, m.start + 1, m.end - m.start) = m.text"),
            store.database().integer("SELECT count(*) FROM mention"));
  // "Six" stands behind "caf&eacute;" in what was read, and behind "café" in the text.
  EXPECT_EQ(text_of(store.database(),
                    "SELECT substr(d.raw, m.raw_start + 1, m.raw_end - m.raw_start) || ' ' || "
                    "m.start || ' ' || m.raw_start FROM mention m JOIN document d "
                    "ON d.id = m.document WHERE m.text = 'Six' AND d.name = 'courier'"),
            "Six 29 36");
  EXPECT_EQ(text_of(store.database(), "SELECT alignment FROM document WHERE name = 'courier'"),
            "[[12,23,12,16]]");
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM document WHERE raw IS NULL"), 3);
}

TEST(Store, KeepsAmountsExact) {
  Store store(":memory:", Mode::kCreate);
  store.load(newsroom());
  EXPECT_EQ(text_of(store.database(),
                    "SELECT group_concat(low || ' ' || low_precision || ' ' || value, ', ') FROM "
                    "(SELECT * FROM mention WHERE unit = 'USD' ORDER BY length(text))"),
            "900 0 900 USD, 4200000 5 4200000 USD, 4200000 0 4200000 USD");
}

TEST(Store, KeepsEveryFieldOfAValue) {
  Metadata from;
  from.id = "values";
  const std::string text = "a b c d";
  Document document(from, text);
  Alignment as_it_stood;
  as_it_stood.copied(7);
  document.set_text(text, as_it_stood);
  const auto day = [](const char* iso_day) { return parse_day(iso_day); };
  const TimeValue until{"2025-09",     {day("2025-09-01"), day("2025-09-30")},
                        Grain::kMonth, TimeBasis::kPublished,
                        Bound::kUntil, day("2026-04-27"),
                        Quant::kEvery, "2X",
                        "+01:00"};
  const TimeValue unknown{"XXXX-WXX-2", {}, Grain::kNone, TimeBasis::kUnresolved, Bound::kNone, {}};
  Amount at_least{Decimal(12, -2),         std::nullopt,    Relation::kAtLeast, Symbol("USD"),
                  CurrencyBasis::kContext, Symbol("share"), Symbol("rise-to"),  -1};
  Amount range{Decimal(3, 6),
               Decimal(4, 6),
               Relation::kRange,
               Symbol("JPY"),
               CurrencyBasis::kExplicit,
               {},
               {},
               2};
  document.mentions = {{{0, 1}, Kind::kDate, {}, until},
                       {{2, 3}, Kind::kTime, Symbol("time/day"), unknown},
                       {{4, 5}, Kind::kMoney, {}, at_least},
                       {{6, 7}, Kind::kMoney, {}, range}};
  Store store(":memory:", Mode::kCreate);
  store.load({&document, 1});
  const std::string row =
      "SELECT concat FROM (SELECT ord, quote(rule) || quote(value) || quote(low) || quote(high) || "
      "quote(low_precision) || quote(high_precision) || quote(relation) || quote(unit) || "
      "quote(per) || quote(role) || quote(converts) || quote(first) || quote(last) || "
      "quote(grain) || quote(bound) || quote(anchor) || quote(quant) || "
      "quote(freq) || quote(zone) || quote(basis) AS concat FROM mention) "
      "WHERE ord = ";
  EXPECT_EQ(text_of(store.database(), row + "0"),
            "NULL'2025-09'NULLNULLNULLNULLNULLNULLNULLNULLNULL'2025-09-01''2025-09-30''month'"
            "'until''2026-04-27''EVERY''2X''+01:00''published'");
  EXPECT_EQ(text_of(store.database(), row + "1"),
            "1'XXXX-WXX-2'NULLNULLNULLNULLNULLNULLNULLNULLNULLNULLNULLNULLNULLNULLNULLNULLNULL'unresolved'");
  EXPECT_EQ(text_of(store.database(), row + "2"),
            "NULL'>= 0.12 USD per share''0.12'NULL-2NULL'>=''USD''share''rise-to'NULLNULLNULLNULL"
            "NULLNULLNULLNULLNULL'context'");
  EXPECT_EQ(text_of(store.database(), row + "3"),
            "NULL'3000000..4000000 JPY''3000000''4000000'66'range''JPY'NULLNULL2NULLNULLNULLNULL"
            "NULLNULLNULLNULL'explicit'");
}

TEST(Store, TellsAPlaceFromAPersonOfTheSameName) {
  Store store(":memory:", Mode::kCreate);
  const std::vector<Document> documents = {
      Article("a", "", "", "Jordan").name("Jordan", Kind::kPlace, "Jordan").done(),
      Article("b", "", "", "Michael Jordan").name("Jordan", Kind::kPerson, "Jordan").done(),
      Article("c", "", "", "To Jordan").name("Jordan", Kind::kPlace, "Jordan").done()};
  store.load(documents);
  EXPECT_EQ(
      text_of(store.database(), "SELECT group_concat(kind || ' ' || mentions, ', ') FROM names"),
      "person 1, place 2");
}

TEST(Store, FindsWordsInSentencesOnceTheLoadIsFinished) {
  Store store(":memory:", Mode::kCreate);
  const auto documents = newsroom();
  store.load(std::span(documents).first(1));
  store.finish_load();
  store.load(documents);
  store.finish_load();
  const std::string found =
      "SELECT group_concat(name || ' ' || snippet, ', ') FROM (SELECT d.name, "
      "snippet(sentences_fts, "
      "0, '[', ']', '...', 3) AS snippet FROM sentences_fts('cafe OR mending') f JOIN sentence n "
      "ON n.id = f.rowid JOIN document d ON d.id = n.document ORDER BY 1)";
  EXPECT_EQ(text_of(store.database(), found),
            "courier ...the [caf\u00e9] ferry..., post [Mending] the Marta...");
  store.database().execute(
      "INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('integrity-check', 1)");
}

TEST(Store, HasAFullTextIndexThatDatasetteDetects) {
  const Store store(":memory:", Mode::kCreate);
  // Datasette's detect_fts().
  EXPECT_EQ(text_of(store.database(),
                    "SELECT name FROM sqlite_master WHERE rootpage = 0 AND "
                    "sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"sentences\"%'"),
            "sentences_fts");
}

TEST(Store, EveryViewAnswers) {
  Store store(":memory:", Mode::kCreate);
  store.load(newsroom());
  store.finish_load();
  link_newsroom(store.database());
  Statement view = store.database().prepare("SELECT name FROM sqlite_schema WHERE type = 'view'");
  int views = 0;
  for (; view.step(); ++views)
    EXPECT_GT(store.database().integer("SELECT count(*) FROM " + std::string(view.text(0))), 0)
        << view.text(0);
  EXPECT_EQ(views, 21);
}

TEST(Store, StandsAloneWhenItIsClosed) {
  const TemporaryFile file("facts.db");
  std::string hash;
  {
    Store store(file.path(), Mode::kCreate);
    store.load(newsroom());
    store.finish_load();
    hash = store.content_hash();
  }
  EXPECT_FALSE(file.has_company());
  const Store store(file.path(), Mode::kReadOnly);
  EXPECT_EQ(store.content_hash(), hash);
  EXPECT_EQ(text_of(store.database(), "PRAGMA journal_mode"), "delete");
}

// ---- files that are no store of ours

std::string refusal(const std::string& path, Mode mode) {
  try {
    const Store store(path, mode);
  } catch (const OtherSchema& error) {
    return error.what();
  }
  return "opened";
}

TEST(OtherSchema, IsSaidOfAnotherVersion) {
  const TemporaryFile file("facts.db");
  { const Store store(file.path(), Mode::kCreate); }
  Database(file.path(), Mode::kReadWrite).execute("PRAGMA user_version = 5");
  for (const Mode mode : {Mode::kCreate, Mode::kReadWrite, Mode::kReadOnly})
    EXPECT_EQ(
        refusal(file.path(), mode),
        file.path() + " was made by schema 5; this newsfacts reads 4: load again into a new file");
}

TEST(OtherSchema, IsSaidOfTheDatabaseOfAnotherProgram) {
  const TemporaryFile file("other.db");
  Database(file.path(), Mode::kCreate).execute("CREATE TABLE claim (id, words)");
  for (const Mode mode : {Mode::kCreate, Mode::kReadOnly})
    EXPECT_EQ(refusal(file.path(), mode),
              file.path() + " is a database of another program, not a fact store");
  EXPECT_EQ(Database(file.path(), Mode::kReadOnly).integer("SELECT count(*) FROM sqlite_schema"),
            1);
}

TEST(OtherSchema, IsSaidOfAFileThatIsNoDatabase) {
  const TemporaryFile file("article.txt");
  std::ofstream(file.path()) << std::string(5000, 'x');
  for (const Mode mode : {Mode::kCreate, Mode::kReadOnly})
    EXPECT_EQ(refusal(file.path(), mode), file.path() + " is no database");
}

TEST(OtherSchema, IsSaidOfAnEmptyFileThatShouldHoldFacts) {
  const TemporaryFile file("empty.db");
  { const std::ofstream empty(file.path()); }
  EXPECT_EQ(refusal(file.path(), Mode::kReadOnly), file.path() + " is empty, not a fact store");
  EXPECT_EQ(refusal(file.path(), Mode::kCreate), "opened");
}

// ---- machines that break

TEST(Store, SaysThatTheDiskIsFullAndGoesOnWhenItIsNot) {
  const TemporaryFile file("facts.db");
  const auto documents = crowd(400);
  std::string expected;
  {
    Store whole(":memory:", Mode::kCreate);
    whole.load(documents);
    whole.finish_load();
    expected = whole.content_hash();
  }
  Store store(file.path(), Mode::kCreate);
  store.load(std::span(documents).first(10));
  const std::string before = store.content_hash();
  store.database().execute("PRAGMA max_page_count = 60");
  try {
    store.load(documents);
    FAIL() << "400 documents fitted into 60 pages";
  } catch (const DatabaseError& error) {
    EXPECT_EQ(error.code, 13);
    EXPECT_EQ(error.what(), file.path() + ": database or disk is full");
  }
  EXPECT_EQ(store.content_hash(), before);
  store.database().execute("PRAGMA max_page_count = 1000000");
  store.load(documents);
  store.finish_load();
  EXPECT_EQ(store.content_hash(), expected);
}

void load_in_batches(const std::string& path, std::span<const Document> documents) {
  Store store(path, Mode::kCreate);
  for (std::size_t at = 0; at < documents.size(); at += 20)
    store.load(documents.subspan(at, std::min<std::size_t>(20, documents.size() - at)));
  store.finish_load();
}

TEST(Store, IsCompletedAfterAKillAtAnyMoment) {
  const auto documents = crowd(400);
  std::string expected;
  const TemporaryFile whole("whole.db");
  load_in_batches(whole.path(), documents);
  expected = Store(whole.path(), Mode::kReadOnly).content_hash();

  std::mt19937 random(1);
  for (int kill_number = 0; kill_number < 12; ++kill_number) {
    const TemporaryFile file("killed.db");
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      load_in_batches(file.path(), documents);
      _exit(0);
    }
    usleep(static_cast<useconds_t>(random() % 120'000));
    kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);

    load_in_batches(file.path(), documents);
    const Store store(file.path(), Mode::kReadOnly);
    EXPECT_EQ(store.content_hash(), expected);
    EXPECT_EQ(text_of(store.database(), "PRAGMA integrity_check"), "ok");
    EXPECT_EQ(store.database().integer("SELECT count(*) FROM sentences_fts('harbour')"), 400);
    EXPECT_FALSE(file.has_company());
  }
}

}  // namespace
}  // namespace newsfacts
