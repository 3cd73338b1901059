// Profiles: what the passes know of a document, read from the store by its row number.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.h"
#include "db/link/meetings.h"
#include "db/link/stories.h"

namespace newsfacts {

// A number of so many bytes, eight at most, the greatest byte first.
std::uint64_t big_endian(std::span<const unsigned char> bytes);

// Hashes as they are stored: 4 bytes each, the greatest first.
std::vector<std::uint32_t> hashes_of_bytes(std::span<const unsigned char> bytes);

// Shingles as they are stored: 4 bytes of hash and 3 of margins each.
std::vector<Shingle> shingles_of_bytes(std::span<const unsigned char> bytes);

// Of the 16 bytes a key is stored as; the zero key of anything else.
Key key_of_bytes(std::span<const unsigned char> bytes);

// Reads each Outline once and keeps it.
class Outlines {
 public:
  explicit Outlines(const Database& database);
  const Outline& of(DocumentId document);

 private:
  Outline read(DocumentId document);
  Statement document_, sentences_, mentions_;
  std::unordered_map<DocumentId, Outline> known_;
};

}  // namespace newsfacts
