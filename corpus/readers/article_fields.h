// What the formats call the fields of an article.  Dumps, APIs and feeds have a name each for the
// same thing - body, maintext, content - so the names are a table, each with its place in the
// order of preference; letter case, `_`, `-` and spaces in a name do not count.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace newsfacts {

enum class ArticleField : std::uint8_t {
  kText,
  kMarkup,
  kTitle,
  kUrl,
  kSource,
  kAuthor,
  kPublished,
  kLanguage,
  kModified,
  kSection,
  kAgency,
  kTags,  // with commas between them
  kId
};
inline constexpr std::array<std::string_view, 13> kArticleFieldWords = {
    "text",     "markup",   "title",   "url",    "source", "author", "published",
    "language", "modified", "section", "agency", "tags",   "id"};

struct FieldName {
  ArticleField field;
  unsigned rank;  // of two that are there, the lower is taken
};

class FieldNames {
 public:
  // "text=body,title=headline,published=meta.date": the user's own, preferred to those of the
  // table; a point leads into an object.  Throws std::invalid_argument that says what is wrong.
  static FieldNames parse(std::string_view mapping);

  // The field of a name, by the user's own names and the table.
  std::optional<FieldName> find(std::string_view name) const;

  // The user's names that lead into objects.
  struct Path {
    ArticleField field;
    std::vector<std::string> keys;
  };
  const std::vector<Path>& paths() const { return paths_; }

 private:
  std::vector<Path> paths_;
  std::vector<std::pair<std::string, ArticleField>> own_;  // folded names
};

// A record of an article that is being read: what was said first of the best name stands.
class ArticleRecord {
 public:
  void say(FieldName name, std::string value);
  void say(ArticleField field, std::string value) { say({field, 0}, std::move(value)); }
  const std::string& of(ArticleField field) const;

  // Fields cleaned, dates in ISO 8601, markup made text; a record without text is its title alone.
  // `place` is its id where it says none.
  Document document(const std::string& place) const;

 private:
  std::vector<std::string> tags() const;

  struct Said {
    std::string value;
    unsigned rank = ~0u;
  };
  std::array<Said, kArticleFieldWords.size()> said_;
};

}  // namespace newsfacts
