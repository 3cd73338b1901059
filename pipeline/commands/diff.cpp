// diff: what two articles, or the articles of a story, agree on, where they conflict, and what only
// one of them says.

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <memory>

#include "db/find.h"
#include "db/link/link.h"
#include "db/report_page.h"
#include "db/store.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"
#include "pipeline/runner.h"

namespace newsfacts {
namespace {

struct DiffOptions {
  std::vector<std::string> documents;
  std::string db, story, since, only, kind, output;
  std::string format = "text";
  std::string rules;
  ReadOptions read;
};

// The one article of a file, through the whole line.  Its rejection is the command's: a diff
// with half its articles is none.
Document article(const std::string& path, const DiffOptions& options, const Equipment& equipment) {
  Inputs inputs({path}, options.read);
  std::optional<Document> found;
  run(
      stages(), equipment, [&] { return inputs.next(); },
      [&](Document&& document) {
        if (found) throw std::invalid_argument(path + " holds more than one article: ingest it");
        found = std::move(document);
      },
      1);
  if (!found) throw std::invalid_argument(path + " holds no article");
  if (found->rejected)
    throw InputOutputError(path + ": " + found->rejected->stage + ": " + found->rejected->reason);
  return *std::move(found);
}

// What is laid side by side, and the store it was read from.
struct Laid {
  std::unique_ptr<Store> store;
  std::vector<Report> reports;
};

Laid of_files(const DiffOptions& options) {
  const Equipment equipment = equip(stages(), options.rules);
  std::vector<Document> articles;
  for (const std::string& path : options.documents)
    articles.push_back(article(path, options, equipment));
  const Key a = articles[0].key(), b = articles[1].key();
  if (a == b) throw std::invalid_argument("A and B are the same document, to the byte");
  Laid laid{std::make_unique<Store>(":memory:", Database::Mode::kCreate), {}};
  Store& store = *laid.store;
  store.load(articles);
  store.finish_load();
  const std::int64_t rows[] = {*document_of(store.database(), a), *document_of(store.database(), b)};
  link_as_one_story(store, rows);
  const auto report = read_report(store.database(), story_of(store.database(), rows[0]).value());
  laid.reports.push_back(narrowed(*report, rows[0], rows[1]));
  return laid;
}

// The stories that have an article of that day or a later one, in the order of their first days.
std::vector<std::int64_t> stories_since(const Database& database, const std::string& day) {
  if (!parse_day(day)) throw std::invalid_argument(day + " is no day: write 2026-04-27");
  Statement read = database.prepare(
      "SELECT story FROM documents WHERE story IS NOT NULL GROUP BY story "
      "HAVING max(published) >= ? ORDER BY min(published), story");
  read.bind(1, day);
  std::vector<std::int64_t> all;
  while (read.step()) all.push_back(read.integer(0));
  return all;
}

Laid of_store(const DiffOptions& options) {
  Laid laid{std::make_unique<Store>(options.db.empty() ? "facts.db" : options.db,
                                    Database::Mode::kReadOnly),
            {}};
  const Database& database = laid.store->database();
  if (!options.since.empty()) {
    for (const std::int64_t story : stories_since(database, options.since))
      laid.reports.push_back(read_report(database, story).value());
    return laid;
  }
  if (!options.story.empty()) {
    laid.reports.push_back(read_report(database, story_named(database, options.story)).value());
    return laid;
  }
  const std::int64_t a = document_named(database, options.documents[0]);
  const std::int64_t b = document_named(database, options.documents[1]);
  const auto story = story_of(database, a);
  if (!story || story != story_of(database, b))
    throw std::invalid_argument("the two are not of one story: diff their files instead");
  laid.reports.push_back(narrowed(*read_report(database, *story), a, b));
  return laid;
}

std::string written(const DiffOptions& options, const Laid& laid, const Report& report) {
  const Only only = found_in<Verdict>(kVerdictNames, options.only);
  if (options.format == "jsonl") return report_json_lines(report, only);
  if (options.format == "json") return report_json(report, only);
  if (options.format == "csv") return report_csv(report, only);
  if (options.format == "html")
    return report_html(read_page(laid.store->database(), report, "newsfacts, the claims of a story laid side by side"), only);
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org
  const bool color = options.output.empty() && isatty(STDOUT_FILENO) != 0 && !(no_color && *no_color);
  return report_text(report, only, {color, 120});
}

int diff(const DiffOptions& options) {
  const bool of_stories = !options.story.empty() || !options.since.empty();
  if (options.documents.size() != (of_stories ? 0u : 2u))
    throw std::invalid_argument("diff takes two articles, or --story, or --since");
  if (options.format == "html" && !options.since.empty())
    throw std::invalid_argument("an HTML report is of one story: --story");
  const bool stored = of_stories || !options.db.empty();
  Laid laid = stored ? of_store(options) : of_files(options);
  std::size_t conflicts = 0;
  std::string all;
  for (Report& report : laid.reports) {
    if (!options.kind.empty()) report = of_measure(std::move(report), options.kind);
    if (!options.since.empty() && report.findings.empty()) continue;
    conflicts += report.count(Verdict::kConflict);
    all += written(options, laid, report);
    if (options.format == "text" && laid.reports.size() > 1) all += '\n';
  }
  if (options.output.empty()) {
    write_out(all);
    flush_out();
  } else {
    std::ofstream file(options.output, std::ios::binary);
    if (!(file << all << std::flush)) throw InputOutputError("cannot write " + options.output);
  }
  return conflicts > 0 ? kNothingFound : kOk;
}

// "conflicts" is what people type.
std::string singular(std::string only) {
  if (only == "conflicts") return "conflict";
  if (only == "agreements") return "agree";
  return only;
}

}  // namespace

const Command kDiff = {
    "diff", "what sources agree on, where they conflict, what only one says",
    "A and B are files; with --db they are documents of a store, by name or key. --story takes a\n"
    "number, or words of the story's title or of a document's name. Exit code 1: there are\n"
    "conflicts.\n\n"
    "  newsfacts diff a.txt b.txt\n"
    "  newsfacts diff --db facts.db --story 3 --only conflicts\n"
    "  newsfacts diff --db facts.db --story merger --format html -o merger.html\n"
    "  newsfacts diff --db facts.db --since 2026-04-20 --kind money --format csv",
    [](CLI::App& app) {
      auto options = std::make_shared<DiffOptions>();
      app.add_option("A_B", options->documents, "two articles")->expected(0, 2);
      app.add_option("--db", options->db, "the fact store that A and B, or the story, are in");
      app.add_option("--story", options->story, "a whole story of the store");
      app.add_option("--since", options->since, "all stories with an article of that day or later");
      app.add_option("--only", options->only, "conflicts, agreements or only")
          ->check(CLI::IsMember({"conflict", "conflicts", "agree", "agreements", "only"}))
          ->each([options](const std::string& only) { options->only = singular(only); });
      app.add_option("--kind", options->kind, "what is measured: money, count, date, percent ...");
      app.add_option("--format", options->format, "text, json, jsonl, csv or html")
          ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "html"}))
          ->capture_default_str();
      app.add_option("-o,--output", options->output, "into a file instead of standard output");
      app.add_option("--rules", options->rules, "folder of rule pages of your own")
          ->check(CLI::ExistingDirectory);
      add_read_options(app, &options->read);
      return std::function<int()>([options] { return diff(*options); });
    }};

}  // namespace newsfacts
