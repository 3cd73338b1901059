// What the words around a figure say about it.  The rules find the figure alone; from there
// these functions look a few words to either side, within the vocabularies of approximators,
// roles and rates.
//
//     profit rose to  more than  [$3]  a share  or so
//            ----+--  ----+----        ---+---
//             role     relation          per
//
//     [300]  armed police officers
//                         ---+---- counted noun: "officer"
//
// Whether the span takes in the words its relation was read from, is a convention of the kind:
// kSpanConventions.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

// Where a mention lies among the tokens of its document.
struct TokenRange {
  std::size_t begin = 0, end = 0;  // indexes into Document::tokens(), end exclusive
  std::size_t size() const { return end - begin; }
};
TokenRange tokens_of(const Document& document, Span span);

// What a span holds beside the figure.  "[more than 50] people", "some [$4 billion]".
enum class SpanConvention : std::uint8_t {
  kFigure,             // the figure alone
  kFigureAndRelation,  // with the words before it that bend it, or joined to it by a hyphen
};

// The conventions of the corpora that taggers of news are trained on and measured with.  "Or
// more" and "or so" behind a figure stay outside in all of them.
struct KindSpan {
  Kind kind;
  SpanConvention convention;
};
inline constexpr std::array<KindSpan, 6> kSpanConventions = {{
    // MUC-7 and its heirs mark the sum as it could stand on an invoice; so must a conversion,
    // "about $3 (2.6 euros)", which sets two bare sums side by side.
    {Kind::kMoney, SpanConvention::kFigure},
    // OntoNotes marks the whole quantifier phrase: nine of ten "about" and "more than".
    {Kind::kPercent, SpanConvention::kFigureAndRelation},
    {Kind::kNumber, SpanConvention::kFigureAndRelation},
    {Kind::kQuantity, SpanConvention::kFigureAndRelation},
    {Kind::kAge, SpanConvention::kFigureAndRelation},
    // A rank is exact.
    {Kind::kOrdinal, SpanConvention::kFigure},
}};

// Completes the Amount of `mention`, which is one of `document`: its relation ("at least", "or
// more"), where the figure itself states none, its role ("rose to") and what it is reckoned by
// ("a share").  Widens its span as the convention of its kind has it, never into a neighbour.
// To be called once, and after what must see the bare figure.
void read_surroundings(const Document& document, Mention* mention);

// What a figure is reckoned by, where that starts at token `at`: "a share", "per barrel", "/day",
// "-a-year", "annually".  Empty: nothing.
Symbol rate_at(const Document& document, std::size_t at);

// The singular of what is counted: "person" after "14"; empty where no noun can be told.
// Looks at most five words ahead, and never past a preposition, a verb of the list or a sign.
// `alone` is set for a figure of one, which counts a singular.
std::string counted_noun(const Document& document, TokenRange figure, bool alone);

// Puts `added`, which are in reading order, among the mentions.
void insert_mentions(Document* document, std::vector<Mention> added);

// Removes mentions for which `unwanted` is true, and keeps Amount::converts pointing where it did.
void remove_mentions(Document* document, const std::vector<bool>& unwanted);

}  // namespace newsfacts
