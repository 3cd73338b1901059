#include "corpus/readers/feed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/ascii.h"
#include "corpus/readers/markup_text.h"
#include "corpus/readers/mime.h"

namespace newsfacts {
namespace {

using enum ArticleField;

// Elements of an entry, by their local names in small letters, and what they say; of two for one
// field the lower rank is taken.
struct Saying {
  std::string_view element;
  FieldName name;
};
constexpr std::array kSayings = std::to_array<Saying>({
    {"title", {kTitle, 1}},       {"encoded", {kMarkup, 1}},  // content:encoded
    {"content", {kMarkup, 2}},                                // Atom; media:content holds no words
    {"body", {kMarkup, 3}},                                   // xhtml:body
    {"fullitem", {kMarkup, 4}},   {"description", {kMarkup, 5}}, {"summary", {kMarkup, 6}},
    {"abstract", {kMarkup, 7}},  // CDF, Dublin Core
    {"tagline", {kMarkup, 8}},    {"pubdate", {kPublished, 1}},  {"published", {kPublished, 2}},
    {"issued", {kPublished, 3}},  // Atom 0.3, Dublin Core
    {"date", {kPublished, 4}},    // dc:date
    {"created", {kPublished, 5}}, {"updated", {kPublished, 6}},  {"modified", {kPublished, 7}},
    {"creator", {kAuthor, 1}},  // dc:creator
    {"author", {kAuthor, 2}},     {"language", {kLanguage, 1}},  {"guid", {kUrl, 9}},
});

// Elements from the root to an entry; what lies deeper says nothing of its language.
constexpr unsigned kDeepestFeed = 16;
constexpr std::size_t kLongestAuthors = 2000;

bool is_url(std::string_view words) {
  return words.starts_with("http://") || words.starts_with("https://");
}

bool is_entry(const pugi::xml_node& element) {
  const std::string name = lower(local_name(element));
  return name == "item" || name == "entry";
}

// "me@example.com (Jane Roe)", "Jane Roe <me@example.com>": the name, where there is one.
std::string name_of(std::string_view author) {
  author = trimmed(author);
  const std::size_t at = author.find('@');
  if (at == author.npos) return std::string(author);
  const std::size_t open = author.find('('), close = author.rfind(')');
  if (open != author.npos && close != author.npos && open < close) {
    const std::string_view inside = author.substr(open + 1, close - open - 1);
    return std::string(trimmed(inside.find('@') == inside.npos ? inside : author.substr(0, open)));
  }
  const std::size_t angle = author.find('<');
  if (angle != author.npos) return std::string(trimmed(author.substr(0, angle)));
  return {};
}

// An Atom person is an element with a name in it; RSS has one text.
std::string author_of(const pugi::xml_node& element) {
  for (const pugi::xml_node& child : element.children())
    if (same_word(local_name(child), "name")) return std::string(trimmed(text_within(child)));
  return name_of(markup_line(text_within(element)));
}

// Of an Atom content or an RSS description, as markup: RFC 4287, 3.1.1 and 4.1.3.
std::string markup_of(const pugi::xml_node& element) {
  const std::string_view type = attribute(element, "type"), mode = attribute(element, "mode");
  if (mode == "base64") return base64_decoded(text_within(element));
  bool elements = false;
  for (const pugi::xml_node& child : element.children())
    elements = elements || child.type() == pugi::node_element;
  if (elements) return markup_within(element);
  std::string text = text_within(element);
  // Atom 1.0: what is neither text nor XML is base64.
  if (type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml"))
    return base64_decoded(text);
  const bool plain = type == "text" || type == "text/plain";
  const bool escaped = mode == "escaped" || type.find("html") != type.npos;
  if (!plain || escaped) return text;
  for (std::size_t at = text.find_first_of("<&"); at != text.npos;
       at = text.find_first_of("<&", at + 1))
    text.replace(at, 1, text[at] == '<' ? "&lt;" : "&amp;");
  return text;
}

// The address of an entry or feed; empty where the link leads elsewhere: to its own feed, replies,
// a sound.
std::string link_of(const pugi::xml_node& element) {
  const std::string_view href = attribute(element, "href"), rel = attribute(element, "rel");
  if (href.empty()) return std::string(trimmed(text_within(element)));
  return rel.empty() || rel == "alternate" ? std::string(trimmed(href)) : std::string();
}

void say(ArticleRecord& record, const pugi::xml_node& element, std::string& authors) {
  const std::string name = lower(local_name(element));
  if (name == "link" || name == "a") return record.say({kUrl, 1}, link_of(element));
  const auto* saying = std::find_if(kSayings.begin(), kSayings.end(),
                                    [&](const Saying& each) { return each.element == name; });
  if (saying == kSayings.end()) return;
  switch (saying->name.field) {
    case kTitle: record.say(saying->name, markup_line(markup_of(element))); break;
    case kMarkup:
      // A media:content or an Atom content by address has no words in it.
      if (std::string markup = markup_of(element); !markup.empty())
        record.say(saying->name, std::move(markup));
      break;
    case kAuthor:
      if (const std::string author = author_of(element); !author.empty() &&
                                                         authors.size() < kLongestAuthors &&
                                                         authors.find(author) == authors.npos)
        authors.append(authors.empty() ? "" : ", ").append(author);
      break;
    case kUrl:
      if (const std::string text(trimmed(text_within(element)));
          is_url(text) && attribute(element, "isPermaLink") != "false")
        record.say(saying->name, text);
      break;
    default: record.say(saying->name, std::string(trimmed(text_within(element)))); break;
  }
}

std::string language_of(const pugi::xml_node& element) {
  pugi::xml_node at = element;
  for (unsigned i = 0; at && i < kDeepestFeed; at = at.parent(), ++i)
    if (const std::string_view said = at.attribute("xml:lang").value(); !said.empty())
      return std::string(said);
  return {};
}

}  // namespace

bool begins_feed(std::string_view bytes) {
  const std::string root = lower(root_name(bytes));
  return root == "rss" || root == "feed" || root == "rdf" || root == "channel";
}

FeedReader::FeedReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)), limits_(options.limits) {}

