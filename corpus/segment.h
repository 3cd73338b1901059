// Segmenting: the text's sentences, each with the role it plays on the page.
//
// Blocks first (lines and blank lines tell titles, list items, headings, questions and
// answers, link lists, datelines, bylines, captions and boilerplate of plain-text articles),
// then sentences within a block: ICU's break iterator (UAX #29 with the CLDR suppressions for
// abbreviations) and our own abbreviations on top.

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
