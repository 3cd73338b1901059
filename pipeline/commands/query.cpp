// query: SQL, or a question by its name, answered read-only.  duplicates is one such question.

#include "db/query.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "pipeline/commands/options.h"
#include "pipeline/commands/store_commands.h"
#include "pipeline/output.h"

namespace newsfacts {
namespace {

struct AskOptions {
  std::string db = "facts.db";
  std::string asked;
  std::vector<std::string> parameters;
  bool csv = false, json = false;
  double seconds = 60;

  void add_to(CLI::App& app) {
    add_store_option(app, &db);
    auto* as_csv = app.add_flag("--csv", csv, "RFC 4180");
    app.add_flag("--json", json, "one object a line")->excludes(as_csv);
    app.add_option("--timeout", seconds, "seconds after which it is stopped")
        ->capture_default_str();
  }
};

std::size_t screen_width() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

Parameter parameter(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == text.npos) throw QueryError(text + ": a parameter is written name=value");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

int answer(const AskOptions& options) {
  Store store(options.db, Database::Mode::kReadOnly);
  QueryOptions how;
  for (const std::string& text : options.parameters) how.parameters.push_back(parameter(text));
  how.format = options.csv ? RowFormat::kCsv : options.json ? RowFormat::kJson : RowFormat::kTable;
  how.width = screen_width();
  how.seconds = options.seconds;
  const std::uint64_t rows = ask(store, options.asked, how, write_out);
  flush_out();
  return rows > 0 ? kOk : kNothingFound;
}

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

const Command kDuplicates = {
    "duplicates", "the copies in a store: of which article, of what kind, and why",
    "Exact copies, reprints, truncated and updated versions; ten reprints are one origin. The same\n"
    "as `newsfacts query copies`.\n\n"
    "  newsfacts duplicates --db facts.db",
    [](CLI::App& app) {
      auto options = std::make_shared<AskOptions>();
      options->asked = "copies";
      options->add_to(app);
      return std::function<int()>([options] { return answer(*options); });
    }};

}  // namespace newsfacts
