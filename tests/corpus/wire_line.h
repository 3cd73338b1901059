// A document to its line and back, read from memory that ends where the line does.

#pragma once

#include <string>
#include <string_view>

#include "corpus/wire.h"
#include "tests/corpus/exact_copy.h"

namespace newsfacts {

inline std::string written(const Document& document) {
  std::string line;
  write_json_line(document, &line);
  return line;
}

inline Document read(std::string_view line, std::string_view place = "in.jsonl:1") {
  const ExactCopy copy(line);
  return WireReader().read(copy.view(), place);
}

}  // namespace newsfacts