void FeedReader::open() {
  std::string bytes;
  rejection_ = take_whole_text(file_, "feed", limits_, &bytes);
  if (rejection_) return;
  if (!begins_feed(bytes)) {
    passed_over_ = file_.about().found;
    if (passed_over_ == 0)
      rejection_ = rejected(
          file_.name(), "XML that is no feed: its root is <" + std::string(root_name(bytes)) + ">",
          file_.name());
    return;
  }
  xml_ = std::make_unique<Xml>(std::move(bytes));
  if (const auto fault = xml_->fault()) rejection_ = rejected(file_.name(), *fault, file_.name());
  // The feed is the root, or the channel in it.
  const pugi::xml_node root = xml_->root();
  pugi::xml_node feed = root;
  for (const pugi::xml_node& child : root.children())
    if (same_word(local_name(child), "channel")) {
      feed = child;
      break;
    }
  std::string authors;
  for (const pugi::xml_node& child : feed.children())
    if (!is_entry(child)) say(feed_, child, authors);
  if (!authors.empty()) feed_.say(kAuthor, authors);
  at_ = next_within(root, root);
  while (at_ && !is_entry(at_)) at_ = next_within(root, at_);
}

std::optional<Document> FeedReader::next() {
  if (!std::exchange(opened_, true)) open();
  if (!at_) return std::exchange(rejection_, std::nullopt);
  const pugi::xml_node element = at_;
  do at_ = next_within(xml_->root(), at_, at_ != element);
  while (at_ && !is_entry(at_));
  if (!at_ && !xml_->is_whole(element)) return std::exchange(rejection_, std::nullopt);
  return entry(element, file_.name() + ":" + std::to_string(++number_));
}

Document FeedReader::entry(const pugi::xml_node& element, const std::string& place) const {
  ArticleRecord record;
  std::string authors;
  for (const pugi::xml_node& child : element.children()) say(record, child, authors);
  record.say(kAuthor, authors.empty() ? feed_.of(kAuthor) : authors);
  // RSS 1.0 and CDF have the address as an attribute of the entry.
  record.say({kUrl, 5}, std::string(attribute(element, "about")));
  record.say({kUrl, 5}, std::string(attribute(element, "href")));
  const std::string language = language_of(element);
  record.say({kLanguage, 0}, language.empty() ? feed_.of(kLanguage) : language);
  record.say(kSource, feed_.of(kTitle));
  return record.document(place);
}

}  // namespace newsfacts
