// What is said after its cue: a quotation, a clause behind "that" or bare, a question, an object.
//
//     Smith said that [the plan was dead].        that
//     Smith said [the plan was dead].             clause
//     Smith denounced [the plan].                 object

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/attribution/bounds.h"
#include "extractors/attribution/cues.h"
#include "extractors/attribution/quoted_text.h"

namespace newsfacts {

struct Said {
  Run run;                // never empty
  std::string_view rule;  // what it was told by
  bool sure = false;      // nothing but what is said can stand here
};

// `ceiling`: the token that it may not reach.
std::optional<Said> said_after(const QuotedText& quoted, Run unit, const Cue& cue,
                               std::uint32_t ceiling, Place place);

// What stands behind a noun: "claim that ...", "promise to ...".
std::optional<Said> said_of(const QuotedText& quoted, Run unit, const Cue& cue,
                            std::uint32_t ceiling);

// What the content of the cue before `c` may not reach: the "and" or the comma that goes with
// a coordinated cue; UINT32_MAX where the next cue lies inside the content.
std::uint32_t bound_before(const QuotedText& quoted, const std::vector<Cue>& cues, std::size_t c);

}  // namespace newsfacts
