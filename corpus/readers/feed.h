// Feeds: RSS 0.9x, 1.0 (RDF) and 2.0, with the modules that news uses (content, Dublin Core), Atom
// 0.3 and 1.0 (RFC 4287), CDF.  JSON Feed is JSON (json.h).
//
// Each entry is a document, "news.rss:3" by its number, its text the fullest there is: content
// before description.  Markup in it becomes text, a paragraph a block.  What the feed says of
// itself - title, language, author - holds for entries that say nothing of their own.
//
// Broken XML gives the entries that ended before the fault, and then a rejection that names it.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/readers/article_fields.h"
#include "corpus/readers/reader.h"
#include "corpus/readers/xml.h"

namespace newsfacts {

bool begins_feed(std::string_view bytes);

class FeedReader : public Reader {
 public:
  FeedReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;
  std::uint64_t passed_over() const override { return passed_over_; }

 private:
  void open();
  Document entry(const pugi::xml_node& element, const std::string& place) const;

  InputFile file_;
  ReadLimits limits_;
  bool opened_ = false;
  std::unique_ptr<Xml> xml_;
  ArticleRecord feed_;
  pugi::xml_node at_;       // the next entry
  std::size_t number_ = 0;  // of entries
  std::uint64_t passed_over_ = 0;
  std::optional<Document> rejection_;
};

}  // namespace newsfacts
