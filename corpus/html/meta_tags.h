// The <meta> elements of a page, by what they say: some hundred names stand for a dozen fields
// (meta_names.tsv), the best first.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/page.h"

namespace newsfacts::html {

enum class MetaField : std::uint8_t {
  kTitle,
  kAuthor,
  kPublisher,
  kPublished,
  kDated,
  kModified,
  kUrl,
  kSection,
  kTags,
  kLanguage,
  kDescription,
};
inline constexpr std::array<std::string_view, 11> kMetaFieldWords = {
    "title", "author",  "publisher", "published", "dated",      "modified",
    "url",   "section", "tags",      "language",  "description"};

class MetaTags {
 public:
  explicit MetaTags(const Page& page);

  // Decoded, on one line, not empty; those of the best name first, then as the page has them.
  const std::vector<std::string>& all(MetaField field) const {
    return values_[static_cast<std::size_t>(field)];
  }
  std::string first(MetaField field) const {
    return all(field).empty() ? std::string() : all(field).front();
  }

 private:
  std::array<std::vector<std::string>, kMetaFieldWords.size()> values_;
};

// Decoded, without tags in it, on one line.
std::string plain_line(std::string_view value);

// "courier.example": one word, and letters behind its last dot, as outlets sign.
bool is_host_name(std::string_view line);

}  // namespace newsfacts::html
