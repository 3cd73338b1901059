#include "corpus/readers/article_fields.h"

#include <stdexcept>
#include <unordered_map>

#include "corpus/ascii.h"
#include "corpus/charset.h"
#include "corpus/normalize.h"
#include "corpus/printed_date.h"
#include "corpus/readers/markup_text.h"
#include "corpus/utf8.h"
#include "corpus/words.h"

namespace newsfacts {
namespace {

struct Row {
  ArticleField field;
  std::initializer_list<std::string_view> names;  // the best first
};

using enum ArticleField;

// Names of news-please, Common Crawl News and the sets derived from it, of sets on Hugging Face,
// of newspapers' and aggregators' interfaces, JSON Feed and schema.org.
const Row kNames[] = {
    {kText,
     {"text", "maintext", "articletext", "bodytext", "fulltext", "articlebody", "contenttext",
      "body", "content", "article", "story", "document", "plaintext"}},
    {kMarkup, {"contenthtml", "bodyhtml", "html", "articlehtml"}},
    {kTitle, {"title", "headline", "articletitle", "webtitle", "head", "subject"}},
    {kUrl, {"url", "link", "weburl", "articleurl", "canonicalurl", "uri", "permalink"}},
    {kSource,
     {"source", "publisher", "outlet", "sitename", "publication", "newspaper", "sourcename", "site",
      "sourcedomain", "domain"}},
    {kAuthor, {"author", "authors", "byline", "creator", "writer"}},
    {kPublished,
     {"published", "date", "datepublished", "datepublish", "publishedat", "publishdate",
      "publicationdate", "publisheddate", "pubdate", "webpublicationdate", "datetime", "timestamp",
      "time"}},
    {kLanguage, {"language", "lang", "inlanguage"}},
    {kModified,
     {"modified", "datemodified", "datemodify", "updated", "updatedat", "lastmodified",
      "dateupdated", "lastupdated"}},
    {kSection, {"section", "sectionname", "articlesection", "desk", "category", "rubric"}},
    {kAgency, {"agency", "newsagency", "wireservice"}},
    {kTags, {"tags", "keywords", "categories", "topics"}},
    {kId, {"id", "articleid", "uuid", "guid"}},
};

std::string folded_name(std::string_view name) {
  std::string letters;
  for (const char c : name)
    if (c != '_' && c != '-' && c != ' ') letters += lower(c);
  return letters;
}

const std::unordered_map<std::string_view, FieldName>& table() {
  static const auto* const kTable = [] {
    auto* names = new std::unordered_map<std::string_view, FieldName>;
    for (const Row& row : kNames) {
      unsigned rank = 1;  // 0 is the user's own
      for (const std::string_view name : row.names)
        names->emplace(name, FieldName{row.field, rank++});
    }
    return names;
  }();
  return *kTable;
}

}  // namespace

FieldNames FieldNames::parse(std::string_view mapping) {
  FieldNames names;
  while (!mapping.empty()) {
    const std::size_t comma = std::min(mapping.find(','), mapping.size());
    const std::string_view entry = mapping.substr(0, comma);
    mapping.remove_prefix(std::min(comma + 1, mapping.size()));
    const std::size_t equals = entry.find('=');
    const auto field = found_in<ArticleField>(kArticleFieldWords, trimmed(entry.substr(0, equals)));
    if (equals == entry.npos || !field) {
      std::string words;
      for (const std::string_view word : kArticleFieldWords)
        words.append(words.empty() ? "" : ", ").append(word);
      throw std::invalid_argument("\"" + std::string(entry) +
                                  "\" is no FIELD=NAME with a field of " + words);
    }
    Path path{*field, {}};
    std::string_view keys = trimmed(entry.substr(equals + 1));
    while (!keys.empty()) {
      const std::size_t point = std::min(keys.find('.'), keys.size());
      path.keys.emplace_back(keys.substr(0, point));
      keys.remove_prefix(std::min(point + 1, keys.size()));
    }
    if (path.keys.empty())
      throw std::invalid_argument("\"" + std::string(entry) + "\" names nothing");
    if (path.keys.size() == 1)
      names.own_.emplace_back(folded_name(path.keys.front()), *field);
    else
      names.paths_.push_back(std::move(path));
  }
  return names;
}

std::optional<FieldName> FieldNames::find(std::string_view name) const {
  if (name.size() > 40) return std::nullopt;
  const std::string letters = folded_name(name);
  for (const auto& [own, field] : own_)
    if (own == letters) return FieldName{field, 0};
  const auto found = table().find(letters);
  if (found == table().end()) return std::nullopt;
  return found->second;
}

void ArticleRecord::say(FieldName name, std::string value) {
  Said& said = said_[static_cast<std::size_t>(name.field)];
  if (name.rank >= said.rank || trimmed(value).empty()) return;
  if (invalid_utf8_at(value)) value = decoded(std::move(value)).text;
  said = {std::move(value), name.rank};
}

const std::string& ArticleRecord::of(ArticleField field) const {
  return said_[static_cast<std::size_t>(field)].value;
}

std::vector<std::string> ArticleRecord::tags() const {
  std::vector<std::string> all;
  std::string_view rest = of(kTags);
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    if (std::string tag = normalized_line(rest.substr(0, comma)); !tag.empty())
      all.push_back(std::move(tag));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return all;
}

Document ArticleRecord::document(const std::string& place) const {
  Metadata metadata;
  metadata.id = of(kId).empty() ? place : normalized_line(of(kId));
  metadata.source = normalized_line(of(kSource));
  metadata.url = normalized_line(of(kUrl));
  metadata.title = normalized_line(of(kTitle));
  metadata.author = normalized_line(of(kAuthor));
  metadata.published = iso_of_printed(of(kPublished));
  metadata.language = normalized_line(of(kLanguage));
  metadata.modified = iso_of_printed(of(kModified));
  metadata.section = normalized_line(of(kSection));
  metadata.agency = normalized_line(of(kAgency));
  metadata.tags = tags();
  std::string text = of(kText);
  if (text.empty()) text = markup_text(of(kMarkup));
  if (text.empty()) text = metadata.title;
  return Document(std::move(metadata), std::move(text));
}

}  // namespace newsfacts
