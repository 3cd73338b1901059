#include "pipeline/commands/command.h"

#include <vector>

#include "pipeline/commands/lines.h"
#include "pipeline/commands/store_commands.h"

namespace newsfacts {

std::span<const Command* const> commands() {
  static const std::vector<Command> of_stages = [] {
    std::vector<Command> table;
    for (const Stage& stage : stages()) table.push_back(stage_command(stage));
    return table;
  }();
  static const std::vector<const Command*> all = [] {
    std::vector<const Command*> table = {
        &kIngest,   &kDiff,   &kQuery,  &kShow,   &kWhy,   &kDuplicates, &kStories,
        &kEntities, &kRemove, &kStatus, &kVerify, &kRules, &kAnnotate,   &kRead};
    for (const Command& command : of_stages) table.push_back(&command);
    table.insert(table.end(), {&kLoad, &kLink});
    return table;
  }();
  return all;
}

}  // namespace newsfacts
