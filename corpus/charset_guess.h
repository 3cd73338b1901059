// Which charset bytes are in, judged by what they say in each.
//
// Under every charset some bytes are letters.  Which letters, and how often, is a language's own:
// the likelihood of the bytes is that of their letters in the likeliest of the languages that
// are written with the charset (corpus/charset_letters.h), less for letters where no writer
// puts them: a capital behind a small one, a sign within a word.  Chinese, Japanese and Korean
// are judged by their commonest characters in the same way, so that all can be compared.

#pragma once

#include <string_view>

#include "corpus/charset_labels.h"

namespace newsfacts {

// The likeliest charset of bytes that are no UTF-8; `declared`, unless another is far likelier.
// Never nullptr.  Reads a sample of some thousand bytes, so its time is bounded.
const Charset* guessed_charset(std::string_view bytes, const Charset* declared);

}  // namespace newsfacts
