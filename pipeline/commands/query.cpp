// query: SQL, or a question by its name, answered read-only.  duplicates is one such question.

#include "db/query.h"

#include <fmt/format.h>

#include "pipeline/commands/ask.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"

namespace newsfacts {
namespace {

int list_questions() {
  for (const Question& question : questions()) {
    write_out(fmt::format("{:<18}{}\n", question.name, question.what));
    if (question.params != "none") write_out(fmt::format("{:<20}{}\n", "", question.params));
  }
  flush_out();
  return kOk;
}

}  // namespace

const Command kQuery = {
    "query", "SQL, or a question by its name, over a store; read-only whatever the SQL",
    "Without a question it lists those that have a name. Parameters follow as name=value. Prints a\n"
    "table, or --csv, or --json (one object a line). Exit code 1: no row.\n\n"
    "  newsfacts query --db facts.db conflicts\n"
    "  newsfacts query --db facts.db figures-of name=Halvorsen\n"
    "  newsfacts query --db facts.db \"SELECT source, count(*) FROM documents GROUP BY 1\" --csv",
    [](CLI::App& app) {
      auto options = std::make_shared<AskOptions>();
      options->add_to(app);
      app.add_option("QUESTION", options->asked, "SQL or a name");
      app.add_option("PARAMETERS", options->parameters, "name=value ...");
      return std::function<int()>([options] {
        return options->asked.empty() ? list_questions() : answer(*options);
      });
    }};

}  // namespace newsfacts
