// Where on a page its article stands, in numbers of blocks, and what stands apart from it.
//
//     nav | related | title | byline | text text text | comments
//                     ^title           ^first         ^end
//
// What is said of the article stands by its title or its beginning, seldom at its end; what is said
// of others stands in containers of their own, that hold neither.

#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/html/article.h"
#include "corpus/html/page.h"

namespace newsfacts::html {

struct Place {
  std::size_t title = 0;           // blocks().size() where there is none
  std::size_t first = 0, end = 0;  // the title's where there is no article

  // In lines: from the title, or from the beginning where that is nearer.
  std::size_t far_from_beginning(std::size_t block) const;
  bool is_by_beginning(std::size_t block) const;  // or between the title and it
  bool is_by_end(std::size_t block) const;
};

// `title` is the page's, of its metadata.
Place place_of(const Page& page, const Article& article, std::string_view title);

// Whether an element stands in what is about others, or what others say: comments, related
// articles, quotations, <aside>, <nav>, <footer>.  What stands next to the title never does, nor
// what a container holds together with the title or the beginning, whatever it is called.
bool is_about_others(const Page& page, const Element& element, const Place& place);

// The same by classes alone, and the navigation: an article's own <aside> and <footer> may tell of
// its author.
bool is_called_others(const Page& page, const Element& element, const Place& place);

// Away from the beginning: whether it stands in a list or a column, which seldom are the article's.
bool is_listed(const Page& page, const Element& element, const Place& place);

}  // namespace newsfacts::html
