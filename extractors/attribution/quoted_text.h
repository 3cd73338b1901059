// A text and its quotations: what stands in which, which end beside a cue, and which some
// attribution has claimed.
//
//     "The plan is on," she said, "and it will stay."
//     0                 -1  -1    1                      of_token(): the quotation of each token

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extractors/attribution/cues.h"
#include "extractors/attribution/quotes.h"
#include "extractors/lexed.h"

namespace newsfacts {

class QuotedText {
 public:
  explicit QuotedText(const Lexed& text);

  const Lexed& text() const { return text_; }
  const std::vector<Quote>& quotes() const { return quotes_; }
  const std::vector<std::int32_t>& of_token() const { return quote_at_; }  // -1: outside
  std::int32_t at(std::uint32_t token) const { return quote_at_[token]; }
  bool outside(std::uint32_t token) const { return quote_at_[token] < 0; }

  bool taken(std::size_t quote) const { return taken_[quote]; }
  void take(std::size_t quote) { taken_[quote] = true; }
  void take_all_in(Run run);

  // The number of the quotation that ends just before token `edge`, a comma or dash between
  // them allowed.
  std::optional<std::size_t> ending_at(Run unit, std::uint32_t edge) const;

  // The quotation before a cue, and those of the same breath; where words lead up to it - "The plan
  // is "a mess," he said" - they are part of what is said.  Takes them.
  std::vector<Run> up_to(Run unit, std::uint32_t floor, std::size_t quote);

  // The quotation that goes on after `..., he said,` - from its mark to the unit's end.
  std::optional<Run> going_on_after(Run unit, const Cue& cue, Run source) const;

  // The quotations that begin `run`, each with its words alone; and where words go on after
  // the first mark's partner, all up to the end.  Takes them.
  void append(Run run, std::vector<Run>* content);

 private:
  const Lexed& text_;
  std::vector<Quote> quotes_;
  std::vector<std::int32_t> quote_at_;
  std::vector<bool> taken_;
};

}  // namespace newsfacts
