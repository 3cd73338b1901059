// The tables of the lexicon as make_lexicon wrote them, inside the binary.

#pragma once

#include <span>

#include "extractors/names/flat_table.h"
#include "extractors/names/traits.h"

namespace newsfacts::names {

std::span<const FlatSlot<Traits>> embedded_words();
std::span<const FlatSlot<Traits>> embedded_names();

}  // namespace newsfacts::names
