// The commands that work on a store, each defined in the file of its name.

#pragma once

#include "pipeline/commands/command.h"

namespace newsfacts {

extern const Command kIngest, kLoad, kLink;
extern const Command kQuery, kDiff, kShow, kWhy, kDuplicates, kStories, kEntities, kVerify, kStatus;
extern const Command kRemove;
extern const Command kRules;

}  // namespace newsfacts
