// PDF (ISO 32000), by Poppler's pdftotext in a process of its own: a parser of PDF is a large
// target for hostile bytes, so it gets no more than 1 GB, 10 seconds and no files
// (child_process.h).  The text is in reading order, a line of the page a line; title, author and
// day are those of the document's information.

#pragma once

#include <string_view>

#include "corpus/readers/reader.h"

namespace newsfacts {

bool begins_pdf(std::string_view bytes);

Document read_pdf(InputFile file, const ReadOptions& options);

}  // namespace newsfacts
