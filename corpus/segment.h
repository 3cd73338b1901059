// Segmenting: the text's sentences, each with the role it plays on the page.
//
// Blocks first (corpus/blocks.h), then the sentences within a block.  ICU's iterator (UAX #29)
// says where a sentence may end; our abbreviations and a few signs of the trade say where it
// does not, and where one begins that ICU does not see ("... in 2019. 14 people ...").
//
//     "I saw it," said Capt. J. K. Low of the U.S. Navy. It sank at 5 p.m. Nobody spoke.
//     `------------------------------------------------' `---------------' `------------'
//
// Titles, headings, links, bylines and boilerplate are one sentence each, whatever they
// hold; a dateline is a sentence apart from the one it stands before.

#pragma once

#include <memory>

#include "corpus/document.h"

namespace newsfacts {

// Keeps an ICU break iterator, so each worker has a Segmenter of its own.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  // Writes `sentences`.
  void segment(Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
