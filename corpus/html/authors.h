// Who wrote a page.  The first of these that names any, best first:
//
//      1  JSON-LD, then <meta>, unless that is an account ("jroe") or the house itself, be it by
//         its address
//      2  elements with itemprop="author"
//      3  links to an author's page by the title or the beginning, in no sentence; then elements of
//         such a class, in them what is called a name
//      4  a byline next to the title ("By Jane Roe"); a link there, be it to a person or not; a
//         byline by the beginning, then one at the end
//      5  who signs there, be it a person or not ("by jroe"); rel="author" and such classes
//      6  the account of 1, then the house
//
// Who is named in comments, in the navigation and in what is about other articles never counts
// (place.h).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/json_ld.h"
#include "corpus/html/meta_tags.h"
#include "corpus/html/page.h"
#include "corpus/html/place.h"

namespace newsfacts::html {

// The authors of the page: the first source that names any, best first.  `publisher` is no author.
std::vector<std::string> authors_of(const Page& page, const JsonLd& said, const MetaTags& tags,
                                    std::string_view publisher, const Place& place);

}  // namespace newsfacts::html
