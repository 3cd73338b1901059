// Data files - rule pages, vocabularies, SQL - that travel inside the binary.  CMake
// generates the table of each library from the files themselves (newsfacts_embed).

#pragma once

#include <span>
#include <string_view>

namespace newsfacts {

struct EmbeddedFile {
  std::string_view name;  // relative to the library's folder: "vocabulary/months.tsv"
  std::string_view content;
};

std::span<const EmbeddedFile> embedded_corpus();  // each defined in the library of that name
std::span<const EmbeddedFile> embedded_extractors();
std::span<const EmbeddedFile> embedded_db();

}  // namespace newsfacts
