// ingest and load: the line into a store.

#include <fmt/format.h>

#include <cstdio>

#include "db/link/link.h"
#include "extractors/names/name_parts.h"
#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/batcher.h"
#include "pipeline/progress.h"
#include "pipeline/runner.h"
#include "pipeline/signals.h"

namespace newsfacts {
namespace {

struct IngestOptions {
  LineOptions line;
  std::string db = "facts.db";
  bool link = true;
  bool progress = false;
};

void print(const LinkCounts& linked) {
  fmt::print(stderr, "{} linked: {} copies, {} stories, {} names merged, {} slots, {} agree, {} conflict\n",
             linked.documents, linked.copies, linked.stories, linked.merged, linked.slots,
             linked.agree, linked.conflict);
}

int into_store(std::span<const Stage> line, const IngestOptions& options) {
  const Equipment equipment = equip(line, options.line.rules);  // a bad page leaves no new file
  Store store(options.db, Database::Mode::kCreate);
  Batcher batcher(store);
  Summary summary;
  std::uint64_t documents = 0;
  Inputs inputs(options.line.paths, options.line.read);
  {
    Progress progress("ingest", options.progress);
    run(
        line, equipment, [&] { return signal_received() ? std::nullopt : inputs.next(); },
        [&](Document&& document) {
          summary.bytes += document.raw().size();
          batcher.take(std::move(document));
          progress.show(inputs.bytes_done(), inputs.bytes_total(), ++documents);
        },
        options.line.workers);
    batcher.flush();
    store.finish_load();
  }
  const LoadCounts& counts = batcher.counts();
  summary.read = counts.read;
  summary.stored = counts.stored;
  summary.duplicate = counts.duplicate;
  summary.rejected = counts.rejected;
  summary.passed_over = inputs.passed_over();
  fmt::print(stderr, "{}\n", summary.str());
  if (const int signal = signal_received()) {
    fmt::print(stderr, "stopped by signal {}; run it again to go on\n", signal);
    return kInterrupted + signal;
  }
  if (options.link) {
    print(link(store, names::parts_of));
  }
  if (counts.rejected > 0) {
    fmt::print(stderr, "{} rejected: newsfacts query --db {} rejected\n", counts.rejected,
               options.db);
    return kSomeRejected;
  }
  return kOk;
}

}  // namespace

const Command kIngest = {
    "ingest", "articles into a fact store: every stage, load and link in one process",
    "Reads files and folders, finds the facts, writes them to the store and links them across\n"
    "documents. Documents that are there already are counted, not stored again: after a kill, run\n"
    "the same command again.\n\n"
    "  newsfacts ingest articles/ --db facts.db",
    [](CLI::App& app) {
      auto options = std::make_shared<IngestOptions>();
      options->line.add_to(app, true);
      add_store_option(app, &options->db);
      app.add_flag("!--no-link", options->link, "load only; `newsfacts link` does the rest later");
      app.add_flag("--progress", options->progress, "draw the bar even where stderr is no terminal");
      return std::function<int()>([options] { return into_store(stages(), *options); });
    }};

const Command kLoad = {
    "load", "documents that went through every stage, as JSON lines, into a fact store",
    "The end of a pipe of stages. `newsfacts link` comes after it.\n\n"
    "  newsfacts read a/ | newsfacts normalize | newsfacts segment | newsfacts extract |\n"
    "    newsfacts claims | newsfacts fingerprint | newsfacts load --db facts.db",
    [](CLI::App& app) {
      auto options = std::make_shared<IngestOptions>();
      options->link = false;
      app.add_option("PATHS", options->line.paths, "files of JSON lines; - is standard input");
      add_store_option(app, &options->db);
      app.add_flag("--progress", options->progress, "draw the bar even where stderr is no terminal");
      return std::function<int()>([options] { return into_store({}, *options); });
    }};

const Command kLink = {
    "link", "what only the whole store can tell: copies, stories, slots and differences",
    "Works on what was loaded since the last time and on what that touches.\n\n"
    "  newsfacts link --db facts.db",
    [](CLI::App& app) {
      auto db = std::make_shared<std::string>("facts.db");
      add_store_option(app, db.get());
      return std::function<int()>([db] {
        Store store(*db, Database::Mode::kReadWrite);
        print(link(store, names::parts_of));
        return int{kOk};
      });
    }};

}  // namespace newsfacts
