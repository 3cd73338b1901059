// Cues: the words that tell that somebody says something.
//
//     Smith [had said] on Monday that ...      a verb with its auxiliaries and adverbs
//     [According to] the ministry, ...         a phrase
//     ... was [reportedly] sold ...            hearsay
//     It [was also perceived that] ...         a passive

#pragma once

#include <cstdint>
#include <vector>

#include "extractors/lexed.h"

namespace newsfacts {

struct Cue {
  enum class Type : std::uint8_t {
    kVerb,
    kParticiple,   // "..., adding that": its subject stands further off
    kSourceAfter,  // according to
    kHearsay,      // reportedly
    kPassive,      // is believed to
    kNominal,      // the claim that
    kAdjective,    // is critical of
    kViewpoint,    // in his view
  };

  Run words;               // with auxiliaries, adverbs and particles
  std::uint32_t head = 0;  // the verb or noun
  Type type = Type::kVerb;
  bool led = false;          // ends with the preposition before what is said: "called for"
  std::uint16_t frames = 0;  // what it goes with
  Run holder = {};           // of a viewpoint: whose it is

  template <typename... F>
  bool takes(F... any) const {
    return (frames & (static_cast<std::uint16_t>(any) | ...)) != 0;
  }
};

// The cues among the tokens of `unit` outside quotations, in reading order.
std::vector<Cue> cues_in(const Lexed& text, const std::vector<std::int32_t>& quote_at, Run unit);

}  // namespace newsfacts
