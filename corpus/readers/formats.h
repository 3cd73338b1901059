// The formats there are: the one table that says what each is called, how it is told, and what
// reads it.  Content decides first, then the name, else it is plain text.
//
// To add one: a Reader in a file of its own, or a function where a file is one document, and a row
// in formats.cpp.  The order of rows is the order in which they are asked, the more particular
// first.

#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/reader.h"

namespace newsfacts {

struct Format {
  std::string_view word;                    // for --as
  std::string_view what;                    // for the help: "JSON lines, a document each"
  std::array<std::string_view, 4> endings;  // of names, in small letters
  bool (*begins)(std::string_view bytes);   // are these the first bytes of one?
  std::unique_ptr<Reader> (*open)(InputFile, const ReadOptions&);

  std::array<std::string_view, 3> media_types = {};  // as a server calls it

  // It holds files, which are told apart in their turn: an archive, a compressed file.
  bool holds_files = false;
};

std::span<const Format> formats();

// "text, jsonl, ...": every word.
std::vector<std::string> format_words();

// What reads this file: by its content, by `options.as`, by its name.  Never throws for a bad
// file: one that cannot be read is a Reader of one rejected Document.
std::unique_ptr<Reader> open_reader(InputFile file, const ReadOptions& options);

// Whether a name ends so, in any letter case, and is more than its ending.
bool name_ends(std::string_view name, std::string_view ending);

// Whether a file of a folder or archive may be an article going by its name: one with the ending
// of a format, or without any.  A photo.jpg is passed over, and a README.md.
bool is_article(std::string_view name);

}  // namespace newsfacts
