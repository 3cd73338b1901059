// name_clues FILES...: what tests/eval/fit_clues.py learns from.  A JSON line for each name of each
// document: where it stands, in code points of the text as it was read, and each clue that spoke:
//
//     {"id":"a1","places":[[10,20],[44,49]],"kind":"person",
//      "clues":[["title-before","person",1],["shape","organization",2]]}

#include <iostream>
#include <nlohmann/json.hpp>

#include "corpus/normalize.h"
#include "corpus/readers/inputs.h"
#include "corpus/segment.h"
#include "corpus/utf8.h"
#include "extractors/extract.h"
#include "extractors/names/evidence.h"

int main(int count, char** given) {
  using namespace newsfacts;
  Inputs inputs(std::vector<std::string>(given + 1, given + count), {});
  const Extraction extraction;
  Segmenter segmenter;
  while (auto document = inputs.next()) {
    normalize(*document);
    segmenter.segment(*document);
    extraction.extract(*document);
    const CodePointIndex raw(document->raw());
    const std::string id = document->id();
    const Alignment to_raw = document->alignment();
    for (const names::Evidence& evidence : names::evidence_of_names(std::move(*document))) {
      nlohmann::json line = {{"id", id}, {"kind", word_in(kKindWords, evidence.kind)}};
      for (const Span place : evidence.places) {
        const Span printed = raw.code_points(to_raw.to_raw(place));
        line["places"].push_back({printed.begin, printed.end});
      }
      for (const names::Evidence::Line& said : evidence.lines)
        line["clues"].push_back(
            {names::row_of(said.clue).name, word_in(kKindWords, said.kind), said.times});
      std::cout << line.dump() << '\n';
    }
  }
}
