#include "pipeline/commands/ask.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "db/query.h"
#include "pipeline/commands/command.h"
#include "pipeline/output.h"

namespace newsfacts {
namespace {

std::size_t screen_width() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

Parameter parameter(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == text.npos) throw QueryError(text + ": a parameter is written name=value");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

void AskOptions::add_to(CLI::App& app) {
  add_store_option(app, &db);
  auto* named = app.add_option("--format", format, "table, csv (RFC 4180) or jsonl, one object a line")
                    ->check(CLI::IsMember({"table", "csv", "jsonl"}))
                    ->capture_default_str();
  const auto shorthand = [&](const char* flag, const char* meant) {
    return app.add_flag_callback(flag, [this, meant] { format = meant; },
                                 std::string("--format ") + meant)
        ->excludes(named);
  };
  shorthand("--csv", "csv")->excludes(shorthand("--json", "jsonl"));
  app.add_option("--timeout", seconds, "seconds after which it is stopped")->capture_default_str();
}

int answer(const AskOptions& options) {
  Store store(options.db, Database::Mode::kReadOnly);
  QueryOptions how;
  for (const std::string& text : options.parameters) how.parameters.push_back(parameter(text));
  how.format = options.format == "csv"     ? RowFormat::kCsv
               : options.format == "jsonl" ? RowFormat::kJson
                                           : RowFormat::kTable;
  how.width = screen_width();
  how.seconds = options.seconds;
  const std::uint64_t rows = ask(store, options.asked, how, write_out);
  flush_out();
  return rows > 0 ? kOk : kNothingFound;
}

}  // namespace newsfacts
