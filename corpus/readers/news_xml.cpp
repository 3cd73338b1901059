#include "corpus/readers/news_xml.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/readers/article_fields.h"
#include "corpus/readers/markup_text.h"

namespace newsfacts {
namespace {

using enum ArticleField;

// Elements, or attributes of theirs, and what they say; of two for one field the lower rank.
struct Saying {
  std::string_view element, attribute;
  FieldName name;
};
constexpr std::array kSayings = std::to_array<Saying>({
    {"body.content", "", {kMarkup, 1}},  // NITF
    {"body", "", {kMarkup, 2}},          // XHTML in a newsItem
    {"inlinedata", "", {kText, 3}},      // NewsML-G2
    {"text", "", {kMarkup, 4}},          // RCV1
    {"hl1", "", {kTitle, 1}},            // NITF
    {"headline", "", {kTitle, 2}},
    {"title", "", {kTitle, 3}},
    {"byline", "", {kAuthor, 1}},
    {"by", "", {kAuthor, 2}},
    {"date.issue", "norm", {kPublished, 1}},  // NITF
    {"pubdata", "date.publication", {kPublished, 2}},
    {"date.release", "norm", {kPublished, 3}},
    {"firstcreated", "", {kPublished, 4}},  // NewsML-G2
    {"contentcreated", "", {kPublished, 5}},
    {"versioncreated", "", {kPublished, 6}},
    {"newsitem", "date", {kPublished, 7}},  // RCV1
    {"pubdata", "name", {kSource, 1}},
    {"doc.copyright", "holder", {kSource, 2}},
    {"provider", "", {kSource, 3}},
    {"provider", "literal", {kSource, 4}},
    {"newsitem", "lang", {kLanguage, 1}},
    {"nitf", "lang", {kLanguage, 2}},
});

// Elements of a name that are asked: elements within their like would cost the square of their
// depth.
constexpr unsigned kMostTries = 8;

bool is_item(const pugi::xml_node& element) {
  const std::string name = lower(local_name(element));
  return name == "nitf" || name == "newsitem";
}

// The day that "20260314T083000Z" and "2026-03-14T08:30:00+01:00" name, and the time.
std::string date_of(std::string_view value) {
  value = trimmed(value);
  const bool basic = value.size() >= 15 && value[8] == 'T' && value.find('-') > 8;
  if (!basic) return std::string(value);
  std::string date(value.substr(0, 9));
  date.append(value.substr(9, 2)).append(":").append(value.substr(11, 2)).append(":");
  return date.append(value.substr(13));
}

// "By Jane Roe" -> "Jane Roe".
std::string author_of(std::string_view byline) {
  byline = trimmed(byline);
  if (byline.size() > 3 && same_word(byline.substr(0, 3), "by ")) byline.remove_prefix(3);
  return std::string(trimmed(byline));
}

Document document_of(const pugi::xml_node& item, const std::string& place) {
  ArticleRecord record;
  std::array<unsigned, kSayings.size()> tries{};
  pugi::xml_node at = item;
  while (at) {
    const std::string name = lower(local_name(at));
    bool enter = true;
    for (const Saying& saying : kSayings) {
      if (saying.element != name) continue;
      if (tries[static_cast<std::size_t>(&saying - kSayings.data())]++ >= kMostTries) continue;
      if (!saying.attribute.empty()) {
        std::string value(attribute(at, saying.attribute));
        record.say(saying.name, saying.name.field == kPublished ? date_of(value) : value);
      } else if (saying.name.field == kMarkup) {
        record.say(saying.name, markup_within(at));
        enter = saying.name.rank > 1;  // the best may stand in another
      } else {
        std::string words =
            saying.name.field == kText ? text_within(at) : markup_line(markup_within(at));
        if (saying.name.field == kAuthor) words = author_of(words);
        record.say(saying.name, std::move(words));
      }
    }
    at = next_within(item, at, enter);
  }
  return record.document(place);
}

}  // namespace

bool begins_news_xml(std::string_view bytes) {
  const std::string root = lower(root_name(bytes));
  return root == "nitf" || root == "newsitem" || root == "newsmessage" || root == "newsml";
}

NewsXmlReader::NewsXmlReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)), limits_(options.limits) {}

std::optional<Document> NewsXmlReader::next() {
  if (!std::exchange(opened_, true)) {
    std::string bytes;
    rejection_ = take_whole_text(file_, "XML", limits_, &bytes);
    if (!rejection_) {
      xml_ = std::make_unique<Xml>(std::move(bytes));
      if (const auto fault = xml_->fault())
        rejection_ = rejected(file_.name(), *fault, file_.name());
      at_ = xml_->root();
      several_ = at_ && !is_item(at_);
      while (at_ && !is_item(at_)) at_ = next_within(xml_->root(), at_);
    }
  }
  if (!at_) return std::exchange(rejection_, std::nullopt);
  const pugi::xml_node item = at_;
  do at_ = next_within(xml_->root(), at_, at_ != item);
  while (at_ && !is_item(at_));
  if (!at_ && !xml_->is_whole(item)) return std::exchange(rejection_, std::nullopt);
  ++number_;
  return document_of(item, several_ ? file_.name() + ":" + std::to_string(number_) : file_.name());
}

}  // namespace newsfacts
