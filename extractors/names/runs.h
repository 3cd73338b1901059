// Runs: how far a run of capitalized words goes, and where it is cut.

#pragma once

#include <cstdint>
#include <vector>

#include "extractors/names/candidates.h"

namespace newsfacts::names {

// Can a name begin at token i of the stretch?
bool begins_name(const Scan& scan, const Stretch& stretch, std::uint32_t i);

// The end of the run that begins at token i.
std::uint32_t run_end(const Scan& scan, const Stretch& stretch, std::uint32_t i);

// Cuts the run [first, last) into candidates at titles and nationalities.
void cut_run(const Scan& scan, const Stretch& stretch, std::uint32_t first, std::uint32_t last,
             std::vector<Candidate>& out);

}  // namespace newsfacts::names
