// Loading a store, against the floor: bare SQLite inserts of the same rows and FTS5 over the same
// text, no keys looked up, no indexes, nothing computed.  Both are timed in the same run, and both
// must end with the same rows.

#include <benchmark/benchmark.h>

#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "db/pages.h"
#include "db/store.h"

namespace newsfacts {
namespace {

constexpr std::size_t kBatch = 64;  // documents a transaction

// An article of some 4 kB: words as frequent as words are (Zipf), 25 sentences, 30 mentions,
// 5 claims, 4 quotes; one in four has another raw than its text.
class Newspaper {
 public:
  explicit Newspaper(unsigned seed) : random_(seed) {
    for (std::size_t i = 0; i < 20'000; ++i) {
      std::string word;
      for (std::size_t rest = i + 7 * 26; rest > 0; rest /= 26)
        word += static_cast<char>('a' + (rest * 7 + i) % 26);
      words_.push_back(word);
    }
    std::vector<double> weights;
    for (std::size_t i = 0; i < words_.size(); ++i) weights.push_back(1. / (3. + double(i)));
    any_word_ = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
  }

  Document article(std::size_t number) {
    Metadata metadata;
    metadata.id = "article-" + std::to_string(number);
    metadata.source = "Outlet " + std::to_string(number % 40);
    metadata.url = "https://news.example/" + metadata.id;
    metadata.title = "Report " + std::to_string(number);
    metadata.published = "2026-03-14";
    metadata.language = "en";

    std::string text;
    std::vector<Sentence> sentences;
    std::vector<Mention> mentions;
    std::vector<Attribution> attributions;
    std::vector<Claim> claims;
    const auto add = [&](const std::string& words) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += words;
      return Span{begin, static_cast<std::uint32_t>(text.size())};
    };
    for (std::uint32_t s = 0; s < 25; ++s) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      const std::string name = "Person " + std::to_string(any_word_(random_) % 5000);
      mentions.push_back({add(name), Kind::kPerson, names_, Name{name}});
      const Span content{begin, add(" " + words(10)).end};
      if (s % 5 == 0) {
        const std::string digits = std::to_string(1 + random_() % 900'000);
        add(" $");
        const Decimal decimal = Decimal::parse(digits).value();
        mentions.push_back(
            {add(digits), Kind::kMoney, money_,
             Amount{
                 decimal, decimal, Relation::kEqual, usd_, CurrencyBasis::kDefault, {}, {}, -1}});
        Claim claim;
        claim.span = {begin, static_cast<std::uint32_t>(text.size())};
        claim.subject = name;
        claim.slot = "money|" + words(3);
        claim.value = static_cast<int>(mentions.size()) - 1;
        claim.rule = claim_;
        claims.push_back(claim);
        Attribution attribution;
        attribution.source = {mentions[mentions.size() - 2].span};
        attribution.source_names = {name};
        attribution.content = {content};
        attribution.rule = quote_;
        attributions.push_back(attribution);
      }
      add(" " + words(12) + ".");
      sentences.push_back({{begin, static_cast<std::uint32_t>(text.size())}, Role::kBody, s / 3});
      add("\n");
    }

    Alignment alignment;
    std::string raw = text;
    if (number % 4 == 0) {
      raw.insert(100, " ");
      alignment.copied(100);
      alignment.replaced(1, 0);
      alignment.copied(static_cast<std::uint32_t>(text.size()) - 100);
    } else {
      alignment.copied(static_cast<std::uint32_t>(text.size()));
    }
    Document document(metadata, raw);
    document.set_text(text, alignment);
    document.sentences = std::move(sentences);
    document.mentions = std::move(mentions);
    document.attributions = std::move(attributions);
    document.claims = std::move(claims);
    Fingerprint print;
    print.exact = Key::of({text});
    print.words = 650;
    for (int i = 0; i < 80; ++i)
      print.shingles.push_back({static_cast<std::uint32_t>(random_()), static_cast<std::uint32_t>(random_() & 0xFFFFFFU)});
    std::sort(print.shingles.begin(), print.shingles.end());
    document.fingerprint = print;
    return document;
  }

