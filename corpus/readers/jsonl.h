// JSON lines: one document a line, as other programs write articles or as our own stages
// hand documents on (corpus/wire.h says which fields).  Blank lines are passed over; a line
// that is too long is counted and never held.

#pragma once

#include "corpus/readers/line_reader.h"
#include "corpus/readers/reader.h"
#include "corpus/wire.h"

namespace newsfacts {

class JsonLinesReader : public Reader {
 public:
  // The file's name and the number of the line are the place of each document.
  JsonLinesReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;

 private:
  InputFile file_;
  ReadLimits limits_;
  WireReader wire_;
  LineReader lines_;
  std::size_t number_ = 0;  // of the line, from 1
  bool failed_ = false;
};

}  // namespace newsfacts
