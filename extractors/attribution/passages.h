// Passages: the stretches that are read at once - a sentence, or several that one quotation spans.
//
//     "Really? Nobody told us," he said.        one
//     "Really?" he asked. Nobody answered.      two

#pragma once

#include <cstdint>
#include <vector>

#include "extractors/attribution/quoted_text.h"
#include "extractors/lexed.h"

namespace newsfacts {

struct Passage {
  Run run;  // never empty, nor longer than a sentence may be, so that cost stays linear
  std::uint32_t paragraph = 0;
};

// Of all that is read for attributions, in reading order.
std::vector<Passage> passages_of(const QuotedText& quoted);

}  // namespace newsfacts
