// Word documents: Office Open XML (ISO/IEC 29500), a ZIP with the text in word/document.xml and
// title, creator and days in docProps/core.xml.  A paragraph is a block; deleted text is left out,
// and so are headers, footers and notes.

#pragma once

#include <optional>
#include <string_view>

#include "corpus/readers/reader.h"

namespace newsfacts {

bool begins_docx(std::string_view bytes);

class DocxReader : public Reader {
 public:
  DocxReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;

 private:
  InputFile file_;
  ReadLimits limits_;
  bool done_ = false;
};

}  // namespace newsfacts
