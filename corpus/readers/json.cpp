#include "corpus/readers/json.h"

#include <simdjson.h>

#include <array>
#include <utility>

namespace newsfacts {
namespace {

// Lists of articles in an object: JSON Feed, and what interfaces of newspapers and aggregators call
// theirs.
constexpr std::array kLists =
    std::to_array<std::string_view>({"items", "articles", "news", "stories", "results", "documents",
                                     "docs", "entries", "posts", "data"});

// Objects that only hold another.
constexpr std::array kWrappers = std::to_array<std::string_view>({"response", "feed", "result"});

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\uFEFF")) bytes.remove_prefix(3);
  bytes.remove_prefix(std::min(bytes.find_first_not_of(kSpaces), bytes.size()));
  return bytes;
}

}  // namespace

bool begins_json_lines(std::string_view bytes) {
  bytes = without_mark(bytes);
  if (!bytes.starts_with('{')) return false;
  const std::size_t end = bytes.find('\n');
  if (end == bytes.npos) return true;
  const std::size_t last = bytes.substr(0, end).find_last_not_of(kSpaces);
  return bytes[last] == '}';
}

bool begins_json(std::string_view bytes) {
  bytes = without_mark(bytes);
  if (bytes.starts_with('[')) {
    bytes = without_mark(bytes.substr(1));
    return bytes.starts_with('{') ||
           (bytes.starts_with(']') && without_mark(bytes.substr(1)).empty());
  }
  if (!bytes.starts_with('{')) return false;
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  const std::size_t last = line.find_last_not_of(kSpaces);
  const std::string_view more = without_mark(bytes.substr(1));
  return (last == 0 || line[last] == ',') && (more.starts_with('"') || more.starts_with('}'));
}

struct JsonReader::List {
  simdjson::dom::parser parser;
  simdjson::dom::array articles;
  simdjson::dom::array::iterator at, end;
  std::string source;
  std::size_t number = 0;
};

JsonReader::JsonReader(InputFile file, const ReadOptions& options)
    : file_(std::move(file)), limits_(options.limits), wire_(options.fields) {}

JsonReader::~JsonReader() = default;

bool JsonReader::see(char* c) {
  if (chunk_.empty()) chunk_ = file_.next_chunk();
  if (chunk_.empty()) return false;
  *c = chunk_.front();
  return true;
}

std::optional<std::string_view> JsonReader::value(std::size_t* size) {
  value_.clear();
  *size = 0;
  std::size_t depth = 0;
  bool quoted = false, escaped = false, begun = false;
  for (char c; see(&c); chunk_.remove_prefix(1)) {
    if (!begun) {
      if (kSpaces.find(c) != kSpaces.npos || c == ',' || c == '\xEF' || c == '\xBB' || c == '\xBF')
        continue;
      if (c == '[' && !in_array_) {
        in_array_ = true;
        continue;
      }
      if (c == ']') {
        in_array_ = false;
        continue;
      }
      begun = true;
    }
    const bool between = depth == 0 && !quoted && *size > 0;
    if (between && (c == ',' || c == ']' || kSpaces.find(c) != kSpaces.npos)) break;
    ++*size;
    if (*size <= limits_.document_bytes)
      value_ += c;
    else if (!value_.empty())
      value_ = std::string();  // gives the memory back
    if (quoted) {
      quoted = escaped || c != '"';
      escaped = !escaped && c == '\\';
      continue;
    }
    quoted = c == '"';
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0 && --depth == 0) {
      chunk_.remove_prefix(1);
      return value_;
    }
  }
  if (!begun) {
    cut_off_ = in_array_;
    return std::nullopt;
  }
  if (depth > 0 || quoted) {
    cut_off_ = true;
    return std::nullopt;
  }
  return value_;
}

// The next article of the list at hand.
std::optional<Document> JsonReader::listed() {
  List& list = *list_;
  if (list.at == list.end) return std::nullopt;
  const std::string place =
      file_.name() + ":" + std::to_string(number_) + "." + std::to_string(++list.number);
  Document document = wire_.read(simdjson::minify(*list.at), place);
  ++list.at;
  if (document.metadata.source.empty() && !document.rejected)
    document.metadata.source = list.source;
  return document;
}

std::optional<Document> JsonReader::next() {
  for (std::size_t size = 0; !done_;) {
    if (list_) {
      if (auto document = listed()) return document;
      list_.reset();
    }
    const bool was_in_array = in_array_;
    const auto found = value(&size);
    if (!found) {
      done_ = true;
      if (!file_.failure().empty()) return rejected(file_.name(), file_.failure(), file_.name());
      if (cut_off_) return rejected(file_.name(), "cut off: its JSON does not end", file_.name());
      break;
    }
    const std::string place = file_.name() + ":" + std::to_string(++number_);
    if (size > limits_.document_bytes)
      return rejected(place, too_long("value", size, limits_), place);
    if (!was_in_array && !in_array_ && found->starts_with('{')) {
      auto list = std::make_unique<List>();
      simdjson::dom::object object;
      if (list->parser.parse(found->data(), found->size()).get(object) == simdjson::SUCCESS) {
        for (const std::string_view wrapper : kWrappers)
          if (simdjson::dom::object inner; object[wrapper].get(inner) == simdjson::SUCCESS) {
            object = inner;
            break;
          }
        for (const std::string_view name : kLists)
          if (object[name].get(list->articles) == simdjson::SUCCESS) {
            simdjson::dom::object first;
            if (list->articles.at(0).get(first) != simdjson::SUCCESS) continue;
            list->at = list->articles.begin();
            list->end = list->articles.end();
            if (std::string_view title; object["title"].get(title) == simdjson::SUCCESS)
              list->source = title;
            list_ = std::move(list);
            break;
          }
      }
      if (list_) continue;
    }
    return wire_.read(*found, place);
  }
  return std::nullopt;
}

}  // namespace newsfacts
