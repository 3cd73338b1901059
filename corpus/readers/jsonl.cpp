#include "corpus/readers/jsonl.h"

#include <utility>

namespace newsfacts {

JsonLinesReader::JsonLinesReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)),
      limits_(options.limits),
      wire_(options.fields),
      lines_([this] { return file_.next_chunk(); }) {}

std::optional<Document> JsonLinesReader::next() {
  for (std::size_t size = 0;;) {
    auto line = lines_.line(limits_.document_bytes, &size);
    // A line that a failure cut off is no line.
    if (!file_.failure().empty()) {
      if (std::exchange(failed_, true)) return std::nullopt;
      return rejected(file_.name(), file_.failure(), file_.name());
    }
    if (!line) return std::nullopt;
    ++number_;
    const std::string place = file_.name() + ":" + std::to_string(number_);
    if (size > limits_.document_bytes)
      return rejected(place, too_long("line", size, limits_), place);
    if (number_ == 1 && line->starts_with("\uFEFF")) line->remove_prefix(3);
    const bool blank = line->find_first_not_of(" \t\r") == line->npos;
    if (!blank) return wire_.read(*line, place);
  }
}

}  // namespace newsfacts
