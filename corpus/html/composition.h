// The article put together of the blocks that were kept: what each of them is, and a text to read.
//
//     <p>Nine died.</p> <ul><li>One<li>Two</ul> <table><tr><td>Aboard<td>304</table>
//
//     Nine died.        One                     Aboard | 304
//                       Two
//     body              list, list              table
//
// A row of a table is one part, for a figure in it is nothing without the words beside it.  A table
// is taken whole, where most of it was kept or it stands amid what was, or else not at all.  One
// that only lays out the page, with paragraphs for its cells, is none.

#pragma once

#include <vector>

#include "corpus/html/article.h"
#include "corpus/html/page.h"

namespace newsfacts::html {

// `kept` says of each block whether it is of the article.
Article composed(const Page& page, const std::vector<char>& kept);

}  // namespace newsfacts::html
