// The SGML of the Reuters-21578 collection: stories between <REUTERS ...> and </REUTERS>, one after
// the other, with DATE, TITLE, AUTHOR, DATELINE and BODY in them and no markup but these.  Each is
// a document, "reut2-000.sgm:1" by its number; its text is the dateline and the body.

#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/line_reader.h"
#include "corpus/readers/reader.h"

namespace newsfacts {

bool begins_reuters(std::string_view bytes);

class ReutersReader : public Reader {
 public:
  ReutersReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;

 private:
  InputFile file_;
  ReadLimits limits_;
  LineReader lines_;
  std::size_t number_ = 0;
  bool done_ = false;
};

}  // namespace newsfacts
