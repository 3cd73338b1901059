// The dateline that opens an article: where it was written, when, and for whom.
//
//     PORT HALLAM, March 14 (Meridian Wire) - A fire that ...
//     ------------------------------------- -   39 bytes, with the dash
//
// The outlet, state or date behind the place gives it away; else only capitals do.

#pragma once

#include <cstdint>
#include <string_view>

namespace newsfacts {

// How many bytes of the line, with the dash; 0 = it opens with no dateline.
std::uint32_t dateline_of(std::string_view line);

}  // namespace newsfacts
