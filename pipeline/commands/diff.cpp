// diff: what two articles, or the articles of a story, agree on, where they conflict, and what only
// one of them says.

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "db/find.h"
#include "db/link/link.h"
#include "db/report.h"
#include "db/store.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"
#include "pipeline/runner.h"

namespace newsfacts {
namespace {

struct DiffOptions {
  std::vector<std::string> documents;
  std::string db, story, only;
  std::string format = "text";
  std::string rules;
  ReadLimits limits;
};

// The one article of a file, through the whole line.  Its rejection is the command's: a diff
// with half its articles is none.
Document article(const std::string& path, const DiffOptions& options, const Equipment& equipment) {
  Inputs inputs({path}, options.limits);
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

Report of_files(const DiffOptions& options) {
  const Equipment equipment = equip(stages(), options.rules);
  std::vector<Document> articles;
  for (const std::string& path : options.documents)
    articles.push_back(article(path, options, equipment));
  const Key a = articles[0].key(), b = articles[1].key();
  if (a == b) throw std::invalid_argument("A and B are the same document, to the byte");
  Store store(":memory:", Database::Mode::kCreate);
  store.load(articles);
  store.finish_load();
  const std::int64_t rows[] = {*document_of(store.database(), a), *document_of(store.database(), b)};
  link_as_one_story(store, rows);
  const auto report = read_report(store.database(), story_of(store.database(), rows[0]).value());
  return narrowed(*report, rows[0], rows[1]);
}

Report of_store(const DiffOptions& options) {
  const Store store(options.db.empty() ? "facts.db" : options.db, Database::Mode::kReadOnly);
  const Database& database = store.database();
  if (!options.story.empty())
    return read_report(database, story_named(database, options.story)).value();
  const std::int64_t a = document_named(database, options.documents[0]);
  const std::int64_t b = document_named(database, options.documents[1]);
  const auto story = story_of(database, a);
  if (!story || story != story_of(database, b))
    throw std::invalid_argument("the two are not of one story: diff their files instead");
  return narrowed(*read_report(database, *story), a, b);
}

int diff(const DiffOptions& options) {
  if (options.documents.size() != (options.story.empty() ? 2u : 0u))
    throw std::invalid_argument("diff takes two articles, or --story");
  const bool stored = !options.story.empty() || !options.db.empty();
  const Report report = stored ? of_store(options) : of_files(options);
  const Only only = found_in<Verdict>(kVerdictNames, options.only);
  if (options.format == "jsonl") {
    write_out(report_json_lines(report, only));
  } else if (options.format == "json") {
    write_out(report_json(report, only));
  } else {
    const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org
    const bool color = isatty(STDOUT_FILENO) != 0 && !(no_color && *no_color);
    write_out(report_text(report, only, {color, 120}));
  }
  flush_out();
  return report.count(Verdict::kConflict) > 0 ? kNothingFound : kOk;
}

}  // namespace

const Command kDiff = {
    "diff", "what sources agree on, where they conflict, what only one says",
    "A and B are files; with --db they are documents of a store, by name or key. --story takes a\n"
    "number, or words of the story's title or of a document's name. Exit code 1: there are\n"
    "conflicts.\n\n"
    "  newsfacts diff a.txt b.txt\n"
    "  newsfacts diff --db facts.db --story 3 --only conflict",
    [](CLI::App& app) {
      auto options = std::make_shared<DiffOptions>();
      app.add_option("A_B", options->documents, "two articles")->expected(0, 2);
      app.add_option("--db", options->db, "the fact store that A and B, or the story, are in");
      app.add_option("--story", options->story, "a whole story of the store");
      app.add_option("--only", options->only, "conflict, agree or only")
          ->check(CLI::IsMember({"conflict", "agree", "only"}));
      app.add_option("--format", options->format, "text, json or jsonl")
          ->check(CLI::IsMember({"text", "json", "jsonl"}))
          ->capture_default_str();
      app.add_option("--rules", options->rules, "folder of rule pages of your own")
          ->check(CLI::ExistingDirectory);
      app.add_option("--max-document-bytes", options->limits.document_bytes,
                     "a longer article is rejected")
          ->capture_default_str();
      return std::function<int()>([options] { return diff(*options); });
    }};

}  // namespace newsfacts
