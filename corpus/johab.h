// Johab (KS X 1001:1992, annex 3): a Korean charset of the DOS years that ICU does not know.

#pragma once

#include <string_view>

#include "corpus/charset_convert.h"

namespace newsfacts {

Converted from_johab(std::string_view bytes);

}  // namespace newsfacts
