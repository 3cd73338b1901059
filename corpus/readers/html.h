// HTML: a saved or crawled page, one article a file.  The document's raw text is the article
// without what stands around it (corpus/html/article.h), its parts say what each stretch of that
// is, and its metadata are what the page says of itself (corpus/html/metadata.h).

#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/input_file.h"
#include "corpus/readers/reader.h"

namespace newsfacts {

// The file's name is the article's id.
Document read_html(InputFile file, const ReadOptions& options);

// Whether a file that begins so is a page: a doctype, <html> or another element of a page's head.
bool begins_as_html(std::string_view bytes);

// The page as a document.  `page` is decoded already.
Document document_of_page(std::string_view page, const Provenance& about, const ReadLimits& limits);

}  // namespace newsfacts
