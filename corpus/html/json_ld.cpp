#include "corpus/html/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "corpus/ascii.h"

namespace newsfacts::html {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMostScripts = 64, kMostNodes = 5000;
constexpr int kMostDepth = 24;

std::optional<element> in(const object& node, std::string_view key) {
  element found;
  if (node.at_key(key).get(found) != simdjson::SUCCESS) return std::nullopt;
  return found;
}

// What a type is worth: an article, before a page, before anything else that has a name.
int worth_of(std::string_view type) {
  if (const std::size_t slash = type.rfind('/'); slash != type.npos) type.remove_prefix(slash + 1);
  if (type.ends_with("Article") || type == "Report" || type == "LiveBlogPosting") return 6;
  if (type == "BlogPosting" || type == "Recipe" || type == "Review" || type == "CriticReview")
    return 5;
  if (type.ends_with("Posting") || type == "QAPage") return 4;
  if (type == "Product" || type == "VideoObject" || type == "Event" || type == "Course" ||
      type == "Book" || type == "CreativeWork" || type == "HowTo" || type == "PodcastEpisode" ||
      type == "Question")
    return 3;
  if (type.ends_with("Page")) return 2;
  return 0;
}

class Reading {
 public:
  JsonLd found;

  void script(std::string_view words) {
    element root;
    simdjson::padded_string padded(words);
    if (parser_.parse(padded).get(root) != simdjson::SUCCESS) {
      padded = simdjson::padded_string(mended_json(words));
      if (parser_.parse(padded).get(root) != simdjson::SUCCESS) return;
    }
    named_.clear();
    nodes_ = 0;
    names(root, 0);
    best_worth_ = 0;
    best_.reset();
    nodes_ = 0;
    seek(root, 0);
    if (best_) take(*best_, best_worth_);
    if (page_) fill(*page_);
    page_.reset();
  }

 private:
  // Of things that others refer to by their @id.
  void names(const element& value, int depth) {
    if (depth > kMostDepth || ++nodes_ > kMostNodes) return;
    if (object node; value.get(node) == simdjson::SUCCESS) {
      const auto id = in(node, "@id");
      std::string_view key;
      if (id && id->get(key) == simdjson::SUCCESS)
        if (std::string name = string_of(in(node, "name"), 0); !name.empty())
          named_.emplace(std::string(key), std::move(name));
      for (const auto field : node) names(field.value, depth + 1);
    } else if (array list; value.get(list) == simdjson::SUCCESS) {
      for (const element each : list) names(each, depth + 1);
    }
  }

  void seek(const element& value, int depth) {
    if (depth > kMostDepth || ++nodes_ > kMostNodes) return;
    if (array list; value.get(list) == simdjson::SUCCESS) {
      for (const element each : list) seek(each, depth + 1);
      return;
    }
    object node;
    if (value.get(node) != simdjson::SUCCESS) return;
    int worth = 0;
    for (const std::string& type : strings_of(in(node, "@type")))
      worth = std::max(worth, worth_of(type));
    if (worth > 0) {
      if (worth >= 4 && (in(node, "headline") || in(node, "datePublished"))) ++worth;
      if (worth > best_worth_) {
        best_worth_ = worth;
        best_ = node;
      }
      if (worth == 2 && !page_) page_ = node;
    }
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (const auto inner = in(node, key)) seek(*inner, depth + 1);
  }

  void take(const object& node, int worth) {
    if (worth <= taken_) return;
    JsonLd read;
    read.is_article = worth >= 5;
    const auto types = strings_of(in(node, "@type"));
    if (!types.empty()) read.type = types.front();
    read.headline = string_of(in(node, "headline"), 0);
    if (read.headline.empty()) read.headline = string_of(in(node, "name"), 0);
    read.article_body = string_of(in(node, "articleBody"), 0);
    if (read.article_body.empty()) read.article_body = string_of(in(node, "text"), 0);
    read.description = string_of(in(node, "description"), 0);
    read.published = string_of(in(node, "datePublished"), 0);
    read.created = string_of(in(node, "dateCreated"), 0);
    if (read.created.empty()) read.created = string_of(in(node, "uploadDate"), 0);
    read.modified = string_of(in(node, "dateModified"), 0);
    read.section = string_of(in(node, "articleSection"), 0);
    read.publisher = string_of(in(node, "publisher"), 0);
    read.url = string_of(in(node, "url"), 0);
    read.language = string_of(in(node, "inLanguage"), 0);
    read.authors = strings_of(in(node, "author"));
    if (read.authors.empty()) read.authors = strings_of(in(node, "creator"));
    read.tags = strings_of(in(node, "keywords"));
    taken_ = worth;
    // What an earlier, poorer node said stands where this one is silent.
    std::swap(found, read);
    fill_from(read);
  }

