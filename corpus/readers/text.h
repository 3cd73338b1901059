// Plain text: one article a file.  A header may say where it comes from:
//
//     Source: The Harbour Courier
//     Published: 2026-03-16
//     Title: A town counts its dead
//                                         <- a blank line; the article is all that follows
//     The flags have been at half mast ...
//
// The keys are Source, URL, Published (or Date), Title, Author, Language and ID, in any order
// and letter case.  A first line of another kind means that there is no header.  The bytes may be
// in any charset that corpus/charset.h tells.

#pragma once

#include "corpus/readers/reader.h"

namespace newsfacts {

// The file's name is the article's id unless the header gives one.
Document read_text(InputFile file, const ReadOptions& options);

}  // namespace newsfacts
