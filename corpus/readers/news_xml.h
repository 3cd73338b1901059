// News agencies' XML: NITF (IPTC News Industry Text Format 3), NewsML-G2 (IPTC, newsItem and
// newsMessage, with NITF, XHTML or plain text inside), and the NewsML of the Reuters Corpus (RCV1).
//
// Each item is a document, "feed.xml:2" by its number where there are several.  The text is the
// body's content; captions of its media are left out.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/readers/reader.h"
#include "corpus/readers/xml.h"

namespace newsfacts {

bool begins_news_xml(std::string_view bytes);

class NewsXmlReader : public Reader {
 public:
  NewsXmlReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;

 private:
  InputFile file_;
  ReadLimits limits_;
  bool opened_ = false;
  std::unique_ptr<Xml> xml_;
  pugi::xml_node at_;  // the next item
  bool several_ = false;
  std::size_t number_ = 0;
  std::optional<Document> rejection_;
};

}  // namespace newsfacts
