// Word documents: Office Open XML (ISO/IEC 29500), a ZIP with the text in word/document.xml and
// title, creator and days in docProps/core.xml.  A paragraph is a block; deleted text is left out,
// and so are headers, footers and notes.

#pragma once

#include <string_view>

#include "corpus/readers/reader.h"

namespace newsfacts {

bool begins_docx(std::string_view bytes);

Document read_docx(InputFile file, const ReadOptions& options);

}  // namespace newsfacts
