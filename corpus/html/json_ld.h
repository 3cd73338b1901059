// JSON-LD: what a page's <script type="application/ld+json"> say of its article, in the words of
// schema.org (NewsArticle, BlogPosting, ..., WebPage), with @graph and references by @id followed.
//
// Pages hold what is no JSON: comments, CDATA marks, line ends within strings, commas before a
// bracket, a semicolon behind all.  These are mended; what still is no JSON is passed over.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsfacts::html {

struct JsonLd {
  bool is_article = false;  // by its type
  std::string type, headline, article_body, description, published, created, modified, section,
      publisher, url, language;
  std::vector<std::string> authors, tags;
};

// Fields as written: text may hold markup and references.  Absent ones are empty.
JsonLd read_json_ld(const std::vector<std::string_view>& scripts);

// What can be mended of a script, to be JSON: exposed for its test.
std::string mended_json(std::string_view script);

}  // namespace newsfacts::html
