// Bounds: where what is said ends, when the sentence goes on behind it.
//
//     Smith said [the plan was dead], adding that ...
//     When Smith said [the plan was dead], the others left.
//     Smith endorsed [Hall] in May.

#pragma once

#include <cstdint>

#include "extractors/attribution/quoted_text.h"
#include "extractors/lexed.h"

namespace newsfacts {

// Where the cue stands: what is said there ends at the comma where the sentence goes on.
enum class Place : std::uint8_t {
  kMain,
  kSubordinate,  // When he said that it was late, ...
  kRelative,     // Smith, who said that it was late, ...
};

// The clause that begins `run`, which is not empty.
Run clause_of(const QuotedText& quoted, Run run, Place place);

// The object that begins `run`: a noun phrase with what belongs to it.
Run object_of(const QuotedText& quoted, Run run, Place place);

}  // namespace newsfacts
