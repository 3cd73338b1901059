// Tables with a header (RFC 4180): CSV and TSV, an article a row.  The delimiter - comma, semicolon
// or tab - is the one that the header has most of; its columns are told by the names of
// article_fields.h.  A field in quotes may hold delimiters, line ends and doubled quotes.
//
// A table without a column of text is rejected, or passed over where it was not named but found in
// a folder.  A document goes by the line its row begins on.  A row with more fields than the
// header, or one that is too long, is rejected, and the next one read; a quote that is never closed
// takes the rest of the file with it, and says so.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/article_fields.h"
#include "corpus/readers/reader.h"

namespace newsfacts {

// A first line of short fields, of which one is a text and another known, too.
bool begins_csv(std::string_view bytes);

class CsvReader : public Reader {
 public:
  CsvReader(InputFile file, const ReadOptions& options);
  std::optional<Document> next() override;
  std::uint64_t passed_over() const override { return passed_over_; }

 private:
  // The next row into fields_; false at the end.  `*size` is that of all its fields.
  bool row(std::size_t* size);
  std::optional<Document> header();

  InputFile file_;
  ReadOptions options_;
  std::string_view chunk_;
  char delimiter_ = ',';
  std::vector<std::string> fields_;
  std::vector<std::optional<FieldName>> columns_;
  std::uint64_t passed_over_ = 0;
  std::size_t line_ = 1, row_line_ = 1;
  bool opened_ = false, unclosed_ = false, done_ = false;
};

}  // namespace newsfacts
