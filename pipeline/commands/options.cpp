#include "pipeline/commands/options.h"

#include <algorithm>

#include "corpus/readers/formats.h"
#include "extractors/extract.h"

namespace newsfacts {

void add_read_options(CLI::App& app, ReadOptions* read) {
  app.add_option("--as", read->as, "the format of every article, whatever its content and name say")
      ->check(CLI::IsMember(format_words()));
  app.add_option("--max-document-bytes", read->limits.document_bytes,
                 "a longer article or line is rejected")
      ->capture_default_str();
  app.add_option("--max-page-elements", read->limits.page_elements,
                 "a web page of more elements is rejected")
      ->capture_default_str();
}

void LineOptions::add_to(CLI::App& app, bool paths_required) {
  auto* files = app.add_option("PATHS", paths, "files and folders; - is standard input");
  if (paths_required) files->required();
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
