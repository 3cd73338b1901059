// A question of the store, and how its answer is printed: what query and the commands that are a
// question by another name share.

#pragma once

#include <string>
#include <vector>

#include "pipeline/commands/options.h"

namespace newsfacts {

struct AskOptions {
  std::string db = "facts.db";
  std::string asked;                    // SQL, or the name of a question
  std::vector<std::string> parameters;  // "name=value"
  std::string format = "table";
  double seconds = 60;

  void add_to(CLI::App& app);
  // A parameter of the question, where it has a value.
  void give(const std::string& name, const std::string& value) {
    if (!value.empty()) parameters.push_back(name + "=" + value);
  }
};

// Prints the answer; the exit code.  Throws QueryError, DatabaseError.
int answer(const AskOptions& options);

}  // namespace newsfacts
