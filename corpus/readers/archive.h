// Archives: ZIP (APPNOTE 6.3) and tar (POSIX.1-2001 pax, ustar, GNU), by libarchive, read in one
// pass from begin to end.  Each member is a file of its own and may be of any format, so archives
// lie in archives; `news.zip/2026/a.html` is its name, and a name only: nothing is ever written to
// disk, so one with `../` in it leads nowhere.
//
// The CRC of each ZIP member is checked, and at the end whether the archive is all there: a ZIP
// has as many members as its directory says, a tar its closing zeros.  (tar has no checksum over
// what members hold.)  A member that is encrypted or damaged is rejected, and the next one read.
// Passed over: links, hidden files, and those whose name is no article's (formats.h).

#pragma once

#include <memory>
#include <string_view>

#include "corpus/readers/reader.h"

namespace newsfacts {

bool begins_zip(std::string_view bytes);
bool begins_tar(std::string_view bytes);

std::unique_ptr<Reader> open_zip(InputFile file, const ReadOptions& options);
std::unique_ptr<Reader> open_tar(InputFile file, const ReadOptions& options);

}  // namespace newsfacts
