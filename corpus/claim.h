// What a document says, and who says it.  Both point into the document; neither
// ever speaks for another document: that is the business of the store's link passes.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "corpus/symbol.h"
#include "corpus/words.h"

namespace newsfacts {

enum class Quotation : std::uint8_t { kDirect, kMixed, kIndirect, kHearsay };
inline constexpr std::array<std::string_view, 4> kQuotationWords = {"direct", "mixed", "indirect",
                                                                    "hearsay"};

// Somebody says something:  [Andy Jassy] [said] [the models would be available].
//                            source       cue    content
struct Attribution {
  Quotation kind = Quotation::kIndirect;
  std::vector<Span> source;  // as printed: "the two companies"; empty when nobody is named
  std::vector<std::string> source_names;  // as resolved: "Microsoft", "OpenAI"
  std::vector<Span> cue;
  std::vector<Span> content;
  std::string via;  // the outlet it came through: "obtained by CNBC"
  Symbol rule;
};

enum class Modality : std::uint8_t { kAsserted, kReported, kPlanned, kPossible, kDenied };
inline constexpr std::array<std::string_view, 5> kModalityWords = {"asserted", "reported",
                                                                   "planned", "possible", "denied"};

enum class Polarity : std::uint8_t { kPositive, kNegative };
inline constexpr std::array<std::string_view, 2> kPolarityWords = {"positive", "negative"};

// One statement with a figure or a date in it.
//
// `slot` is what is measured or dated, made from everything but the value, so that it
// survives a conflict: a measure, a bar, then terms from near to far, and behind a slash those
// from outside the clause,
//
//     date:until|license retain openai intellectual property / revision
//     count:person|die explosion port hallam
//
// What has no figure has no value, and its measure says what it is: a relation of parties, or a
// number that is part of a name,
//
//     relation:amend-agreement|gull_lines norfolk_ferries
//     designation|flight air_france
//
// The terms are case-folded base forms, one for all that mean the same, and names joined by
// underscores; db/link/slots brings claims of several documents together by them.
struct Claim {
  Span span;            // the clause
  std::string subject;  // canonical name or head noun: "Microsoft", "ferry"
  std::string slot;
  int value = -1;  // index in Document::mentions; -1: none
  Modality modality = Modality::kAsserted;
  Polarity polarity = Polarity::kPositive;
  int attribution = -1;  // index in Document::attributions; -1 = the article's own voice
  Symbol rule;
};

}  // namespace newsfacts
