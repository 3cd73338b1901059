// Bytes in memory read as a file of some name, and what came of it in a line.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/readers/formats.h"

namespace newsfacts {

inline std::vector<Document> read_file(InputFile file, const ReadOptions& options = {}) {
  const auto reader = open_reader(std::move(file), options);
  std::vector<Document> documents;
  while (auto document = reader->next()) documents.push_back(std::move(*document));
  return documents;
}

inline std::vector<Document> read_bytes(std::string name, std::string bytes,
                                        const ReadOptions& options = {}) {
  return read_file(InputFile::of(std::move(bytes), {.name = std::move(name)}), options);
}

// "a.zip/1.txt: One. | a.zip/2.txt! CRC": id and raw text of each, or why it was rejected.
inline std::string told(const std::vector<Document>& documents) {
  std::string told;
  for (const Document& document : documents) {
    if (!told.empty()) told += " | ";
    told += document.id();
    told += document.rejected ? "! " + document.rejected->reason : ": " + document.raw();
  }
  return told;
}

inline bool any_rejected(const std::vector<Document>& documents) {
  for (const Document& document : documents)
    if (document.rejected) return true;
  return false;
}

}  // namespace newsfacts
