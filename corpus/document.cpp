#include "corpus/document.h"

#include <vector>

namespace newsfacts {

Key Document::key() const {
  const bool given = metadata.published_from == PublishedFrom::kGiven;
  std::vector<std::string_view> fields = {
      metadata.id,       metadata.source,
      metadata.url,      metadata.title,
      metadata.author,   given ? std::string_view(metadata.published) : std::string_view(),
      metadata.language, raw_,
      metadata.modified, metadata.section,
      metadata.agency};
  fields.insert(fields.end(), metadata.tags.begin(), metadata.tags.end());
  return Key::of(fields);
}

void Document::set_text(std::string text, Alignment to_raw) {
  assert(text_.empty());  // Spans already made would point at other words
  assert(to_raw.raw_size() == raw_.size() && to_raw.text_size() == text.size());
  text_ = std::move(text);
  alignment_ = std::move(to_raw);
}

const std::vector<Token>& Document::tokens() const {
  if (tokens_.empty() && !text_.empty()) tokens_ = tokenize(text_);
  return tokens_;
}

}  // namespace newsfacts
