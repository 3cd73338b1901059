// Mojibake: UTF-8 that somebody read in another charset, and wrote as UTF-8 again.
//
//     "cafÃ©"  "Itâ€™s"  "РґРѕСЂРѕРіРµ"  "doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t" (three times over)
//
// Each broken character is a sequence of two to four that are, in one charset, the bytes of one
// character in UTF-8 (corpus/mojibake_sequences.h).  Sound text holds such sequences, too, if
// seldom: "JOSÉ’s", "beauté »".  So each is weighed: how odd it is as it stands (a capital or a
// sign within a word, a sign no one writes there, a control character), how usual what it would
// read, what else the line and the text say.  Only what is sure is repaired; the idea that sound
// and broken text differ in which classes of characters meet is ftfy's (Robyn Speer).
//
// Of sequences that lost a part on their way, what can be told is told: "Ã perturber" began with
// "à"; elsewhere U+FFFD is left for what was lost.  Lone C1 controls are what windows-1252 has
// there: 0x85 is an ellipsis.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/span.h"

namespace newsfacts {

struct Repair {
  Span span;
  std::string text;
};

// In order, apart; empty for nearly all texts.  A text that was broken more than once must be asked
// about again when it is repaired.  `text` is valid UTF-8.  Sound text costs one scan (1 GB/s).
std::vector<Repair> mojibake_in(std::string_view text);

}  // namespace newsfacts
