// The kind of a page, by what it says of itself: schema.org's types, og:type, its address, the
// classes of <html> and <body>, the program that made it.
//
//     <body class="single postid-7">  /blog/2026/a-fire      article
//     <meta property="og:type" content="product">            product
//
// The words are data (page_kinds.tsv), each row with its weight.  What a page is there for tells
// what its blocks are: comments are the text of a thread, and not that of an article.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/html/page.h"

namespace newsfacts::html {

enum class PageKind : std::uint8_t {
  kUnknown,
  kArticle,
  kProduct,
  kThread,
  kList,
  kCollection,
  kManual,
  kService,
};
inline constexpr std::array<std::string_view, 8> kPageKindWords = {
    "unknown", "article", "product", "thread", "list", "collection", "manual", "service"};

PageKind kind_of(const Page& page);

}  // namespace newsfacts::html
