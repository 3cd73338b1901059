// duplicates: the copies in a store, the figures they changed, the passages that others share.

#include "pipeline/commands/ask.h"
#include "pipeline/commands/store_commands.h"

namespace newsfacts {
namespace {

struct DuplicatesOptions {
  AskOptions ask;
  std::string document;
  bool passages = false, corrections = false;
};

}  // namespace

const Command kDuplicates = {
    "duplicates", "the copies in a store: of which article, of what kind, and why",
    "Exact copies, reprints, truncated and updated versions; ten reprints are one origin. With\n"
    "--corrections the figures that an updated version changed; with --passages the words in a row\n"
    "that articles share though neither is a copy of the other: quotes, wire paragraphs,\n"
    "boilerplate. The same as `newsfacts query copies`, `corrections`, `passages`.\n\n"
    "  newsfacts duplicates --db facts.db\n"
    "  newsfacts duplicates --db facts.db --passages --of merger/ledger-deal.txt",
    [](CLI::App& app) {
      auto options = std::make_shared<DuplicatesOptions>();
      options->ask.add_to(app);
      auto* passages = app.add_flag("--passages", options->passages, "shared words of other articles");
      app.add_flag("--corrections", options->corrections, "the figures that were changed")
          ->excludes(passages);
      app.add_option("--of", options->document, "the passages of this article alone")
          ->needs(passages);
      return std::function<int()>([options] {
        AskOptions& ask = options->ask;
        ask.asked = options->passages ? "passages" : options->corrections ? "corrections" : "copies";
        ask.give("document", options->document);
        return answer(ask);
      });
    }};

}  // namespace newsfacts
