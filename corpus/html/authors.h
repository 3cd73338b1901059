// Who wrote a page: what JSON-LD and <meta> say, unless that is an account or the house itself;
// then what the page marks or prints where the article begins or ends.

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
