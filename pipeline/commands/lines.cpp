// read, annotate, and every stage on its own: documents in, JSON lines out.

#include "pipeline/commands/lines.h"

#include "corpus/wire.h"
#include "pipeline/commands/options.h"
#include "pipeline/output.h"
#include "pipeline/runner.h"
#include "pipeline/signals.h"

namespace newsfacts {
namespace {

int write_lines(std::span<const Stage> line, const LineOptions& options) {
  Inputs inputs(options.paths, options.read);
  bool rejected = false;
  std::string json;
  run(
      line, equip(line, options.rules),
      [&] { return signal_received() ? std::nullopt : inputs.next(); },
      [&](Document&& document) {
        rejected |= document.rejected.has_value();
        json.clear();
        write_json_line(document, &json);
        write_out(json);
      },
      options.workers);
  flush_out();
  if (const int signal = signal_received()) return kInterrupted + signal;
  return rejected ? kSomeRejected : kOk;
}

std::function<int()> declare(CLI::App& app, std::span<const Stage> line, bool paths_required) {
  auto options = std::make_shared<LineOptions>();
  options->add_to(app, paths_required);
  return [options, line] { return write_lines(line, *options); };
}

}  // namespace

const Command kRead = {
    "read", "articles of any format to JSON lines",
    "Reads files and folders (text, Markdown, Word, JSON, CSV, feeds, news XML, mail, crawls; compressed\n"
    "or in archives, too) and writes one JSON document a line. What cannot be read comes out too,\n"
    "marked `rejected` with its reason.\n\n"
    "  newsfacts read articles/ | newsfacts normalize | newsfacts segment",
    [](CLI::App& app) { return declare(app, {}, true); }};

const Command kAnnotate = {
    "annotate", "articles to JSON lines with mentions, attributions and claims",
    "Runs read, normalize, segment, extract and claims in one process. Offsets are code points,\n"
    "end exclusive, into `text`; raw_start and raw_end are the same span in `raw`.\n\n"
    "  newsfacts annotate article.txt | jq .mentions",
    [](CLI::App& app) { return declare(app, stages_up_to("claims"), true); }};

Command stage_command(const Stage& stage) {
  return {stage.name, stage.summary,
          "One stage of the line on its own: documents as JSON lines in, the same with this stage's\n"
          "fields added out. Rejected documents pass through untouched.",
          [](CLI::App& app) { return declare(app, stage_named(app.get_name()), false); }};
}

}  // namespace newsfacts
