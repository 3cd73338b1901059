// newsfacts: the one place that turns errors into messages and exit codes.

#include <fmt/format.h>

#include <cstdio>

#include "db/query.h"
#include "db/store.h"
#include "extractors/rule_file.h"
#include "pipeline/commands/command.h"
#include "pipeline/output.h"
#include "pipeline/signals.h"

namespace {

using namespace newsfacts;

constexpr char kDescription[] =
    "Facts and claims of news articles, and where sources agree, conflict or stand alone.\n"
    "Offline; everything is kept in one SQLite file.";

int fail(int code, const char* what) {
  fmt::print(stderr, "newsfacts: {}\n", what);
  return code;
}

int run_command(int argc, char** argv) {
  CLI::App app(kDescription, "newsfacts");
  app.set_version_flag("--version", NEWSFACTS_VERSION);
  app.require_subcommand(1);
  std::function<int()> chosen;
  for (const Command* command : commands()) {
    CLI::App* sub =
        app.add_subcommand(std::string(command->name), std::string(command->summary));
    sub->footer(std::string(command->help));
    sub->callback([&chosen, action = command->declare(*sub)] { chosen = action; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? int{kOk} : int{kUsage};
  }
  return chosen();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    catch_signals();
    return run_command(argc, argv);
  } catch (const OtherSchema& error) {
    return fail(kOtherSchema, error.what());
  } catch (const DatabaseError& error) {
    return fail(kInputOutput, error.what());
  } catch (const InputOutputError& error) {
    return fail(kInputOutput, error.what());
  } catch (const QueryError& error) {
    return fail(kUsage, error.what());
  } catch (const RuleFileError& error) {
    return fail(kUsage, error.what());
  } catch (const std::invalid_argument& error) {
    return fail(kUsage, error.what());
  } catch (const std::exception& error) {
    return fail(kInputOutput, error.what());
  }
}
