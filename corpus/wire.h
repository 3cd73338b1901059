// The JSON lines that stages hand on: one Document a line, whole.  A Document that is
// written and read again is the same Document: that is why a pipe of stages makes the same
// store as one process.
//
// Offsets on the wire are code points, end exclusive; `raw_start`, `raw_end` are the same
// span in `raw`.  On top of the contract each line carries what a later stage needs to go on
// without guessing: `alignment` (what normalizing replaced), `precision` of an amount
// (the power of ten of its last stated digit, where the digits alone do not tell), the
// `paragraph` of a sentence, the `anchor`, `basis` and `bound` of a date, the `zone` of a time, the
// `quant` and `freq` of a set, and `raw_bytes`, the bytes of a raw text that are no UTF-8 and
// stand as U+FFFD in `raw`:
//
//     "parts"   [[raw start, raw end, role], ...]: what a page says its parts are
//     "alignment"  [[raw start, raw end, text start, text end], ...]
//     "sentences"  [[start, end, role, paragraph], ...]
//     "precision"  7, or [7,9] where "low" and "high" are stated differently
//     "raw_bytes"  [[offset, byte], ...]
//
// Once there are sentences, the lists of mentions, attributions and claims are written even
// when they are empty; other fields that are absent are null.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/readers/article_fields.h"

namespace newsfacts {

// Appends the line, with its newline.
void write_json_line(const Document& document, std::string* out);

// What a JSON line holds: an article from outside (`id`, `text`, `source`, `url`, `title`,
// `published`, ..., or what else article_fields.h knows them by) or a Document further down the line.  Fields nobody knows are
// passed over.
class WireReader {
 public:
  explicit WireReader(FieldNames names = {});
  ~WireReader();

  // A line that is no JSON object, or whose offsets do not fit its text, comes out
  // rejected by stage "read" with the reason; `place` ("a.jsonl:3") goes with it.
  Document read(std::string_view line, std::string_view place);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsfacts
