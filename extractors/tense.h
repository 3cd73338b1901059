// Tense: whether a sentence looks back or ahead, told by the verb nearest to a date.  A closed
// list of verb forms (vocabulary/tense_words.tsv) is enough for news, and needs no tagger:
//
//     the board met Tuesday           past      an irregular past of the list
//     he said it pays Nov. 17         unknown   a verb of saying dates itself alone: "said Tuesday"
//     is to be paid Nov. 17           future    "be" leaves it to the verb before
//     the plan was approved in March  past      any word in -ed
//     has a hearing in May            unknown   "has" looks back with a participle alone
//     will meet / expects / opens     future    of the list
//     is due / the planned merger     future; before a noun it tells nothing
//     is travelling on Monday         future    what goes on has no day of its own
//     plans to open in March          future    "to" and the plain form of a verb of the list
//     announced plans Tuesday         past      of what is a noun here, nothing is told
//     crossing to attend Friday       unknown   an aim is no plan
//     failed to open in March         past      what a past verb governs, unless it plans: "agreed"
//     had been due to expire Friday   past      what "had" to come has come
//     could not be reached Tuesday    past      what could not be, was not
//     has until Friday to answer      future    a term that somebody has, or was given, still runs
//     was put off until Friday        future    as does what was postponed, and what was set for a day
//     shut ahead of Friday's vote     future
//     must go after Friday's vote     past      an event that is told of as known
//     the vote is Tuesday             future    what is on a day is yet to be

#pragma once

#include <cstdint>

#include "extractors/surroundings.h"

namespace newsfacts {

enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

// By the nearest verb before the mention in its sentence, else by the nearest behind it.
Tense tense_at(const Surroundings& around);

}  // namespace newsfacts
