#include "pipeline/commands/options.h"

#include <algorithm>
#include <fstream>

#include "corpus/readers/formats.h"
#include "extractors/extract.h"

namespace newsfacts {
namespace {

void add_paths_of(const std::string& list, std::vector<std::string>* paths) {
  std::ifstream in(list);
  std::string line;
  while (std::getline(in, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) paths->push_back(line);
  }
  if (!in.eof()) throw CLI::ValidationError("-T", "cannot read " + list);
}

}  // namespace

void add_read_options(CLI::App& app, ReadOptions* read) {
  app.add_option("--as", read->as, "the format of every article, whatever its content and name say")
      ->check(CLI::IsMember(format_words()));
  app.add_option_function<std::string>(
         "--fields",
         [read](const std::string& mapping) { read->fields = FieldNames::parse(mapping); },
         "what the fields of JSON and CSV are called: text=body,published=meta.date")
      ->type_name("FIELD=NAME,...");
  app.add_option("--max-document-bytes", read->limits.document_bytes,
                 "a longer article or line is rejected")
      ->capture_default_str();
  app.add_option("--max-page-elements", read->limits.page_elements,
                 "a web page of more elements is rejected")
      ->capture_default_str();
  app.add_option("--max-unpacked-bytes", read->limits.unpacked_bytes,
                 "all that may come out of one archive or compressed file")
      ->capture_default_str();
  app.add_option("--max-ratio", read->limits.ratio, "how many times its size may come out of it")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--max-depth", read->limits.depth,
                 "how deep archives and compressed files may lie in each other")
      ->capture_default_str();
}

void LineOptions::add_to(CLI::App& app, bool paths_required) {
  auto* files = app.add_option("PATHS", paths, "files and folders; - is standard input");
  auto* lists =
      app.add_option("-T,--files-from", files_from, "a file that names more of them, one a line");
  app.parse_complete_callback([this, files, lists, paths_required] {
    if (files->count() == 0 && (paths_required || lists->count() > 0)) paths.clear();
    for (const std::string& list : files_from) add_paths_of(list, &paths);
    if (paths.empty() && lists->count() == 0) throw CLI::RequiredError("PATHS, or -T FILE");
  });
  add_read_options(app, &read);
  app.add_option("--workers", workers, "threads")->check(CLI::Range(1, 256))->capture_default_str();
  app.add_option("--rules", rules, "folder of rule pages that take the place of the built-in ones")
      ->check(CLI::ExistingDirectory);
}

Equipment equip(std::span<const Stage> line, const std::string& rules) {
  const bool extracts = std::any_of(line.begin(), line.end(), [](const Stage& stage) {
    return stage.writes == Field::kMentions;
  });
  if (!extracts) return {};
  return {std::make_shared<const Extraction>(
      rules.empty() ? std::nullopt : std::optional<std::filesystem::path>(rules))};
}

void add_store_option(CLI::App& app, std::string* path) {
  app.add_option("--db", *path, "the fact store, a SQLite file")->capture_default_str();
}

}  // namespace newsfacts