  void fill(const object& page) {
    JsonLd read;
    read.published = string_of(in(page, "datePublished"), 0);
    read.modified = string_of(in(page, "dateModified"), 0);
    read.headline = string_of(in(page, "name"), 0);
    read.language = string_of(in(page, "inLanguage"), 0);
    read.url = string_of(in(page, "url"), 0);
    read.authors = strings_of(in(page, "author"));
    fill_from(read);
  }

  void fill_from(JsonLd& other) {
    for (std::string JsonLd::*field :
         {&JsonLd::headline, &JsonLd::article_body, &JsonLd::description, &JsonLd::published,
          &JsonLd::created, &JsonLd::modified, &JsonLd::section, &JsonLd::publisher, &JsonLd::url,
          &JsonLd::language})
      if ((found.*field).empty()) found.*field = std::move(other.*field);
    if (found.authors.empty()) found.authors = std::move(other.authors);
    if (found.tags.empty()) found.tags = std::move(other.tags);
  }

  std::string string_of(std::optional<element> value, int depth) const {
    const auto all = strings_of(value, depth);
    return all.empty() ? std::string() : all.front();
  }

  // A string, a thing with a name or a reference to one, or a list of these.
  std::vector<std::string> strings_of(std::optional<element> value, int depth = 0) const {
    constexpr std::size_t kMost = 50;
    std::vector<std::string> all;
    if (!value || depth > 4) return all;
    std::string_view words;
    if (value->get(words) == simdjson::SUCCESS) {
      if (const auto named = named_.find(std::string(words)); named != named_.end())
        all.push_back(named->second);
      else if (!words.empty())
        all.emplace_back(words);
    } else if (array list; value->get(list) == simdjson::SUCCESS) {
      for (const element each : list)
        for (std::string& one : strings_of(each, depth + 1))
          if (all.size() < kMost) all.push_back(std::move(one));
    } else if (object node; value->get(node) == simdjson::SUCCESS) {
      all = strings_of(in(node, "name"), depth + 1);
      if (all.empty()) all = strings_of(in(node, "@value"), depth + 1);
      if (all.empty())
        if (const auto id = in(node, "@id"); id && id->get(words) == simdjson::SUCCESS)
          if (const auto named = named_.find(std::string(words)); named != named_.end())
            all.push_back(named->second);
    }
    return all;
  }

  simdjson::dom::parser parser_;
  std::unordered_map<std::string, std::string> named_;
  std::size_t nodes_ = 0;
  std::optional<object> best_, page_;
  int best_worth_ = 0, taken_ = 0;
};

}  // namespace

std::string mended_json(std::string_view script) {
  std::string out;
  out.reserve(script.size());
  bool in_string = false;
  for (std::size_t at = 0; at < script.size(); ++at) {
    const char c = script[at];
    const std::string_view rest = script.substr(at);
    if (in_string) {
      if (c == '\\' && at + 1 < script.size()) {
        const char next = script[++at];
        if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos) out += c;
        out += next;
      } else if (c == '"') {
        in_string = false;
        out += c;
      } else {
        out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
      }
      continue;
    }
    if (c == '"') {
      in_string = true;
      out += c;
    } else if (rest.starts_with("/*")) {
      const std::size_t end = script.find("*/", at + 2);
      at = end == script.npos ? script.size() : end + 1;
    } else if (rest.starts_with("//") || rest.starts_with("<!") || rest.starts_with("-->") ||
               rest.starts_with("]]>")) {
      // A comment to the end of its line; marks alone where JSON goes on behind them.
      const std::size_t line = std::min(script.find('\n', at), script.size());
      const std::size_t brace =
          rest.starts_with("//") && !rest.starts_with("//<![CDATA[")
              ? script.npos
              : script.find_first_of("{[", rest.starts_with("//<![CDATA[") ? at + 11
                                           : rest.starts_with("<![CDATA[") ? at + 9
                                                                           : at + 3);
      at = std::min(line, brace) - 1;
    } else if (c == '}' || c == ']') {
      while (!out.empty() && is_blank(out.back())) out.pop_back();
      if (!out.empty() && out.back() == ',') out.pop_back();
      out += c;
    } else if (c != ';' && (static_cast<unsigned char>(c) >= ' ' || is_blank(c))) {
      out += c;
    }
  }
  return out;
}

JsonLd read_json_ld(const std::vector<std::string_view>& scripts) {
  Reading reading;
  for (std::size_t i = 0; i < std::min(scripts.size(), kMostScripts); ++i)
    reading.script(scripts[i]);
  return std::move(reading.found);
}

}  // namespace newsfacts::html
