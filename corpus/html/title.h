// The title of a page: what its readers take for it, which is its <h1>.  Evidence is ranked so:
//
//      1  a heading that is word for word what the page says of itself (JSON-LD's headline,
//         og:title), or what stands between the joints of its <title>: "Ferry fire - nine hurt |
//         Courier".  An <h2> may be a section, so that it must be most of that, or more than an
//         <h1> is
//      2  an <h1> that stands within what it says
//      3  the only <h1>, whatever it says, for what a page says of itself often is written for
//         search engines.  Unless it is a label: a few words that no class calls a title, where
//         <title> and og:title are one that says more
//      4  of several, the only one before the article where a class calls it a title; or the last,
//         if half its words are of what the page says
//      5  an <h2> that stands within what it says, where no <h1> comes into question
//      6  what it says, without the name of the outlet
//      7  any heading
//
// No title is a heading that names the outlet - as the page calls it, as it stands behind the title
// in <title>, as og:title leaves it out of that, or by its address -, nor, but for 1 and 2, one of
// the navigation, a hidden one (where the article itself is not), or one as long as a paragraph.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/html/json_ld.h"
#include "corpus/html/meta_tags.h"
#include "corpus/html/page.h"

namespace newsfacts::html {

// On one line; may be empty.  `publisher` is the outlet's name, `first_block` where the article
// begins.
std::string title_of(const Page& page, const JsonLd& said, const MetaTags& tags,
                     std::string_view publisher, std::size_t first_block);

}  // namespace newsfacts::html