 private:
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text.append(i ? " " : "").append(words_[any_word_(random_)]);
    return text;
  }

  std::mt19937_64 random_;
  std::vector<std::string> words_;
  std::discrete_distribution<std::size_t> any_word_;
  const Symbol names_{"names/person"}, money_{"money/sign"}, usd_{"USD"}, claim_{"claims/money"},
      quote_{"attribution/said"};
};

const std::vector<Document>& articles(std::size_t count) {
  static std::vector<Document> all;
  static Newspaper newspaper(1);
  while (all.size() < count) all.push_back(newspaper.article(all.size()));
  return all;
}

std::string fresh_file(const std::string& name) {
  const std::string path = (std::filesystem::temp_directory_path() / name).string();
  for (const char* end : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path + end);
  return path;
}

double cpu_seconds() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

// ---- the floor

struct Table {
  std::string name;
  std::vector<std::vector<std::string>> rows;  // an empty string is NULL: good enough to time
  std::vector<std::vector<Statement::Type>> types;
};

Table rows_of(const Database& database, const std::string& name, const std::string& sql) {
  Table table{name, {}, {}};
  Statement row = database.prepare(sql);
  while (row.step()) {
    table.rows.emplace_back();
    table.types.emplace_back();
    for (int at = 0; at < row.columns(); ++at) {
      table.types.back().push_back(row.type(at));
      table.rows.back().emplace_back(row.text(at));
    }
  }
  return table;
}

const std::vector<std::string> kTables = {
    "document",           "fingerprint", "sentence", "mention", "attribution", "attribution_span",
    "attribution_source", "claim",       "entity",   "source",  "rule"};

void insert(const Database& database, const Table& table) {
  std::string sql = "INSERT INTO " + table.name + " VALUES (?";
  for (std::size_t i = 1; i < table.rows.front().size(); ++i) sql += ", ?";
  Statement statement = database.prepare(sql + ")");
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t i = 0; i < table.rows[r].size(); ++i) {
      const int at = static_cast<int>(i) + 1;
      const std::string& cell = table.rows[r][i];
      switch (table.types[r][i]) {
        case Statement::Type::kNull: statement.bind_null(at); break;
        case Statement::Type::kInteger: statement.bind(at, std::int64_t{std::stoll(cell)}); break;
        case Statement::Type::kReal: statement.bind(at, std::stod(cell)); break;
        case Statement::Type::kText: statement.bind(at, std::string_view(cell)); break;
        case Statement::Type::kBlob:
          statement.bind_blob(at,
                              {reinterpret_cast<const unsigned char*>(cell.data()), cell.size()});
          break;
      }
    }
    statement.run();
  }
}

struct Times {
  double rows = 0, text = 0;
};

Times floor_of(const std::vector<Table>& tables, const Table& sentences) {
  const std::string path = fresh_file("newsfacts-floor.db");
  Times times;
  {
    const Database database(path, Database::Mode::kCreate);
    database.execute(page_named("schema.sql"));
    database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    database.execute(
        "CREATE VIRTUAL TABLE f USING fts5(text, content='', "
        "tokenize='unicode61 remove_diacritics 2')");
    const double begin = cpu_seconds();
    {
      Transaction transaction(database);
      for (const Table& table : tables) insert(database, table);
      transaction.commit();
    }
    const double middle = cpu_seconds();
    {
      Transaction transaction(database);
      Statement statement = database.prepare("INSERT INTO f(rowid, text) VALUES (?, ?)");
      for (std::size_t r = 0; r < sentences.rows.size(); ++r)
        statement.bind(1, static_cast<std::int64_t>(r + 1))
            .bind(2, std::string_view(sentences.rows[r][0]))
            .run();
      transaction.commit();
    }
    times = {middle - begin, cpu_seconds() - middle};
  }
  fresh_file("newsfacts-floor.db");
  return times;
}

