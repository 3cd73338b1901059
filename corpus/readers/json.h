// JSON that is not lines (RFC 8259): an array of articles, articles one after the other, one
// article, or an object that lists them (JSON Feed's items, an interface's articles or results).
// Names of fields are those of article_fields.h; of JSON Feed, its title is the source.
//
// The file is cut into values as it is read, and only one is held; one that is too long is
// rejected and passed by.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/readers/line_reader.h"
#include "corpus/readers/reader.h"
#include "corpus/wire.h"

namespace newsfacts {

// "{...}" on the first line: JSON lines.
bool begins_json_lines(std::string_view bytes);

// "[{", or "{" with more of it on the lines that follow.
bool begins_json(std::string_view bytes);

class JsonReader : public Reader {
 public:
  JsonReader(InputFile file, const ReadOptions& options);
  ~JsonReader() override;
  std::optional<Document> next() override;

 private:
  // The next value of the file, or of the array it is; nullopt at the end.  `*size` is its size,
  // whatever was held of it.
  std::optional<std::string_view> value(std::size_t* size);
  bool see(char* c);  // the next byte, which is not taken
  std::optional<Document> listed();

  InputFile file_;
  ReadLimits limits_;
  WireReader wire_;
  std::string_view chunk_;
  std::string value_;
  bool in_array_ = false, cut_off_ = false, done_ = false;
  std::size_t number_ = 0;  // of the value, from 1

  struct List;  // of articles, in an object
  std::unique_ptr<List> list_;
};

}  // namespace newsfacts
