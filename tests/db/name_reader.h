// Takes names apart for tests of the store, as simply as will do: "Acme Corp." has the mark "corp",
// and who has one word, or is called Smith, shares the name with many.

#pragma once

#include <string>
#include <string_view>

#include "corpus/name_parts.h"
#include "corpus/utf8.h"

namespace newsfacts {

inline NameParts read_name(Kind kind, std::string_view name) {
  NameParts parts{folded(name), "", false};
  if (parts.key.ends_with(" corp.")) {
    parts.key.resize(parts.key.size() - 6);
    parts.mark = "corp";
  }
  if (kind == Kind::kPerson)
    parts.many = parts.key.ends_with("smith") || parts.key.find(' ') == std::string::npos;
  return parts;
}

}  // namespace newsfacts
