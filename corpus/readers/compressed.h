// Compressed files: gzip (RFC 1952), Zstandard (RFC 8878), xz (The .xz File Format 1.1.0) and
// bzip2.  They are unpacked as they are read, in constant memory, and what they hold may be of any
// format: `crawl.jsonl.gz` is JSON lines, `crawl.tar.zst` an archive.
//
// All members or frames of a file are read, and every check there is is made: CRC and length of a
// gzip member, the checksums of xz and bzip2, that of a Zstandard frame where it has one.  A fault
// or a missing tail is told with its byte; what came before it was given by then.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/readers/reader.h"

namespace newsfacts {

bool begins_gzip(std::string_view bytes);
bool begins_zstd(std::string_view bytes);
bool begins_xz(std::string_view bytes);
bool begins_bzip2(std::string_view bytes);

// "crawl.tar" of crawl.tar.gz and crawl.tgz; the name itself where it is of no compressed file.
std::string bare_name(std::string_view name);

// Readers of what the compressed file holds.
std::unique_ptr<Reader> open_gzip(InputFile file, const ReadOptions& options);
std::unique_ptr<Reader> open_zstd(InputFile file, const ReadOptions& options);
std::unique_ptr<Reader> open_xz(InputFile file, const ReadOptions& options);
std::unique_ptr<Reader> open_bzip2(InputFile file, const ReadOptions& options);

}  // namespace newsfacts
