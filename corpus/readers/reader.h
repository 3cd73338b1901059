// A Reader turns one input file into documents, one at a time, in constant memory: one format a
// file in this folder, and formats.h lists them.
//
// A record that cannot be read comes out as a rejected Document that names its place
// ("crawl.jsonl:3"); the records behind it are still read.  What no record can be blamed for
// (the file cannot be opened, the disk fails, an archive is cut off) comes out the same way, with
// the reason, and ends that file; and so does a file in which there is no document at all.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "corpus/readers/article_fields.h"
#include "corpus/readers/input_file.h"

namespace newsfacts {

struct ReadLimits {
  std::size_t document_bytes = std::size_t{64} << 20;     // a longer text or line is rejected
  std::size_t page_elements = 1'000'000;                  // a web page of more is rejected
  std::uint64_t unpacked_bytes = std::uint64_t{1} << 38;  // that may come out of one file
  std::uint64_t ratio = 200;                              // times its size that may come out of it
  unsigned depth = 8;  // of archives and compressed files within each other
};

// What a user may say about the files to read.
struct ReadOptions {
  ReadLimits limits;
  std::string as;     // the word of a format (formats.h); empty = told by content and name
  FieldNames fields;  // how records name what they hold
};

class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::optional<Document> next() = 0;  // nullopt at the end

  // What is no article and was passed over without a word: an image in an archive or a folder,
  // the record of a request in a crawl.
  virtual std::uint64_t passed_over() const { return 0; }
};

// A document that could not be read: stage "read".
Document rejected(std::string_view id, std::string_view reason, std::string_view place);

// "line of 300 bytes exceeds the limit of 200 bytes (--max-document-bytes)"
std::string too_long(std::string_view what, std::size_t size, const ReadLimits& limits);

// Takes all bytes of a file that is one document.  Or comes back with its rejection: it is too
// long (no more than the limit is held, the rest is counted), or a failure cut it off.
std::optional<Document> take_whole(InputFile& file, std::string_view what, const ReadLimits& limits,
                                   std::string* bytes);

// The same, in UTF-8: by the charset that the file's bytes or its server name, or are likeliest in.
std::optional<Document> take_whole_text(InputFile& file, std::string_view what,
                                        const ReadLimits& limits, std::string* text);

}  // namespace newsfacts
