#include "corpus/readers/reuters.h"

#include <utility>

#include "corpus/ascii.h"
#include "corpus/readers/article_fields.h"
#include "corpus/readers/markup_text.h"
#include "corpus/readers/xml.h"

namespace newsfacts {
namespace {

using enum ArticleField;

std::string_view between(std::string_view story, std::string_view element) {
  const std::string open = "<" + std::string(element) + ">",
                    close = "</" + std::string(element) + ">";
  const std::size_t begin = story.find(open);
  if (begin == story.npos) return {};
  const std::size_t end = story.find(close, begin);
  return end == story.npos ? std::string_view()
                           : story.substr(begin + open.size(), end - begin - open.size());
}

// "&#3;" and its like, the wire's own signs.
std::string without_marks(std::string_view line) {
  std::string rest;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t mark = std::min(line.find("&#", at), line.size());
    rest.append(line, at, mark - at);
    const std::size_t stop = line.substr(mark, 6).find(';');
    at = stop == line.npos ? mark + 2 : mark + stop + 1;
    if (stop == line.npos && mark < line.size()) rest.append("&#");
  }
  return rest;
}

// Lines stay lines; "&lt;" is read, and the marks of the wire ("&#3;") are dropped.
std::string lines_of(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = without_marks(text.substr(0, end));
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    lines.append(line.substr(0, indent)).append(markup_line(line)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Document document_of(std::string_view story, const std::string& place) {
  ArticleRecord record;
  record.say(kTitle, markup_line(between(story, "TITLE")));
  record.say(kAuthor, markup_line(between(story, "AUTHOR")));
  record.say(kPublished, std::string(trimmed(between(story, "DATE"))));
  record.say(kSource, "Reuters");
  const std::string_view dateline = trimmed(between(story, "DATELINE"));
  std::string text = lines_of(between(story, "BODY"));
  if (!dateline.empty() && !text.empty()) text = lines_of(dateline).append(text);
  if (!dateline.empty() && text.size() > dateline.size()) text[text.find('\n')] = ' ';
  record.say(kText, std::move(text));
  return record.document(place);
}

}  // namespace

bool begins_reuters(std::string_view bytes) {
  return root_name(bytes) == "REUTERS";
}

ReutersReader::ReutersReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)),
      limits_(options.limits),
      lines_([this] { return file_.next_chunk(); }) {}

std::optional<Document> ReutersReader::next() {
  std::string story;
  std::size_t size = 0, length = 0;
  while (!done_) {
    const auto line = lines_.line(limits_.document_bytes, &length);
    if (!file_.failure().empty()) {
      done_ = true;
      return rejected(file_.name(), file_.failure(), file_.name());
    }
    const std::string place = file_.name() + ":" + std::to_string(number_ + 1);
    if (!line) {
      done_ = true;
      if (size > 0) return rejected(place, "cut off: the story does not end", place);
      break;
    }
    if (size == 0 && !line->starts_with("<REUTERS")) continue;
    size += length + 1;
    if (size > limits_.document_bytes)
      story = std::string();  // gives the memory back
    else
      story.append(*line).append("\n");
    if (line->find("</REUTERS>") == line->npos) continue;
    ++number_;
    if (size > limits_.document_bytes)
      return rejected(place, too_long("story", size, limits_), place);
    return document_of(story, place);
  }
  return std::nullopt;
}

}  // namespace newsfacts
