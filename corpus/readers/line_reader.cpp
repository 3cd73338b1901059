#include "corpus/readers/line_reader.h"

#include <algorithm>

namespace newsfacts {

bool LineReader::refill() {
  if (chunk_.empty()) {
    chunk_ = next_chunk_();
    read_ += chunk_.size();
  }
  return !chunk_.empty();
}

std::optional<std::string_view> LineReader::line(std::size_t longest, std::size_t* size) {
  line_.clear();
  *size = 0;
  for (bool begun = false;; begun = true) {
    if (!refill()) return begun ? std::optional<std::string_view>(line_) : std::nullopt;
    const std::size_t end = std::min(chunk_.find('\n'), chunk_.size());
    const bool whole = end < chunk_.size();
    const std::string_view part = chunk_.substr(0, end);
    chunk_.remove_prefix(whole ? end + 1 : end);
    *size += part.size();
    const bool fits = *size <= longest;
    if (whole && !begun) return fits ? part : std::string_view();
    if (fits)
      line_ += part;
    else
      line_ = std::string();  // gives the memory back; the rest is only counted
    if (whole) return line_;
  }
}

bool LineReader::take(std::uint64_t count, std::size_t longest, std::string* bytes) {
  bytes->clear();
  for (std::uint64_t left = count; left > 0;) {
    if (!refill()) return false;
    const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(left, chunk_.size()));
    if (count <= longest) bytes->append(chunk_, 0, part);
    chunk_.remove_prefix(part);
    left -= part;
  }
  return true;
}

}  // namespace newsfacts
