// The options that several commands share, each spelled and explained once.

#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "corpus/readers/inputs.h"
#include "db/database.h"
#include "pipeline/stage.h"

namespace newsfacts {

// Where articles come from, and how many workers go over them.
struct LineOptions {
  std::vector<std::string> paths = {"-"};
  std::vector<std::string> files_from;  // files that name more paths
  ReadOptions read;
  unsigned workers = std::max(1u, std::thread::hardware_concurrency());
  std::string rules;  // a folder; empty = the embedded pages

  void add_to(CLI::App& app, bool paths_required);
};

// How files are read: --as FORMAT, --max-document-bytes N.
void add_read_options(CLI::App& app, ReadOptions* read);

// The rules are compiled only where some stage of the line extracts.  Throws RuleFileError.
Equipment equip(std::span<const Stage> line, const std::string& rules);

// --db FILE
void add_store_option(CLI::App& app, std::string* path);

}  // namespace newsfacts
