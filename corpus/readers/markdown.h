// Markdown (CommonMark): one article a file.  A header between lines "---" may say where it comes
// from ("title: A town counts its dead"), by the names of article_fields.h; without it the first
// heading is the title.  What only marks up is left out - signs of headings, emphasis, links and
// quotes, images, fences, rules - and words and list bullets stay.

#pragma once

#include "corpus/readers/reader.h"

namespace newsfacts {

Document read_markdown(InputFile file, const ReadOptions& options);

}  // namespace newsfacts
