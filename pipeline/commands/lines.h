// The commands that write JSON lines.

#pragma once

#include "pipeline/commands/command.h"
#include "pipeline/stage.h"

namespace newsfacts {

extern const Command kRead;
extern const Command kAnnotate;

// The command of one stage of the line, of the stage's name.
Command stage_command(const Stage& stage);

}  // namespace newsfacts