// ---- the store

void load_against_floor(benchmark::State& state) {
  const std::vector<Document>& documents = articles(static_cast<std::size_t>(state.range(0)));
  const std::span<const Document> all(documents.data(), static_cast<std::size_t>(state.range(0)));
  double bytes = 0;
  for (const Document& document : all) bytes += double(document.text().size());

  std::vector<Table> tables;
  Table sentences;
  double rows = 0, file_size = 0;
  Times ours, floor;
  const std::string path = fresh_file("newsfacts-bench.db");
  for (auto _ : state) {
    fresh_file("newsfacts-bench.db");
    {
      Store store(path, Database::Mode::kCreate);
      const double begin = cpu_seconds();
      std::uint64_t stored = 0;
      for (std::size_t at = 0; at < all.size(); at += kBatch)
        stored += store.load(all.subspan(at, std::min(kBatch, all.size() - at))).stored;
      const double middle = cpu_seconds();
      store.finish_load();
      ours.rows += middle - begin;
      ours.text += cpu_seconds() - middle;
      if (stored != all.size()) state.SkipWithError("not every document was stored");
    }
    state.PauseTiming();
    if (tables.empty()) {
      const Store store(path, Database::Mode::kReadOnly);
      for (const std::string& name : kTables) {
        tables.push_back(rows_of(store.database(), name, "SELECT * FROM " + name));
        rows += double(tables.back().rows.size());
      }
      sentences = rows_of(store.database(), "", "SELECT text FROM sentences ORDER BY rowid");
      if (sentences.rows.size() != 25 * all.size()) state.SkipWithError("sentences are missing");
      if (store.database().integer("SELECT count(*) FROM sentences_fts('aa* OR person')") !=
          static_cast<std::int64_t>(sentences.rows.size()))
        state.SkipWithError("the full text is not complete");
      file_size = double(std::filesystem::file_size(path));
    }
    const Times bare = floor_of(tables, sentences);
    floor.rows += bare.rows;
    floor.text += bare.text;
    state.ResumeTiming();
  }
  const double runs = double(state.iterations());
  state.counters["MB/s"] = runs * bytes / 1e6 / (ours.rows + ours.text);
  state.counters["rows/s"] = runs * rows / ours.rows;
  state.counters["text_MB/s"] = runs * bytes / 1e6 / ours.text;  // indexes and FTS5
  state.counters["floor_MB/s"] = runs * bytes / 1e6 / (floor.rows + floor.text);
  state.counters["floor_rows/s"] = runs * rows / floor.rows;
  state.counters["floor_text_MB/s"] = runs * bytes / 1e6 / floor.text;
  state.counters["ratio"] = (ours.rows + ours.text) / (floor.rows + floor.text);
  state.counters["file_bytes_per_text_byte"] = file_size / bytes;
  state.counters["rows_per_document"] = rows / double(all.size());
  fresh_file("newsfacts-bench.db");
}
BENCHMARK(load_against_floor)->Arg(500)->Arg(5000)->Unit(benchmark::kMillisecond);

void load_duplicates(benchmark::State& state) {
  const std::vector<Document>& documents = articles(500);
  const std::span<const Document> all(documents.data(), 500);
  Store store(":memory:", Database::Mode::kCreate);
  store.load(all);
  for (auto _ : state)
    if (store.load(all).duplicate != all.size()) state.SkipWithError("something was stored twice");
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * all.size()));
}
BENCHMARK(load_duplicates)->Unit(benchmark::kMillisecond);

void content_hash(benchmark::State& state) {
  const std::vector<Document>& documents = articles(500);
  Store store(":memory:", Database::Mode::kCreate);
  store.load({documents.data(), 500});
  store.finish_load();
  for (auto _ : state) benchmark::DoNotOptimize(store.content_hash());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * 500));
}
BENCHMARK(content_hash)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsfacts
