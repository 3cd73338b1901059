// Verifying: every stored span against its text, so that what the store says can be trusted
// to stand where it says.
//
//     document      the key is that of metadata and raw; characters are those of the text; between
//                   the pieces of its alignment, text and raw are the same
//     span          start < end, within the text; its twin in raw is where the alignment leads
//     mention       the text at its span is its text; mentions do not overlap
//     claim         its key is that of what it says; its value and attribution are there
//     the file      SQLite's own check; what is pointed at exists; all sentences are in the
//                   full-text index

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "db/database.h"

namespace newsfacts {

struct VerifyCounts {
  std::uint64_t documents = 0, spans = 0, faults = 0;
};

// Tells each fault in one line: "a.txt: mention 3 at 17..21 is \"four\" in the text".  Reads each
// document once, in constant memory.
VerifyCounts verify(const Database& database, const std::function<void(std::string_view)>& tell);

}  // namespace newsfacts
