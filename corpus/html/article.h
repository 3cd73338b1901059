// The article of a page: the blocks that are its text, and what each is.
//
//     <nav>Home News</nav> <h1>Fire</h1> <p>Nine people died.</p> <ul><li>One</ul> <footer>...
//
//                          Fire          Nine people died.        One
//                          heading       body                     list
//
// A block belongs to the article where the evidence says so (corpus/html/evidence.h).  Of a page
// that is no article - a thread, a product, a list - it is what the page is there for.  A page
// that has but a few doubtful words is a shell for scripts to fill: it has none.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/html/evidence.h"
#include "corpus/html/json_ld.h"
#include "corpus/html/page.h"

namespace newsfacts::html {

struct ArticlePart {
  Span text;  // of Article::text
  Span page;  // bytes of the page it came from
  Role role = Role::kBody;
};

struct Article {
  // Parts in order, a blank line between them; items of a list and rows of a table are a line each.
  std::string text;
  std::vector<ArticlePart> parts;
};

Anchors anchors_of(const Page& page, const JsonLd& said);
Article article_of(const Page& page, const Anchors& anchors,
                   const Weights& weights = Weights::standard());

}  // namespace newsfacts::html
