// The amount that a figure states: one number, a range or a vague word, with its sign.
//
//     "minus 3"  -3        "1.2 to 1.5 billion"  1.2 x 10^9 to 1.5 x 10^9
//     "hundreds of billions"  200000000000 to 999999999999, vague
//
// Each number is read by read_numeral (numeral.h); what does not add up is refused.

#pragma once

#include <optional>
#include <string_view>

#include "corpus/amount.h"
#include "extractors/extractor.h"
#include "extractors/numeral.h"

namespace newsfacts {

// "several billion", "hundreds of millions", "dozens", "multimillion": from 2 x 10^9 to
// 9999999999 and so on: both ends included, relation kVague.
std::optional<Amount> read_vague(std::string_view words);

// The amount that the fields of a figure state; every page of amounts names them alike:
//
//     {amount} {words}    "159 billion", "half a billion"
//     {low} {high}        "1.2 to 1.5 billion": a scale stated once reaches back
//     {vague}             "hundreds of billions"
//     {minus}             "-", "minus"
//
// Relation is kEqual, kRange or kVague; words further out ("about", "or more") are read by
// read_surroundings (amount_context.h).  Unit and currency are the page's own business.
std::optional<Amount> read_amount(const Fields& fields);

// Both ends times `factor`: cents to dollars, grand to dollars.
std::optional<Amount> scaled_by(const Amount& amount, const Decimal& factor);

}  // namespace newsfacts
