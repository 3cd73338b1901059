#include "corpus/readers/jsonl.h"

#include <algorithm>

namespace newsfacts {

JsonLinesReader::JsonLinesReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)), limits_(options.limits) {}

std::optional<std::string_view> JsonLinesReader::next_line(std::size_t& size) {
  line_.clear();
  size = 0;
  bool begun = false;
  for (;;) {
    if (chunk_.empty()) chunk_ = file_.next_chunk();
    if (chunk_.empty()) {  // the end, or a failure
      if (!begun) return std::nullopt;
      ++number_;
      return line_;
    }
    const std::size_t end = std::min(chunk_.find('\n'), chunk_.size());
    const bool whole = end < chunk_.size();
    const std::string_view part = chunk_.substr(0, end);
    chunk_.remove_prefix(whole ? end + 1 : end);
    size += part.size();
    const bool fits = size <= limits_.document_bytes;
    if (whole && !begun) {
      ++number_;
      return fits ? part : std::string_view();
    }
    begun = true;
    if (fits)
      line_ += part;
    else
      line_ = std::string();  // gives the memory back; the rest is only counted
    if (whole) {
      ++number_;
      return line_;
    }
  }
}

std::optional<Document> JsonLinesReader::next() {
  for (std::size_t size = 0;;) {
    auto line = next_line(size);
    // A line that a failure cut off is no line.
    if (!file_.failure().empty()) {
      if (std::exchange(failed_, true)) return std::nullopt;
      return rejected(file_.name(), file_.failure(), file_.name());
    }
    if (!line) return std::nullopt;
    const std::string place = file_.name() + ":" + std::to_string(number_);
    if (size > limits_.document_bytes)
      return rejected(place, too_long("line", size, limits_), place);
    if (number_ == 1 && line->starts_with("\uFEFF")) line->remove_prefix(3);
    const bool blank = line->find_first_not_of(" \t\r") == line->npos;
    if (!blank) return wire_.read(*line, place);
  }
}

}  // namespace newsfacts
