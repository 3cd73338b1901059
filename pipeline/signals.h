// SIGINT and SIGTERM ask for a clean end: what is under way is finished and stored, then the
// command ends with 130 or 143.

#pragma once

namespace newsfacts {

void catch_signals();

// The number of the signal that came, or 0.
int signal_received();

}  // namespace newsfacts
