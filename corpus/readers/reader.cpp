#include "corpus/readers/reader.h"

#include <utility>

#include "corpus/charset.h"

namespace newsfacts {

Document rejected(std::string_view id, std::string_view reason, std::string_view place) {
  Document document;
  document.metadata.id = id;
  document.rejected = Rejection{"read", std::string(reason), std::string(place)};
  return document;
}

std::string too_long(std::string_view what, std::size_t size, const ReadLimits& limits) {
  return std::string(what) + " of " + std::to_string(size) + " bytes exceeds the limit of " +
         std::to_string(limits.document_bytes) + " bytes (--max-document-bytes)";
}

std::optional<Document> take_whole(InputFile& file, std::string_view what, const ReadLimits& limits,
                                   std::string* bytes) {
  std::size_t size = 0;
  bytes->clear();
  for (std::string_view chunk = file.next_chunk(); !chunk.empty(); chunk = file.next_chunk()) {
    size += chunk.size();
    if (size <= limits.document_bytes)
      *bytes += chunk;
    else
      *bytes = std::string();  // gives the memory back; the rest is only counted
  }
  if (!file.failure().empty()) return rejected(file.name(), file.failure(), file.name());
  if (size > limits.document_bytes)
    return rejected(file.name(), too_long(what, size, limits), file.name());
  return std::nullopt;
}

std::optional<Document> take_whole_text(InputFile& file, std::string_view what,
                                        const ReadLimits& limits, std::string* text) {
  if (auto rejection = take_whole(file, what, limits, text)) return rejection;
  Decoded utf8 = decoded(std::move(*text), file.about().charset);
  if (const auto reason = utf8.unreadable()) return rejected(file.name(), *reason, file.name());
  *text = std::move(utf8.text);
  return std::nullopt;
}

}  // namespace newsfacts
